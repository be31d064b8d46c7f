import { analyse } from '../analysis/analyse';
import type { SynonymGroup } from '../search-engine';

/** Characters and words of a text in order, without pairs and compounds, which follow from them. */
export const unitsOf = (text: string): string[] => analyse(text).filter(each => each.kind === 'character' || each.kind === 'word').map(each => each.term);

const between = '\u0000';
const keyOf = (units: readonly string[]): string => units.join(between);

/** Groups of words that mean the same, found in the units of a query. They are asked for, not indexed, so a change needs no new index. */
export class Synonyms {
    private readonly others = new Map<string, readonly string[]>();
    private longest = 0;

    constructor(groups: readonly SynonymGroup[]) {
        for (const { words, oneWay } of groups) {
            const members = words.filter(each => unitsOf(each).length > 0);
            for (const member of oneWay ? members.slice(0, 1) : members) {
                const units = unitsOf(member);
                const key = keyOf(units);
                this.longest = Math.max(this.longest, units.length);
                const others = members.filter(each => keyOf(unitsOf(each)) !== key);
                this.others.set(key, [...new Set([...this.others.get(key) ?? [], ...others])]);
            }
        }
    }

    /** What else is meant by any part of a text; the longest part counts where parts overlap. */
    within(text: string): string[] {
        const found: string[] = [];
        const units = this.longest === 0 ? [] : unitsOf(text);
        for (let start = 0; start < units.length; start++) {
            for (let length = Math.min(this.longest, units.length - start); length > 0; length--) {
                const others = this.others.get(keyOf(units.slice(start, start + length)));
                if (others) {
                    found.push(...others);
                    start += length - 1;
                    break;
                }
            }
        }
        return [...new Set(found)];
    }

    /** What else is meant by the whole of a text. */
    of(text: string): readonly string[] {
        return this.longest === 0 ? [] : this.others.get(keyOf(unitsOf(text))) ?? [];
    }
}
