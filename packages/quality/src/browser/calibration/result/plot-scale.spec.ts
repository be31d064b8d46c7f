import { describe, expect, it } from 'vitest';
import { plotScale } from './plot-scale';

describe('a scale', () => {
    it('ends at round values and holds all of them', () => {
        const scale = plotScale([71.3, 92.8], 500);
        expect(scale.ticks).toEqual([70, 75, 80, 85, 90, 95]);
        expect([scale.at(70), scale.at(95), scale.at(82.5)]).toEqual([0, 500, 250]);
    });
    it('grows upwards where it should', () => {
        const scale = plotScale([-10, 10], 200, { reversed: true });
        expect(scale.at(10)).toBe(0);
        expect(scale.at(0)).toBe(100);
        expect(scale.ticks).toContain(0);
        expect(Object.is(scale.ticks.find(each => each === 0), 0)).toBe(true);
    });
    it('has width with one value, with none, and with the least that is asked for', () => {
        expect(plotScale([5], 100).to).toBeGreaterThan(plotScale([5], 100).from);
        expect(plotScale([], 100).ticks.length).toBeGreaterThan(1);
        const wide = plotScale([0, 1], 100, { least: 10 });
        expect(wide.to - wide.from).toBeGreaterThanOrEqual(10);
    });
});
