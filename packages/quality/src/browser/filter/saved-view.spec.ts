import { describe, expect, it } from 'vitest';
import { filtersOf, renamed, valuesOf, withoutView, withView } from './saved-view';

const names = ['queue', 'agent', 'from'];
const view = (id: string, name: string, search = '') => ({ id, name, search });

describe('a saved view', () => {
    it('holds the filters of an address and nothing else, in one order', () => {
        const search = filtersOf(new URLSearchParams('queue=Billing&open=x&agent=7&from='), names);
        expect(search).toBe('agent=7&queue=Billing');
        expect(filtersOf(new URLSearchParams('agent=7&queue=Billing'), names)).toBe(search);
    });
    it('takes away the filters that it does not have', () => {
        expect(valuesOf(view('1', 'x', 'queue=%E8%B4%A6%E5%8D%95'), names)).toEqual({ queue: '账单', agent: null, from: null });
    });
    it('replaces one of the same name in its place, and is renamed and removed by id', () => {
        const views = [view('1', 'Mine'), view('2', 'Billing')];
        expect(withView(views, view('3', 'Mine', 'agent=7'))).toEqual([view('1', 'Mine', 'agent=7'), view('2', 'Billing')]);
        expect(withView(views, view('3', 'New')).map(each => each.name)).toEqual(['Mine', 'Billing', 'New']);
        expect(renamed(views, '2', 'Accounts')[1]!.name).toBe('Accounts');
        expect(withoutView(views, '1')).toEqual([view('2', 'Billing')]);
    });
});
