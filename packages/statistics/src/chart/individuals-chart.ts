/**
 * The chart of individual values and moving ranges (I-MR): D. C. Montgomery, Introduction to Statistical Quality
 * Control, chapter "Control charts for variables". The standard deviation is the mean moving range of two neighbours
 * divided by d2 = 1.128, with the constants rounded as in the printed tables.
 */
import { IndividualsChart, RunRule } from './chart-result';
import { controlChart, emptyChart } from './control-chart';
import { ROUTINE_RULES } from './run-rules';

/** Expected range of two values of a standard normal distribution. */
const D2 = 1.128;
/** Upper limit of a range of two values, in mean ranges. */
const D4 = 3.267;

export interface IndividualsChartOptions {
    /** Standard deviations from the centre to the limits; 3 if left out. */
    readonly sigmas?: number;
    /** Tests to run on the individual values; Nelson's first four if left out. */
    readonly rules?: ReadonlyArray<RunRule>;
    /** A known centre and standard deviation, for example of an earlier period; those of the values if left out. */
    readonly standard?: { readonly centre: number; readonly sigma: number };
}

/** @param values in the order in which they arose */
export const individualsChart = (values: ReadonlyArray<number>, options: IndividualsChartOptions = {}): IndividualsChart => {
    const { sigmas = 3, rules = ROUTINE_RULES, standard } = options;
    if (!(sigmas > 0) || standard !== undefined && !(Number.isFinite(standard.centre) && standard.sigma > 0)) {
        throw new RangeError('sigmas and a standard sigma are positive, and a standard centre is a number');
    }
    for (const value of values) {
        if (!Number.isFinite(value)) {
            throw new RangeError(`A value is a finite number, not ${String(value)}`);
        }
    }
    if (values.length < 2) {
        return { ...emptyChart(values.length), sigma: null, movingRange: emptyChart(0) };
    }
    const ranges = values.slice(1).map((value, index) => Math.abs(value - values[index]));
    const meanRange = standard === undefined ? mean(ranges) : standard.sigma * D2;
    const sigma = standard === undefined ? meanRange / D2 : standard.sigma;
    const centre = standard === undefined ? mean(values) : standard.centre;
    return {
        ...controlChart(centre, values.map(value =>
            ({ value, sigma, lowerLimit: centre - sigmas * sigma, upperLimit: centre + sigmas * sigma })), rules),
        sigma,
        // Neighbouring ranges share a value, so rules about runs mean nothing here.
        movingRange: controlChart(meanRange, ranges.map(value =>
            ({ value, sigma: (D4 - 1) * meanRange / 3, lowerLimit: 0, upperLimit: D4 * meanRange })), ['beyond-limits'])
    };
};

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length;
