/**
 * The shapes that every function of the package answers with.
 *
 * A figure that the data do not define is `null` beside a `reason`; it is never NaN and never a made-up 0 or 1.
 * Malformed input (ragged rows, non-finite numbers, a weights matrix of the wrong size, an option out of range)
 * is the caller's mistake and throws a `RangeError`.
 */

/** Ratings: one row per unit (what is rated), one column per rater, `null` where a rater gave no rating. */
export type Ratings = ReadonlyArray<ReadonlyArray<number | null>>;

/**
 * Why a figure is not defined. The codes are stable, so that a screen can translate them.
 *
 * - `too-few-units`: fewer units, people, trials or points than the formula needs
 * - `too-few-raters`: fewer than two raters
 * - `too-few-items`: fewer than two items
 * - `too-few-trials`: nobody measured a part twice, so that repeatability cannot be told from the rest
 * - `no-pairable-values`: no unit was rated by two raters
 * - `no-variation`: every rating is the same (or only one category is known), so that chance explains everything
 * - `no-disagreement`: the raters never disagree, so that there is nothing to test
 * - `unbounded`: the statistic grows without bound, because all variation lies between the things compared
 * - `unbalanced`: not every appraiser measured every part equally often
 * - `not-dichotomous`: an item has scores other than 0 and 1
 * - `maximum-unknown`: an item's highest possible score was not given and its scores do not lie between 0 and 1
 * - `disconnected`: nobody links it with the larger part of the design, so that it cannot be compared
 * - `no-defined-replicate`: the statistic was not defined in any bootstrap sample
 */
export type Reason =
    | 'too-few-units' | 'too-few-raters' | 'too-few-items' | 'too-few-trials'
    | 'no-pairable-values' | 'no-variation' | 'no-disagreement' | 'unbounded' | 'unbalanced'
    | 'not-dichotomous' | 'maximum-unknown' | 'disconnected' | 'no-defined-replicate';

/** A confidence interval; `level` is the confidence, for example 0.95. */
export interface Interval {
    readonly low: number;
    readonly high: number;
    readonly level: number;
}

/** An estimate with its uncertainty. */
export interface Coefficient {
    readonly value: number | null;
    /** Left out where the formula gives none. */
    readonly standardError?: number;
    /** Left out where the standard error is missing or 0: a linearised variance of 0 is no evidence of certainty. */
    readonly interval?: Interval;
    /** How many units the estimate rests on. */
    readonly n: number;
    /** Present exactly when `value` is null. */
    readonly reason?: Reason;
}

/** A coefficient together with a test of its null hypothesis. */
export interface TestedCoefficient extends Coefficient {
    readonly statistic: number | null;
    /** Degrees of freedom; null for a statistic that is compared with the normal distribution. */
    readonly df: number | null;
    readonly pValue: number | null;
}

/** A kappa with its test against 0 (z, two-sided), whose standard error holds under that hypothesis only. */
export interface TestedKappa extends TestedCoefficient {
    readonly nullStandardError?: number;
}

/** Agreement on one category: this category against all others taken together. */
export interface CategoryKappa extends TestedKappa {
    readonly category: number;
    /** Share of all ratings that fall in this category. */
    readonly proportion: number;
}

export interface FleissKappa extends TestedKappa {
    readonly perCategory: ReadonlyArray<CategoryKappa>;
}

/** Cohen's kappa of two of the raters; `raters` are column indices from 0. */
export interface PairKappa extends Coefficient {
    readonly raters: readonly [number, number];
}

export interface LightKappa extends Coefficient {
    readonly pairs: ReadonlyArray<PairKappa>;
}

/** What a bootstrap adds to a statistic. */
export interface BootstrapResult extends Coefficient {
    readonly replicates: number;
    /** Bootstrap samples in which the statistic was not defined; they are left out of the interval. */
    readonly undefinedReplicates: number;
}

export interface KrippendorffAlpha extends Coefficient {
    /** Ratings in units that were rated at least twice. */
    readonly pairableValues: number;
    /** Disagreement seen and expected by chance, in the squared units of the metric. */
    readonly observedDisagreement: number | null;
    readonly expectedDisagreement: number | null;
    /** Only where a bootstrap was asked for. */
    readonly replicates?: number;
    readonly undefinedReplicates?: number;
}

/** Mean squares of a table of units × raters. */
export interface MeanSquares {
    readonly units: number;
    readonly raters: number;
    readonly error: number;
    /** Within units, raters and error taken together. */
    readonly within: number;
}

export interface IntraclassCorrelation extends Coefficient {
    /** F of the hypothesis that the units do not differ. */
    readonly statistic: number | null;
    readonly df: readonly [number, number] | null;
    readonly pValue: number | null;
    readonly raters: number;
    readonly meanSquares: MeanSquares | null;
}

/** Bias and limits of agreement of two methods of measurement. */
export interface BlandAltman {
    /** The bias: mean of first minus second. */
    readonly value: number | null;
    readonly standardError?: number;
    /** Confidence interval of the bias. */
    readonly interval?: Interval;
    readonly n: number;
    readonly reason?: Reason;
    readonly bias: number | null;
    /** Standard deviation of the differences (n − 1). */
    readonly standardDeviation: number | null;
    readonly lowerLimit: number | null;
    readonly upperLimit: number | null;
    readonly limitStandardError?: number;
    readonly lowerLimitInterval?: Interval;
    readonly upperLimitInterval?: Interval;
    /** One entry per complete pair, for the plot. */
    readonly points: ReadonlyArray<{ readonly mean: number; readonly difference: number }>;
}

/** One source of variation of a gage study. Percentages lie between 0 and 100. */
export interface VarianceComponent {
    readonly variance: number;
    readonly standardDeviation: number;
    /** Study variation: the standard deviation times `studyMultiplier`. */
    readonly studyVariation: number;
    readonly percentContribution: number;
    readonly percentStudyVariation: number;
    /** Only where a tolerance was given. */
    readonly percentTolerance?: number;
}

/** One line of an analysis of variance. */
export interface VarianceLine {
    readonly source: 'part' | 'appraiser' | 'interaction' | 'repeatability' | 'total';
    readonly df: number;
    readonly sumOfSquares: number;
    readonly meanSquare: number | null;
    readonly statistic: number | null;
    readonly pValue: number | null;
}

export interface GageComponents {
    readonly total: VarianceComponent;
    readonly gage: VarianceComponent;
    readonly repeatability: VarianceComponent;
    readonly reproducibility: VarianceComponent;
    readonly appraiser: VarianceComponent;
    /** Null where the interaction was pooled into repeatability. */
    readonly interaction: VarianceComponent | null;
    readonly part: VarianceComponent;
}

export interface GageStudy {
    /** Total gage R&R as per cent of study variation. */
    readonly value: number | null;
    /** Measurements. */
    readonly n: number;
    readonly reason?: Reason;
    readonly parts: number;
    readonly appraisers: number;
    readonly trials: number;
    /** Two-way table with interaction; the interaction's p-value decides about pooling. */
    readonly table: ReadonlyArray<VarianceLine>;
    /** The table without interaction that the components rest on; null where the interaction was kept. */
    readonly pooledTable: ReadonlyArray<VarianceLine> | null;
    readonly interactionPooled: boolean | null;
    readonly components: GageComponents | null;
    /** Number of distinct categories: 1.41 × part / gage, rounded down, at least 1; null where the gage never varies. */
    readonly distinctCategories: number | null;
}

/** An interval for a proportion. */
export interface ProportionInterval {
    /** The proportion seen. */
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly level: number;
    readonly n: number;
    readonly reason?: Reason;
}

export interface SampleSize {
    /** The smallest whole number that keeps the margin. */
    readonly value: number | null;
    /** Before rounding. */
    readonly unrounded: number | null;
    /** Rounded to the nearest whole number, as printed tables do; may miss the margin by a hair. */
    readonly nearest: number | null;
    readonly reason?: Reason;
}

/** The mean of a population, from a sample in which units count by their weights. */
export interface WeightedEstimate extends Coefficient {
    readonly total: number | null;
    /** Units of the population, and of those the ones in cells of which something was measured. */
    readonly population: number;
    readonly covered: number;
    /** Degrees of freedom of the interval; null where there is none, or where nothing is uncertain. */
    readonly df: number | null;
}
