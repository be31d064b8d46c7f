import { bigramKey } from './dictionary';
import type { Ranking } from './ranking';
import type { SegmentIndex } from './segment-index';
import type { View } from './views';

/**
 * Terms that stand in for what was typed. Only terms that stand in a document of the view are given, in an order that
 * does not depend on when documents were added.
 */
export class Expansions {
    constructor(private readonly index: SegmentIndex, private readonly view: View, private readonly fields: number, private readonly ranking: Ranking) { }

    /** Pairs that begin with a character: the most frequent. */
    ofCharacter(code: number): number[] {
        return this.mostFrequent(this.index.parts.dictionary.bigramsOf(code));
    }

    /** Words that begin with these letters: the most frequent. */
    ofPrefix(letters: string): number[] {
        const words = this.index.parts.vocabulary.startingWith(letters, 2000);
        return this.mostFrequent(words.map(each => this.index.parts.dictionary.find(each)).filter(each => each >= 0));
    }

    /**
     * Words that differ from this one by few typing errors: the nearest, then the most frequent. Unless errors were asked for
     * (`edits`), only the nearest, and only those that begin alike: people seldom mistype the first letter (Yannakoudakis
     * & Fawthrop 1983), and a word that is merely missing should not be taken for another.
     */
    ofTypo(stem: string, edits?: number): number[] {
        const { vocabulary, dictionary } = this.index.parts;
        const near = vocabulary.near.near(stem, edits ?? (stem.length >= 8 ? 2 : 1))
            .filter(({ number }) => edits !== undefined || vocabulary.stems[number][0] === stem[0])
            .map(({ number, distance }) => ({ term: dictionary.find(number), distance }))
            .filter(each => each.term >= 0 && this.frequency(each.term) > 0)
            .sort((a, b) => a.distance - b.distance || this.frequency(b.term) - this.frequency(a.term) || this.byName(a.term, b.term));
        return near.filter(each => edits !== undefined || each.distance === near[0].distance).slice(0, this.ranking.typo.candidates).map(each => each.term);
    }

    /** A term as it would be shown. */
    nameOf(term: number): string {
        const key = this.index.parts.dictionary.keys.items[term];
        const first = key >>> 16;
        const second = key & 0xffff;
        return key < bigramKey(0x2e80, 0) ? this.index.parts.vocabulary.stems[key] : String.fromCharCode(first) + (second === 0 ? '' : String.fromCharCode(second));
    }

    private frequency(term: number): number {
        return this.view.frequencyOf(term, this.fields);
    }

    private mostFrequent(terms: readonly number[]): number[] {
        const counted = terms.map(term => ({ term, frequency: this.frequency(term) })).filter(each => each.frequency > 0);
        return counted.sort((a, b) => b.frequency - a.frequency || this.byName(a.term, b.term)).slice(0, this.ranking.prefix.expansions).map(each => each.term);
    }

    private byName(a: number, b: number): number {
        return this.nameOf(a) < this.nameOf(b) ? -1 : 1;
    }
}
