import { expect, it } from 'vitest';
import { solve } from '../agreement/linear-system';
import { adjustedScores } from './adjusted-scores';
import { crossedDesign } from './crossed-design';
import { solveEquations } from './restricted-likelihood';

/** Agent, evaluator, form: unbalanced, with cells missing. */
const observed = [[0, 0, 0], [0, 0, 0], [0, 1, 1], [1, 0, 0], [1, 1, 0], [1, 2, 1], [2, 2, 0], [2, 1, 1], [2, 1, 1], [3, 0, 1], [3, 2, 0], [3, 0, 0], [0, 2, 1]] as const;
const scores = [71, 75, 80, 62, 66, 74, 90, 85, 81, 58, 70, 61, 79];
const relative = { agent: 0.9, evaluator: 0.6 };
const design = (values: readonly number[]) => crossedDesign(observed.map(([agent, evaluator, form], place) => ({ agent: `a${agent}`, evaluator: `e${evaluator}`, form: `f${form}`, n: 1, mean: values[place], squares: 0 })));
const solved = (values: readonly number[], deviations = relative) => solveEquations(design(values), deviations)!;
const adjusted = (values: readonly number[], agent: number, deviations = relative): number => {
    const { fromEvaluators, fromForms } = adjustedScores(design(values), solved(values, deviations)).of(agent);
    const own = values.filter((_, place) => observed[place][0] === agent);
    return own.reduce((sum, each) => sum + each, 0) / own.length - fromEvaluators - fromForms;
};

/** The covariances of the scores in residual variances, written out. */
const covariances = ({ agent, evaluator } = relative) => observed.map((one, row) => observed.map((other, column) =>
    (row === column ? 1 : 0) + (one[0] === other[0] ? agent ** 2 : 0) + (one[1] === other[1] ? evaluator ** 2 : 0)));
const inner = (one: readonly number[], other: readonly number[]): number => one.reduce((sum, each, place) => sum + each * other[place], 0);

it('solves the equations as the matrix of all scores does', () => {
    const forms = [0, 1].map(form => observed.map(each => each[2] === form ? 1 : 0));
    const spread = covariances();
    const within = forms.map(column => solve(spread, column));
    const information = forms.map(column => within.map(each => inner(column, each)));
    const means = solve(information, within.map(each => inner(each, scores)));
    const residuals = scores.map((score, place) => score - means[observed[place][2]]);
    const weighted = solve(spread, residuals);
    const evaluators = [0, 1, 2].map(evaluator => relative.evaluator ** 2 * inner(observed.map(each => each[1] === evaluator ? 1 : 0), weighted));
    const { effects, residualVariance, criterion } = solved(scores);
    const { origin } = design(scores);
    [...evaluators, ...means.map(each => each - origin)].forEach((each, place) => expect(effects[place]).toBeCloseTo(each, 9));
    expect(residualVariance).toBeCloseTo(inner(residuals, weighted) / (scores.length - 2), 9);
    const logOf = (matrix: readonly (readonly number[])[]): number => Math.log(determinant(matrix));
    expect(criterion).toBeCloseTo(logOf(spread) + logOf(information) + (scores.length - 2) * (1 + Math.log(2 * Math.PI * residualVariance)), 8);
});

it.each([relative, { agent: 0, evaluator: 0.6 }, { agent: 1.4, evaluator: 0 }])('has the errors that follow from the weights of the scores: %o', deviations => {
    const spread = covariances(deviations);
    const zeros = scores.map(() => 0);
    // an adjusted score is a sum of the scores, each with its weight
    const weights = [0, 1, 2, 3].map(agent => scores.map((_, place) => adjusted(zeros.with(place, 1), agent, deviations) - adjusted(zeros, agent, deviations)));
    const target = (agent: number) => observed.map(each => each[0] === agent ? deviations.agent ** 2 : 0);
    const errors = [0, 1, 2, 3].map(one => [0, 1, 2, 3].map(other => inner(weights[one], spread.map(row => inner(row, weights[other])))
        - inner(weights[one], target(other)) - inner(weights[other], target(one)) + (one === other ? deviations.agent ** 2 : 0)));
    const equations = solved(scores, deviations);
    const found = adjustedScores(design(scores), equations);
    for (const agent of [0, 1, 2, 3]) {
        expect(found.of(agent).standardError ** 2 / equations.residualVariance).toBeCloseTo(errors[agent][agent], 9);
        for (const other of [0, 1, 2, 3].filter(each => each !== agent)) {
            expect(found.differenceError(agent, other) ** 2 / equations.residualVariance).toBeCloseTo(errors[agent][agent] + errors[other][other] - 2 * errors[agent][other], 9);
        }
        // a point more for everybody on a form raises nobody above the others
        const raised = scores.map((score, place) => score + (observed[place][2] === 1 ? 4 : 0));
        expect(adjusted(raised, agent, deviations) - adjusted(scores, agent, deviations)).toBeCloseTo(4 * observed.filter(each => each[2] === 1).length / observed.length, 9);
    }
});

function determinant(matrix: readonly (readonly number[])[]): number {
    return matrix.length === 1 ? matrix[0][0] : matrix.length > 6 ? eliminated(matrix) : matrix[0].reduce((sum, each, column) =>
        sum + (column % 2 ? -1 : 1) * each * determinant(matrix.slice(1).map(row => row.filter((_, place) => place !== column))), 0);
}

/** |A| by the first row and what is left of the others. */
function eliminated([first, ...others]: readonly (readonly number[])[]): number {
    return first[0] * determinant(others.map(row => row.slice(1).map((each, place) => each - row[0] * first[place + 1] / first[0])));
}
