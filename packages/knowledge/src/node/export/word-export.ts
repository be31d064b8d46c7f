import { buffer } from 'node:stream/consumers';
import { type IImageOptions, type IParagraphOptions, Document, ExternalHyperlink, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { injectable } from '@theia/core/shared/inversify';
import { linesOf } from '../../common/article/article-content';
import { articleKind } from '../../common/article/article-kind';
import { articleLinkTitles } from '../../common/link/article-links';
import type { ExportedArticle } from '../../common/export/exported-article';
import { type MarkdownToken, parseMarkdown } from '@earshot/writing/lib/common/markdown/render-markdown';
import type { ArticleExport, Export } from './article-export';
import { pageWords, plainKinds } from './page-words';

type Block = Paragraph | Table;
/** Numbering of its own for each depth: a list within another begins at one wherever it stands. In twentieths of a point. */
const listDepths = [0, 1, 2];
const listIndent = 360;
/** Counts the numbered lists of a document: each begins at one, which Word only does for what is numbered anew. */
interface NumberedLists { next: number }
interface OpenList { readonly kind: 'bullet' | 'numbered'; readonly instance: number; /** A further paragraph of the same item has no number. */ inItem: boolean }
/** In pixels of 1/96 inch: the width of a page between its margins. */
const widest = 600;
const pictureTypes: Readonly<Partial<Record<string, 'png' | 'jpg' | 'gif'>>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' };
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/** A Word document: a heading of the first level for each article, so that it comes in again as it went out. The library makes it in one piece. */
@injectable()
export class WordExport implements ArticleExport {
    readonly format = 'word';
    readonly mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    readonly ending = 'docx';

    async *write({ listed, articles, bytes, words }: Export): AsyncGenerator<Uint8Array> {
        const titles = new Map(listed.map(each => [each.id, each.title]));
        const children: Block[] = [];
        const lists: NumberedLists = { next: 0 };
        for await (const each of articles()) {
            children.push(...articleBlocks(each, titles, await picturesOf(each, bytes), lists));
        }
        const numbering = { config: listDepths.map(depth => ({ reference: `numbered-${depth}`, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent: { left: listIndent * (depth + 1), hanging: listIndent } } } }] })) };
        yield await Packer.toBuffer(new Document({ title: pageWords(words).title, numbering, sections: [{ children }] }));
    }
}

type Pictures = ReadonlyMap<string, IImageOptions>;

/** Those that a Word document can hold, no wider than its page. */
async function picturesOf({ files }: ExportedArticle, bytes: Export['bytes']): Promise<Pictures> {
    const found = new Map<string, IImageOptions>();
    for (const { id, mediaType, hash, width, height } of files) {
        const type = pictureTypes[mediaType];
        if (type && width && height) {
            const scale = Math.min(1, widest / width);
            found.set(id, { type, data: await buffer(bytes(hash)), transformation: { width: Math.round(width * scale), height: Math.round(height * scale) } });
        }
    }
    return found;
}

function articleBlocks({ content }: ExportedArticle, titles: ReadonlyMap<string, string>, pictures: Pictures, numbered: NumberedLists): Block[] {
    const words = pageWords(content.language);
    const blocks: Block[] = [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(content.title)] })];
    for (const { id, form } of articleKind(content.kind).parts) {
        const text = content.parts[id] ?? '';
        if (linesOf(text).length === 0) {
            continue;
        }
        if (form === 'spoken') {
            blocks.push(new Paragraph({ children: [new TextRun({ text: text.trim(), bold: true })] }));
            continue;
        }
        if (!plainKinds.includes(content.kind) || form !== 'markdown') {
            blocks.push(new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(words.parts[id] ?? id)] }));
        }
        blocks.push(...form === 'markdown' ? markdownBlocks(parseMarkdown(text, articleLinkTitles([text], titles)), pictures, numbered) : linesOf(text).map(each => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(each)] })));
    }
    return blocks;
}

/** Block by block: paragraphs, headings below those of the article, lists to the third level, tables. */
function markdownBlocks(tokens: readonly MarkdownToken[], pictures: Pictures, numbered: NumberedLists): Block[] {
    const blocks: Block[] = [];
    const lists: OpenList[] = [];
    let rows: Paragraph[][] | undefined;
    let heading: IParagraphOptions['heading'];
    for (const token of tokens) {
        switch (token.type) {
            case 'bullet_list_open': lists.push({ kind: 'bullet', instance: 0, inItem: false }); break;
            case 'ordered_list_open': lists.push({ kind: 'numbered', instance: numbered.next++, inItem: false }); break;
            case 'list_item_open': case 'list_item_close': if (lists.length) { lists.at(-1)!.inItem = false; } break;
            case 'bullet_list_close': case 'ordered_list_close': lists.pop(); break;
            case 'heading_open': heading = levels[Math.min(5, Number(token.tag.slice(1)) - 1)]; break;
            case 'heading_close': heading = undefined; break;
            case 'table_open': rows = []; break;
            case 'tr_open': rows?.push([]); break;
            case 'table_close':
                blocks.push(new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: (rows ?? []).map((cells, index) => new TableRow({ tableHeader: index === 0, children: cells.map(each => new TableCell({ children: [each] })) })) }));
                rows = undefined;
                break;
            case 'fence': case 'code_block': blocks.push(...token.content.trimEnd().split('\n').map(each => new Paragraph({ children: [new TextRun({ text: each, font: 'Consolas' })] }))); break;
            case 'inline': {
                const children = runs(token.children ?? [], pictures);
                const level = Math.min(2, lists.length - 1);
                const open = lists.at(-1);
                const list = !open ? {} : open.inItem ? { indent: { left: listIndent * (level + 1) } } : open.kind === 'bullet' ? { bullet: { level } } : { numbering: { reference: `numbered-${level}`, level: 0, instance: open.instance } };
                if (rows) {
                    rows.at(-1)?.push(new Paragraph({ children }));
                } else {
                    blocks.push(new Paragraph({ ...heading ? { heading } : list, children }));
                    if (open) { open.inItem = true; }
                }
                break;
            }
            default: break;
        }
    }
    return blocks;
}

/** Words with their emphasis; links to the web stay links. */
function runs(tokens: readonly MarkdownToken[], pictures: Pictures): ParagraphChild[] {
    const found: ParagraphChild[] = [];
    let [bold, italics, strike] = [false, false, false];
    let link: { readonly address: string; readonly children: ParagraphChild[] } | undefined;
    for (const token of tokens) {
        const into = link?.children ?? found;
        switch (token.type) {
            case 'strong_open': case 'strong_close': bold = token.type === 'strong_open'; break;
            case 'em_open': case 'em_close': italics = token.type === 'em_open'; break;
            case 's_open': case 's_close': strike = token.type === 's_open'; break;
            case 'softbreak': case 'hardbreak': into.push(new TextRun({ break: 1 })); break;
            case 'image': {
                const picture = pictures.get(/^attachment:(.*)$/.exec(token.attrGet('src') ?? '')?.[1] ?? '');
                into.push(picture ? new ImageRun({ ...picture, altText: { name: token.content, description: token.content, title: token.content } }) : new TextRun({ text: token.content, italics: true }));
                break;
            }
            case 'code_inline': into.push(new TextRun({ text: token.content, font: 'Consolas' })); break;
            case 'text': into.push(new TextRun({ text: token.content, bold, italics, strike })); break;
            case 'link_open': link = /^(https?:|mailto:|tel:)/i.test(token.attrGet('href') ?? '') ? { address: token.attrGet('href')!, children: [] } : undefined; break;
            case 'link_close':
                if (link) {
                    found.push(new ExternalHyperlink({ link: link.address, children: link.children }));
                    link = undefined;
                }
                break;
            default: break;
        }
    }
    return found;
}
