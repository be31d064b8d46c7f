/**
 * The metrics of Krippendorff's alpha: how far two values disagree, squared. K. Krippendorff, Content Analysis (4th
 * ed. 2019), chapter 12.
 *
 * For nominal, ordinal and interval data neither the table of coincidences nor that of all pairs of values is needed:
 * the squared differences of all pairs follow from the variance, and the ordinal metric is the interval metric on
 * midranks. That keeps a bootstrap of thousands of units cheap.
 */
import { PairableUnits } from './pairable-units';

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface DisagreementMetric {
    /** Whether `within` depends on how often the values occur. */
    readonly relative: boolean;
    /** Takes in how often each value occurs; call before the other two. */
    observe(occurrences: Float64Array): void;
    /** Mean disagreement of each value with all values of the data. */
    towardsAll(): Float64Array;
    /** Sum of the disagreements over all ordered pairs of values in a unit. */
    within(units: PairableUnits, unit: number): number;
}

export const createMetric = (level: MeasurementLevel, values: ReadonlyArray<number>): DisagreementMetric => {
    switch (level) {
        case 'nominal': return new NominalMetric(values.length);
        case 'ordinal': return new DifferenceMetric(new Float64Array(values.length), true);
        case 'interval': return new DifferenceMetric(Float64Array.from(values), false);
        case 'ratio': return new RatioMetric(values);
        default: throw new RangeError(`Unknown level of measurement '${String(level)}'`);
    }
};

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

class NominalMetric implements DisagreementMetric {
    readonly relative = false;
    private readonly towards: Float64Array;
    private readonly tally: Int32Array;

    constructor(size: number) {
        this.towards = new Float64Array(size);
        this.tally = new Int32Array(size);
    }

    observe(occurrences: Float64Array): void {
        const all = sumOf(occurrences);
        occurrences.forEach((count, value) => { this.towards[value] = 1 - count / all; });
    }

    towardsAll(): Float64Array {
        return this.towards;
    }

    within({ codes, starts }: PairableUnits, unit: number): number {
        let same = 0;
        for (let position = starts[unit]; position < starts[unit + 1]; position++) {
            same += this.tally[codes[position]]++;
        }
        for (let position = starts[unit]; position < starts[unit + 1]; position++) {
            this.tally[codes[position]] = 0;
        }
        const total = starts[unit + 1] - starts[unit];
        return total * (total - 1) - 2 * same;
    }
}

/** Squared differences of positions: the values themselves, or their midranks. */
class DifferenceMetric implements DisagreementMetric {
    private readonly towards: Float64Array;

    constructor(private readonly positions: Float64Array, readonly relative: boolean) {
        this.towards = new Float64Array(positions.length);
    }

    observe(occurrences: Float64Array): void {
        if (this.relative) {
            let before = 0;
            occurrences.forEach((count, value) => {
                this.positions[value] = before + count / 2;
                before += count;
            });
        }
        const all = sumOf(occurrences);
        let mean = 0;
        occurrences.forEach((count, value) => { mean += count / all * this.positions[value]; });
        let variance = 0;
        occurrences.forEach((count, value) => { variance += count / all * (this.positions[value] - mean) ** 2; });
        this.positions.forEach((position, value) => { this.towards[value] = (position - mean) ** 2 + variance; });
    }

    towardsAll(): Float64Array {
        return this.towards;
    }

    within({ codes, starts }: PairableUnits, unit: number): number {
        // Measured from the unit's first value, so that equal values give exactly 0.
        const origin = this.positions[codes[starts[unit]]];
        let sum = 0;
        let squares = 0;
        for (let position = starts[unit]; position < starts[unit + 1]; position++) {
            const difference = this.positions[codes[position]] - origin;
            sum += difference;
            squares += difference * difference;
        }
        return 2 * ((starts[unit + 1] - starts[unit]) * squares - sum * sum);
    }
}

/** ((a − b) / (a + b))²; two zeros agree. */
class RatioMetric implements DisagreementMetric {
    readonly relative = false;
    private readonly towards: Float64Array;

    constructor(private readonly values: ReadonlyArray<number>) {
        if (values.some(value => value < 0)) {
            throw new RangeError('Ratio data are not negative');
        }
        this.towards = new Float64Array(values.length);
    }

    observe(occurrences: Float64Array): void {
        const all = sumOf(occurrences);
        const seen = [...occurrences.keys()].filter(value => occurrences[value] > 0);
        for (let value = 0; value < this.values.length; value++) {
            let sum = 0;
            for (const other of seen) {
                sum += occurrences[other] * this.disagreement(value, other);
            }
            this.towards[value] = sum / all;
        }
    }

    towardsAll(): Float64Array {
        return this.towards;
    }

    within({ codes, starts }: PairableUnits, unit: number): number {
        let sum = 0;
        for (let first = starts[unit]; first < starts[unit + 1]; first++) {
            for (let second = first + 1; second < starts[unit + 1]; second++) {
                sum += 2 * this.disagreement(codes[first], codes[second]);
            }
        }
        return sum;
    }

    private disagreement(first: number, second: number): number {
        return first === second ? 0 : ((this.values[first] - this.values[second]) / (this.values[first] + this.values[second])) ** 2;
    }
}
