import type { FieldName, SearchDocument } from './document';

/** An engine may live elsewhere (in a database): whoever uses one awaits. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Who is asking, and when: decided before anything is counted or scored. Both must be said, so that forgetting one is no
 * way to see more.
 */
export interface Viewer {
    /** the audiences this person belongs to; 'unrestricted' is for those who maintain the content */
    readonly audience: readonly string[] | 'unrestricted';
    /** milliseconds since 1970; 'always' leaves validity out of account */
    readonly at: number | 'always';
}

/** One of the values must hold; without values nothing is asked. */
export interface SearchFilter {
    readonly kinds?: readonly string[];
    readonly categories?: readonly string[];
    readonly languages?: readonly string[];
}

export type FacetName = 'kind' | 'category' | 'language';

export interface SearchOptions {
    readonly viewer: Viewer;
    readonly filter?: SearchFilter;
    /** hits to give; 10 */
    readonly limit?: number;
    /** hits to pass over; 0 */
    readonly offset?: number;
    /** search in these fields only */
    readonly fields?: readonly FieldName[];
    /** The query is being typed: its last token is taken as a beginning. false */
    readonly typing?: boolean;
    /** facets to count */
    readonly facets?: readonly FacetName[];
    /** whether to say where the query was found; true */
    readonly highlights?: boolean;
    /** of so many of the best to give the ids as well, whatever limit and offset are: for counting what belongs together; 0 */
    readonly ranked?: number;
}

/** UTF-16 units of the original value, from start to before end. */
export interface Range {
    readonly start: number;
    readonly end: number;
}

export interface Highlight extends Range {
    readonly field: FieldName;
    /** which of the field's values; 0 for a title or text */
    readonly value: number;
}

export interface SearchHit {
    readonly id: string;
    /** only to compare hits of one result */
    readonly score: number;
    /** put first by an editor */
    readonly pinned: boolean;
    /** in the order of fields and values, not overlapping */
    readonly highlights: readonly Highlight[];
}

export interface FacetValue {
    readonly value: string;
    readonly count: number;
}

/** A word nobody wrote, and what was searched instead. */
export interface Correction {
    readonly typed: string;
    readonly read: readonly string[];
}

export interface SearchResult {
    readonly hits: readonly SearchHit[];
    /** ids of the best, pinned ones first, as many as were asked for */
    readonly ranked: readonly string[];
    /** all that match, not only the hits given */
    readonly total: number;
    /** for those asked for; most frequent first */
    readonly facets: Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;
    readonly corrections: readonly Correction[];
}

export interface Suggestion {
    readonly id: string;
    /** the document's title */
    readonly title: string;
    /** what to set off in the title */
    readonly highlights: readonly Range[];
}

export interface SimilarDocument {
    readonly id: string;
    /** shared pairs of adjoining tokens over all pairs of both: 1 for the same text */
    readonly resemblance: number;
    /** shared pairs over those of the text given: 1 when the document holds all of it */
    readonly containment: number;
}

export interface SimilarOptions {
    readonly viewer: Viewer;
    /** 5 */
    readonly limit?: number;
    /** the least resemblance or containment to be named; 0.5 */
    readonly threshold?: number;
    /** the document being written */
    readonly except?: string;
}

export interface EngineStatistics {
    /** documents that can be found */
    readonly documents: number;
    readonly terms: number;
    /** an estimate of the memory taken; undefined where the engine lives elsewhere */
    readonly bytes: number | undefined;
}

/**
 * Finds documents. The suite in `@earshot/search/lib/testing/conformance` says what every engine must do; it is run for
 * each.
 *
 * A viewer who may not see a document learns nothing of it: it is not found, not counted, not suggested, does not
 * change the order of other documents, and no word is corrected or completed to one that only it contains.
 */
export interface SearchEngine {
    /** Adds documents, each in the place of one with the same id. They are found as soon as this is done. */
    put(documents: readonly SearchDocument[]): Awaitable<void>;
    /** Ids that are unknown are passed over. */
    remove(ids: readonly string[]): Awaitable<void>;
    /** Never fails because of what is in the query; see `parseQuery` for its syntax. */
    search(query: string, options: SearchOptions): Awaitable<SearchResult>;
    /** Titles to choose from while somebody types. */
    suggest(typed: string, options: { readonly viewer: Viewer; readonly limit?: number }): Awaitable<readonly Suggestion[]>;
    /** Documents that say nearly the same, most alike first: for an editor who is about to write it again. */
    nearDuplicates(text: string, options: SimilarOptions): Awaitable<readonly SimilarDocument[]>;
    /** Words that mean the same, from now on. Replaces what was said before. */
    setSynonyms(groups: readonly SynonymGroup[]): Awaitable<void>;
    /** Answers that come first, from now on. Replaces what was said before. */
    setPins(pins: readonly PinnedAnswer[]): Awaitable<void>;
    /** The index as bytes, for `restore`; undefined where the engine keeps it itself. */
    snapshot(): Awaitable<Uint8Array | undefined>;
    /** Takes a snapshot in place of what is there. false: of another version or damaged; nothing changed, put everything. */
    restore(snapshot: Uint8Array): Awaitable<boolean>;
    statistics(): Awaitable<EngineStatistics>;
}

/** Each of the words finds the others; with `oneWay`, the first finds the others but not the reverse. */
export interface SynonymGroup {
    readonly words: readonly string[];
    readonly oneWay?: boolean;
}

export interface PinnedAnswer {
    /** Queries that it answers: the same but for script, case, spaces and punctuation. */
    readonly queries: readonly string[];
    /** documents to put first, in this order; shown only to whom they may be shown */
    readonly ids: readonly string[];
}
