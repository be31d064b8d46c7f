import { describe, expect, it } from 'vitest';
import { callListInput, filterCount, readCallFilter } from './call-filter';

const read = (search: string) => readCallFilter(new URLSearchParams(search));

describe('the filters of calls', () => {
    it('are read from the address', () => {
        expect(read('q=1042&queue=Billing&direction=outbound&channel=chat&occasion=mystery&min=2&max=30&evaluated=not-by-me&state=ready&tag=complaint&open=1')).toEqual({
            q: '1042', queue: 'Billing', direction: 'outbound', channel: 'chat', occasion: 'mystery', min: 2, max: 30, evaluated: 'not-by-me', state: 'ready', tag: 'complaint'
        });
    });
    it('pass over what cannot be a filter', () => {
        expect(read('direction=sideways&channel=pigeon&occasion=birthday&agent=x&from=soon&min=-3&evaluated=maybe&q=%20')).toEqual({});
    });
    it('ask for whole days where the person is, and for milliseconds', () => {
        const input = callListInput(read('from=2026-11-18&to=2026-11-18&min=2'));
        expect(new Date(input.to!).getTime() - new Date(input.from!).getTime()).toBe(24 * 3_600_000);
        expect(new Date(input.from!).getHours()).toBe(0);
        expect(input.minDurationMs).toBe(120_000);
        expect(Object.keys(input)).toEqual(['from', 'to', 'minDurationMs']);
    });
    it('are counted without the search text', () => {
        expect(filterCount(read('q=x&queue=Billing&min=0&max=3'))).toBe(2);
        expect(filterCount(read('from=2026-11-18&to=2026-11-19'))).toBe(1);
        expect(filterCount({})).toBe(0);
    });
});
