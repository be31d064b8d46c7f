import { syllablesOf } from '../analysis/pinyin';
import { scan } from '../analysis/scan';
import { Values } from './document-table';
import { Bitmap } from './bitmap';
import { Integers, ShortIntegers } from './numbers';

export interface PinyinMatch {
    readonly document: number;
    /** the document's value (0 the title, then questions), and the Han characters of it that were read */
    readonly value: number;
    readonly first: number;
    readonly count: number;
    /** from 0 to 2: how much of the syllables was typed, and of the value read */
    readonly score: number;
}

const nextValue = 0xffff;
const hanOf = (text: string): string => {
    let found = '';
    const skip = (): void => { };
    scan(text, { han: code => { found += String.fromCharCode(code); }, word: skip, compound: skip });
    return found;
};

/**
 * How titles and questions sound. All are read through for each query, which takes under a millisecond for 27,000: less
 * than an index of every way to abbreviate them would be worth.
 */
export class PinyinIndex {
    /** the first letter of each syllable; there are some 400 */
    private readonly first = new Uint8Array(65536);
    private lettersNoted = 0;
    readonly syllables: Values;

    constructor(
        syllables: string[] = [],
        /** numbers of syllables; values end with 0xFFFF */
        readonly sounds = new ShortIntegers(),
        /** where each document's sounds begin */
        readonly starts = new Integers()
    ) {
        this.syllables = new Values(syllables);
        this.noteFirstLetters();
    }

    /** Adds the next document. */
    add(values: readonly string[]): void {
        this.starts.push(this.sounds.count);
        for (const value of values) {
            const characters = hanOf(value);
            for (const syllable of characters === '' ? [] : syllablesOf(characters)) {
                this.sounds.push(this.syllables.numberOf(syllable));
            }
            this.sounds.push(nextValue);
        }
        this.noteFirstLetters();
    }

    /** The best match of each document allowed, for letters a–z. Whole syllables, initials, or both may be typed. */
    search(letters: string, allowed: Bitmap): PinyinMatch[] {
        const matches: PinyinMatch[] = [];
        allowed.forEach(document => {
            const end = document + 1 < this.starts.count ? this.starts.items[document + 1] : this.sounds.count;
            const match = this.bestIn(letters, document, this.starts.items[document], end);
            if (match) {
                matches.push(match);
            }
        });
        return matches;
    }

    get byteLength(): number {
        return this.sounds.byteLength + this.starts.byteLength;
    }

    private noteFirstLetters(): void {
        for (; this.lettersNoted < this.syllables.values.length; this.lettersNoted++) {
            this.first[this.lettersNoted] = this.syllables.values[this.lettersNoted].charCodeAt(0);
        }
    }

    private bestIn(letters: string, document: number, start: number, end: number): PinyinMatch | undefined {
        const { first } = this;
        const sounds = this.sounds.items;
        const wanted = letters.charCodeAt(0);
        let best: PinyinMatch | undefined;
        let value = 0;
        let valueStart = start;
        for (let index = start; index < end; index++) {
            if (sounds[index] === nextValue) {
                value++;
                valueStart = index + 1;
            } else if (first[sounds[index]] === wanted) {
                const count = this.match(letters, 0, index, 0);
                if (count > 0) {
                    const score = this.score(letters.length, index, count, valueStart);
                    if (!best || score > best.score) {
                        best = { document, value, first: index - valueStart, count, score };
                    }
                }
            }
        }
        return best;
    }

    /** How many syllables from `index` the letters from `position` read; 0 for none. Whole syllables are tried first. */
    private match(letters: string, position: number, index: number, count: number): number {
        if (position === letters.length) {
            return count;
        }
        const sound = this.sounds.items[index];
        if (sound === nextValue || index >= this.sounds.count || this.first[sound] !== letters.charCodeAt(position)) {
            return 0;
        }
        const syllable = this.syllables.values[sound];
        let shared = 1;
        while (shared < syllable.length && position + shared < letters.length && syllable[shared] === letters[position + shared]) {
            shared++;
        }
        const whole = shared === syllable.length || position + shared === letters.length;
        if (whole) {
            const found = this.match(letters, position + shared, index + 1, count + 1);
            if (found > 0) {
                return found;
            }
        }
        // the initial alone: x for xin, and both letters of zh, ch, sh
        const twoLetters = syllable[1] === 'h' && shared >= 2 ? this.match(letters, position + 2, index + 1, count + 1) : 0;
        return twoLetters > 0 ? twoLetters : this.match(letters, position + 1, index + 1, count + 1);
    }

    private score(typed: number, index: number, count: number, valueStart: number): number {
        let full = 0;
        for (let each = index; each < index + count; each++) {
            full += this.syllables.values[this.sounds.items[each]].length;
        }
        let valueEnd = index + count;
        while (this.sounds.items[valueEnd] !== nextValue) {
            valueEnd++;
        }
        return typed / full + count / (valueEnd - valueStart);
    }
}
