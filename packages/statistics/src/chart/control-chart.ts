/** What all Shewhart charts share: points, their limits, and the rules that fired. */
import { ControlChart, RunRule, RunSignal } from './chart-result';
import { findSignals } from './run-rules';

export interface LimitedPoint {
    readonly value: number;
    readonly lowerLimit: number;
    readonly upperLimit: number;
    /** Standard deviation of this point around the centre. */
    readonly sigma: number;
}

export const controlChart = (centre: number, limited: ReadonlyArray<LimitedPoint>, rules: ReadonlyArray<RunRule>): ControlChart => {
    const charted = limited.map(({ value, lowerLimit, upperLimit, sigma }) => ({
        value, outside: value < lowerLimit || value > upperLimit,
        // Without spread a point off the centre is infinitely far away, one on it not at all.
        deviation: sigma > 0 ? (value - centre) / sigma : value === centre ? 0 : Math.sign(value - centre) * Infinity
    }));
    const signals = findSignals(charted, rules);
    const fired = new Map<number, RunSignal[]>();
    for (const signal of signals) {
        fired.set(signal.index, [...fired.get(signal.index) ?? [], signal]);
    }
    return {
        centre,
        lowerLimit: common(limited.map(point => point.lowerLimit)),
        upperLimit: common(limited.map(point => point.upperLimit)),
        points: limited.map(({ value, lowerLimit, upperLimit }, index) => ({
            index, value, lowerLimit, upperLimit, outside: charted[index].outside, rules: (fired.get(index) ?? []).map(({ rule }) => rule)
        })),
        outOfControl: charted.flatMap(({ outside }, index) => outside ? [index] : []),
        signals, n: limited.length
    };
};

export const emptyChart = (n: number): ControlChart =>
    ({ centre: null, lowerLimit: null, upperLimit: null, points: [], outOfControl: [], signals: [], n, reason: 'too-few-units' });

const common = (limits: ReadonlyArray<number>): number | null => limits.every(limit => limit === limits[0]) ? limits[0] : null;
