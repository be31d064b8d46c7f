/** Two-way analysis of variance of a balanced study, parts × appraisers, both random, with repeated trials. */
import { fisherF } from '../distribution/fisher-f';
import { VarianceLine } from '../result';
import { MeasurementCube } from './crossed-study';

export interface GageAnalysis {
    readonly withInteraction: ReadonlyArray<VarianceLine>;
    /** Interaction and repeatability taken together. */
    readonly withoutInteraction: ReadonlyArray<VarianceLine>;
    /** p-value of the interaction; null where nothing is left to test it with. */
    readonly interactionProbability: number | null;
}

interface Term {
    readonly df: number;
    readonly sumOfSquares: number;
}

export const analyseGage = (cube: MeasurementCube): GageAnalysis => {
    const parts = cube.length;
    const appraisers = cube[0].length;
    const trials = cube[0][0].length;
    const cells = cube.map(part => part.map(mean));
    const all = mean(cells.map(mean));
    const partMeans = cells.map(mean);
    const appraiserMeans = cells[0].map((_, appraiser) => mean(cells.map(row => row[appraiser])));
    const total = squaresAround(cube.flat(2), all);
    // What is left of equal numbers after rounding is no variation.
    const term = (df: number, squares: number): Term =>
        ({ df, sumOfSquares: squares <= 1e-24 * (total + parts * appraisers * trials * all * all) ? 0 : squares });
    const part = term(parts - 1, appraisers * trials * squaresAround(partMeans, all));
    const appraiser = term(appraisers - 1, parts * trials * squaresAround(appraiserMeans, all));
    const interaction = term((parts - 1) * (appraisers - 1), trials * sum(cells.flatMap((row, p) =>
        row.map((cell, a) => (cell - partMeans[p] - appraiserMeans[a] + all) ** 2))));
    const repeatability = term(parts * appraisers * (trials - 1), sum(cube.flatMap((row, p) =>
        row.map((values, a) => squaresAround(values, cells[p][a])))));
    const pooled: Term = { df: interaction.df + repeatability.df, sumOfSquares: interaction.sumOfSquares + repeatability.sumOfSquares };
    const totalLine: VarianceLine = { source: 'total', df: parts * appraisers * trials - 1, sumOfSquares: total, meanSquare: null, statistic: null, pValue: null };
    const interactionLine = line('interaction', interaction, repeatability);
    return {
        withInteraction: [
            line('part', part, interaction), line('appraiser', appraiser, interaction), interactionLine, line('repeatability', repeatability), totalLine
        ],
        withoutInteraction: [line('part', part, pooled), line('appraiser', appraiser, pooled), line('repeatability', pooled), totalLine],
        interactionProbability: repeatability.sumOfSquares === 0 && interaction.sumOfSquares > 0 ? 0 : interactionLine.pValue
    };
};

const line = (source: VarianceLine['source'], { df, sumOfSquares }: Term, against?: Term): VarianceLine => {
    const meanSquare = sumOfSquares / df;
    if (against === undefined || against.sumOfSquares === 0) {
        return { source, df, sumOfSquares, meanSquare, statistic: null, pValue: null };
    }
    const statistic = meanSquare / (against.sumOfSquares / against.df);
    return { source, df, sumOfSquares, meanSquare, statistic, pValue: fisherF(df, against.df).upper(statistic) };
};

const sum = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0);
const mean = (values: ReadonlyArray<number>): number => sum(values) / values.length;
const squaresAround = (values: ReadonlyArray<number>, centre: number): number => sum(values.map(value => (value - centre) ** 2));
