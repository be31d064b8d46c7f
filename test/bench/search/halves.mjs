/** Two halves of a collection's queries, drawn by a hash of their text, and how sure a lead on them is. */
import { createHash } from 'node:crypto';
import { average, percentile } from './measure.mjs';

/** The same for a query wherever it stands; another seed draws other halves. */
const inFirstHalf = (text, seed) => createHash('sha256').update(`${seed} ${text}`).digest()[0] % 2 === 0;

/** @returns the halves, neither empty: with very few queries they are the queries in turn */
export const halvesOf = (queries, seed = 1) => {
    const halves = [queries.filter(each => inFirstHalf(each.text, seed)), queries.filter(each => !inFirstHalf(each.text, seed))];
    return halves.every(each => each.length > 0) ? halves : [queries.filter((_, index) => index % 2 === 0), queries.filter((_, index) => index % 2 === 1)];
};

/**
 * How sure a lead in nDCG is, by the queries alone: the middle 95 % of the mean difference over resampled queries (paired bootstrap,
 * Efron & Tibshirani 1993, chapter 13).
 *
 * @param ours figures by query, in the same order as theirs
 */
export const leadOf = (ours, theirs, seed = 1) => {
    const differences = ours.map((each, index) => each - theirs[index]);
    let state = seed >>> 0;
    const next = bound => {
        state = Math.imul(state, 1_664_525) + 1_013_904_223 >>> 0;       // Knuth's linear congruence, in its upper bits
        return Math.floor(state / 2 ** 32 * bound);
    };
    const means = Array.from({ length: 1000 }, () => average(differences.map(() => differences[next(differences.length)])));
    return { mean: average(differences), low: percentile(means, 0.025), high: percentile(means, 0.975) };
};
