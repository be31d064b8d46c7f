/**
 * How mild or severe evaluators are, and what agents' scores would be had evaluators of average severity given them.
 *
 * A crossed mixed model, score = form + agent + evaluator + residual, whose variances are estimated by restricted maximum likelihood and
 * whose effects are predicted by Henderson's equations (`restricted-likelihood.ts`; S. R. Searle, G. Casella & C. E. McCulloch, Variance
 * Components, 1992). It tells an evaluator who is severe from one who was given weak agents, as far as the agents have been scored by others,
 * too; parts of the design without such a link are not compared, and only the largest is estimated. It takes for granted that calls were
 * handed to evaluators without regard to how good the agents are on the whole, as a drawn sample does.
 *
 * An evaluator's effect is the best linear unbiased prediction: few scores are drawn towards 0. An agent's adjusted score is their mean less
 * what their evaluators and forms added to it on average; it is not drawn anywhere, so that everybody can check it by hand.
 *
 * Standard errors take the estimated variances for the true ones (Kackar & Harville, JASA 79 (1984) 853–862, say by how little they are too
 * small as soon as there are more than a handful of evaluators); intervals have Student's t with the residual degrees of freedom.
 */
import { checkConfidence } from '../ratings/ratings';
import { studentT } from '../distribution/student-t';
import { Coefficient, Reason } from '../result';
import { adjustedScores, AdjustedScores } from './adjusted-scores';
import { connectedParts } from './connected-design';
import { crossedDesign, CrossedDesign } from './crossed-design';
import { lowestPoint } from './lowest-point';
import { SolvedEquations, solveEquations } from './restricted-likelihood';
import { checkCells, distinct, ScoredCell, sumOf } from './scored-cells';

export interface SeverityOptions {
    /** 0.95 if left out. */
    readonly confidence?: number;
}

/** What an evaluator adds to scores, in their units: above 0 is mild, below is severe. */
export interface EvaluatorEffect extends Coefficient {
    readonly evaluator: string;
}

/** `value`: the adjusted score. */
export interface AdjustedScore extends Coefficient {
    readonly agent: string;
    /** Their mean as it was given. */
    readonly mean: number;
    /** What evaluators, and forms, added to that mean; null where it is not adjusted. */
    readonly fromEvaluators: number | null;
    readonly fromForms: number | null;
}

export interface SeverityModel extends Coefficient {
    /** Standard deviations in the units of the scores. */
    readonly deviations: { readonly agent: number; readonly evaluator: number; readonly residual: number } | null;
    /** −2 × the restricted log-likelihood; null where nothing was estimated. */
    readonly criterion: number | null;
    /** In the order of their names. */
    readonly evaluators: ReadonlyArray<EvaluatorEffect>;
    readonly agents: ReadonlyArray<AdjustedScore>;
    /** Of the adjusted scores of two agents, by their places in `agents`; null where one of them has none. */
    differenceError(first: number, second: number): number | null;
}

/** @returns `value`: the mean of the forms, each by its number of scores, of agents and evaluators on the average */
export const severityModel = (cells: ReadonlyArray<ScoredCell>, options: SeverityOptions = {}): SeverityModel => {
    const { confidence = 0.95 } = options;
    checkConfidence(confidence);
    checkCells(cells);
    const part = connectedParts(cells)[0] ?? [];
    const design = part.length ? crossedDesign(part) : undefined;
    const solved = design && whyUndefined(design) === undefined ? mostLikely(design) : null;
    if (!design || !solved || !(solved.residualVariance > 0)) {
        return unestimated(cells, design && whyUndefined(design) || (design ? 'no-variation' : 'too-few-units'));
    }
    const half = studentT(design.df).quantile((1 + confidence) / 2);
    const estimated = (n: number, value: number, standardError: number): Coefficient => ({
        value, standardError, n, ...standardError > 0 ? { interval: { low: value - half * standardError, high: value + half * standardError, level: confidence } } : {}
    });
    const adjusted = adjustedScores(design, solved);
    const places = new Map(design.agents.map((agent, place) => [agent, place]));
    const byAgent = grouped(cells, each => each.agent);
    const agents = distinct(byAgent.keys());
    const residual = Math.sqrt(solved.residualVariance);
    const deviations = { agent: residual * solved.relative.agent, evaluator: residual * solved.relative.evaluator, residual };
    return {
        ...estimated(design.n, adjusted.centre, adjusted.centreError), deviations, criterion: solved.criterion,
        evaluators: evaluatorEffects(cells, design, solved, estimated),
        agents: agents.map(agent => agentScore(agent, byAgent.get(agent)!, places.get(agent), adjusted, estimated)),
        differenceError: (first, second) => {
            const [one, other] = [places.get(agents[first]), places.get(agents[second])];
            return one === undefined || other === undefined ? null : adjusted.differenceError(one, other);
        }
    };
};

type Estimated = (n: number, value: number, standardError: number) => Coefficient;

const whyUndefined = ({ agents, evaluators, df }: CrossedDesign): Reason | undefined =>
    agents.length < 2 ? 'too-few-units' : evaluators.length < 2 ? 'too-few-raters' : df < 1 ? 'too-few-trials' : undefined;

/** The criterion depends on the squares of the deviations only: its lowest point is looked for on either side of 0. */
const mostLikely = (design: CrossedDesign): SolvedEquations | null => {
    const at = lowestPoint(([agent, evaluator]) => solveEquations(design, { agent, evaluator })?.criterion ?? Infinity, [0.5, 0.5], 0.4);
    return solveEquations(design, { agent: fromZero(at[0]), evaluator: fromZero(at[1]) });
};

/** What is left of a variance that is estimated as 0. */
const fromZero = (deviation: number): number => Math.abs(deviation) < 1e-4 ? 0 : Math.abs(deviation);

const evaluatorEffects = (cells: ReadonlyArray<ScoredCell>, design: CrossedDesign, { factor, effects, relative, residualVariance }: SolvedEquations, estimated: Estimated): ReadonlyArray<EvaluatorEffect> => {
    const places = new Map(design.evaluators.map((evaluator, place) => [evaluator, place]));
    const byEvaluator = grouped(cells, each => each.evaluator);
    return distinct(byEvaluator.keys()).map(evaluator => {
        const n = scoresOf(byEvaluator.get(evaluator)!);
        const place = places.get(evaluator);
        if (place === undefined) {
            return { evaluator, value: null, n, reason: 'disconnected' };
        }
        const unit = new Float64Array(design.width);
        unit[place] = relative.evaluator;
        return { evaluator, ...estimated(n, effects[place], Math.sqrt(residualVariance * squaredLength(factor.forward(unit)))) };
    });
};

const squaredLength = (values: Float64Array): number => values.reduce((sum, each) => sum + each * each, 0);

const agentScore = (agent: string, own: ReadonlyArray<ScoredCell>, place: number | undefined, adjusted: AdjustedScores, estimated: Estimated): AdjustedScore => {
    const n = scoresOf(own);
    const mean = meanOf(own);
    if (place === undefined) {
        return { agent, mean, fromEvaluators: null, fromForms: null, value: null, n, reason: 'disconnected' };
    }
    const { fromEvaluators, fromForms, standardError } = adjusted.of(place);
    return { agent, mean, fromEvaluators, fromForms, ...estimated(n, mean - fromEvaluators - fromForms, standardError) };
};

const unestimated = (cells: ReadonlyArray<ScoredCell>, reason: Reason): SeverityModel => {
    const [byAgent, byEvaluator] = [grouped(cells, each => each.agent), grouped(cells, each => each.evaluator)];
    return {
        value: null, n: scoresOf(cells), reason, deviations: null, criterion: null, differenceError: () => null,
        evaluators: distinct(byEvaluator.keys()).map(evaluator => ({ evaluator, value: null, n: scoresOf(byEvaluator.get(evaluator)!), reason })),
        agents: distinct(byAgent.keys()).map(agent => {
            const own = byAgent.get(agent)!;
            return { agent, mean: meanOf(own), fromEvaluators: null, fromForms: null, value: null, n: scoresOf(own), reason };
        })
    };
};

const scoresOf = (cells: ReadonlyArray<ScoredCell>): number => sumOf(cells, each => each.n);
const meanOf = (cells: ReadonlyArray<ScoredCell>): number => sumOf(cells, each => each.n * each.mean) / scoresOf(cells);
const grouped = (cells: ReadonlyArray<ScoredCell>, by: (cell: ScoredCell) => string): ReadonlyMap<string, ReadonlyArray<ScoredCell>> => {
    const groups = new Map<string, ScoredCell[]>();
    for (const cell of cells) {
        const group = groups.get(by(cell));
        if (group) {
            group.push(cell);
        } else {
            groups.set(by(cell), [cell]);
        }
    }
    return groups;
};
