import { describe, expect, it } from 'vitest';
import { gridTracks, leastWidth, movedBy, nextSort, rangeBetween, visibleColumns, type Column } from './table-columns';

interface Row { readonly name: string; readonly score: number }
const columns: readonly Column<Row>[] = [
    { id: 'name', title: 'Name', value: row => row.name, fixed: true, width: 200, grow: 2 },
    { id: 'score', title: 'Score', value: row => row.score, numeric: true, width: 80, grow: 0 },
    { id: 'extra', title: 'Extra', value: () => null, hidden: true }
];
const ids = (chosen: readonly string[] | null): string[] => visibleColumns(columns, chosen).map(each => each.id);

describe('columns', () => {
    it('are the ones meant to be seen until others are chosen', () => {
        expect(ids(null)).toEqual(['name', 'score']);
        expect(ids(['extra'])).toEqual(['name', 'extra']);
        expect(ids([])).toEqual(['name']);
    });
    it('share the room', () => {
        expect(gridTracks(visibleColumns(columns, null))).toBe('minmax(200px, 2fr) 80px');
        expect(leastWidth(columns)).toBe(400);
    });
    it('sort texts upwards and figures downwards first, then turn round', () => {
        expect(nextSort(columns[0]!, undefined)).toEqual({ column: 'name', descending: false });
        expect(nextSort(columns[1]!, undefined)).toEqual({ column: 'score', descending: true });
        expect(nextSort(columns[1]!, { column: 'score', descending: true })).toEqual({ column: 'score', descending: false });
    });
});

describe('moving in rows', () => {
    it.each([['ArrowDown', 4, 5], ['ArrowDown', 9, 9], ['ArrowUp', 0, 0], ['PageDown', 2, 7], ['PageUp', 2, 0], ['Home', 5, 0], ['End', 5, 9]])('%s from %d goes to %d', (key, from, to) => expect(movedBy(key, from, 10, 5)).toBe(to));
    it('leaves other keys and empty tables alone', () => {
        expect(movedBy('x', 1, 10, 5)).toBeUndefined();
        expect(movedBy('End', 0, 0, 5)).toBeUndefined();
    });
    it('spans a range in either direction', () => expect([rangeBetween(5, 2), rangeBetween(2, 5)]).toEqual([{ from: 2, to: 5 }, { from: 2, to: 5 }]));
});
