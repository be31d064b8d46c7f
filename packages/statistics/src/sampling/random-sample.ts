/**
 * Samples without replacement from units numbered 0 to population − 1, drawn with a seeded generator so that whoever has the
 * seed can draw them again. R. A. Fisher & F. Yates, Statistical Tables (1938), in the form of R. Durstenfeld, CACM 7 (1964) 420;
 * W. G. Cochran, Sampling Techniques (3rd ed. 1977), chapters 2 and 8.
 */
import type { DrawIndex } from '../resampling/random-indices';

const checkSize = (population: number, size: number): void => {
    if (!Number.isInteger(population) || !Number.isInteger(size) || size < 0 || size > population) {
        throw new RangeError(`${size} of ${population} units cannot be drawn`);
    }
};

/**
 * All units in an order in which every order is equally likely. Its first n are a simple random sample of n; whoever has to
 * replace one of them takes the next, so that a replacement is drawn and not chosen.
 */
export const randomOrder = (population: number, draw: DrawIndex): number[] => {
    checkSize(population, population);
    const order = Array.from({ length: population }, (_, unit) => unit);
    for (let place = 0; place < population - 1; place++) {
        const other = place + draw(population - place);
        [order[place], order[other]] = [order[other]!, order[place]!];
    }
    return order;
};

/** A simple random sample: every set of so many units is equally likely. In the order of the draw. */
export const simpleRandomSample = (population: number, size: number, draw: DrawIndex): number[] => {
    checkSize(population, size);
    return randomOrder(population, draw).slice(0, size);
};

/**
 * A sample that is spread evenly over units in a given order (of time, say): a random start, then equal steps of population / size,
 * fractions included, so that every unit has exactly the chance size / population whatever the remainder. Ascending.
 */
export const systematicSample = (population: number, size: number, draw: DrawIndex): number[] => {
    checkSize(population, size);
    if (size === 0) {
        return [];
    }
    // In units of 1 / size: the start is one of `population` whole numbers, so that no chance is rounded.
    const start = draw(population);
    return Array.from({ length: size }, (_, step) => Math.floor((start + step * population) / size));
};
