import type { Json, Moment, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { ArticleContent } from '../../common/article/article-content';
import type { ImportOutcome, ImportProblem, ImportResult, ImportSettings } from '../../common/import/import-file';
import type { KeptImportState } from '../../common/import/import-state';

export interface ArticleImportTable {
    id: string; name: string; blob_hash: string; bytes: number; settings: Json<ImportSettings>; heading: string[] | null; state: KeptImportState; person_id: string; job_id: string | null;
    created_at: Moment; written_at: OptionalMoment; undone_at: OptionalMoment; version: Generated<number>;
}

/** One article of an import. What would be written is kept as it was shown, so that nothing else is written. */
export interface ArticleImportRowTable {
    import_id: string; place: number; source: string; title: string; outcome: ImportOutcome; problems: Json<readonly ImportProblem[]>; content: OptionalJson<ArticleContent>;
    /** Hash of the revision that it would change. */
    base_hash: string | null; article_id: string | null; /** The original, of a translation. */ source_id: string | null; revision_id: string | null; written_hash: string | null; result: ImportResult | null;
}

export interface ImportTables { 'knowledge.article_import': ArticleImportTable; 'knowledge.article_import_row': ArticleImportRowTable }

export const importStatements = `
create table knowledge.article_import (
    id uuid primary key, name text not null, blob_hash text not null references core.blob (hash), bytes bigint not null, settings jsonb not null, heading text[],
    state text not null check (state in ('reading', 'ready', 'writing', 'done', 'undoing', 'undone')), person_id uuid not null references core.person, job_id uuid, created_at timestamptz(3) not null,
    written_at timestamptz(3), undone_at timestamptz(3), version integer not null default 1);
create index article_import_person on knowledge.article_import (person_id, id desc);
create index article_import_blob on knowledge.article_import (blob_hash);
create table knowledge.article_import_row (
    import_id uuid not null references knowledge.article_import on delete cascade, place integer not null, source text not null, title text not null, outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'conflict', 'invalid')),
    problems jsonb not null default '[]', content jsonb, others jsonb, base_hash text, article_id uuid, source_id uuid, revision_id uuid, written_hash text, result text check (result in ('written', 'failed', 'removed', 'kept')),
    primary key (import_id, place));
alter table knowledge.article add column others jsonb`;

/** What a file says besides is approved like all else: it belongs to the content. Articles that have it beside their revisions take it over with the next one. */
export const othersStatements = `
update knowledge.article_import_row set content = content || jsonb_build_object('others', others) where others is not null and content is not null;
alter table knowledge.article_import_row drop column others`;
