import { describe, expect, it } from 'vitest';
import { usualPolicy } from './feedback-policy';
import { actorsOf, type FeedbackActor, feedbackStates, feedbackTransitions, possibleFeedbackActions } from './feedback-state';

const nobody = { agent: false, firstScorer: false, answeredFirst: false, answers: null, releases: false } as const;

describe('the way of a result', () => {
    it('has one next state for each action', () => {
        const keys = feedbackTransitions.map(({ state, action }) => `${state} ${action}`);
        expect(new Set(keys).size).toBe(keys.length);
    });
    it('ends only when it is acknowledged or settled, and reaches every state', () => {
        const ends = feedbackStates.filter(state => !feedbackTransitions.some(each => each.state === state));
        expect(ends).toEqual(['acknowledged', 'settled']);
        const reached = new Set(['held', ...feedbackTransitions.map(each => each.next)]);
        expect(feedbackStates.filter(each => !reached.has(each))).toEqual([]);
    });
    it('comes to the second level once', () => {
        expect(feedbackTransitions.filter(each => each.next === 'escalated')).toEqual([{ state: 'answered', action: 'escalate', who: ['agent'], next: 'escalated' }]);
    });
    it('leaves nobody but the agent to respond', () => {
        for (const who of ['releaser', 'level-1', 'level-2'] as const) {
            expect(possibleFeedbackActions('released', [who])).toEqual([]);
        }
        expect(possibleFeedbackActions('released', ['agent'])).toEqual(['acknowledge', 'dispute']);
    });
});

describe('who answers a dispute', () => {
    const standings: readonly [string, Parameters<typeof actorsOf>[0], Parameters<typeof actorsOf>[1], readonly FeedbackActor[]][] = [
        ['the team leader at the first level', { ...nobody, answers: 'team' }, usualPolicy, ['level-1']],
        ['not the team leader, where the policy asks for a QA lead', { ...nobody, answers: 'team' }, { ...usualPolicy, firstLevel: 'qa-lead' }, []],
        ['a QA lead at either level', { ...nobody, answers: 'all' }, usualPolicy, ['level-1', 'level-2']],
        ['a QA lead at one of them only', { ...nobody, answers: 'all', answeredFirst: true }, usualPolicy, ['level-1']],
        ['not the first scorer', { ...nobody, firstScorer: true }, usualPolicy, []],
        ['the first scorer where the policy says so', { ...nobody, firstScorer: true }, { ...usualPolicy, firstScorerAnswers: true }, ['level-1']],
        ['a QA lead who is the first scorer never at the second level', { ...nobody, firstScorer: true, answers: 'all' }, { ...usualPolicy, firstScorerAnswers: true }, ['level-1']],
        ['nobody about their own result', { ...nobody, agent: true, answers: 'all', releases: true }, usualPolicy, ['agent']]
    ];
    it.each(standings)('%s', (_, standing, policy, actors) => expect(actorsOf(standing, policy)).toEqual(actors));
});
