import * as React from '@theia/core/shared/react';
import { formatPercent } from './format';

export interface ProgressProps {
    /** Share done, 0 to 1; null while it is not known. */
    readonly value: number | null;
    /** What is being done: "Importing recordings". */
    readonly label: string;
    /** Shows label and percentage above the bar. */
    readonly showLabel?: boolean;
}

export const Progress = ({ value, label, showLabel = false }: ProgressProps): React.ReactElement => <div className='e-progress'>
    {showLabel && <div className='e-progress-text'><span>{label}</span>{value !== null && <span className='e-figures'>{formatPercent(value, 0)}</span>}</div>}
    <div className={`e-progress-bar ${value === null ? 'e-progress-unknown' : ''}`} role='progressbar' aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={value === null ? undefined : Math.round(value * 100)}>
        <div className='e-progress-done' style={value === null ? undefined : { width: `${value * 100}%` }} />
    </div>
</div>;

export interface SkeletonProps {
    readonly lines?: number;
    /** CSS length of one block instead of lines. */
    readonly height?: string;
}

/** The shape of what is about to come; appears only if that takes a moment. */
export const Skeleton = ({ lines = 3, height }: SkeletonProps): React.ReactElement =>
    <div className='e-skeleton' aria-hidden='true'>
        {height ? <div className='e-skeleton-block' style={{ height }} /> : Array.from({ length: lines }, (_, index) => <div key={index} className='e-skeleton-line' style={{ width: `${[92, 78, 85, 64][index % 4]}%` }} />)}
    </div>;
