/** What control charts answer with. */
import type { Reason } from '../result';

/** The named tests for special causes; the numbers are Nelson's (1984). */
export type RunRule =
    | 'beyond-limits'                      // 1: one point beyond 3 sigma
    | 'nine-on-one-side'                   // 2: nine in a row on one side of the centre
    | 'six-trending'                       // 3: six in a row, each higher (or each lower) than the one before
    | 'fourteen-alternating'               // 4: fourteen in a row going up and down in turn
    | 'two-of-three-beyond-two-sigma'      // 5: two of three on one side, beyond 2 sigma
    | 'four-of-five-beyond-one-sigma'      // 6: four of five on one side, beyond 1 sigma
    | 'fifteen-within-one-sigma'           // 7: fifteen in a row within 1 sigma
    | 'eight-beyond-one-sigma';            // 8: eight in a row beyond 1 sigma, on either side

/** A rule that fired; `index` is the point at which the pattern is complete, `from` where it begins. */
export interface RunSignal {
    readonly rule: RunRule;
    readonly from: number;
    readonly index: number;
}

export interface ChartPoint {
    readonly index: number;
    readonly value: number;
    readonly lowerLimit: number;
    readonly upperLimit: number;
    readonly outside: boolean;
    readonly rules: ReadonlyArray<RunRule>;
}

export interface ControlChart {
    /** The centre line. */
    readonly centre: number | null;
    /** Null where the limits differ from point to point; see `points`. */
    readonly lowerLimit: number | null;
    readonly upperLimit: number | null;
    readonly points: ReadonlyArray<ChartPoint>;
    /** Indices of the points outside their limits. */
    readonly outOfControl: ReadonlyArray<number>;
    readonly signals: ReadonlyArray<RunSignal>;
    readonly n: number;
    readonly reason?: Reason;
}

export interface IndividualsChart extends ControlChart {
    /** Estimated from the mean moving range. */
    readonly sigma: number | null;
    /** The chart of moving ranges; its point i stands for values i and i + 1. */
    readonly movingRange: ControlChart;
}
