/**
 * Agents' means less what evaluators and forms added to them, with their errors.
 *
 * With k the share of each form in all scores, v what an agent's scores rest on (counts by evaluator and form), n their number, x the effects of
 * evaluators and forms, and γ the variance of agents in residual variances, the adjusted score is k x + (sum − v x) / n. Its error against
 * k x + the agent's true effect is that of Henderson's shrunken prediction and of what the shrinking took away, which are uncorrelated: in
 * residual variances, with S the equations without agents, z = k − γ v / (1 + γ n) and q = v / (n (1 + γ n)),
 *
 *     1/n + zᵀ S⁻¹ z − qᵀ S⁻¹ q,   and between two agents   z₁ᵀ S⁻¹ z₂ − q₁ᵀ S⁻¹ q₂.
 */
import { Cholesky, dot } from './cholesky';
import { CrossedDesign } from './crossed-design';
import { SolvedEquations } from './restricted-likelihood';

export interface AdjustedScores {
    /** k x, and its standard error. */
    readonly centre: number;
    readonly centreError: number;
    /** Of the agent at a place of the design. */
    of(place: number): { readonly fromEvaluators: number; readonly fromForms: number; readonly standardError: number };
    /** Standard error of the difference of two. */
    differenceError(first: number, second: number): number;
}

export const adjustedScores = (design: CrossedDesign, { relative, factor, effects, residualVariance }: SolvedEquations): AdjustedScores => {
    const { width, evaluators, rows, n: scores } = design;
    const gamma = relative.agent ** 2;
    const formShares = new Float64Array(width);
    for (let column = evaluators.length; column < width; column++) {
        formShares[column] = design.counts[column * width + column] / scores;
    }
    const centred = factor.forward(formShares);
    const centre = dot(formShares, effects);
    const lines = rows.map(({ n, columns, counts }) => {
        const solved = solvedRow(factor, width, evaluators.length, relative.evaluator, columns, counts);
        const forZ = gamma / (1 + gamma * n);
        const forQ = 1 / (n * (1 + gamma * n));
        const fromCentre = dot(centred, solved);
        const squares = dot(solved, solved);
        return { n, solved, forZ, forQ, fromCentre, variance: 1 / n + dot(centred, centred) - 2 * forZ * fromCentre + (forZ ** 2 - forQ ** 2) * squares };
    });
    return {
        centre: design.origin + centre,
        centreError: Math.sqrt(residualVariance * dot(centred, centred)),
        of: place => {
            const { n, columns, counts } = rows[place];
            let [fromEvaluators, fromForms] = [0, -centre];
            columns.forEach((column, index) => {
                const added = counts[index] / n * effects[column];
                if (column < evaluators.length) {
                    fromEvaluators += added;
                } else {
                    fromForms += added;
                }
            });
            return { fromEvaluators, fromForms, standardError: Math.sqrt(residualVariance * Math.max(0, lines[place].variance)) };
        },
        differenceError: (first, second) => {
            const [one, other] = [lines[first], lines[second]];
            const covariance = dot(centred, centred) - one.forZ * one.fromCentre - other.forZ * other.fromCentre + (one.forZ * other.forZ - one.forQ * other.forQ) * dot(one.solved, other.solved);
            return first === second ? 0 : Math.sqrt(residualVariance * Math.max(0, one.variance + other.variance - 2 * covariance));
        }
    };
};

/** L⁻¹ of an agent's counts, those of evaluators in the equations' units. */
const solvedRow = (factor: Cholesky, width: number, evaluators: number, scale: number, columns: Int32Array, counts: Float64Array): Float64Array => {
    const row = new Float64Array(width);
    columns.forEach((column, index) => { row[column] = counts[index] * (column < evaluators ? scale : 1); });
    return factor.forward(row);
};
