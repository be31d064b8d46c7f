import * as React from '@theia/core/shared/react';

export interface LeniencyBarProps {
    /** Percentage points; positive is lenient. */
    readonly mean: number | null;
    readonly interval: { readonly low: number; readonly high: number } | null;
    readonly tolerance: number;
    /** The largest distance from zero in the table: all bars have the same scale. */
    readonly widest: number;
}

const width = 120;
const height = 16;

/** Where a rater stands: zero in the middle, strict to the left, lenient to the right, the tolerance shaded. The numbers stand beside it. */
export function LeniencyBar({ mean, interval, tolerance, widest }: LeniencyBarProps): React.ReactElement {
    const at = (points: number): number => width / 2 + points / (widest || 1) * (width / 2 - 4);
    return <svg className='q-leniency' viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden='true'>
        <rect className='q-leniency-tolerance' x={at(-tolerance)} y={1} width={at(tolerance) - at(-tolerance)} height={height - 2} />
        <path className='q-leniency-zero' d={`M${width / 2} 0V${height}`} />
        {interval && <path className='q-leniency-interval' d={`M${at(interval.low)} ${height / 2}H${at(interval.high)}M${at(interval.low)} 4V12M${at(interval.high)} 4V12`} />}
        {mean !== null && <circle className='q-leniency-mean' cx={at(mean)} cy={height / 2} r={3.5} />}
    </svg>;
}
