import type { SearchFields } from '@earshot/search';
import type { EntityLink } from '../../common/linking/entity-link';
import type { Person } from '../work/work-contributions';

/** Something that is found by what it says. Moments are milliseconds since 1970. */
export interface SourceDocument {
    /** A UUID, the one that the domain events of the source name. */
    readonly id: string;
    /** Another text whenever anything here is another: a revision's hash, a row's version, or several joined. */
    readonly version: string;
    /** What it is called (`title`), other ways to ask for it (`questions`), `tags`, and what it says (`text`, plain: no Markdown). */
    readonly fields: SearchFields;
    /** As BCP 47 writes it: `zh-Hans`, `zh-Hant`, `en`. */
    readonly language: string;
    /** Of what stands in several languages: the same text for all of them. Of those that are found one is shown. */
    readonly group?: string;
    /** What it is filed under: an id or a code, of which `categoryNames` knows the words. */
    readonly category?: string;
    /**
     * Who may find it, besides having the source's permission: anybody in one of these groups, nobody without one. Core knows `everyone`,
     * `person:<id>`, `role:<code>` and `team:<id>` (one's own team and those one leads, with all below them); `groups` adds others.
     */
    readonly audience: readonly string[];
    /** Found from then on. */
    readonly validFrom?: number;
    /** Not found from then on. */
    readonly validUntil?: number;
    readonly updatedAt: number;
    readonly link: EntityLink;
    /** What a reader should know at once; `unverified`: its review is overdue. */
    readonly state?: 'current' | 'unverified';
    /** Factor on its score, above 0 and 10 at most; 1 without it. */
    readonly weight?: number;
}

export interface DocumentVersion {
    readonly id: string;
    readonly version: string;
    /** As the document has them: what stands in several languages is counted once without reading it. */
    readonly group?: string;
    readonly category?: string;
}

/**
 * Contribution point: content that is found by what it says (articles, clauses, scripts). Core keeps an index of it, ranks, highlights, and
 * shows nobody what they may not see. What changes every minute and is found by its name only (people, calls) is a `LookupSource` instead.
 *
 * When one of `events` arrives, its `entityId` is loaded again: a document that `load` gives takes the place of the old one, one that it does not
 * give is forgotten. `versions` is compared with the index at the start, after a lost connection and now and then, so that a missed event does no
 * lasting harm. All methods read the database as it is; none is asked on behalf of a person, except `groups`.
 */
export const SearchSource = Symbol('SearchSource');
export interface SearchSource {
    /** `article` …: one source per kind. The browser has a word and an icon for it (`EntityKindContribution`). */
    readonly kind: string;
    /** Without it, in whatever scope, nothing of this source is found. */
    readonly permission: string;
    /** Types of the domain events that name a document which was added, changed or removed: `article.changed`. */
    readonly events: readonly string[];
    /** Every document that somebody may find now or later, with its version. One cheap query: texts are not needed. */
    versions(): Promise<readonly DocumentVersion[]>;
    /** Those that there are, in any order; at most 200 are asked for. Also called for the hits on a screen, so it must be quick. */
    load(ids: readonly string[]): Promise<readonly SourceDocument[]>;
    /** Further groups of a person, as `audience` names them: `editors`, `expert-group:<id>`. */
    groups?(principal: Person): Promise<readonly string[]>;
    /** The language that a person has said they read, as BCP 47 writes it; undefined where it is that of the screen. */
    readingLanguage?(principal: Person): Promise<string | undefined>;
    /** The words for these categories, in the language of the screen (`en`, `zh-cn`, `zh-tw`). One that nobody knows may be left out. */
    categoryNames?(categories: readonly string[], language: string): Promise<ReadonlyMap<string, string>>;
}
