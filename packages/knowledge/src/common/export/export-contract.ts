import { id, stream, z } from '@earshot/core/lib/common/api/operation';
import { articleKindIds, articleLanguages } from '../article/article-kind';

/** What articles go out as. `site`: plain pages with a search of their own, for a branch without a server. */
export const exportFormats = ['markdown', 'table', 'spreadsheet', 'page', 'site', 'word'] as const;
/** Those that say from when and until when an article holds, and so hold every published one; in the others stands only what holds when they are made. */
export const datedFormats: readonly ExportFormat[] = ['markdown', 'table', 'spreadsheet'];
export type ExportFormat = typeof exportFormats[number];

/** Which articles: those that are published and that the caller may see. */
export const exportFilter = z.object({
    kind: z.enum(articleKindIds).optional(), language: z.enum(articleLanguages).optional(), /** And those below it. */ categoryId: id.optional(), tag: z.string().max(60).optional(), id: id.optional(),
    /** Confidential ones as well: whoever gets the file can read them. */
    confidential: z.stringbool().default(false), /** The language of headings around the articles. */ words: z.enum(articleLanguages).default('en')
});
export type ExportFilter = z.infer<typeof exportFilter>;

export const exportStreams = {
    articles: stream({
        method: 'GET', path: '/knowledge/exports/:format', permission: 'article:export', rate: 'heavy', produces: 'application/octet-stream',
        summary: 'Published articles as `markdown` (zip), `table` (CSV), `spreadsheet` (XLSX), `page` (HTML), `site` (zip of pages with search) or `word` (DOCX); kind, language, categoryId, tag, id, confidential and words as query'
    })
};
