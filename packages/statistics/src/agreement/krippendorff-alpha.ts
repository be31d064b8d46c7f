/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, for any number of raters, missing ratings and four levels
 * of measurement. K. Krippendorff, Content Analysis (4th ed. 2019), chapter 12; Computing Krippendorff's
 * Alpha-Reliability (2011). Units with fewer than two ratings are left out.
 *
 * Standard error and interval: K. L. Gwet's linearised variance (Handbook of Inter-Rater Reliability, 4th ed. 2014,
 * chapter 6) with the quantile of Student's t, taking the metric as given; or, where asked for, a bootstrap of the
 * units, in which the ordinal metric is that of each sample.
 */
import { codeRatings } from '../ratings/coded-ratings';
import { checkConfidence } from '../ratings/ratings';
import { BootstrapOptions, resample, spread } from '../resampling/bootstrap-interval';
import { KrippendorffAlpha, Ratings, Reason } from '../result';
import { ConfidenceOption, DEFAULT_CONFIDENCE } from './agreement-options';
import { euclideanNorm, withStudentInterval } from './estimate';
import { createMetric, DisagreementMetric, MeasurementLevel } from './krippendorff-metric';
import { PairableUnits, pairableUnits } from './pairable-units';

export interface AlphaOptions extends ConfidenceOption {
    /** `nominal` if left out. */
    readonly level?: MeasurementLevel;
    /** All values of the scale, for ordinal data in their order; those seen, in ascending order, if left out. */
    readonly domain?: ReadonlyArray<number>;
    /** Bootstrap the units instead of linearising; its `level` is `confidence` if left out. */
    readonly bootstrap?: boolean | BootstrapOptions;
}

export const krippendorffAlpha = (ratings: Ratings, options: AlphaOptions = {}): KrippendorffAlpha => {
    const { level = 'nominal', confidence = DEFAULT_CONFIDENCE, bootstrap = false } = options;
    checkConfidence(confidence);
    const coded = codeRatings(ratings, options.domain);
    const metric = createMetric(level, coded.labels);
    const units = pairableUnits(coded);
    const undefinedAlpha = (reason: Reason): KrippendorffAlpha => ({
        value: null, n: units.count, reason, pairableValues: units.codes.length, observedDisagreement: null, expectedDisagreement: null
    });
    if (units.count < 2) {
        return undefinedAlpha(coded.units === 0 ? 'too-few-units' : coded.raters < 2 ? 'too-few-raters' : units.count === 0 ? 'no-pairable-values' : 'too-few-units');
    }
    const disagreement = new Disagreement(units, metric, coded.labels.length);
    const { value, observed, expected } = disagreement.ofSample();
    if (value === null) {
        return undefinedAlpha('no-variation');
    }
    const facts = { pairableValues: units.codes.length, observedDisagreement: observed, expectedDisagreement: expected };
    if (bootstrap !== false) {
        const resampled = resample(units.count, { level: confidence, ...bootstrap === true ? {} : bootstrap }, indices => disagreement.ofSample(indices).value);
        const { replicates, undefinedReplicates } = resampled;
        return { value, n: units.count, ...spread(resampled), ...facts, replicates, undefinedReplicates };
    }
    return { ...withStudentInterval(value, disagreement.standardError(), units.count, confidence), ...facts };
};

class Disagreement {
    private readonly occurrences: Float64Array;
    /** Disagreement within each unit, divided by its ratings less one. */
    private readonly perUnit: Float64Array;

    constructor(private readonly units: PairableUnits, private readonly metric: DisagreementMetric, categories: number) {
        this.occurrences = new Float64Array(categories);
        this.perUnit = new Float64Array(units.count);
        if (!metric.relative) {
            this.measureUnits();
        }
    }

    /** Of the units with the given indices, or of all. */
    ofSample(indices?: Int32Array): { readonly value: number | null; readonly observed: number; readonly expected: number } {
        const all = this.countOccurrences(indices);
        if (this.occurrences.filter(count => count > 0).length < 2) {
            return { value: null, observed: 0, expected: 0 };
        }
        this.metric.observe(this.occurrences);
        if (this.metric.relative) {
            this.measureUnits();
        }
        let within = 0;
        for (let position = 0; position < this.units.count; position++) {
            within += this.perUnit[indices === undefined ? position : indices[position]];
        }
        const observed = within / all;
        const expected = this.meanDisagreement(all) * all / (all - 1);
        return { value: 1 - observed / expected, observed, expected };
    }

    /** Gwet's; call after `ofSample()`. */
    standardError(): number {
        const { count, codes, starts } = this.units;
        const all = codes.length;
        const meanRatings = all / count;
        const expected = this.meanDisagreement(all);
        const observed = this.perUnit.reduce((sum, value) => sum + value, 0) / all;
        const towards = this.metric.towardsAll();
        const influence = this.perUnit.map((within, unit) => {
            const size = (starts[unit + 1] - starts[unit]) / meanRatings;
            let own = 0;
            for (let position = starts[unit]; position < starts[unit + 1]; position++) {
                own += towards[codes[position]] / meanRatings;
            }
            const observedShift = within / meanRatings - observed - (1 - 1 / all) * observed * (size - 1);
            return (2 * observed / expected * (own - expected * size) - observedShift) / expected;
        });
        return euclideanNorm(influence) / Math.sqrt(count * (count - 1));
    }

    /** Mean disagreement of two values drawn with replacement. */
    private meanDisagreement(all: number): number {
        return this.metric.towardsAll().reduce((sum, value, code) => sum + value * this.occurrences[code], 0) / all;
    }

    private measureUnits(): void {
        const { count, starts } = this.units;
        for (let unit = 0; unit < count; unit++) {
            this.perUnit[unit] = this.metric.within(this.units, unit) / (starts[unit + 1] - starts[unit] - 1);
        }
    }

    private countOccurrences(indices?: Int32Array): number {
        const { count, codes, starts } = this.units;
        this.occurrences.fill(0);
        let all = 0;
        for (let position = 0; position < count; position++) {
            const unit = indices === undefined ? position : indices[position];
            for (let value = starts[unit]; value < starts[unit + 1]; value++) {
                this.occurrences[codes[value]]++;
            }
            all += starts[unit + 1] - starts[unit];
        }
        return all;
    }
}
