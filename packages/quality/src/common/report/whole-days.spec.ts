import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeDays } from './whole-days';

describe('whole days', () => {
    it('lie between a local midnight and another', () => {
        expect(wholeDays('2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z')).toEqual({
            from: '2026-11-01', to: '2026-11-30', rest: [{ from: '2026-10-31T16:00:00.000Z', to: '2026-11-01T00:00:00.000Z' }, { from: '2026-11-30T00:00:00.000Z', to: '2026-11-30T16:00:00.000Z' }]
        });
        expect(wholeDays('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).toEqual({ from: '2026-11-01', to: '2026-11-02', rest: [] });
        expect(wholeDays('2026-11-01T00:00:01Z', '2026-11-02T23:00:00Z')).toBeUndefined();
        expect(wholeDays(undefined, undefined)).toEqual({ rest: [] });
    });
    it('are with the rest the whole time, without a gap and without anything twice', () => {
        const moment = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_000 + 10 * 86_400_000 });
        fc.assert(fc.property(moment, moment, moment, (from, to, at) => {
            const found = wholeDays(new Date(from).toISOString(), new Date(to).toISOString());
            fc.pre(found !== undefined);
            const day = new Date(at).toISOString().slice(0, 10);
            const times = Number(day >= found!.from! && day < found!.to!) + found!.rest.filter(each => at >= Date.parse(each.from) && at < Date.parse(each.to)).length;
            expect(times).toBe(Number(at >= from && at < to));
        }));
    });
});
