import { done, id, moment, operation, page, paging, stream, z } from '@earshot/core/lib/common/api/operation';
import { articleKindIds, articleLanguages } from '../article/article-kind';
import { importLimits, importOutcomes, importResults } from './import-file';
import { columnNames } from './table-columns';

export const importSettings = z.object({
    language: z.enum(articleLanguages), kind: z.enum(articleKindIds), categoryId: id.nullable(), splitAt: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    columns: z.record(z.string().refine(each => columnNames.includes(each)), z.string().max(300)).nullable()
});

/** `failed`: it could not be read. `stopped`: it was called off or broke off half-way; it goes on, or is undone. */
export const importStates = ['reading', 'ready', 'failed', 'writing', 'stopped', 'done', 'undoing', 'undone'] as const;
export type ImportState = typeof importStates[number];

export const articleImport = z.object({
    id, name: z.string(), bytes: z.number(), settings: importSettings, /** The headings of a table. */ heading: z.array(z.string()).nullable(), state: z.enum(importStates), problem: z.object({ code: z.string() }).nullable(),
    /** 0 to 1, of what is being done. */
    progress: z.number().nullable(), jobId: id.nullable(), personId: id, personName: z.string(), createdAt: moment, writtenAt: moment.nullable(), undoneAt: moment.nullable(), version: z.number(),
    outcomes: z.partialRecord(z.enum(importOutcomes), z.number()), results: z.partialRecord(z.enum(importResults), z.number())
});
export type ArticleImport = z.infer<typeof articleImport>;

export const importRow = z.object({
    place: z.number(), source: z.string(), title: z.string(), outcome: z.enum(importOutcomes), result: z.enum(importResults).nullable(), problems: z.array(z.object({ code: z.string(), detail: z.string().optional() })),
    /** Once there is one: of a new article, after it was written. */
    articleId: id.nullable()
});
export type ImportRow = z.infer<typeof importRow>;

const version = z.number().int();
const route = <M extends 'GET' | 'POST' | 'PUT' | 'DELETE'>(method: M, path: `/${string}`, summary: string) => ({ method, path: `/knowledge/imports${path}` as const, summary, tags: ['knowledge'] });

export const importOperations = {
    list: operation('article:import').route({ method: 'GET', path: '/knowledge/imports', summary: 'Imports, newest first', tags: ['knowledge'] }).input(z.object({ ...paging })).output(page(articleImport)),
    get: operation('article:import').route(route('GET', '/{id}', 'One import: what would become of its articles, or became of them')).input(z.object({ id })).output(articleImport),
    rows: operation('article:import').route(route('GET', '/{id}/rows', 'The articles of an import in the order of the file')).input(z.object({ id, ...paging, outcome: z.enum(importOutcomes).optional(), result: z.enum(importResults).optional() })).output(page(importRow)),
    set: operation('article:import').route(route('PUT', '/{id}', 'Say how the file is to be read, and read it anew')).input(z.object({ id, version, settings: importSettings })).output(articleImport),
    write: operation('article:import', { rate: 'heavy' }).route(route('POST', '/{id}/writing', 'Write what is new and changed as drafts, as a job')).input(z.object({ id, version })).output(articleImport),
    undo: operation('article:import', { rate: 'heavy' }).route(route('POST', '/{id}/undoing', 'Take away the drafts of an import that nobody has changed since, as a job')).input(z.object({ id, version })).output(articleImport),
    cancel: operation('article:import').route(route('POST', '/{id}/cancellation', 'Stop reading, writing or undoing')).input(z.object({ id })).output(articleImport),
    remove: operation('article:import').route(route('DELETE', '/{id}', 'Forget an import of which nothing was written')).input(z.object({ id })).output(done)
};

export const importStreams = {
    upload: stream({
        method: 'POST', path: '/knowledge/imports', permission: 'article:import', rate: 'normal', consumes: 'application/octet-stream', produces: 'application/json', maxBytes: importLimits.uploadBytes,
        summary: 'Hand in a file with articles and find out what it would lead to: Markdown, HTML, Word, CSV, Excel, or a zip of them; `name`, `language`, `kind` and `categoryId` as query'
    })
};
