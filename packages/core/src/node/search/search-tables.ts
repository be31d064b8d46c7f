import type { Generated } from 'kysely';
import type { GeneratedMoment } from '../storage/core-tables';

export interface SynonymTable { id: string; words: string[]; one_way: boolean; version: Generated<number> }
export interface PinTable { id: string; queries: string[]; links: string[]; version: Generated<number> }
/** Searches that are over, without who searched. */
export interface SearchLogTable { id: string; at: GeneratedMoment; query: string; total: number; /** of what was opened, 1 for the first; null where nothing was */ opened_rank: number | null; opened_link: string | null }
export interface LinkedAnswerTable { id: string; at: GeneratedMoment; person_id: string; interaction: string; link: string }

/** What search keeps in the schema of core. */
export interface SearchTables {
    'core.search_synonym': SynonymTable;
    'core.search_pin': PinTable;
    'core.search_log': SearchLogTable;
    'core.linked_answer': LinkedAnswerTable;
}
