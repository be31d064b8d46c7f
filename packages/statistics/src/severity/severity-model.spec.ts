import { describe, expect, it } from 'vitest';
import { DYESTUFF, PENICILLIN } from '../published/published-yields';
import { crossedDesign } from './crossed-design';
import { solveEquations } from './restricted-likelihood';
import { ScoredCell } from './scored-cells';
import { severityModel } from './severity-model';
import { drawnScores } from './severity-fixture';

const single = (agent: string, evaluator: string, score: number, form?: string): ScoredCell => ({ agent, evaluator, form, n: 1, mean: score, squares: 0 });
const plates: ReadonlyArray<ScoredCell> = PENICILLIN.flatMap((row, plate) => row.map((diameter, sample) => single(String.fromCharCode(97 + plate), 'ABCDEF'[sample], diameter)));

describe('the severity model', () => {
    it('reproduces lme4 on the crossed data of plates and samples', () => {
        const model = severityModel(plates);
        expect(model.value).toBeCloseTo(22.9722, 4);
        expect(model.standardError).toBeCloseTo(0.8086, 4);
        expect(model.deviations?.agent).toBeCloseTo(0.8467, 4);
        expect(model.deviations?.evaluator).toBeCloseTo(1.9316, 4);
        expect(model.deviations?.residual).toBeCloseTo(0.5499, 4);
        expect(model.criterion).toBeCloseTo(330.8606, 4);
        expect(model.evaluators.map(each => each.value!.toFixed(3))).toEqual(['2.187', '-1.010', '1.938', '-0.097', '-0.014', '-3.004']);
    });
    it('has the restricted likelihood of lme4 on yields of batches, lowest where lme4 puts it', () => {
        const design = crossedDesign(DYESTUFF.flatMap((row, batch) => row.map(value => single(String(batch), '-', value))));
        const criterion = (agent: number) => solveEquations(design, { agent, evaluator: 0 })!.criterion;
        expect(criterion(42.0006 / 49.5101)).toBeCloseTo(319.6543, 4);
        expect(Math.sqrt(solveEquations(design, { agent: 42.0006 / 49.5101, evaluator: 0 })!.residualVariance)).toBeCloseTo(49.5101, 3);
        expect(Math.min(criterion(0.84), criterion(0.857))).toBeGreaterThan(319.6543);
    });
    it('leaves nobody adjusted where everybody was scored by everybody: agents differ from their means by nothing but the average severity', () => {
        const model = severityModel(plates);
        const added = model.agents.map(each => each.fromEvaluators!);
        added.forEach(each => expect(each).toBeCloseTo(added[0], 10));
    });
    it('does not depend on the order of the cells, nor on their being taken apart', () => {
        const cells = drawnScores({ agents: 30, evaluators: 6, each: 12, seed: 3 }).cells;
        const model = severityModel(cells);
        const turned = severityModel([...cells].reverse());
        const parted = severityModel(cells.flatMap(cell => cell.n === 2 && cell.squares > 0 ? [-1, 1].map(sign => single(cell.agent, cell.evaluator, cell.mean + sign * Math.sqrt(cell.squares / 2), cell.form)) : [cell]));
        for (const other of [turned, parted]) {
            expect(other.agents.map(each => each.agent)).toEqual(model.agents.map(each => each.agent));
            other.agents.forEach((each, place) => expect(each.value).toBeCloseTo(model.agents[place].value!, 6));
            other.evaluators.forEach((each, place) => expect(each.value).toBeCloseTo(model.evaluators[place].value!, 6));
        }
        expect(cells.some(cell => cell.n === 2 && cell.squares > 0)).toBe(true);
    });
    it('adds up: the mean less what evaluators and forms added is the adjusted score', () => {
        const { cells } = drawnScores({ agents: 40, evaluators: 8, each: 10, forms: 3, seed: 9 });
        const model = severityModel(cells);
        const n = model.agents.reduce((sum, each) => sum + each.n, 0);
        expect(n).toBe(400);
        model.agents.forEach(each => expect(each.mean - each.fromEvaluators! - each.fromForms!).toBeCloseTo(each.value!, 10));
        expect(model.agents.reduce((sum, each) => sum + each.n * each.fromForms!, 0)).toBeCloseTo(0, 6);
    });
});

describe('what cannot be compared', () => {
    it('is an evaluator who shares no agent with the others, and the agents whom only they have scored', () => {
        const { cells } = drawnScores({ agents: 20, evaluators: 4, each: 10, seed: 5 });
        const model = severityModel([...cells, single('far', 'alone', 12), single('farther', 'alone', 14)]);
        expect(model.evaluators.find(each => each.evaluator === 'alone')).toEqual({ evaluator: 'alone', value: null, n: 2, reason: 'disconnected' });
        expect(model.agents.find(each => each.agent === 'far')).toMatchObject({ mean: 12, value: null, fromEvaluators: null, reason: 'disconnected' });
        expect(model.n).toBe(200);
        const without = severityModel(cells);
        expect(model.evaluators.filter(each => each.value !== null)).toEqual(without.evaluators);
        const place = (agent: string) => model.agents.findIndex(each => each.agent === agent);
        expect(model.differenceError(place('far'), 0)).toBeNull();
        expect(model.differenceError(place(without.agents[0].agent), place(without.agents[1].agent))).toBeCloseTo(without.differenceError(0, 1)!, 12);
    });
    it('is linked by one agent whom both have scored', () => {
        const { cells } = drawnScores({ agents: 20, evaluators: 4, each: 10, seed: 5 });
        const model = severityModel([...cells, single('far', 'alone', 12), single('farther', 'alone', 14), single(cells[0].agent, 'alone', 80)]);
        expect(model.evaluators.find(each => each.evaluator === 'alone')!.value).not.toBeNull();
    });
    it.each([
        ['nothing', [], 'too-few-units'],
        ['one agent', [single('a', 'x', 1), single('a', 'y', 2)], 'too-few-units'],
        ['one evaluator', [single('a', 'x', 1), single('b', 'x', 2), single('b', 'x', 3)], 'too-few-raters'],
        ['no score more than there are effects', [single('a', 'x', 1), single('a', 'y', 2), single('b', 'y', 3)], 'too-few-trials'],
        ['equal scores', [single('a', 'x', 1), single('a', 'y', 1), single('b', 'y', 1), single('b', 'x', 1)], 'no-variation']
    ] as const)('is said of %s', (_, cells, reason) => {
        const model = severityModel(cells);
        expect(model).toMatchObject({ value: null, reason, deviations: null, criterion: null });
        [...model.evaluators, ...model.agents].forEach(each => expect(each).toMatchObject({ value: null, reason }));
    });
    it('refuses what is no cell', () => {
        expect(() => severityModel([{ agent: 'a', evaluator: 'x', n: 0, mean: 1, squares: 0 }])).toThrow(RangeError);
        expect(() => severityModel([{ agent: 'a', evaluator: 'x', n: 1, mean: NaN, squares: 0 }])).toThrow(RangeError);
        expect(() => severityModel(plates, { confidence: 2 })).toThrow(RangeError);
    });
});

describe('drawn data', () => {
    const truth = { agents: 120, evaluators: 24, each: 20, forms: 2, deviations: { agent: 6, evaluator: 4, residual: 10 } };
    it('give back what they were drawn from', () => {
        const drawn = drawnScores({ ...truth, seed: 1 });
        const { deviations, evaluators } = severityModel(drawn.cells);
        expect(Math.abs(deviations!.agent - 6)).toBeLessThan(1.5);
        expect(Math.abs(deviations!.evaluator - 4)).toBeLessThan(1.8);
        expect(Math.abs(deviations!.residual - 10)).toBeLessThan(0.6);
        const errors = evaluators.map(each => each.value! - drawn.evaluators.get(each.evaluator)!);
        expect(Math.sqrt(errors.reduce((sum, each) => sum + each ** 2, 0) / errors.length)).toBeLessThan(2);
    });
    it('lie within their intervals as often as these say, evaluators and agents alike', () => {
        let [inside, all] = [0, 0];
        for (let seed = 10; seed < 40; seed++) {
            const drawn = drawnScores({ ...truth, agents: 40, evaluators: 12, seed });
            const model = severityModel(drawn.cells);
            const count = (interval: { readonly low: number; readonly high: number } | undefined, value: number): void => {
                all++;
                inside += interval && interval.low <= value && value <= interval.high ? 1 : 0;
            };
            model.evaluators.forEach(each => count(each.interval, drawn.evaluators.get(each.evaluator)!));
            model.agents.forEach(each => count(each.interval, drawn.centre + drawn.agents.get(each.agent)!));
        }
        expect(all).toBe(30 * 52);
        expect(inside / all).toBeGreaterThan(0.925);
        expect(inside / all).toBeLessThan(0.975);
    });
    it('tell an evaluator of weak agents from a severe one, where plain means do not', () => {
        const drawn = drawnScores({ ...truth, seed: 2, weakFirst: true });
        const model = severityModel(drawn.cells);
        const off = (of: (evaluator: string) => number) => model.evaluators.reduce((sum, each) => sum + Math.abs(of(each.evaluator) - drawn.evaluators.get(each.evaluator)!), 0);
        const plain = (evaluator: string): number => {
            const own = drawn.cells.filter(each => each.evaluator === evaluator);
            return own.reduce((sum, each) => sum + each.n * each.mean, 0) / own.reduce((sum, each) => sum + each.n, 0) - drawn.centre;
        };
        expect(off(evaluator => model.evaluators.find(each => each.evaluator === evaluator)!.value!)).toBeLessThan(0.7 * off(plain));
    });
});
