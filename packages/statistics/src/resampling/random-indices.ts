/**
 * A reproducible source of whole numbers: D. Blackman & S. Vigna's xoshiro128** (ACM Trans. Math. Software 47 (2021)),
 * its state filled from the seed by a 32-bit finaliser. The same seed gives the same numbers on every machine.
 */

/** Draws a whole number from 0 to below − 1, all equally likely; `below` is a positive whole number up to 2^32. */
export type DrawIndex = (below: number) => number;

const rotate = (x: number, bits: number): number => x << bits | x >>> 32 - bits;

/** The four words of the generator's state, each 32 bits. */
export type GeneratorState = readonly [number, number, number, number];

/** @param seed a whole number that JavaScript represents exactly */
export const randomIndices = (seed: number): DrawIndex => {
    if (!Number.isSafeInteger(seed)) {
        throw new RangeError(`A seed is a whole number, not ${seed}`);
    }
    let counter = seed | 0;
    const high = Math.floor(seed / 2 ** 32) | 0;
    const nextState = (): number => {
        counter = counter + 0x9e3779b9 | 0;
        let mixed = counter ^ Math.imul(high, 0x85ebca6b);
        mixed = Math.imul(mixed ^ mixed >>> 16, 0x21f0aaad);
        mixed = Math.imul(mixed ^ mixed >>> 15, 0x735a2d97);
        return mixed ^ mixed >>> 15;
    };
    return indicesFrom([nextState(), nextState(), nextState(), nextState()]);
};

/** The generator itself: its words in order, from 0 to 2^32 − 1. */
export const xoshiro128 = (state: GeneratorState): () => number => {
    let [a, b, c, d] = state;
    return () => {
        const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = rotate(d, 11);
        return result;
    };
};

const indicesFrom = (state: GeneratorState): DrawIndex => {
    const next = xoshiro128(state);
    return below => {
        // Numbers past the last whole multiple would favour the small remainders.
        const limit = 2 ** 32 - 2 ** 32 % below;
        let drawn = next();
        while (drawn >= limit) {
            drawn = next();
        }
        return drawn % below;
    };
};
