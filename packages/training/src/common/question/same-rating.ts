import type { Answer } from '@earshot/forms';
import { fitsNumber } from './fits-number';

/** Whether two people rated the same: numbers within the tolerance, anything else exactly; comments do not count. */
export function sameRating(one: Answer | undefined, other: Answer | undefined, tolerance: number): boolean {
    if (one?.notApplicable || other?.notApplicable) {
        return one?.notApplicable === other?.notApplicable;
    }
    const [expected, given] = [one?.value ?? null, other?.value ?? null];
    if (typeof expected === 'number' && typeof given === 'number') {
        return fitsNumber(given, { id: '', share: 1, value: expected, tolerance });
    }
    return expected === given;
}
