import { describe, expect, it } from 'vitest';
import { fittingEntries } from './fitting-entries';

describe('a row of entries', () => {
    const widths = [50, 60, 70, 80];
    it('is whole where there is room', () => expect(fittingEntries(widths, 260, 40, 0)).toEqual([0, 1, 2, 3]));
    it('leaves room for the button that holds the others', () => expect(fittingEntries(widths, 259, 40, 0)).toEqual([0, 1, 2]));
    it('never hides the current one', () => expect(fittingEntries(widths, 240, 40, 3)).toEqual([0, 1, 3]));
    it('keeps the current one even where nothing fits', () => expect(fittingEntries(widths, 60, 40, 2)).toEqual([2]));
    it('may be without a current one', () => expect(fittingEntries(widths, 200, 40, -1)).toEqual([0, 1]));
    it('of nothing is empty', () => expect(fittingEntries([], 0, 40, -1)).toEqual([]));
});
