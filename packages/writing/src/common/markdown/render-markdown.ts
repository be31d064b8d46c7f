import MarkdownIt from 'markdown-it';

/** What a link may lead to. Everything else stays text: scripts, data, files of the reader's own machine. */
const allowedLink = /^(https?:|mailto:|tel:|earshot:\/)/i;
/** A file that is kept with the text. The page knows where its bytes are. */
const fileAddress = /^attachment:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** A diagram that stands beside the text: where it is not shown, its name stands for it. */
const diagramAddress = /^diagram:[\w-]+$/;
const entityAddress = /^earshot:\/[a-z-]+\/[a-z-]+\/[0-9a-f-]{36}$/;

/** What links within the suite lead to, by address; null for what is gone or not for the reader. Of one that is missing nothing is known. */
export type LinkTitles = ReadonlyMap<string, string | null>;

/** Whether an address may be that of a link: to the web, to mail, to a telephone, within the suite, or to a file that is kept with the text. */
export const leadsSomewhere = (address: string): boolean => allowedLink.test(address.trim()) || fileAddress.test(address);

interface Environment { readonly titles?: LinkTitles }

type Token = ReturnType<MarkdownIt['parse']>[number];
/** A piece of Markdown, for those who write it as something else than HTML. */
export type MarkdownToken = Token;

/** Attributes that tell the page what a link is: the page knows the addresses, and opens them itself. */
function markLink(token: Token, titles: LinkTitles | undefined): void {
    const address = token.attrGet('href') ?? '';
    token.attrs = [['href', address]];
    if (entityAddress.test(address)) {
        token.attrSet('href', '#');
        token.attrSet('data-entity', address);
        if (titles?.get(address) === null) {
            token.attrSet('data-gone', 'true');
        }
    } else if (fileAddress.test(address)) {
        token.attrSet('href', '#');
        token.attrSet('data-attachment', fileAddress.exec(address)![1]!);
    } else {
        token.attrSet('target', '_blank');
        token.attrSet('rel', 'noopener noreferrer');
    }
}

/** A link without a text of its own is called as what it leads to is called now. */
function nameLinks(children: Token[], titles: LinkTitles | undefined): void {
    for (let place = children.length - 2; place >= 0; place--) {
        const [open, close] = [children[place]!, children[place + 1]!];
        const address = open.type === 'link_open' && close.type === 'link_close' ? open.attrGet('href') ?? '' : '';
        if (entityAddress.test(address)) {
            const text = new (open.constructor as new (type: string, tag: string, nesting: number) => Token)('text', '', 0);
            text.content = titles?.get(address) ?? '…';
            children.splice(place + 1, 0, text);
        }
    }
}

/** The level of the headings of the page that the text stands below. */
const pageHeadings = 2;
const isHeading = ({ type }: Token): boolean => type === 'heading_open' || type === 'heading_close';

/** How many levels the headings of a text go down, so that the greatest follows those of the page, whichever sign the author began with. */
function headingShift(tokens: readonly Token[]): number {
    return pageHeadings + 1 - Math.min(...tokens.filter(isHeading).map(each => Number(each.tag.slice(1))));
}

/** Headings stand below those of the page; where cells are aligned is said without a style. */
function fitIn(token: Token, shift: number): void {
    if (isHeading(token)) {
        token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
    }
    const aligned = /^text-align:(left|center|right)$/.exec(token.attrGet('style') ?? '')?.[1];
    if (aligned) {
        token.attrs = [['data-align', aligned]];
    }
}

function create(): MarkdownIt {
    const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
    markdown.validateLink = address => leadsSomewhere(address) || diagramAddress.test(address);
    // Pictures from elsewhere would tell others who reads: they become what stands for them. Those that are kept with the text are fetched by the page.
    markdown.renderer.rules.image = (tokens, index) => {
        const { content, attrs } = tokens[index]!;
        const id = fileAddress.exec(attrs?.find(([name]) => name === 'src')?.[1] ?? '')?.[1];
        const words = markdown.utils.escapeHtml(content);
        return id ? `<img data-attachment="${id}" alt="${words}">` : words;
    };
    markdown.core.ruler.push('suite-links', state => {
        const { titles } = state.env as Environment;
        const shift = headingShift(state.tokens);
        for (const each of state.tokens) {
            fitIn(each, shift);
            if (each.children) {
                nameLinks(each.children, titles);
                each.children.filter(({ type }) => type === 'link_open').forEach(link => markLink(link, titles));
            }
        }
    });
    return markdown;
}

const markdown = create();

/**
 * CommonMark with tables and strikethrough as HTML. Raw HTML in the text is shown as text. The page sanitises the result once more before it shows it.
 * Links within the suite carry `data-entity`; those to what the reader may not see, `data-gone`. Pictures and files that are kept with the text carry
 * `data-attachment`, and no address.
 */
export const renderMarkdown = (text: string, titles?: LinkTitles): string => markdown.render(text, { titles } satisfies Environment);

/** The pieces of a text, with links named as `renderMarkdown` names them. */
export const parseMarkdown = (text: string, titles?: LinkTitles): readonly MarkdownToken[] => markdown.parse(text, { titles } satisfies Environment);

/** The words alone: for search, and to be read out. */
export function plainText(text: string): string {
    const words: string[] = [];
    const walk = (tokens: readonly Token[]): void => {
        for (const each of tokens) {
            if (each.children) {
                walk(each.children);
            } else if (each.type === 'softbreak' || each.type === 'hardbreak') {
                words.push('\n');
            } else if (each.type === 'text' || each.type === 'code_inline' || each.type === 'fence' || each.type === 'code_block') {
                words.push(each.content);
            }
            if (each.type === 'inline') {
                words.push('\n');
            }
        }
    };
    walk(markdown.parse(text, {}));
    return words.join('').replace(/\n{2,}/g, '\n').trim();
}
