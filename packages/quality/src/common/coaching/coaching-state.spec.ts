import { describe, expect, it } from 'vitest';
import { coachingActorsOf, coachingStates, coachingTransitions, isCoachingOpen, possibleCoachingActions, tickAction } from './coaching-state';

describe('the life of a coaching plan', () => {
    it('has one next state for each action, and reaches every state', () => {
        const keys = coachingTransitions.map(({ state, action }) => `${state} ${action}`);
        expect(new Set(keys).size).toBe(keys.length);
        const reached = new Set(['active', ...coachingTransitions.map(each => each.next)]);
        expect(coachingStates.filter(each => !reached.has(each))).toEqual([]);
    });
    it('ends when it is completed or stopped, and nowhere else', () => {
        expect(coachingStates.filter(state => !coachingTransitions.some(each => each.state === state))).toEqual(['completed', 'stopped']);
        expect(coachingStates.filter(isCoachingOpen)).toEqual(['active', 'reported']);
    });
    it('lets the agent tick and nobody else, and the coach judge and nobody else', () => {
        expect(possibleCoachingActions('active', ['agent'])).toEqual(['tick', 'report', 'note']);
        expect(possibleCoachingActions('reported', ['agent'])).toEqual(['resume', 'note']);
        expect(possibleCoachingActions('reported', ['coach'])).toEqual(['note', 'extend', 'complete', 'stop']);
        expect(possibleCoachingActions('active', [])).toEqual([]);
    });
    it('knows no coach of oneself', () => {
        expect(coachingActorsOf({ agent: true, coaches: true })).toEqual(['agent']);
        expect(coachingActorsOf({ agent: false, coaches: true })).toEqual(['coach']);
        expect(coachingActorsOf({ agent: false, coaches: false })).toEqual([]);
    });
    it('is reported with the last tick, and resumed by taking one back', () => {
        expect(tickAction('active', true, 1)).toBe('tick');
        expect(tickAction('active', true, 0)).toBe('report');
        expect(tickAction('active', false, 1)).toBe('tick');
        expect(tickAction('reported', false, 1)).toBe('resume');
    });
});
