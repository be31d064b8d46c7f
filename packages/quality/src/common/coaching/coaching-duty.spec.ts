import { describe, expect, it } from 'vitest';
import { type CoachingProgress, dutyOfAgent, dutyOfCoach } from './coaching-duty';

const plan: CoachingProgress = { state: 'active', dueOn: '2026-12-18', ticked: { done: 1, of: 2 }, followUp: { wanted: 3, from: '2026-12-01', done: 0 } };
const done = { done: 2, of: 2 };

describe('what waits in a coaching plan', () => {
    it('for the agent: steps that are not ticked', () => {
        expect(dutyOfAgent(plan)).toBe('act');
        expect(dutyOfAgent({ ...plan, ticked: done })).toBeUndefined();
        expect(dutyOfAgent({ ...plan, state: 'completed' })).toBeUndefined();
    });
    it('for the coach: evaluations, once calls for them can exist', () => {
        expect(dutyOfCoach(plan, '2026-11-30')).toBeUndefined();
        expect(dutyOfCoach(plan, '2026-12-01')).toBe('follow-up');
        expect(dutyOfCoach({ ...plan, state: 'reported', ticked: done }, '2026-11-30')).toBeUndefined();
    });
    it('for the coach: the judgement, when everything is there', () => {
        const evaluated = { ...plan, followUp: { ...plan.followUp!, done: 3 } };
        expect(dutyOfCoach(evaluated, '2026-12-02')).toBeUndefined();
        expect(dutyOfCoach({ ...evaluated, ticked: done }, '2026-12-02')).toBe('sign-off');
        expect(dutyOfCoach({ ...plan, state: 'reported', followUp: null }, '2026-12-02')).toBe('sign-off');
        expect(dutyOfCoach({ ...plan, followUp: null }, '2026-12-02')).toBeUndefined();
    });
    it('for the coach: the judgement in any case, when the time is over', () => {
        expect(dutyOfCoach(plan, '2026-12-18')).toBe('follow-up');
        expect(dutyOfCoach(plan, '2026-12-19')).toBe('sign-off');
        expect(dutyOfCoach({ ...plan, state: 'stopped' }, '2026-12-19')).toBeUndefined();
    });
});
