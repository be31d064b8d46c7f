import { type ArticleKindId, articleKind, articleKindIds } from '../article/article-kind';
import type { ArticleFile } from '../front-matter/article-file';
import { readLanguage } from './file-names';
import type { FoundArticle, ImportProblem, ImportSettings } from './import-file';

/** What a column of a table can hold. `answer` is the first part in Markdown that the kind has; every other part goes by its own id. */
export const tableFields = ['title', 'short', 'answer', 'questions', 'kind', 'language', 'category', 'tags', 'sources', 'audience', 'from', 'until', 'translation-key', 'id'] as const;
export type TableField = typeof tableFields[number];

/** How such columns are headed in the trade, in lower case without spaces. */
const headings: Readonly<Record<TableField, readonly string[]>> = {
    title: ['title', 'question', 'name', 'subject', '标题', '標題', '问题', '問題', '标准问', '标准问题', '標準問題', '知识标题', '知識標題'],
    short: ['short', 'shortanswer', 'description', 'summary', '简答', '簡答', '简短答案', '简短回答', '摘要', '话术', '話術', '口播'],
    answer: ['answer', 'full', 'fullanswer', 'content', 'body', 'text', '答案', '回答', '内容', '內容', '正文', '标准答案', '標準答案', '详细答案', '詳細答案', '完整答案'],
    questions: ['questions', 'similar', 'similarquestions', 'variants', 'keywords', '相似问', '相似问法', '相似问题', '相似問法', '扩展问', '擴展問', '其他问法', '其他問法', '关键词', '關鍵字'],
    kind: ['kind', 'type', '类型', '類型', '知识类型', '知識類型'], language: ['language', 'lang', 'locale', '语言', '語言', '语种', '語種'],
    category: ['category', 'categories', 'folder', 'section', '分类', '分類', '类目', '類目', '目录', '目錄'], tags: ['tags', 'labels', '标签', '標籤', '标记', '標記'], sources: ['sources', 'source', 'links', '来源', '來源', '出处', '出處', '依据', '依據'],
    audience: ['audience', 'visibility', '可见范围', '可見範圍'], from: ['from', 'validfrom', 'publishdate', '生效日期', '生效时间', '生效時間'], until: ['until', 'validuntil', 'expirydate', '失效日期', '失效时间', '失效時間', '有效期至'],
    'translation-key': ['translationkey', 'translation', '译文组', '譯文組'], id: ['id', 'articleid', '条目编号', '條目編號']
};
const partIds: readonly string[] = [...new Set(articleKindIds.flatMap(each => articleKind(each).parts.filter(({ form }) => form === 'markdown').map(({ id }) => id)))];
const bare = (heading: string): string => heading.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, '').replace(/[*（(].*$/, '');

/** Every name that a column may be given, parts included. */
export const columnNames: readonly string[] = [...tableFields, ...partIds.map(each => `part:${each}`)];

/** Which column holds what, as far as the headings tell. @returns the heading by field */
export function recogniseColumns(heading: readonly string[]): Readonly<Record<string, string>> {
    const known = [...tableFields.map(field => [field, headings[field]] as const), ...partIds.map(each => [`part:${each}`, [`part:${each}`, each]] as const)];
    const free = new Map(heading.map(each => [bare(each), each]));
    const found: Record<string, string> = {};
    for (const [field, names] of known) {
        const name = names.map(bare).find(each => free.has(each));
        if (name !== undefined) {
            found[field] = free.get(name)!;
            free.delete(name);
        }
    }
    return found;
}

const list = (cell: string): string[] => cell.split(/[\n;；、|]|,(?=\s|\D)|，/).map(each => each.trim()).filter(Boolean);
/** Signs that tables of other systems put between several values of one cell. Those of an address are part of it. */
const signs = /[;；|]/;
const signsAfterAddress = /[;；|](?=\s|https?:\/\/)/;
/** @param own a row that went out of here: nothing but a line feed ends a value there, as nothing else does in a cell that has lines */
const lines = (cell: string, own: boolean): string[] => cell.split(own || /[\r\n]/.test(cell) ? /\r?\n|\r/ : cell.includes('://') ? signsAfterAddress : signs).map(each => each.trim()).filter(Boolean);
const ownId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The article of one row. @param cells by heading */
export function articleOfRow(cells: Readonly<Record<string, string>>, columns: Readonly<Record<string, string>>, settings: ImportSettings, source: string): FoundArticle {
    // What would be a formula went out with a mark before it.
    const cell = (field: string): string => (columns[field] === undefined ? '' : cells[columns[field]] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const title = cell('title');
    const kind: ArticleKindId | undefined = cell('kind') === '' ? settings.kind : articleKindIds.find(each => each === cell('kind').toLowerCase());
    const language = cell('language') === '' ? settings.language : readLanguage(cell('language'));
    const problems: ImportProblem[] = [...title ? [] : [{ code: 'title-missing' as const }], ...kind ? [] : [{ code: 'kind-unknown' as const, detail: cell('kind') }], ...language ? [] : [{ code: 'language-unknown' as const, detail: cell('language') }]];
    if (!title || !kind || !language) {
        return { source, title, problems };
    }
    const own = articleKind(kind).parts;
    const first = own.find(each => each.form === 'markdown')!.id;
    const fromHere = ownId.test(cell('id'));
    const parts = { short: cell('short'), similar: lines(cell('questions'), fromHere).join('\n'), sources: lines(cell('sources'), fromHere).join('\n'), [first]: cell('answer'), ...Object.fromEntries(partIds.filter(each => columns[`part:${each}`]).map(each => [each, cell(`part:${each}`)])) };
    const article: ArticleFile = {
        title, kind, language, draft: true, others: {}, categories: cell('category').split(/\s*[/>＞／]\s*/).filter(Boolean), tags: list(cell('tags')), ...cell('audience') ? { audience: list(cell('audience')) } : {},
        ...cell('id') ? { id: cell('id') } : {}, ...cell('translation-key') ? { translationKey: cell('translation-key') } : {}, ...cell('from') ? { publishDate: cell('from') } : {}, ...cell('until') ? { expiryDate: cell('until') } : {},
        parts: Object.fromEntries(Object.entries(parts).filter(([id, text]) => text !== '' && own.some(each => each.id === id)))
    };
    return { source, title, article, partial: true, problems: [] };
}
