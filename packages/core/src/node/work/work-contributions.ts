import type { Figure, Hit, WorkItem } from '../../common/house-contract';
import type { ShownVersion } from '../../common/search/search-contract';
import type { Principal } from '../api/context';

export type Person = Principal & { readonly personId: string };

/** Contribution point: what waits for somebody, and the figures that matter to them, as Home shows them. */
export const WorkItemSource = Symbol('WorkItemSource');
export interface WorkItemSource {
    /** For the log: `evaluations`, `disputes` … */
    readonly name: string;
    /** Only what this person has to do themselves. A source that takes longer than two seconds is left out. */
    items(principal: Person): Promise<readonly WorkItem[]>;
    figures?(principal: Person): Promise<readonly Figure[]>;
}

/** Contribution point: how things of one kind are named and linked: `earshot:/<package>/<type>/<id>`. */
export const EntityType = Symbol('EntityType');
export interface EntityType {
    readonly package: string;
    /** The plural noun of links, pages and API: `evaluations`. */
    readonly type: string;
    /** Undefined for what does not exist, or what this person may not see. */
    describe(principal: Person, id: string): Promise<Hit | undefined>;
    /** Of what has versions: the one that readers see now. It is kept beside what was noted about the thing, so that one can see later what was on the screen. */
    version?(id: string): Promise<string | undefined>;
    /** The thing as that version had it, whatever has become of it since; undefined where it was not for this person. */
    past?(principal: Person, id: string, version: string): Promise<Hit & ShownVersion | undefined>;
}
