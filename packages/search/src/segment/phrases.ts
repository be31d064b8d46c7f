import type { Token } from '../analysis/analyse';
import { Bitmap } from './bitmap';
import { characterKey } from './dictionary';
import { PostingCursor } from './posting-lists';
import type { SegmentIndex } from './segment-index';

/** Keys of characters and words that must follow each other; punctuation between them does not count. */
export type Sequence = readonly number[];

export interface PhrasePlace {
    readonly field: number;
    readonly value: number;
    readonly start: number;
    readonly end: number;
}

/** What must follow each other for a text to be found; undefined when some word of it is nowhere. */
export const sequenceOf = (index: SegmentIndex, tokens: readonly Token[]): Sequence | undefined => {
    const keys = tokens.filter(each => each.kind === 'character' || each.kind === 'word')
        .map(each => each.kind === 'character' ? characterKey(each.term.charCodeAt(0)) : index.parts.vocabulary.find(each.written));
    return keys.length > 0 && keys.every(each => each >= 0) ? keys : undefined;
};

/** Documents of a set that contain all tokens of a text, in any order, in one of the fields. */
const withAll = (index: SegmentIndex, tokens: readonly Token[], fields: number, among: Bitmap): Bitmap => {
    // a compound is its parts in a row, and the characters of a pair are in the pair
    const needed = tokens.filter(each => each.kind !== 'compound' && (each.kind !== 'character' || !tokens.some(other => other.kind === 'bigram' && other.start <= each.start && each.end <= other.end)));
    const terms = needed.map(each => index.find(each.kind, each.written));
    if (needed.length === 0 || terms.some(each => each < 0)) {
        return new Bitmap();
    }
    const { frequencies } = index.parts.postings;
    const cursor = new PostingCursor(index.parts.postings);
    return terms.sort((a, b) => frequencies.items[a] - frequencies.items[b]).reduce((left, term) => {
        const found = Bitmap.of(index.parts.documents.count);
        for (cursor.open(term); cursor.next();) {
            if ((cursor.fields & fields) !== 0 && left.has(cursor.document)) {
                found.add(cursor.document);
            }
        }
        return found;
    }, among);
};

/** Documents of a set in which a text stands, its tokens next to each other. */
export const matching = (index: SegmentIndex, tokens: readonly Token[], fields: number, among: Bitmap): Bitmap => {
    const sequence = sequenceOf(index, tokens);
    if (!sequence) {
        return new Bitmap();
    }
    const found = withAll(index, tokens, fields, among);
    const oneTerm = sequence.length === 1 || sequence.length === 2 && tokens.some(each => each.kind === 'bigram');
    if (!oneTerm) {
        found.copy().forEach(document => {
            if (!contains(index.keysOf(document, fields), sequence)) {
                found.delete(document);
            }
        });
    }
    return found;
};

const contains = (keys: Uint32Array, sequence: Sequence): boolean => {
    for (let at = keys.indexOf(sequence[0]); at >= 0; at = keys.indexOf(sequence[0], at + 1)) {
        if (sequence.every((key, offset) => keys[at + offset] === key)) {
            return true;
        }
    }
    return false;
};

/** Where sequences stand in a document. */
export const placesIn = (index: SegmentIndex, document: number, sequences: readonly Sequence[], fields: number): PhrasePlace[] => {
    const places: PhrasePlace[] = [];
    let keys: number[] = [];
    let extents: [number, number][] = [];
    let field = 0;
    let value = 0;
    const look = (): void => {
        if ((fields >>> field & 1) === 0) {
            return;
        }
        for (const sequence of sequences) {
            for (let at = keys.indexOf(sequence[0]); at >= 0; at = keys.indexOf(sequence[0], at + 1)) {
                if (sequence.every((key, offset) => keys[at + offset] === key)) {
                    places.push({ field, value, start: extents[at][0], end: extents[at + sequence.length - 1][1] });
                }
            }
        }
    };
    const restart = (): void => {
        look();
        keys = [];
        extents = [];
    };
    index.read(document, {
        field: number => { restart(); field = number; value = 0; },
        value: () => { restart(); value++; },
        han: (code, start, end) => { keys.push(characterKey(code)); extents.push([start, end]); },
        word: (number, start, end) => { keys.push(number); extents.push([start, end]); },
        compound: () => { }
    });
    look();
    return places;
};
