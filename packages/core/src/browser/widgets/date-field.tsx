import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useFieldControl } from './field';

export interface DateFieldProps extends Omit<React.InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'min' | 'max' | 'type'> {
    /** `YYYY-MM-DD`, or null. */
    readonly value: string | null;
    onChange(value: string | null): void;
    readonly min?: string;
    readonly max?: string;
}

/** A day, with the calendar of the browser. */
export const DateField = ({ value, onChange, className = '', ...rest }: DateFieldProps): React.ReactElement =>
    <input {...useFieldControl()} type='date' className={`e-input e-date ${className}`} value={value ?? ''} onChange={event => onChange(event.target.value || null)} {...rest} />;

export interface DateRangeValue { readonly from: string | null; readonly to: string | null }

export interface DateRangeProps {
    readonly value: DateRangeValue;
    onChange(value: DateRangeValue): void;
    /** Names the range: "Date of the call". */
    readonly label: string;
}

/** From one day to another, both included. Choosing a beginning after the end moves the end along. */
export function DateRange({ value: { from, to }, onChange, label }: DateRangeProps): React.ReactElement {
    return <span className='e-date-range' role='group' aria-label={label}>
        <DateField value={from} aria-label={nls.localize('earshot/core/dates/from', 'From')} onChange={next => onChange({ from: next, to: next && to && next > to ? next : to })} />
        <span aria-hidden='true'>–</span>
        <DateField value={to} aria-label={nls.localize('earshot/core/dates/to', 'To')} onChange={next => onChange({ from: next && from && next < from ? next : from, to: next })} />
    </span>;
}
