import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import { renderMarkdown } from '@earshot/writing/lib/common/markdown/render-markdown';
import { questionLimits } from '../question/question-limits';
import { plainToMarkdown } from './plain-markdown';
import { escapeXml, isElement, nameOf, withoutControls } from './xml-items';

/**
 * Texts of QTI are XHTML (QTI 2.1, Information Model, 3.5). Markdown goes out as what it is shown as; where that would come back as other Markdown, a processing
 * instruction before it carries what was written. It counts only as long as both still say the same: whoever edits the item elsewhere is not overruled by it.
 */
const instruction = 'markdown';

/** As XHTML. A single paragraph is given without its element, for places that hold a line. */
export function xhtmlOf(markdown: string): string {
    const html = withoutControls(renderMarkdown(markdown)).trim()
        .replaceAll(/<(br|hr)>/gu, '<$1/>').replaceAll(/<img\b[^<>]*>/gu, '').replaceAll(/ (?:data-align|start)="\w+"/gu, '').replaceAll(/<(\/?)s>/gu, '<$1span>')
        .replaceAll(/<a ([^<>]*)>/gu, (_, attributes: string) => `<a href="${/data-entity="([^"]*)"/u.exec(attributes)?.[1] ?? /href="([^"]*)"/u.exec(attributes)?.[1] ?? ''}">`);
    const line = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/u.exec(html)?.[1];
    return line ?? html;
}

/** What a text is written as: XHTML, with the Markdown before it where it is needed. */
export function writtenText(markdown: string): string {
    const html = xhtmlOf(markdown);
    return `${markdownFrom(html) === markdown ? '' : sourceOf(markdown)}${html}`;
}

/** The Markdown itself, as an instruction. */
export const sourceOf = (markdown: string): string => `<?${instruction} ${withoutControls(markdown).replaceAll(/[%?<>\r]|^\s+|\s+$/gu, signs => [...signs].map(sign => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''))}?>`;

/** XHTML as Markdown. */
export const markdownFrom = (html: string): string => html.length > 4 * questionLimits.prompt ? html : /[<&]/u.test(html) ? htmlToMarkdown(html) : plainToMarkdown(html.replaceAll(/\s+/gu, ' ').trim());

const decoded = (data: string): string => data.replaceAll(/%([\da-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
/** The words of XHTML, for comparison. */
const wordsOf = (html: string): string => html.replaceAll(/<[^<>]*>/gu, ' ').replaceAll(/&(lt|gt|amp|quot|nbsp);/gu, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? ' ').replaceAll(/\s+/gu, '');

/** What was found in an element: its text as Markdown, and what of it has none. */
export interface FoundText { readonly markdown: string; readonly media: boolean; readonly formulas: boolean }

/** Elements whose text is another one's. */
const apart: readonly string[] = ['feedbackInline', 'feedbackBlock', 'modalFeedback', 'templateInline', 'templateBlock', 'style', 'stylesheet', 'script'];
const media: readonly string[] = ['img', 'object', 'audio', 'video', 'picture', 'source', 'track', 'embed', 'iframe'];
const kept: readonly string[] = ['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'code', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'del', 'div', 'section', 'article'];

/**
 * The text of some nodes.
 *
 * @param instead what stands in the place of an element, as HTML; undefined where its content does
 */
export function textFrom(nodes: readonly Node[], instead: (element: Element) => string | undefined = () => undefined): FoundText {
    let [source, hasMedia, formulas] = [undefined as string | undefined, false, false];
    const html = (node: Node): string => {
        if (node.nodeType === 7 && (node as ProcessingInstruction).target === instruction) {
            source ??= decoded((node as ProcessingInstruction).data);
        }
        if (node.nodeType === 3 || node.nodeType === 4) {
            return escapeXml(node.nodeValue ?? '').replaceAll(/&amp;(?=[a-z]{2,8};)/gu, '&');
        }
        if (!isElement(node)) {
            return '';
        }
        const name = nameOf(node) === 'prompt' ? 'div' : nameOf(node);
        const given = instead(node);
        if (given !== undefined || apart.includes(name)) {
            return given ?? '';
        }
        hasMedia ||= media.includes(name);
        formulas ||= name === 'math';
        const inner = childNodesOf(node).map(html).join('');
        const href = name === 'a' ? node.getAttribute('href') ?? '' : '';
        const alternative = name === 'img' ? escapeXml(node.getAttribute('alt') ?? '') : '';
        return kept.includes(name) ? name === 'br' || name === 'hr' ? `<${name}/>` : `<${name}${href === '' ? '' : ` href="${escapeXml(href)}"`}>${inner}</${name}>` : alternative + inner;
    };
    const all = nodes.map(html).join('').trim();
    const written = source !== undefined && wordsOf(xhtmlOf(source)) === wordsOf(all) ? source : markdownFrom(all);
    return { markdown: written, media: hasMedia, formulas };
}

export const childNodesOf = (node: Node): readonly Node[] => {
    const found: Node[] = [];
    for (let each = node.firstChild; each; each = each.nextSibling) { found.push(each); }
    return found;
};
