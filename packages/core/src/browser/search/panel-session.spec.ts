import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../common/house-contract';
import type { Findings } from '../../common/search/search-contract';
import { PanelSession } from './panel-session';

const findings = (total: number): Findings => ({ rows: [], total, facets: { kind: [], category: [], language: [] }, corrections: [], tookMs: 1, building: false });
const anna: Hit = { kind: 'person', id: '1', title: 'Anna', subtitle: '', link: 'earshot:/core/people/1' };

describe('an opening of the quick panel', () => {
    const finds = new Map<string, { answer(value: Findings): void; fail(error: Error): void; signal: AbortSignal }>();
    const lookUps = new Map<string, (hits: readonly Hit[]) => void>();
    let session: PanelSession;
    beforeEach(() => {
        vi.useFakeTimers();
        finds.clear();
        lookUps.clear();
        session = new PanelSession({
            find: (text, _filter, signal) => new Promise((answer, fail) => finds.set(text, { answer, fail, signal })),
            lookUp: text => new Promise(answer => lookUps.set(text, answer))
        });
    });
    afterEach(() => vi.useRealTimers());
    const passed = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

    it('asks the index with each letter, and for names after a pause', async () => {
        session.type('r');
        session.type('re');
        expect([...finds.keys()]).toEqual(['r', 're']);
        expect(finds.get('r')!.signal.aborted).toBe(true);
        await passed(120);
        expect([...lookUps.keys()]).toEqual(['re']);
        finds.get('re')!.answer(findings(3));
        lookUps.get('re')!([anna]);
        await passed(0);
        expect(session.found.get()).toMatchObject({ text: 're', findings: { total: 3 }, hits: [anna], complete: true });
    });

    it('shows only answers to what was typed last', async () => {
        session.type('r');
        session.type('re');
        finds.get('re')!.answer(findings(2));
        finds.get('r')!.answer(findings(1));
        await passed(150);
        expect(session.found.get()).toMatchObject({ text: 're', findings: { total: 2 }, complete: false });
    });

    it('does not wait for names, and keeps those of the text before that still fit', async () => {
        session.type('an');
        finds.get('an')!.answer(findings(2));
        await passed(0);
        expect(session.found.get()).toMatchObject({ text: 'an', findings: { total: 2 }, hits: [], complete: false });
        await passed(120);
        lookUps.get('an')!([anna, { ...anna, title: 'Andrea', link: 'earshot:/core/people/2' }]);
        await passed(0);
        expect(session.found.get()).toMatchObject({ hits: [anna, { title: 'Andrea' }], complete: true });
        session.type('ann');
        finds.get('ann')!.answer(findings(1));
        await passed(0);
        expect(session.found.get()).toMatchObject({ text: 'ann', hits: [anna], complete: false });
    });

    it('shows names though the index cannot be asked, and says so', async () => {
        session.type('re');
        await passed(120);
        finds.get('re')!.fail(new Error('away'));
        lookUps.get('re')!([anna]);
        await passed(0);
        expect(session.found.get()).toMatchObject({ hits: [anna], problem: new Error('away'), complete: true });
    });

    it('says which search another one took the place of, if its findings were looked at', async () => {
        const left: string[] = [];
        session = new PanelSession({ find: async () => findings(1), lookUp: async () => [], left: text => left.push(text) });
        for (const text of ['l', 'lost', 'lost card', 'm']) {
            session.type(text);
            await passed(500);
        }
        expect(left).toEqual([]);
        session.type('missing');
        await passed(2000);
        for (const text of ['missing card', 'missi', '', 's']) {
            session.type(text);
            await passed(200);
        }
        expect(left).toEqual(['missing']);
        session.type('stop');
        await passed(2000);
        session.opened = 'earshot:/x/y/1';
        session.choose({ categories: ['a'], languages: [] });
        await passed(2000);
        session.type('block');
        expect(left).toEqual(['missing']);
    });

    it('asks only the index where only a category is wanted', async () => {
        session.type('re');
        session.choose({ categories: ['fees'], languages: [] });
        finds.get('re')!.answer(findings(1));
        await passed(500);
        expect(lookUps.size).toBe(0);
        expect(session.found.get()).toMatchObject({ text: 're', complete: true });
        session.type('');
        expect(session.found.get()).toMatchObject({ text: '', findings: undefined });
    });
});
