import { describe, expect, it } from 'vitest';
import { GageStudy } from '../result';
import { Measurement } from './crossed-study';
import { gageRepeatability } from './gage-repeatability';

/** AIAG, Measurement Systems Analysis: ten parts, three appraisers; three trials each, one line per trial. */
const TRIALS: Readonly<Record<string, ReadonlyArray<ReadonlyArray<number>>>> = {
    A: [
        [0.29, -0.56, 1.34, 0.47, -0.8, 0.02, 0.59, -0.31, 2.26, -1.36],
        [0.41, -0.68, 1.17, 0.5, -0.92, -0.11, 0.75, -0.2, 1.99, -1.25],
        [0.64, -0.58, 1.27, 0.64, -0.84, -0.21, 0.66, -0.17, 2.01, -1.31]
    ],
    B: [
        [0.08, -0.47, 1.19, 0.01, -0.56, -0.2, 0.47, -0.63, 1.8, -1.68],
        [0.25, -1.22, 0.94, 1.03, -1.2, 0.22, 0.55, 0.08, 2.12, -1.62],
        [0.07, -0.68, 1.34, 0.2, -1.28, 0.06, 0.83, -0.34, 2.19, -1.5]
    ],
    C: [
        [0.04, -1.38, 0.88, 0.14, -1.46, -0.29, 0.02, -0.46, 1.77, -1.49],
        [-0.11, -1.13, 1.09, 0.2, -1.07, -0.67, 0.01, -0.56, 1.45, -1.77],
        [-0.15, -0.96, 0.67, 0.11, -1.45, -0.49, 0.21, -0.49, 1.87, -2.16]
    ]
};

const MEASUREMENTS: ReadonlyArray<Measurement> = Object.entries(TRIALS).flatMap(([appraiser, trials]) =>
    trials.flatMap(values => values.map((value, part) => ({ part, appraiser, value }))));

const CUBE = TRIALS.A[0].map((_, part) => Object.values(TRIALS).map(trials => trials.map(values => values[part])));

const rounded = (values: ReadonlyArray<number | undefined>, digits: number): ReadonlyArray<string | undefined> => values.map(value => value?.toFixed(digits));

describe('gageRepeatability', () => {
    it('reproduces what Minitab prints for the AIAG data', () => {
        const study = gageRepeatability(MEASUREMENTS);
        const { gage, repeatability, reproducibility, part } = study.components ?? {};
        expect(study.interactionPooled).toBe(true);
        expect(rounded([gage?.variance, repeatability?.variance, reproducibility?.variance, part?.variance], 5))
            .toEqual(['0.09143', '0.03997', '0.05146', '1.08645']);
        expect(rounded([gage?.percentContribution, gage?.percentStudyVariation, repeatability?.percentStudyVariation,
            reproducibility?.percentStudyVariation, part?.percentStudyVariation], 2)).toEqual(['7.76', '27.86', '18.42', '20.90', '96.04']);
        expect(study.distinctCategories).toBe(4);
        expect(study.value).toBe(gage?.percentStudyVariation);
        expect(study).toMatchObject({ n: 90, parts: 10, appraisers: 3, trials: 3 });
    });

    it('has the analysis of variance of the AIAG manual', () => {
        const { table, pooledTable } = gageRepeatability(MEASUREMENTS);
        expect(table.map(({ source, df }) => [source, df])).toEqual([['part', 9], ['appraiser', 2], ['interaction', 18], ['repeatability', 60], ['total', 89]]);
        expect(rounded(table.map(line => line.sumOfSquares), 4)).toEqual(['88.3619', '3.1673', '0.3590', '2.7589', '94.6471']);
        expect(table[2].statistic).toBeCloseTo(0.434, 3);
        expect(table[2].pValue).toBeCloseTo(0.974, 3);
        expect(pooledTable?.map(({ df }) => df)).toEqual([9, 2, 78, 89]);
    });

    it('takes the cube for the list', () => {
        expect(gageRepeatability(CUBE)).toEqual(gageRepeatability(MEASUREMENTS));
    });

    it('keeps the interaction on demand, and compares with a tolerance', () => {
        const study = gageRepeatability(MEASUREMENTS, { interactionAlpha: 1, tolerance: 8 });
        expect(study.interactionPooled).toBe(false);
        // Its mean square is below that of repeatability, so its variance is estimated as 0.
        expect(study.components?.interaction?.variance).toBe(0);
        expect(study.components?.total.percentTolerance).toBeCloseTo(600 * Math.sqrt(study.components?.total.variance ?? 0) / 8, 10);
        expect(study.pooledTable).toBeNull();
    });

    it('adds up', () => {
        const { total, gage, repeatability, reproducibility, part, appraiser } = gageRepeatability(MEASUREMENTS).components ?? {} as NonNullable<GageStudy['components']>;
        expect(gage.variance + part.variance).toBeCloseTo(total.variance, 12);
        expect(repeatability.variance + reproducibility.variance).toBeCloseTo(gage.variance, 12);
        expect(appraiser.variance).toBe(reproducibility.variance);
        expect(gage.percentContribution + part.percentContribution).toBeCloseTo(100, 10);
    });

    it('knows a gage without variation of its own', () => {
        const study = gageRepeatability([[[1, 1], [1, 1]], [[3, 3], [3, 3]]]);
        expect(study).toMatchObject({ value: 0, distinctCategories: null, interactionPooled: true });
        expect(gageRepeatability([[[1, 1], [2, 2]], [[3, 3], [3, 3]]]).interactionPooled).toBe(false);
    });

    it('says why there is no study', () => {
        expect(gageRepeatability([])).toMatchObject({ value: null, reason: 'too-few-units', components: null, table: [], n: 0 });
        expect(gageRepeatability(CUBE.slice(0, 1)).reason).toBe('too-few-units');
        expect(gageRepeatability(MEASUREMENTS.slice(1)).reason).toBe('unbalanced');
        expect(gageRepeatability(CUBE.map(part => part.slice(0, 1))).reason).toBe('too-few-raters');
        expect(gageRepeatability(CUBE.map(part => part.map(trials => trials.slice(0, 1)))).reason).toBe('too-few-trials');
        expect(gageRepeatability([[[1, 1], [1, 1]], [[1, 1], [1, 1]]]).reason).toBe('no-variation');
    });

    it('refuses what is no measurement and options out of range', () => {
        expect(() => gageRepeatability([{ part: 1, appraiser: 1, value: Number.NaN }])).toThrow(RangeError);
        expect(() => gageRepeatability(MEASUREMENTS, { tolerance: 0 })).toThrow(RangeError);
    });
});
