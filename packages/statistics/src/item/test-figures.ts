/** Figures of the test as a whole; see `itemAnalysis` for sources. */
import { Reason } from '../result';
import { mean, sampleVariance, squaresAroundMean } from '../moments/moments';
import { TestFigure, TestFigures } from './item-result';
import { ScoreMatrix } from './score-matrix';

/** Cronbach's; rows are people with a score in every item, at least two of them. */
export const coefficientAlpha = (rows: ReadonlyArray<ReadonlyArray<number>>): number | Reason => {
    const items = rows[0].length;
    if (items < 2) {
        return 'too-few-items';
    }
    const total = squaresAroundMean(rows.map(row => row.reduce((sum, score) => sum + score, 0)));
    if (total === 0) {
        return 'no-variation';
    }
    let single = 0;
    for (let item = 0; item < items; item++) {
        single += squaresAroundMean(rows.map(row => row[item]));
    }
    // Items that differ only by a constant reach 1, and rounding must not carry them beyond.
    return Math.min(1, items / (items - 1) * (1 - single / total));
};

export const testFigures = ({ complete, totals, items }: ScoreMatrix, groupSize: number): TestFigures => {
    const reasons: Partial<Record<TestFigure, Reason>> = {};
    const figure = (name: TestFigure, value: number | null | Reason): number | null => {
        if (typeof value === 'number') {
            return value;
        }
        reasons[name] = value ?? 'too-few-units';
        return null;
    };
    const n = complete.length;
    const enough = n >= 1 && items >= 1;
    const average = enough ? mean(totals) : null;
    const variance = enough ? sampleVariance(totals) : null;
    const populationVariance = enough ? squaresAroundMean(totals) / n : null;
    const alpha = variance === null ? null : coefficientAlpha(complete);
    const standardDeviation = variance === null ? null : Math.sqrt(variance);
    const kuderRichardson = (formula: (average: number, variance: number) => number): number | null | Reason => {
        if (typeof alpha !== 'number' || average === null || populationVariance === null) {
            return alpha;
        }
        return complete.every(row => row.every(score => score === 0 || score === 1)) ? formula(average, populationVariance) : 'not-dichotomous';
    };
    return {
        n, items, groupSize,
        mean: figure('mean', average),
        standardDeviation: figure('standardDeviation', standardDeviation),
        variance: figure('variance', variance),
        populationVariance: figure('populationVariance', populationVariance),
        alpha: figure('alpha', alpha),
        kr20: figure('kr20', kuderRichardson((_, spread) => items / (items - 1) * (1 - sumOfProducts(complete, items) / spread))),
        kr21: figure('kr21', kuderRichardson((centre, spread) => items / (items - 1) * (1 - centre * (items - centre) / (items * spread)))),
        standardErrorOfMeasurement: figure('standardErrorOfMeasurement',
            typeof alpha !== 'number' || standardDeviation === null ? alpha : standardDeviation * Math.sqrt(1 - alpha)),
        reasons
    };
};

/** Sum over items of the share that solved it times the share that did not. */
const sumOfProducts = (rows: ReadonlyArray<ReadonlyArray<number>>, items: number): number => {
    let sum = 0;
    for (let item = 0; item < items; item++) {
        const solved = mean(rows.map(row => row[item]));
        sum += solved * (1 - solved);
    }
    return sum;
};
