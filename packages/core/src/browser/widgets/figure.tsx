import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { formatNumber } from './format';
import { sparklineEnd, sparklinePath } from './sparkline';

export interface SparklineProps {
    readonly values: readonly (number | null)[];
    /** What the line shows, in words, for who cannot see it. */
    readonly label: string;
    readonly width?: number;
    readonly height?: number;
}

export function Sparkline({ values, label, width = 96, height = 28 }: SparklineProps): React.ReactElement | null {
    const path = sparklinePath(values, width, height, 3);
    const end = sparklineEnd(values, width, height, 3);
    return path ? <svg className='e-sparkline' width={width} height={height} viewBox={`0 0 ${width} ${height}`} role='img' aria-label={label}>
        <path d={path} />{end && <circle cx={end.x} cy={end.y} r={2.5} />}
    </svg> : null;
}

export interface FigureProps {
    readonly label: string;
    /** Already formatted; an en dash where there is no value. */
    readonly value: string;
    readonly unit?: string;
    /** Sample size: no figure without it. Omitted for plain counts. */
    readonly n?: number;
    /** What the interval is, formatted: "±1.8". */
    readonly interval?: string;
    /** Oldest first. */
    readonly trend?: readonly (number | null)[];
    readonly children?: React.ReactNode;
}

/** One number that matters, with its unit, what it rests on, and where it is going. */
export const Figure = ({ label, value, unit, n, interval, trend, children }: FigureProps): React.ReactElement =>
    <div className='e-figure'>
        <div className='e-figure-label'>{label}</div>
        <div className='e-figure-row'>
            <div className='e-figure-value e-figures'>{value}{unit && <span className='e-figure-unit'>{unit}</span>}{interval && <span className='e-figure-interval'>{interval}</span>}</div>
            {trend && trend.length > 1 && <Sparkline values={trend} label={nls.localize('earshot/core/figure/trend', 'Trend of {0}', label)} />}
        </div>
        {n !== undefined && <div className='e-figure-n e-figures'>{nls.localize('earshot/core/figure/n', 'n = {0}', formatNumber(n))}</div>}
        {children}
    </div>;
