/**
 * How many units each stratum gives to a sample. Proportional allocation and Neyman's (J. Royal Statistical Society 97 (1934)
 * 558–625): W. G. Cochran, Sampling Techniques (3rd ed. 1977), 5.5–5.8. Whole numbers by the largest remainder.
 */
export interface Stratum {
    /** Units in the stratum. */
    readonly size: number;
    /** Standard deviation of what is measured, for Neyman's allocation; where it is not known, the mean of the known ones is taken. */
    readonly deviation?: number;
}

export type AllocationMethod = 'proportional' | 'equal' | 'neyman';

const check = (strata: readonly Stratum[], total: number): void => {
    if (!Number.isInteger(total) || total < 0) {
        throw new RangeError(`A sample has a whole number of units, not ${total}`);
    }
    for (const { size, deviation } of strata) {
        if (!Number.isInteger(size) || size < 0 || deviation !== undefined && !(deviation >= 0 && deviation < Infinity)) {
            throw new RangeError('A stratum has a whole number of units and a finite standard deviation');
        }
    }
};

const weightsOf = (strata: readonly Stratum[], method: AllocationMethod): number[] => {
    if (method === 'equal') {
        return strata.map(each => Math.min(each.size, 1));
    }
    if (method === 'neyman') {
        const known = strata.filter(each => each.deviation !== undefined);
        const usual = known.length ? known.reduce((sum, each) => sum + each.deviation!, 0) / known.length : 1;
        const weights = strata.map(each => each.size * (each.deviation ?? usual));
        if (weights.some(each => each > 0)) {
            return weights;
        }
    }
    return strata.map(each => each.size);
};

/** Whole parts of a total in proportion to weights; what rounding down leaves goes to the largest remainders, ties to the first. */
const largestRemainder = (weights: readonly number[], total: number): number[] => {
    const sum = weights.reduce((before, each) => before + each, 0);
    const exact = weights.map(each => sum ? total * each / sum : 0);
    const parts = exact.map(each => Math.floor(each + 1e-9));
    const order = exact.map((each, place) => ({ place, rest: each - parts[place]! })).filter(each => weights[each.place]! > 0).sort((one, other) => other.rest - one.rest || one.place - other.place);
    const left = sum ? total - parts.reduce((before, each) => before + each, 0) : 0;
    order.slice(0, left).forEach(each => { parts[each.place]!++; });
    return parts;
};

/**
 * @param total units to draw altogether; strata that are smaller than their part give all they have, and the rest is divided among the others
 * @param least what every stratum gives at least, as far as it has it and the total allows it
 * @returns as many numbers as strata, none above its size; their sum is the total, or the population where that is smaller
 */
export const allocate = (strata: readonly Stratum[], total: number, method: AllocationMethod = 'proportional', least = 0): number[] => {
    check(strata, total);
    const most = strata.map(each => each.size);
    const floor = most.map(size => Math.min(size, least));
    const sum = (values: readonly number[]): number => values.reduce((before, each) => before + each, 0);
    const lowest = sum(floor) <= total ? floor : strata.map(() => 0);
    const weights = weightsOf(strata, method);
    const parts = strata.map(() => 0);
    let open = strata.map((_, place) => place);
    let left = Math.min(total, sum(most));
    while (open.length) {
        const weighing = open.map(place => weights[place]!);
        const wanted = largestRemainder(sum(weighing) ? weighing : open.map(place => most[place]!), left);
        const bounded = open.map((place, index) => Math.max(lowest[place]!, Math.min(most[place]!, wanted[index]!)));
        // Whichever bound takes more from the others is settled first: then the other one is looked at again.
        const excess = sum(bounded) - sum(wanted);
        const settled = open.filter((_, index) => excess > 0 ? bounded[index]! > wanted[index]! : excess < 0 ? bounded[index]! < wanted[index]! : true);
        settled.forEach(place => { parts[place] = bounded[open.indexOf(place)]!; });
        left -= sum(settled.map(place => parts[place]!));
        open = open.filter(place => !settled.includes(place));
    }
    return parts;
};
