import { Integers } from './numbers';

/**
 * The terms of an index, numbered in the order in which they were first seen. A term's key is two Han characters
 * (2¹⁶ × first + second), one (2¹⁶ × it), or the number of a word, which is smaller than any Han character's key.
 *
 * Keys are found by open addressing with linear probing (Knuth 1998, The Art of Computer Programming 3, 6.4, algorithm L).
 */
export const bigramKey = (first: number, second: number): number => (first << 16 | second) >>> 0;
export const characterKey = (code: number): number => (code << 16) >>> 0;
/** The first Han character (a radical) has this code: words have smaller keys. */
export const firstHanKey = 0x2e80_0000;

/** Fibonacci hashing: 2³² divided by the golden ratio (Knuth 1998, 6.4). */
const multiplier = 0x9e3779b1;
/** how much of the slots may be taken */
const fullest = 0.8;

export class Dictionary {
    private slots = new Uint32Array(1024);
    private shift = 22;
    readonly keys: Integers;

    constructor(keys?: Uint32Array) {
        this.keys = new Integers();
        if (keys) {
            this.keys.ensure(keys.length);
            while (keys.length > this.slots.length * fullest) {
                this.grow();
            }
            keys.forEach(each => this.add(each));
        }
    }

    get size(): number {
        return this.keys.count;
    }

    /** The term's number, or −1. */
    find(key: number): number {
        const { slots } = this;
        const keys = this.keys.items;
        const mask = slots.length - 1;
        for (let slot = Math.imul(key, multiplier) >>> this.shift; ; slot = slot + 1 & mask) {
            const term = slots[slot] - 1;
            if (term < 0 || keys[term] === key) {
                return term;
            }
        }
    }

    findOrAdd(key: number): number {
        const found = this.find(key);
        return found >= 0 ? found : this.add(key);
    }

    /** The bigrams that begin with a character. All keys are looked at: a fifth of a millisecond for 200,000. */
    bigramsOf(code: number): number[] {
        const found: number[] = [];
        const keys = this.keys.items;
        const character = characterKey(code);
        for (let term = 0; term < this.keys.count; term++) {
            if (keys[term] >>> 16 === code && keys[term] !== character) {
                found.push(term);
            }
        }
        return found;
    }

    get byteLength(): number {
        return this.slots.byteLength + this.keys.byteLength;
    }

    private add(key: number): number {
        const term = this.keys.push(key);
        if (this.keys.count > this.slots.length * fullest) {
            this.grow();
        } else {
            this.place(term, key);
        }
        return term;
    }

    private place(term: number, key: number): void {
        const mask = this.slots.length - 1;
        let slot = Math.imul(key, multiplier) >>> this.shift;
        while (this.slots[slot] !== 0) {
            slot = slot + 1 & mask;
        }
        this.slots[slot] = term + 1;
    }

    private grow(): void {
        this.slots = new Uint32Array(this.slots.length * 2);
        this.shift--;
        this.keys.counted.forEach((key, term) => this.place(term, key));
    }
}
