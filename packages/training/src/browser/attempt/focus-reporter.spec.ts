import { describe, expect, it } from 'vitest';
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
