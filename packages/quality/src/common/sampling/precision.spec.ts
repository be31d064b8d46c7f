import { sampleSize } from '@earshot/statistics';
import { expect, it } from 'vitest';
import { marginOf } from './precision';

it('The margin of so many calls is the one that asks for so many', () => {
    for (const [population, margin, confidence] of [[1000, 0.1, 0.95], [370, 0.05, 0.9], [12_000, 0.03, 0.99]] as const) {
        expect(marginOf(sampleSize({ population, margin, confidence }).unrounded!, population, confidence)).toBeCloseTo(margin, 12);
    }
    // Cochran: 96 of ever so many are known to ten points.
    expect(marginOf(96.0365, 1e12, 0.95)).toBeCloseTo(0.1, 5);
    expect([marginOf(0, 10, 0.95), marginOf(10, 10, 0.95), marginOf(1, 1, 0.95)]).toEqual([null, 0, 0]);
});
