import { describe, expect, it } from 'vitest';
import { RunRule } from './chart-result';
import { ALL_RULES, ChartedValue, findSignals } from './run-rules';

/** Points given by their deviation in sigmas from a centre of 0. */
const points = (deviations: ReadonlyArray<number>): ReadonlyArray<ChartedValue> =>
    deviations.map(deviation => ({ value: deviation, deviation, outside: Math.abs(deviation) > 3 }));

const firesAt = (rule: RunRule, deviations: ReadonlyArray<number>): ReadonlyArray<number> =>
    findSignals(points(deviations), [rule]).map(({ index }) => index);

const repeat = (count: number, ...pattern: ReadonlyArray<number>): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => pattern[index % pattern.length]);

describe('findSignals', () => {
    it('fires at one point beyond the limits', () => {
        expect(firesAt('beyond-limits', [0, 3, 3.1, -3.2, 2.9])).toEqual([2, 3]);
    });

    it('fires at the ninth point on one side, and not across the centre', () => {
        expect(firesAt('nine-on-one-side', repeat(10, 0.5))).toEqual([8, 9]);
        expect(firesAt('nine-on-one-side', repeat(9, -0.5))).toEqual([8]);
        expect(firesAt('nine-on-one-side', [...repeat(8, 0.5), 0, ...repeat(8, 0.5)])).toEqual([]);
    });

    it('fires at the sixth point of a trend, and not at a pause', () => {
        expect(firesAt('six-trending', [-1, -0.5, 0, 0.5, 1, 1.5])).toEqual([5]);
        expect(firesAt('six-trending', [3, 2, 1, 0, -1, -2, -3])).toEqual([5, 6]);
        expect(firesAt('six-trending', [-1, -0.5, -0.5, 0, 0.5, 1])).toEqual([]);
    });

    it('fires at the fourteenth point that goes up and down in turn', () => {
        expect(firesAt('fourteen-alternating', repeat(14, 0.1, -0.1))).toEqual([13]);
        expect(firesAt('fourteen-alternating', [...repeat(7, 0.1, -0.1), ...repeat(7, 0.1, -0.1)])).toEqual([]);
    });

    it('fires at two of three beyond two sigma, early too, on one side only', () => {
        expect(firesAt('two-of-three-beyond-two-sigma', [2.1, 0, 2.2])).toEqual([2]);
        expect(firesAt('two-of-three-beyond-two-sigma', [2.1, 2.2])).toEqual([1]);
        expect(firesAt('two-of-three-beyond-two-sigma', [2.1, -2.2, 0])).toEqual([]);
        expect(firesAt('two-of-three-beyond-two-sigma', [2.1, 2.2, 0])).toEqual([1]);
    });

    it('fires at four of five beyond one sigma', () => {
        expect(firesAt('four-of-five-beyond-one-sigma', [-1.1, -1.2, 0, -1.1, -1.3])).toEqual([4]);
        expect(firesAt('four-of-five-beyond-one-sigma', [-1.1, 1.2, -1.4, -1.1, 1.3])).toEqual([]);
    });

    it('fires at fifteen within one sigma and at eight beyond it', () => {
        expect(firesAt('fifteen-within-one-sigma', repeat(15, 0.5, -0.9, 0))).toEqual([14]);
        expect(firesAt('fifteen-within-one-sigma', [...repeat(14, 0.5), 1.5])).toEqual([]);
        expect(firesAt('eight-beyond-one-sigma', repeat(8, 1.5, -1.5))).toEqual([7]);
        expect(firesAt('eight-beyond-one-sigma', [...repeat(7, 1.5, -1.5), 0.5])).toEqual([]);
    });

    it('says where a pattern begins', () => {
        expect(findSignals(points(repeat(9, 0.5)), ALL_RULES)).toEqual([{ rule: 'nine-on-one-side', from: 0, index: 8 }]);
    });

    it('refuses rules that it does not know', () => {
        expect(() => findSignals([], ['seven-on-one-side' as RunRule])).toThrow('nine-on-one-side');
    });
});
