import { describe, expect, it } from 'vitest';
import { rankIntervals } from './rank-intervals';
import { severityModel } from './severity-model';
import { drawnScores } from './severity-fixture';

describe('rank intervals', () => {
    it('are the places themselves where differences are beyond doubt', () => {
        expect(rankIntervals([70, 90, 80], () => 0.01)).toEqual([{ rank: 3, best: 3, worst: 3, alike: 0 }, { rank: 1, best: 1, worst: 1, alike: 0 }, { rank: 2, best: 2, worst: 2, alike: 0 }]);
    });
    it('are all places where nothing can be told', () => {
        expect(rankIntervals([70, 90, 80], () => 100)).toEqual([3, 1, 2].map(rank => ({ rank, best: 1, worst: 3, alike: 2 })));
        expect(rankIntervals([70, 70], () => 0)).toEqual([1, 1].map(rank => ({ rank, best: 1, worst: 2, alike: 1 })));
        expect(rankIntervals([5], () => 1)).toEqual([{ rank: 1, best: 1, worst: 1, alike: 0 }]);
        expect(rankIntervals([], () => 1)).toEqual([]);
    });
    it('ask more of a difference the more there are to compare with', () => {
        // 2.5 errors apart: enough for one comparison (1.96), not for the 99 of a hundred (3.48)
        expect(rankIntervals([0, 2.5], () => 1)[1]).toMatchObject({ best: 1, worst: 1 });
        const hundred = rankIntervals([0, ...new Array<number>(99).fill(2.5)], () => 1);
        expect(hundred[0]).toMatchObject({ rank: 100, best: 1, worst: 100, alike: 99 });
    });
    it('hold the true places of drawn agents at least as often as they say', () => {
        let [inside, all] = [0, 0];
        for (let seed = 1; seed <= 15; seed++) {
            const drawn = drawnScores({ agents: 25, evaluators: 8, each: 30, seed, deviations: { agent: 8, evaluator: 4, residual: 8 } });
            const model = severityModel(drawn.cells);
            const intervals = rankIntervals(model.agents.map(each => each.value!), (first, second) => model.differenceError(first, second)!);
            expect(intervals.some(each => each.alike < 24)).toBe(true);
            const truth = model.agents.map(each => drawn.agents.get(each.agent)!);
            intervals.forEach(({ best, worst }, place) => {
                const rank = 1 + truth.filter(each => each > truth[place]).length;
                all++;
                inside += best <= rank && rank <= worst ? 1 : 0;
            });
        }
        expect(inside / all).toBeGreaterThanOrEqual(0.95);
    });
});
