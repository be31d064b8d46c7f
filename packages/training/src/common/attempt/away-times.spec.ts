import { describe, expect, it } from 'vitest';
import { awayTimes, type FocusChange } from './away-times';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 22, 10, 0, second));
const change = (client: string, kind: FocusChange['kind'], second: number): FocusChange => ({ client, kind, at: at(second) });

describe('somebody was away', () => {
    it('from when they left until they returned', () => expect(awayTimes([change('a', 'left', 1), change('a', 'returned', 5), change('a', 'left', 7), change('a', 'returned', 8)])).toEqual([{ from: at(1), until: at(5) }, { from: at(7), until: at(8) }]));
    it('since they left, where nothing more was heard', () => expect(awayTimes([change('a', 'left', 1)])).toEqual([{ from: at(1), until: null }]));
    it('once, though it was reported twice, and not before they left', () => expect(awayTimes([change('a', 'returned', 1), change('a', 'left', 2), change('a', 'left', 3), change('a', 'returned', 4), change('a', 'returned', 5)])).toEqual([{ from: at(2), until: at(4) }]));
    it('of each window for itself, the earliest first', () => expect(awayTimes([change('a', 'left', 1), change('b', 'left', 2), change('b', 'returned', 3), change('a', 'returned', 4)])).toEqual([{ from: at(1), until: at(4) }, { from: at(2), until: at(3) }]));
});
