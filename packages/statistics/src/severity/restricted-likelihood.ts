/**
 * The equations of the mixed model at given variances, and how likely they make the data.
 *
 * score = form + agent + evaluator + residual, where agents, evaluators and residuals are drawn from normal distributions around 0. The
 * equations are C. R. Henderson's (Biometrics 31 (1975) 423–447), written for effects of unit variance as by D. Bates, M. Mächler, B. Bolker
 * & S. Walker (Journal of Statistical Software 67(1) (2015) 1–48), so that a variance may be 0. Agents meet evaluators and forms but never
 * each other: they are taken out of the equations beforehand, and what is left has the width of evaluators and forms.
 */
import { Cholesky, dot } from './cholesky';
import { CrossedDesign } from './crossed-design';

/** Standard deviations of agents and of evaluators, in residual standard deviations. */
export interface RelativeDeviations {
    readonly agent: number;
    readonly evaluator: number;
}

export interface SolvedEquations {
    readonly relative: RelativeDeviations;
    /** Of the equations that are left: evaluators in residual standard deviations × `relative.evaluator`, and forms. */
    readonly factor: Cholesky;
    /** Effects of evaluators, then the forms' means from the design's origin. */
    readonly effects: Float64Array;
    readonly residualVariance: number;
    /** −2 × the restricted log-likelihood (H. D. Patterson & R. Thompson, Biometrika 58 (1971) 545–554), at the best residual variance. */
    readonly criterion: number;
}

/** @returns null where the equations have no single solution */
export const solveEquations = (design: CrossedDesign, relative: RelativeDeviations): SolvedEquations | null => {
    const { width, rows, n, forms, evaluators } = design;
    const matrix = design.counts.slice();
    const right = design.sums.slice();
    const agentVariance = relative.agent ** 2;
    let squares = design.squares;
    let logDeterminant = 0;
    for (const { n: own, sum, columns, counts } of rows) {
        const spread = 1 + agentVariance * own;
        const share = agentVariance / spread;
        logDeterminant += Math.log(spread);
        squares -= share * sum * sum;
        for (let first = 0; first < columns.length; first++) {
            const row = columns[first] * width;
            const weight = share * counts[first];
            right[columns[first]] -= weight * sum;
            for (let second = 0; second <= first; second++) {        // the lower triangle is enough
                matrix[row + columns[second]] -= weight * counts[second];
            }
        }
    }
    const scale = new Float64Array(width).fill(1).fill(relative.evaluator, 0, evaluators.length);
    for (let row = 0; row < width; row++) {
        right[row] *= scale[row];
        for (let column = 0; column <= row; column++) {
            matrix[row * width + column] *= scale[row] * scale[column];
        }
        matrix[row * width + row] += row < evaluators.length ? 1 : 0;
    }
    const factor = Cholesky.of(matrix, width);
    if (!factor) {
        return null;
    }
    const solution = factor.solve(right);
    const df = n - forms.length;
    const residualVariance = Math.max(0, squares - dot(right, solution)) / df;
    return {
        relative, factor, effects: solution.map((each, index) => each * scale[index]), residualVariance,
        criterion: logDeterminant + factor.logDeterminant + df * (1 + Math.log(2 * Math.PI * residualVariance))
    };
};
