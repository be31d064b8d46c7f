import type { Hit } from '../../common/house-contract';
import type { Person } from '../work/work-contributions';

/**
 * Contribution point: things that are found by name, number or pinyin (people, calls, forms), asked each time because they change all the time.
 * What is found by what it says is a `SearchSource`. The quick panel shows both.
 */
export const LookupSource = Symbol('LookupSource');
export interface LookupSource {
    /** `person`, `interaction` …; the browser has a word and an icon for it. */
    readonly kind: string;
    /** The best first, and only what this person may see. Typed letter by letter, so it must be quick: a source that takes longer than 400 ms is left out. */
    search(principal: Person, text: string, limit: number): Promise<readonly Hit[]>;
}
