/** A set of document numbers, one bit each. */
export class Bitmap {
    /** May be shorter than the documents are many: what is beyond is not in the set. */
    words: Uint32Array;

    constructor(words: Uint32Array = new Uint32Array(0)) {
        this.words = words;
    }

    static of(count: number): Bitmap {
        return new Bitmap(new Uint32Array(count + 31 >>> 5));
    }

    copy(): Bitmap {
        return new Bitmap(this.words.slice());
    }

    has(index: number): boolean {
        const word = index >>> 5;
        return word < this.words.length && (this.words[word] >>> (index & 31) & 1) === 1;
    }

    add(index: number): void {
        const word = index >>> 5;
        if (word >= this.words.length) {
            const larger = new Uint32Array(Math.max(word + 1, Math.ceil(this.words.length * 1.25)));
            larger.set(this.words);
            this.words = larger;
        }
        this.words[word] |= 1 << (index & 31);
    }

    delete(index: number): void {
        const word = index >>> 5;
        if (word < this.words.length) {
            this.words[word] &= ~(1 << (index & 31));
        }
    }

    /** Keeps what is in both. */
    intersect(other: Bitmap): this {
        for (let word = 0; word < this.words.length; word++) {
            this.words[word] &= word < other.words.length ? other.words[word] : 0;
        }
        return this;
    }

    subtract(other: Bitmap): this {
        const shared = Math.min(this.words.length, other.words.length);
        for (let word = 0; word < shared; word++) {
            this.words[word] &= ~other.words[word];
        }
        return this;
    }

    /** Adds what is in the other. */
    unite(other: Bitmap): this {
        if (other.words.length > this.words.length) {
            const larger = new Uint32Array(other.words.length);
            larger.set(this.words);
            this.words = larger;
        }
        for (let word = 0; word < other.words.length; word++) {
            this.words[word] |= other.words[word];
        }
        return this;
    }

    /** How many are in it: bits added pairwise within each word (Warren 2013, Hacker's Delight, 5–1). */
    count(): number {
        let sum = 0;
        for (let bits of this.words) {
            bits -= bits >>> 1 & 0x55555555;
            bits = (bits & 0x33333333) + (bits >>> 2 & 0x33333333);
            sum += Math.imul(bits + (bits >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
        }
        return sum;
    }

    /** In ascending order. */
    forEach(visit: (index: number) => void): void {
        for (let word = 0; word < this.words.length; word++) {
            for (let bits = this.words[word]; bits !== 0; bits &= bits - 1) {
                visit((word << 5) + 31 - Math.clz32(bits & -bits));
            }
        }
    }
}
