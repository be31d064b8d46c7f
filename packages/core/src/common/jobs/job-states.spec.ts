import { describe, expect, it } from 'vitest';
import { jobStates } from '../house-contract';
import { isFinished, type JobAction, stateAfter, statesBefore } from './job-states';

const actions: JobAction[] = ['claim', 'resume', 'finish', 'fail', 'cancel'];

describe('the life of a job', () => {
    it('ends in done, failed or cancelled, and stays there', () => {
        expect(jobStates.filter(isFinished)).toEqual(['done', 'failed', 'cancelled']);
        for (const action of actions) {
            expect(statesBefore(action).some(isFinished)).toBe(false);
        }
    });

    it('reaches every state from waiting', () => {
        const reached = new Set(['waiting']);
        for (let round = 0; round < actions.length; round++) {
            actions.filter(each => statesBefore(each).some(state => reached.has(state))).forEach(each => reached.add(stateAfter(each)));
        }
        expect([...reached].sort()).toEqual([...jobStates].sort());
    });
});
