/**
 * Gage repeatability and reproducibility by analysis of variance: how much of the variation of measurements comes from
 * the parts, from the appraisers and from repeating. Automotive Industry Action Group, Measurement Systems Analysis
 * (4th ed. 2010), chapter III. For a contact centre the parts are calls, the appraisers evaluators, the trials repeated
 * evaluations.
 *
 * The interaction is pooled into repeatability when its p-value exceeds `interactionAlpha`. Negative estimates of a
 * variance count as 0.
 */
import { GageComponents, GageStudy, Reason, VarianceComponent, VarianceLine } from '../result';
import { isBalanced, Measurement, MeasurementCube, toCube } from './crossed-study';
import { analyseGage } from './gage-analysis';

export interface GageOptions {
    /** 0.25 if left out; 1 never pools, and 0 pools all but a certain interaction. */
    readonly interactionAlpha?: number;
    /** Standard deviations in the study variation; 6 if left out. */
    readonly studyMultiplier?: number;
    /** Width of the specification, in the units of measurement; gives the per cent of tolerance. */
    readonly tolerance?: number;
}

/** @param measurements a list of measurements, or a cube of parts × appraisers × trials; the study must be balanced */
export const gageRepeatability = (measurements: ReadonlyArray<Measurement> | MeasurementCube, options: GageOptions = {}): GageStudy => {
    const { interactionAlpha = 0.25, studyMultiplier = 6, tolerance } = options;
    if (!(interactionAlpha >= 0 && interactionAlpha <= 1) || !(studyMultiplier > 0) || tolerance !== undefined && !(tolerance > 0)) {
        throw new RangeError('interactionAlpha lies between 0 and 1; studyMultiplier and tolerance are positive');
    }
    const cube = toCube(measurements);
    const shape = { n: cube.flat(2).length, parts: cube.length, appraisers: cube[0]?.length ?? 0, trials: cube[0]?.[0]?.length ?? 0 };
    const reason = whyUndefined(cube, shape);
    if (reason !== undefined) {
        return { value: null, reason, ...shape, table: [], pooledTable: null, interactionPooled: null, components: null, distinctCategories: null };
    }
    const analysis = analyseGage(cube);
    // Without any variation in repetitions there is nothing to test the interaction with; if it is none either, pool.
    const interactionPooled = (analysis.interactionProbability ?? 1) > interactionAlpha;
    const lines = interactionPooled ? analysis.withoutInteraction : analysis.withInteraction;
    const variances = varianceComponents(lines, shape.parts, shape.appraisers, shape.trials);
    const total = Math.sqrt(variances.part + variances.appraiser + variances.interaction + variances.repeatability);
    const component = (variance: number): VarianceComponent => {
        const standardDeviation = Math.sqrt(variance);
        return {
            variance, standardDeviation, studyVariation: studyMultiplier * standardDeviation,
            percentContribution: 100 * variance / total ** 2, percentStudyVariation: 100 * standardDeviation / total,
            ...tolerance === undefined ? {} : { percentTolerance: 100 * studyMultiplier * standardDeviation / tolerance }
        };
    };
    const reproducibility = variances.appraiser + variances.interaction;
    const components: GageComponents = {
        total: component(total ** 2),
        gage: component(variances.repeatability + reproducibility),
        repeatability: component(variances.repeatability),
        reproducibility: component(reproducibility),
        appraiser: component(variances.appraiser),
        interaction: interactionPooled ? null : component(variances.interaction),
        part: component(variances.part)
    };
    return {
        value: components.gage.percentStudyVariation, ...shape,
        table: analysis.withInteraction, pooledTable: interactionPooled ? analysis.withoutInteraction : null, interactionPooled, components,
        distinctCategories: components.gage.variance === 0 ? null
            : Math.max(1, Math.floor(1.41 * components.part.standardDeviation / components.gage.standardDeviation))
    };
};

const whyUndefined = (cube: MeasurementCube, shape: Pick<GageStudy, 'parts' | 'appraisers' | 'trials'>): Reason | undefined => {
    if (shape.parts < 2) {
        return 'too-few-units';
    }
    if (!isBalanced(cube)) {
        return 'unbalanced';
    }
    if (shape.appraisers < 2) {
        return 'too-few-raters';
    }
    if (shape.trials < 2) {
        return 'too-few-trials';
    }
    return new Set(cube.flat(2)).size < 2 ? 'no-variation' : undefined;
};

/** From the expected mean squares of the random model. */
const varianceComponents = (lines: ReadonlyArray<VarianceLine>, parts: number, appraisers: number, trials: number) => {
    const meanSquare = (source: VarianceLine['source']): number | undefined => lines.find(line => line.source === source)?.meanSquare ?? undefined;
    const repeatability = meanSquare('repeatability') ?? 0;
    const interaction = meanSquare('interaction');
    const noise = interaction ?? repeatability;
    return {
        repeatability,
        interaction: interaction === undefined ? 0 : Math.max(0, (interaction - repeatability) / trials),
        appraiser: Math.max(0, ((meanSquare('appraiser') ?? 0) - noise) / (parts * trials)),
        part: Math.max(0, ((meanSquare('part') ?? 0) - noise) / (appraisers * trials))
    };
};
