/**
 * What the severity model says of evaluators and agents, as far as it may be said: no effect of somebody with a handful of scores, no
 * order where chance would make one just as well.
 */
import { type Interval, rankIntervals, type RankInterval, type ScoredCell, severityModel, type SeverityModel } from '@earshot/statistics';
import { fewestCompared } from './leniency';
import { confidence, percentInterval } from './mean-interval';

/** Why something is not said: a reason of the model, or of ours. */
export type SeverityReason = NonNullable<SeverityModel['reason']> | 'too-few' | 'no-order';

export interface EvaluatorFinding { readonly id: string; readonly n: number; readonly mean: number; readonly effect: number | null; readonly interval: Interval | null; readonly reason: SeverityReason | null }
export interface AgentFinding {
    readonly id: string; readonly n: number; readonly mean: number; readonly meanInterval: Interval | null; readonly fromEvaluators: number | null; readonly fromForms: number | null;
    readonly adjusted: number | null; readonly adjustedInterval: Interval | null;
    /** Null where there is no order, or too little of this agent. */
    readonly rank: RankInterval | null; readonly reason: SeverityReason | null;
}
export interface SeverityFindings {
    readonly n: number; readonly reason: SeverityReason | null;
    /** Shares of the variance of scores that come from evaluators, agents, and everything else. */
    readonly shares: { readonly evaluators: number; readonly agents: number; readonly others: number } | null;
    /** How far evaluators differ: the standard deviation of their effects, in points. */
    readonly spread: number | null;
    /** Why agents stand in no order; null where they do. */
    readonly noOrder: SeverityReason | null;
    /** The severest first; the ones of whom nothing is said at the end. */
    readonly evaluators: readonly EvaluatorFinding[];
    /** The highest first where there is an order, else as they came. */
    readonly agents: readonly AgentFinding[];
}

export function severityFindings(cells: readonly ScoredCell[]): SeverityFindings {
    const model = severityModel(cells, { confidence });
    const [ofAgents, ofEvaluators] = [totals(cells, each => each.agent), totals(cells, each => each.evaluator)];
    const { ranks, noOrder } = orderOf(model);
    const variances = model.deviations && { evaluators: model.deviations.evaluator ** 2, agents: model.deviations.agent ** 2, others: model.deviations.residual ** 2 };
    const all = variances && variances.evaluators + variances.agents + variances.others;
    const evaluators = model.evaluators.map(({ evaluator, n, value, interval, reason }): EvaluatorFinding => {
        const said = value !== null && n >= fewestCompared;
        return { id: evaluator, n, mean: ofEvaluators.get(evaluator)!.mean, effect: said ? value : null, interval: said ? interval ?? null : null, reason: reason ?? (said ? null : 'too-few') };
    });
    const agents = model.agents.map(({ agent, n, mean, fromEvaluators, fromForms, value, interval, reason }, place): AgentFinding => ({
        id: agent, n, mean, meanInterval: percentInterval(n, mean, ofAgents.get(agent)!.variance), fromEvaluators, fromForms, adjusted: value, adjustedInterval: interval ? withinPercent(value!, interval) : null, rank: ranks.get(place) ?? null,
        reason: reason ?? (noOrder || n >= fewestCompared ? null : 'too-few')
    }));
    return {
        n: model.n, reason: model.reason ?? null, shares: all ? { evaluators: variances.evaluators / all, agents: variances.agents / all, others: variances.others / all } : null, spread: model.deviations?.evaluator ?? null, noOrder,
        evaluators: [...evaluators].sort((one, other) => ascending(one.effect, other.effect)),
        agents: noOrder ? agents : [...agents].sort((one, other) => ascending(one.adjusted && -one.adjusted, other.adjusted && -other.adjusted))
    };
}

/** An order of the agents with enough scores, if at least two of them can be told apart. */
function orderOf(model: SeverityModel): { readonly ranks: ReadonlyMap<number, RankInterval>; readonly noOrder: SeverityReason | null } {
    const places = model.agents.flatMap(({ value, n }, place) => value !== null && n >= fewestCompared ? [place] : []);
    if (model.reason || places.length < 2) {
        return { ranks: new Map(), noOrder: model.reason ?? 'too-few' };
    }
    const intervals = rankIntervals(places.map(place => model.agents[place]!.value!), (first, second) => model.differenceError(places[first]!, places[second]!)!, { confidence });
    return intervals.every(each => each.alike === places.length - 1) ? { ranks: new Map(), noOrder: 'no-order' } : { ranks: new Map(intervals.map((each, index) => [places[index]!, each])), noOrder: null };
}

/** Percentages end at 0 and at 100; what was worked out may lie beyond, and is never left out of its own interval. */
const withinPercent = (value: number, { low, high, level }: Interval): Interval => ({ low: Math.min(value, Math.max(0, low)), high: Math.max(value, Math.min(100, high)), level });

const ascending = (one: number | null, other: number | null): number => one === null ? other === null ? 0 : 1 : other === null ? -1 : one - other;

/** Mean and variance (n − 1) of all scores of each. */
function totals(cells: readonly ScoredCell[], by: (cell: ScoredCell) => string): ReadonlyMap<string, { readonly mean: number; readonly variance: number | null }> {
    const sums = new Map<string, { n: number; mean: number; squares: number }>();
    for (const cell of cells) {
        const known = sums.get(by(cell)) ?? { n: 0, mean: 0, squares: 0 };
        const n = known.n + cell.n;
        const difference = cell.mean - known.mean;
        sums.set(by(cell), { n, mean: known.mean + difference * cell.n / n, squares: known.squares + cell.squares + difference ** 2 * known.n * cell.n / n });
    }
    return new Map([...sums].map(([id, { n, mean, squares }]) => [id, { mean, variance: n > 1 ? squares / (n - 1) : null }]));
}
