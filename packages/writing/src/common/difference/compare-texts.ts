import { diffArrays } from 'diff';

/** A piece of a text, and whether the other text has it. */
export interface Piece { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }

/** One line of both texts side by side; null where one of them has none. */
export interface DifferenceRow {
    readonly kind: 'same' | 'changed' | 'removed' | 'added';
    readonly before: readonly Piece[] | null;
    readonly after: readonly Piece[] | null;
}

/** Lines that share less than this are another line, not the same one changed. */
const leastAlike = 0.3;

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterFor = (language: string): Intl.Segmenter => {
    const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, known);
    return known;
};

/** The words of a text, with what stands between them. Chinese has words too, which `Intl.Segmenter` knows (Unicode UAX 29 with dictionaries). */
export const wordsOf = (text: string, language: string): string[] => [...segmenterFor(language).segment(text)].map(each => each.segment);

const piecesOf = (before: string[], after: string[]): readonly Piece[] =>
    diffArrays(before, after).map(({ value, added, removed }) => ({ text: value.join(''), kind: added ? 'added' as const : removed ? 'removed' as const : 'same' as const }));

/** What changed within one line, by words. */
export const comparePieces = (before: string, after: string, language: string): readonly Piece[] => piecesOf(wordsOf(before, language), wordsOf(after, language));

const alike = (pieces: readonly Piece[]): number => {
    const length = (kind: Piece['kind']): number => pieces.filter(each => each.kind === kind).reduce((sum, { text }) => sum + text.trim().length, 0);
    const same = length('same');
    return same === 0 ? 0 : same / (same + Math.max(length('removed'), length('added')));
};

const inkOf = (words: readonly string[]): number => words.reduce((sum, each) => sum + each.trim().length, 0);

/** `alike` is never more than this, which asks only for the words that both have, in whatever order: much quicker than to compare them. */
function alikeAtMost(before: readonly string[], after: readonly string[]): number {
    const left = new Map<string, number>();
    before.forEach(each => left.set(each, (left.get(each) ?? 0) + 1));
    const shared = after.filter(each => {
        const count = left.get(each) ?? 0;
        left.set(each, count - 1);
        return count > 0;
    });
    const length = shared.reduce((sum, each) => sum + each.length, 0);
    return length === 0 ? 0 : length / (length + Math.max(inkOf(before), inkOf(after)) - inkOf(shared));
}

const whole = (text: string, kind: Piece['kind']): readonly Piece[] => [{ text, kind }];
const removedRow = (text: string): DifferenceRow => ({ kind: 'removed', before: whole(text, 'removed'), after: null });
const addedRow = (text: string): DifferenceRow => ({ kind: 'added', before: null, after: whole(text, 'added') });

/** Lines that went and lines that came in their place: those that are much alike stand in one row. */
function paired(before: readonly string[], after: readonly string[], language: string): DifferenceRow[] {
    const rows: DifferenceRow[] = [];
    const words = after.map(each => wordsOf(each, language));
    let next = 0;
    for (const line of before) {
        const own = wordsOf(line, language);
        const found = words.slice(next).findIndex(each => alikeAtMost(own, each) >= leastAlike && alike(piecesOf(own, each)) >= leastAlike);
        if (found < 0) {
            rows.push(removedRow(line));
            continue;
        }
        rows.push(...after.slice(next, next + found).map(addedRow));
        const pieces = piecesOf(own, words[next + found]!);
        rows.push({ kind: 'changed', before: pieces.filter(each => each.kind !== 'added'), after: pieces.filter(each => each.kind !== 'removed') });
        next += found + 1;
    }
    return [...rows, ...after.slice(next).map(addedRow)];
}

/**
 * The difference of two texts line by line, and by words within lines (Myers 1986, An O(ND) difference algorithm). Put together, the befores are the one
 * text and the afters the other.
 */
export function compareTexts(before: string, after: string, language: string): readonly DifferenceRow[] {
    const rows: DifferenceRow[] = [];
    const lines = (text: string): string[] => text === '' ? [] : text.split('\n');
    const changes = diffArrays(lines(before), lines(after));
    for (let index = 0; index < changes.length; index++) {
        const { value, added, removed } = changes[index]!;
        const following = changes[index + 1];
        if (removed && following?.added) {
            rows.push(...paired(value, following.value, language));
            index++;
        } else if (added) {
            rows.push(...value.map(addedRow));
        } else if (removed) {
            rows.push(...value.map(removedRow));
        } else {
            rows.push(...value.map(text => ({ kind: 'same' as const, before: whole(text, 'same'), after: whole(text, 'same') })));
        }
    }
    return rows;
}
