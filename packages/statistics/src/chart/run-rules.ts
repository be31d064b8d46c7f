/**
 * Tests for special causes on a Shewhart chart. L. S. Nelson, J. Quality Technology 16 (1984) 237–239. He recommends
 * the first four for routine use; the others react sooner to small shifts, or find mixtures, and raise more false
 * alarms.
 */
import { RunRule, RunSignal } from './chart-result';

/** What a rule sees of a point. */
export interface ChartedValue {
    readonly value: number;
    /** Distance from the centre line in standard deviations of this point. */
    readonly deviation: number;
    readonly outside: boolean;
}

/** Whether a pattern is complete at the last of the points. */
interface Rule {
    /** Points that the pattern takes. */
    readonly length: number;
    /** Whether fewer points, at the start of the chart, may already make the pattern. */
    readonly partial?: boolean;
    holds(points: ReadonlyArray<ChartedValue>): boolean;
}

const allAbove = (points: ReadonlyArray<ChartedValue>): boolean => points.every(({ deviation }) => deviation > 0);
const allBelow = (points: ReadonlyArray<ChartedValue>): boolean => points.every(({ deviation }) => deviation < 0);
const steps = (points: ReadonlyArray<ChartedValue>): ReadonlyArray<number> => points.slice(1).map(({ value }, index) => Math.sign(value - points[index].value));

/** Enough of the points lie beyond the distance on one side, the last among them. */
const beyondOnOneSide = (needed: number, distance: number) => (points: ReadonlyArray<ChartedValue>): boolean => [1, -1].some(side =>
    points[points.length - 1].deviation * side > distance && points.filter(({ deviation }) => deviation * side > distance).length >= needed);

const RULES: Readonly<Record<RunRule, Rule>> = {
    'beyond-limits': { length: 1, holds: ([point]) => point.outside },
    'nine-on-one-side': { length: 9, holds: points => allAbove(points) || allBelow(points) },
    'six-trending': { length: 6, holds: points => [1, -1].some(side => steps(points).every(step => step === side)) },
    'fourteen-alternating': {
        length: 14,
        holds: points => steps(points).every((step, index, all) => step !== 0 && (index === 0 || step === -all[index - 1]))
    },
    'two-of-three-beyond-two-sigma': { length: 3, partial: true, holds: beyondOnOneSide(2, 2) },
    'four-of-five-beyond-one-sigma': { length: 5, partial: true, holds: beyondOnOneSide(4, 1) },
    'fifteen-within-one-sigma': { length: 15, holds: points => points.every(({ deviation }) => Math.abs(deviation) < 1) },
    'eight-beyond-one-sigma': { length: 8, holds: points => points.every(({ deviation }) => Math.abs(deviation) > 1) }
};

/** Nelson's recommendation for routine use. */
export const ROUTINE_RULES: ReadonlyArray<RunRule> = ['beyond-limits', 'nine-on-one-side', 'six-trending', 'fourteen-alternating'];

/** All eight, in Nelson's order. */
export const ALL_RULES: ReadonlyArray<RunRule> = [
    ...ROUTINE_RULES, 'two-of-three-beyond-two-sigma', 'four-of-five-beyond-one-sigma', 'fifteen-within-one-sigma', 'eight-beyond-one-sigma'
];

/** Every point at which one of the rules is fulfilled, in order of the points. */
export const findSignals = (points: ReadonlyArray<ChartedValue>, rules: ReadonlyArray<RunRule>): ReadonlyArray<RunSignal> => {
    for (const rule of rules) {
        if (!Object.hasOwn(RULES, rule)) {
            throw new RangeError(`Unknown rule '${String(rule)}'; there are ${ALL_RULES.join(', ')}`);
        }
    }
    return points.flatMap((_, index) => rules.flatMap((rule): ReadonlyArray<RunSignal> => {
        const { length, partial, holds } = RULES[rule];
        const from = Math.max(0, index + 1 - length);
        const window = points.slice(from, index + 1);
        return (window.length === length || partial === true) && holds(window) ? [{ rule, from, index }] : [];
    }));
};
