import { editDistance } from './edit-distance';
import { Integers } from './numbers';

interface WordsOfLength {
    readonly numbers: Integers;
    /** the letters that each word has once or more, and twice or more */
    readonly once: Integers;
    readonly twice: Integers;
}

/** 32 letters: a–z have their own, all else share the rest. */
const letterBit = (code: number): number => 1 << (code >= 97 && code < 123 ? code - 97 : 26 + code % 6);

const lettersOf = (word: string): { once: number; twice: number } => {
    let once = 0;
    let twice = 0;
    for (let index = 0; index < word.length; index++) {
        const bit = letterBit(word.charCodeAt(index));
        twice |= once & bit;
        once |= bit;
    }
    return { once, twice };
};

/** Bits added pairwise (Warren 2013, Hacker's Delight, 5–1). */
const countBits = (word: number): number => {
    let bits = word - (word >>> 1 & 0x55555555);
    bits = (bits & 0x33333333) + (bits >>> 2 & 0x33333333);
    return Math.imul(bits + (bits >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Words by their length and letters. An error in typing adds a letter, takes one away, or both, so words that differ by
 * n errors differ by at most n in length and 2 × n in the letters they have: all others are passed over unread. A
 * dictionary of all ways to leave letters out is faster, and takes a hundred times the memory.
 */
export class NearWords {
    private readonly lengths: WordsOfLength[] = [];

    constructor(private readonly words: readonly string[]) { }

    /** Adds the word with this number. */
    add(number: number): void {
        const word = this.words[number];
        const same = this.lengths[word.length] ??= { numbers: new Integers(), once: new Integers(), twice: new Integers() };
        const { once, twice } = lettersOf(word);
        same.numbers.push(number);
        same.once.push(once);
        same.twice.push(twice);
    }

    /** Numbers and distances of words that differ by so many errors at most. */
    near(word: string, errors: number): { readonly number: number; readonly distance: number }[] {
        const { once, twice } = lettersOf(word);
        const found: { number: number; distance: number }[] = [];
        for (let length = Math.max(1, word.length - errors); length <= word.length + errors; length++) {
            const same = this.lengths[length];
            for (let index = 0; index < (same?.numbers.count ?? 0); index++) {
                if (countBits(same.once.items[index] ^ once) + countBits(same.twice.items[index] ^ twice) <= 2 * errors) {
                    const number = same.numbers.items[index];
                    const distance = editDistance(word, this.words[number], errors);
                    if (distance <= errors) {
                        found.push({ number, distance });
                    }
                }
            }
        }
        return found;
    }

    get byteLength(): number {
        return this.lengths.reduce((sum, each) => sum + each.numbers.byteLength + each.once.byteLength + each.twice.byteLength, 0);
    }
}
