import type { SearchDocument, SearchFields, SearchFilter, Viewer } from '@earshot/search';
import { type RawBuilder, sql } from 'kysely';
import type { Json } from '../../storage/core-tables';

/** A document as an engine in the database keeps it; moments in milliseconds since 1970. */
export interface SearchEntryTable {
    id: string; version: string; kind: string; category: string | null; language: string; audience: string[];
    valid_from: number | null; valid_until: number | null; updated_at: number; weight: number; fields: Json<SearchFields>; terms: unknown;
}

export interface SearchEntryTables {
    'core.search_entry': SearchEntryTable;
    /** Stems of Latin words, to find the one that was meant by a mistyped one. */
    'core.search_word': { stem: string };
}

/** A document with its version, where whoever puts it knows one. */
export type VersionedDocument = SearchDocument & { readonly version?: string };

const among = (column: string, values: readonly string[] | undefined): RawBuilder<boolean> =>
    values?.length ? sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])` : sql<boolean>`true`;

/** The rows that a viewer may see and a filter lets through. */
export const visibleTo = ({ audience, at }: Viewer, { kinds, categories, languages }: SearchFilter = {}): RawBuilder<boolean> => sql<boolean>`(
    ${audience === 'unrestricted' ? sql`true` : sql`entry.audience && ${[...audience]}::text[]`}
    and ${at === 'always' ? sql`true` : sql`coalesce(entry.valid_from, '-infinity') <= ${at} and ${at} < coalesce(entry.valid_until, 'infinity')`}
    and ${among('entry.kind', kinds)} and ${among('entry.category', categories)} and ${among('entry.language', languages)})`;

/** Whether a row's terms answer a text query. */
export const answers = (query: string): RawBuilder<boolean> => sql<boolean>`entry.terms @@ ${query}::tsquery`;
