/** For specs: scores drawn from known effects, by a seed. */
import { normal } from '../distribution/normal';
import { randomIndices } from '../resampling/random-indices';
import { ScoredCell } from './scored-cells';

export interface Drawing {
    readonly agents: number;
    readonly evaluators: number;
    /** Scores of each agent. */
    readonly each: number;
    readonly forms?: number;
    readonly seed: number;
    readonly deviations?: { readonly agent: number; readonly evaluator: number; readonly residual: number };
    /** Agents below the average mostly go to the evaluators of the first half. */
    readonly weakFirst?: boolean;
}

export const drawnScores = ({ agents, evaluators, each, forms = 1, seed, weakFirst = false, deviations = { agent: 5, evaluator: 3, residual: 8 } }: Drawing) => {
    const draw = randomIndices(seed);
    const error = (deviation: number): number => deviation * normal.quantile((draw(1_000_000) + 0.5) / 1_000_000);
    const effects = (name: string, count: number, deviation: number) => new Map(Array.from({ length: count }, (_, place): [string, number] => [`${name}${place}`, error(deviation)]));
    const [ofAgents, ofEvaluators] = [effects('agent', agents, deviations.agent), effects('evaluator', evaluators, deviations.evaluator)];
    const scores = new Map<string, { readonly agent: string; readonly evaluator: string; readonly form: string; readonly values: number[] }>();
    let [sum, count] = [0, 0];
    for (const [agent, effect] of ofAgents) {
        for (let turn = 0; turn < each; turn++) {
            const half = Math.floor(evaluators / 2);
            const evaluator = `evaluator${weakFirst && draw(10) > 0 ? draw(half) + (effect < 0 ? 0 : half) : draw(evaluators)}`;
            const form = draw(forms);
            const key = `${agent} ${evaluator} ${form}`;
            const cell = scores.get(key) ?? { agent, evaluator, form: `form${form}`, values: [] };
            scores.set(key, cell);
            cell.values.push(70 + 5 * form + effect + ofEvaluators.get(evaluator)! + error(deviations.residual));
            sum += 70 + 5 * form;
            count++;
        }
    }
    const cells = [...scores.values()].map(({ values, ...cell }): ScoredCell => {
        const mean = values.reduce((total, value) => total + value, 0) / values.length;
        return { ...cell, n: values.length, mean, squares: values.reduce((total, value) => total + (value - mean) ** 2, 0) };
    });
    return { cells, agents: ofAgents, evaluators: ofEvaluators, centre: sum / count };
};
