import { normal } from '@earshot/statistics';

/**
 * How closely a share of all calls is known from so many at random: ± this part of 1, at worst (a share of one half). The formula of
 * `sampleSize` the other way round: W. G. Cochran, Sampling Techniques (3rd ed. 1977), 4.4. Null for fewer than one call.
 */
export function marginOf(calls: number, population: number, confidence: number): number | null {
    if (calls < 1 || population < 1) {
        return null;
    }
    return calls >= population ? 0 : normal.quantile((1 + confidence) / 2) * 0.5 * Math.sqrt((population - calls) / (calls * Math.max(1, population - 1)));
}
