import type { PinnedAnswer } from '../search-engine';
import { unitsOf } from './synonyms';

const keyOf = (text: string): string => unitsOf(text).join(' ');

/** Answers that editors put first, by the query in normal form. */
export class Pins {
    private readonly answers = new Map<string, string[]>();

    constructor(pins: readonly PinnedAnswer[]) {
        for (const { queries, ids } of pins) {
            for (const key of queries.map(keyOf).filter(each => each !== '')) {
                this.answers.set(key, [...new Set([...this.answers.get(key) ?? [], ...ids])]);
            }
        }
    }

    /** Ids of the documents that answer the query. */
    for(query: string): readonly string[] {
        return this.answers.size === 0 ? [] : this.answers.get(keyOf(query)) ?? [];
    }
}
