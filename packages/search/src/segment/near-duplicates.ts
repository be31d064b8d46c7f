import { analyse } from '../analysis/analyse';
import type { SimilarDocument, SimilarOptions } from '../search-engine';
import { mostAlike } from '../text/resemblance';
import { Bitmap } from './bitmap';
import { bigramKey, firstHanKey } from './dictionary';
import { BestHits } from './best-hits';
import type { Ranking } from './ranking';
import { Accumulator, Scorer } from './scorer';
import type { SegmentIndex } from './segment-index';
import { allFields, type View } from './views';

/**
 * Documents that say nearly the same: the candidates are those that score best for the text's rarest terms, and are then
 * compared by their pairs of adjoining tokens, as sets (Broder 1997, On the resemblance and containment of documents).
 * The pairs are counted out of the stored tokens, so both figures are exact.
 */
const rarestTerms = 64;
const candidateCount = 40;

/** Pairs of adjoining characters and words; a pair across punctuation counts too. */
class Pairs {
    readonly keys = new Set<string | number>();
    private before: number | string | undefined;

    unit(key: number | string): void {
        if (this.before !== undefined) {
            this.keys.add(typeof key === 'number' && typeof this.before === 'number' && key >= firstHanKey && this.before >= firstHanKey
                ? bigramKey(this.before >>> 16, key >>> 16) : `${this.before} ${key}`);
        }
        this.before = key;
    }

    end(): void {
        this.before = undefined;
    }
}

const pairsOfText = (index: SegmentIndex, text: string): Set<string | number> => {
    const pairs = new Pairs();
    for (const token of analyse(text)) {
        if (token.kind === 'character') {
            pairs.unit(bigramKey(token.term.charCodeAt(0), 0));
        } else if (token.kind === 'word') {
            const word = index.parts.vocabulary.find(token.written);
            pairs.unit(word >= 0 ? word : `?${token.term}`);
        }
    }
    return pairs.keys;
};

const pairsOfDocument = (index: SegmentIndex, document: number): Set<string | number> => {
    const pairs = new Pairs();
    index.read(document, {
        field: () => pairs.end(),
        value: () => pairs.end(),
        han: code => pairs.unit(bigramKey(code, 0)),
        word: number => pairs.unit(number),
        compound: () => { }
    });
    return pairs.keys;
};

const rarest = (index: SegmentIndex, view: View, text: string): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const token of analyse(text)) {
        const term = token.kind === 'character' ? -1 : index.find(token.kind, token.written);
        if (term >= 0 && view.frequencyOf(term, allFields) > 0) {
            counts.set(term, (counts.get(term) ?? 0) + 1);
        }
    }
    const sorted = [...counts.keys()].sort((a, b) => view.frequencyOf(a, allFields) - view.frequencyOf(b, allFields));
    return new Map(sorted.slice(0, rarestTerms).map(term => [term, counts.get(term)!]));
};

export const nearDuplicatesIn = (index: SegmentIndex, view: View, ranking: Ranking, accumulator: Accumulator, text: string, options: SimilarOptions): SimilarDocument[] => {
    const wanted = pairsOfText(index, text);
    if (wanted.size === 0) {
        return [];
    }
    const allowed = view.documents.copy();
    const except = options.except === undefined ? undefined : index.parts.documents.numbers.get(options.except);
    if (except !== undefined) {
        allowed.subtract(bitOf(except));
    }
    const scorer = new Scorer(index, view, ranking, accumulator);
    rarest(index, view, text).forEach((count, term) => scorer.add(term, count, allFields, allowed));
    const { ids } = index.parts.documents;
    const best = new BestHits(candidateCount, (document, other) => ids[document] < ids[other]);
    for (let each = 0; each < accumulator.count; each++) {
        best.offer(accumulator.touched[each], accumulator.scores[accumulator.touched[each]]);
    }
    accumulator.clear();
    const compare = (document: number): SimilarDocument => {
        const pairs = pairsOfDocument(index, document);
        let shared = 0;
        wanted.forEach(each => { shared += pairs.has(each) ? 1 : 0; });
        return { id: ids[document], resemblance: shared / (wanted.size + pairs.size - shared), containment: shared / wanted.size };
    };
    return mostAlike(best.sorted().map(each => compare(each.document)), options);
};

const bitOf = (document: number): Bitmap => {
    const bit = new Bitmap();
    bit.add(document);
    return bit;
};
