import { describe, expect, it } from 'vitest';
import { keepFocus, takeFocus } from './kept-focus';
import { FocusReporter, type FocusReport } from './focus-reporter';

const setUp = () => {
    const arrived: FocusReport[] = [];
    const later: (() => void)[] = [];
    const state = { fault: undefined as string | undefined };
    const reporter = new FocusReporter({
        client: 'w', mayArrive: error => (error as Error).message === 'offline', after: (_, run) => { later.push(run); },
        send: async report => {
            await Promise.resolve();
            if (state.fault) {
                throw new Error(state.fault);
            }
            arrived.push(report);
            return arrived.filter(each => each.kind === 'left').length;
        }
    });
    const settle = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0); });
    return { arrived, later, state, reporter, settle };
};

describe('a window that is loaded again', () => {
    it('goes on with its numbers, and sends what had not arrived', async () => {
        const { reporter, state, settle } = setUp();
        reporter.left();
        reporter.returned();
        await settle();
        state.fault = 'offline';
        reporter.left();
        await settle();
        const kept = new Map<string, string>();
        const storage = { setItem: (key: string, text: string) => { kept.set(key, text); }, getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => { kept.delete(key); } };
        keepFocus(storage, 'exam', reporter.kept());
        const before = takeFocus(storage, 'exam')!;
        expect(takeFocus(storage, 'exam')).toBeUndefined(); // a tab that is doubled is another one
        const arrived: FocusReport[] = [];
        const next = new FocusReporter({ client: before.client, before, mayArrive: () => false, after: () => { throw new Error('Nothing is to be tried again.'); }, send: report => { arrived.push(report); return Promise.resolve(2); } });
        next.returned();
        await settle();
        expect(arrived).toEqual([{ client: 'w', sequence: 3, kind: 'left' }, { client: 'w', sequence: 4, kind: 'returned' }]);
    });
    it('begins anew where nothing sound was kept, and is not kept when the exam is over', () => {
        for (const text of [null, '', '{}', '[]', 'null', '{"client":"w","sequence":1,"away":true,"waiting":[{}]}', '{"client":"w","sequence":0.5,"away":true,"waiting":[]}']) {
            expect(takeFocus({ getItem: () => text, removeItem: () => undefined }, 'exam')).toBeUndefined();
        }
        const { reporter } = setUp();
        reporter.end();
        expect(reporter.kept()).toBeUndefined();
    });
});

describe('leaving the window of an exam', () => {
    it('is reported in order, each change once', async () => {
        const { reporter, arrived, settle } = setUp();
        reporter.returned(); // never left
        reporter.left();
        reporter.left();
        reporter.returned();
        reporter.left();
        await settle();
        expect(arrived.map(each => [each.sequence, each.kind])).toEqual([[1, 'left'], [2, 'returned'], [3, 'left']]);
        expect(reporter.timesLeft.get()).toBe(2);
    });
    it('is reported when the connection is back, and word by word', async () => {
        const { reporter, arrived, later, state, settle } = setUp();
        state.fault = 'offline';
        reporter.left();
        await settle();
        reporter.returned();
        await settle();
        state.fault = undefined;
        later.at(-1)!();
        await settle();
        expect(arrived.map(each => [each.sequence, each.kind])).toEqual([[1, 'left'], [2, 'returned']]);
    });
    it('is given up where it is not taken, and when the exam is over', async () => {
        const { reporter, arrived, later, state, settle } = setUp();
        state.fault = 'refused';
        reporter.left();
        await settle();
        state.fault = undefined;
        reporter.end();
        reporter.returned();
        await settle();
        expect([arrived, later]).toEqual([[], []]);
    });
});
