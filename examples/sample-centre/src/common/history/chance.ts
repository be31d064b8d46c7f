/** What comes by chance, the same on every machine for a seed. */
export interface Chance {
    /** From 0 up to, but not with, 1. */
    next(): number;
    /** Whether something happens that happens so often, 0 to 1. */
    happens(share: number): boolean;
    /** A whole number from one to the other, both included. */
    between(least: number, most: number): number;
    pick<T>(of: readonly T[]): T;
}

/** A linear congruential generator modulo 2^32 with the constants of W. H. Press et al., Numerical Recipes, 2nd edition, 7.1. The low bits of such a one are poor: only fractions are taken from it. */
export function chanceOf(seed: number): Chance {
    let state = seed >>> 0;
    const next = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
    return {
        next, happens: share => next() < share, between: (least, most) => least + Math.floor(next() * (most - least + 1)),
        pick: of => of[Math.floor(next() * of.length)]!
    };
}
