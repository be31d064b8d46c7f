import type { Generated } from 'kysely';
import type { AnswerUse } from '../../common/search/search-contract';
import type { GeneratedMoment, OptionalMoment } from '../storage/core-tables';

export interface SynonymTable { id: string; words: string[]; one_way: boolean; version: Generated<number> }
export interface PinTable { id: string; queries: string[]; links: string[]; version: Generated<number> }
/** Searches that are over, without who searched. */
export interface SearchLogTable { id: string; at: GeneratedMoment; query: string; total: number; /** of what was opened, 1 for the first; null where nothing was */ opened_rank: number | null; opened_link: string | null }
/** A pair of words that one search put for those of another, counted over all sessions; of which person, nobody knows. */
export interface ReformulationTable { id: string; from_words: string; to_words: string; searches: number; /** after the second search, something was */ opened: number; days: number; sessions: number; last_on: string; dismissed_at: OptionalMoment }
/** Sessions that were counted today, as digests that lead to none. */
export interface ReformulationSessionTable { pair_id: string; digest: string; on_day: string }
export interface LinkedAnswerTable { id: string; at: GeneratedMoment; person_id: string; interaction: string; link: string; /** What was shown, where it has versions. */ version: string | null; how: Generated<AnswerUse> }

/** What search keeps in the schema of core. */
export interface SearchTables {
    'core.search_synonym': SynonymTable;
    'core.search_pin': PinTable;
    'core.search_log': SearchLogTable;
    'core.search_reformulation': ReformulationTable;
    'core.search_reformulation_session': ReformulationSessionTable;
    'core.linked_answer': LinkedAnswerTable;
}
