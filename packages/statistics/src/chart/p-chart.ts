/**
 * The chart of proportions: D. C. Montgomery, Introduction to Statistical Quality Control, chapter "Control charts for
 * attributes". With unequal sample sizes every point has its own limits. Limits are cut off at 0 and 1.
 */
import { ControlChart, RunRule } from './chart-result';
import { controlChart, emptyChart } from './control-chart';
import { ROUTINE_RULES } from './run-rules';

export interface ProportionSamples {
    /** Defective units in each sample. */
    readonly defectives: ReadonlyArray<number>;
    /** Units in each sample, or in all of them. */
    readonly sizes: ReadonlyArray<number> | number;
}

export interface ProportionChartOptions {
    /** Standard deviations from the centre to the limits; 3 if left out. */
    readonly sigmas?: number;
    /** Tests to run; Nelson's first four if left out. */
    readonly rules?: ReadonlyArray<RunRule>;
    /** A known proportion as centre line, for example of an earlier period; that of the samples if left out. */
    readonly standard?: number;
}

export const pChart = ({ defectives, sizes }: ProportionSamples, options: ProportionChartOptions = {}): ControlChart => {
    const { sigmas = 3, rules = ROUTINE_RULES, standard } = options;
    if (!(sigmas > 0) || standard !== undefined && !(standard >= 0 && standard <= 1)) {
        throw new RangeError('sigmas is positive, and a standard proportion lies between 0 and 1');
    }
    const samples = pairUp(defectives, sizes);
    if (samples.length === 0) {
        return emptyChart(0);
    }
    const units = samples.reduce((sum, { size }) => sum + size, 0);
    const centre = standard ?? samples.reduce((sum, sample) => sum + sample.defective, 0) / units;
    return controlChart(centre, samples.map(({ defective, size }) => {
        const sigma = Math.sqrt(centre * (1 - centre) / size);
        return {
            value: defective / size, sigma,
            lowerLimit: Math.max(0, centre - sigmas * sigma), upperLimit: Math.min(1, centre + sigmas * sigma)
        };
    }), rules);
};

const pairUp = (defectives: ReadonlyArray<number>, sizes: ReadonlyArray<number> | number) => {
    // One size in a list stands for all samples as well as the bare number does.
    const list = typeof sizes === 'number' ? [sizes] : sizes;
    if (list.length !== 1 && list.length !== defectives.length) {
        throw new RangeError(`${defectives.length} samples with ${list.length} sizes`);
    }
    return defectives.map((defective, index) => {
        const size = list.length === 1 ? list[0] : list[index];
        if (!Number.isInteger(size) || size < 1 || !Number.isInteger(defective) || defective < 0 || defective > size) {
            throw new RangeError(`Sample ${index} has ${defective} defective units of ${size}`);
        }
        return { defective, size };
    });
};
