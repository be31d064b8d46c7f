import { englishWord } from '../analysis/english';
import { NearWords } from './near-words';

/**
 * The words of an index, numbered by their stems. The words as they were written are kept too: they save the stemmer's
 * work, and a prefix typed is a prefix of a written word, not always of its stem (activati…, activ).
 */
export class Vocabulary {
    readonly stems: string[] = [];
    private readonly numbers = new Map<string, number>();
    private readonly written = new Map<string, number>();
    /** all written words in order, and those that came since */
    private sorted: string[] = [];
    private fresh: string[] = [];
    /** the stems by their letters, for words typed wrong */
    readonly near = new NearWords(this.stems);

    /** The number of a word's stem, new if need be. */
    numberOf(word: string): number {
        const known = this.written.get(word);
        if (known !== undefined) {
            return known;
        }
        const number = this.numberOfStem(englishWord(word).stem);
        this.note(word, number);
        return number;
    }

    /** The number of a word's stem, or −1. Learns nothing, so that queries don't fill the index. */
    find(word: string): number {
        return this.written.get(word) ?? this.numbers.get(englishWord(word).stem) ?? -1;
    }

    /** The stems of written words that begin so, at most so many words looked at. */
    startingWith(prefix: string, limit: number): number[] {
        this.sort();
        const found = new Set<number>();
        for (let index = this.firstFrom(prefix), seen = 0; seen < limit && index < this.sorted.length && this.sorted[index].startsWith(prefix); index++, seen++) {
            found.add(this.written.get(this.sorted[index])!);
        }
        return [...found];
    }

    get byteLength(): number {
        // an entry of a Map with a short string as its key takes about 100 bytes, a place in a list 8
        return (this.numbers.size + this.written.size) * 100 + (this.stems.length + this.sorted.length) * 8 + this.near.byteLength;
    }

    /** Written words and their stems' numbers, for a snapshot. */
    entries(): { readonly words: string[]; readonly numbers: number[] } {
        return { words: [...this.written.keys()], numbers: [...this.written.values()] };
    }

    static from(stems: readonly string[], words: readonly string[], numbers: readonly number[]): Vocabulary {
        const vocabulary = new Vocabulary();
        stems.forEach(each => vocabulary.numberOfStem(each));
        words.forEach((word, index) => vocabulary.note(word, numbers[index]));
        return vocabulary;
    }

    private numberOfStem(stemmed: string): number {
        const known = this.numbers.get(stemmed);
        if (known !== undefined) {
            return known;
        }
        this.numbers.set(stemmed, this.stems.length);
        this.near.add(this.stems.push(stemmed) - 1);
        return this.stems.length - 1;
    }

    private note(word: string, number: number): void {
        this.written.set(word, number);
        this.fresh.push(word);
    }

    private sort(): void {
        if (this.fresh.length > 0) {
            // an almost sorted list is cheap to sort: the sort looks for runs
            this.sorted = [...this.sorted, ...this.fresh.sort()].sort();
            this.fresh = [];
        }
    }

    private firstFrom(prefix: string): number {
        let low = 0;
        let high = this.sorted.length;
        while (low < high) {
            const middle = low + high >> 1;
            if (this.sorted[middle] < prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
