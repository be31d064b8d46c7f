import type { ScoredCell } from '@earshot/statistics';
import { describe, expect, it } from 'vitest';
import { severityFindings } from './severity-findings';

/** Scores of one form, as single cells. */
const scored = (...scores: readonly (readonly [agent: string, evaluator: string, ...values: number[]])[]): ScoredCell[] =>
    scores.flatMap(([agent, evaluator, ...values]) => values.map(mean => ({ agent, evaluator, form: 'f', n: 1, mean, squares: 0 })));

/** Both evaluators score both agents; the mild one sees more of the good agent. */
const crossed = scored(['good', 'mild', 99, 98, 97, 99, 98, 97], ['good', 'severe', 88, 87], ['poor', 'mild', 79, 78], ['poor', 'severe', 68, 67, 69, 68, 67, 66]);

describe('findings of severity', () => {
    it('put the severest evaluator first, and take from agents what their evaluators gave them', () => {
        const { evaluators, agents, shares, noOrder } = severityFindings(crossed);
        expect(evaluators.map(each => each.id)).toEqual(['severe', 'mild']);
        expect(evaluators[1]!.effect! - evaluators[0]!.effect!).toBeGreaterThan(9);
        expect(evaluators[1]!.effect! - evaluators[0]!.effect!).toBeLessThan(12);
        expect(shares!.evaluators + shares!.agents + shares!.others).toBeCloseTo(1, 12);
        expect(noOrder).toBeNull();
        expect(agents.map(each => [each.id, each.rank?.rank, each.rank?.best, each.rank?.worst])).toEqual([['good', 1, 1, 1], ['poor', 2, 2, 2]]);
        // 95.375 and 70.25 as given: the difference of 25 is one of 20 once the evaluators are taken out
        expect(agents[0]!.mean - agents[1]!.mean).toBeCloseTo(25.125, 9);
        expect(agents[0]!.adjusted! - agents[1]!.adjusted!).toBeGreaterThan(19);
        expect(agents[0]!.adjusted! - agents[1]!.adjusted!).toBeLessThan(21);
        expect(agents[0]!.mean - agents[0]!.fromEvaluators! - agents[0]!.fromForms!).toBeCloseTo(agents[0]!.adjusted!, 9);
    });
    it('have the interval of a mean as it was given, too', () => {
        const { agents } = severityFindings(crossed);
        // by hand: eight scores, sum of squares 169.875, t with 7 degrees of freedom 2.3646
        expect(agents[0]!.meanInterval!.low).toBeCloseTo(95.375 - 2.3646 * Math.sqrt(169.875 / 7 / 8), 2);
    });
    it('say nothing of an evaluator with fewer than five scores, nor put an agent with as few in an order', () => {
        const { evaluators, agents } = severityFindings([...crossed, ...scored(['new', 'mild', 90], ['good', 'rare', 95], ['new', 'rare', 91])]);
        expect(evaluators.at(-1)).toMatchObject({ id: 'rare', n: 2, effect: null, interval: null, reason: 'too-few' });
        expect(agents.find(each => each.id === 'new')).toMatchObject({ n: 2, rank: null, reason: 'too-few', adjusted: expect.any(Number) });
    });
    it('put nobody in an order where nobody can be told from anybody', () => {
        const even = scored(['a', 'x', 70, 90, 80], ['a', 'y', 75, 85, 95], ['b', 'x', 91, 71, 82], ['b', 'y', 74, 86, 94]);
        const { noOrder, agents } = severityFindings(even);
        expect(noOrder).toBe('no-order');
        expect(agents.map(each => [each.id, each.rank])).toEqual([['a', null], ['b', null]]);
    });
    it('say why they say nothing', () => {
        expect(severityFindings([])).toEqual({ n: 0, reason: 'too-few-units', shares: null, spread: null, noOrder: 'too-few-units', evaluators: [], agents: [] });
        expect(severityFindings(scored(['a', 'x', 1, 2], ['b', 'x', 3])).evaluators).toEqual([{ id: 'x', n: 3, mean: 2, effect: null, interval: null, reason: 'too-few-raters' }]);
        expect(severityFindings([...crossed, ...scored(['far', 'alone', 50, 51, 52, 53, 54])]).evaluators.at(-1)).toMatchObject({ id: 'alone', effect: null, reason: 'disconnected' });
    });
});
