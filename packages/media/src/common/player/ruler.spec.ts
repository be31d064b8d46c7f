import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionLabel, rulerTicks } from './ruler';

describe('a position', () => {
    it.each([[0, '0:00'], [59_999, '0:59'], [61_000, '1:01'], [3_600_000, '1:00:00'], [7_384_000, '2:03:04']])('of %i ms reads %s', (ms, text) => expect(positionLabel(ms)).toBe(text));
    it('has tenths where asked', () => expect(positionLabel(61_234, true)).toBe('1:01.2'));
});

describe('the ruler', () => {
    it('labels a call of six minutes every half minute', () => {
        const labels = rulerTicks(0, 402_000, 1200 / 402_000).filter(each => each.label);
        expect(labels.map(each => each.label).slice(0, 3)).toEqual(['0:00', '0:30', '1:00']);
    });
    it('shows tenths at the closest scale', () => expect(rulerTicks(1000, 1400, 0.5).filter(each => each.label).map(each => each.label)).toEqual(['0:01.0', '0:01.2', '0:01.4']));

    it('never lets labels touch and never draws more ticks than there is room for', () => {
        fc.assert(fc.property(fc.double({ min: 1e-4, max: 0.5, noNaN: true }), fc.nat(7_000_000), (pxPerMs, fromMs) => {
            const ticks = rulerTicks(fromMs, fromMs + 1200 / pxPerMs, pxPerMs);
            const labelled = ticks.filter(each => each.label);
            labelled.slice(1).forEach((each, index) => expect((each.ms - labelled[index]!.ms) * pxPerMs).toBeGreaterThanOrEqual(72));
            expect(ticks.length).toBeLessThan(1200 / 10);
        }), { numRuns: 300 });
    });
});
