/** Measurements of a gage study, arranged as parts × appraisers × trials. */

/** One measurement; parts and appraisers are told apart by their labels. */
export interface Measurement {
    readonly part: string | number;
    readonly appraiser: string | number;
    readonly value: number;
}

/** Measurements as parts × appraisers × trials. */
export type MeasurementCube = ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>;

/** Throws a RangeError for values that are not finite numbers. The cube may be ragged. */
export const toCube = (measurements: ReadonlyArray<Measurement> | MeasurementCube): MeasurementCube => {
    const cube = isCube(measurements) ? measurements : arrange(measurements);
    for (const value of cube.flat(2)) {
        if (!Number.isFinite(value)) {
            throw new RangeError(`A measurement is a finite number, not ${String(value)}`);
        }
    }
    return cube;
};

/** Whether every appraiser measured every part equally often. */
export const isBalanced = (cube: MeasurementCube): boolean =>
    cube.every(part => part.length === cube[0].length && part.every(trials => trials.length === cube[0][0].length));

const isCube = (measurements: ReadonlyArray<Measurement> | MeasurementCube): measurements is MeasurementCube =>
    measurements.length > 0 && Array.isArray(measurements[0]);

const arrange = (measurements: ReadonlyArray<Measurement>): MeasurementCube => {
    const parts = [...new Set(measurements.map(({ part }) => part))];
    const appraisers = [...new Set(measurements.map(({ appraiser }) => appraiser))];
    return parts.map(part => appraisers.map(appraiser => measurements
        .filter(measurement => measurement.part === part && measurement.appraiser === appraiser)
        .map(({ value }) => value)));
};
