import { describe, expect, it } from 'vitest';
import { keptWithin, movedInGrid } from './grid-navigation';

const size = { rows: 12, columns: 5 };
const from = { row: 3, column: 2 };

describe('a key in the grid', () => {
    it.each([
        ['ArrowRight', false, { row: 3, column: 3 }], ['ArrowLeft', false, { row: 3, column: 1 }], ['ArrowDown', false, { row: 4, column: 2 }], ['ArrowUp', false, { row: 2, column: 2 }],
        ['Home', false, { row: 3, column: 0 }], ['End', false, { row: 3, column: 4 }], ['Home', true, { row: 0, column: 0 }], ['End', true, { row: 11, column: 4 }],
        ['PageDown', false, { row: 11, column: 2 }], ['PageUp', false, { row: 0, column: 2 }]
    ])('%s (Ctrl: %s)', (key, control, to) => {
        expect(movedInGrid(key, control, from, size)).toEqual(to);
    });
    it('stays at the edges', () => {
        expect(movedInGrid('ArrowUp', false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
        expect(movedInGrid('ArrowRight', false, { row: 11, column: 4 }, size)).toEqual({ row: 11, column: 4 });
    });
    it('is left alone where it means nothing', () => {
        expect(movedInGrid('a', false, from, size)).toBeUndefined();
        expect(movedInGrid('Tab', false, from, size)).toBeUndefined();
    });
    it('comes back into a grid that became smaller', () => {
        expect(keptWithin({ row: 9, column: 4 }, { rows: 2, columns: 3 })).toEqual({ row: 1, column: 2 });
    });
});
