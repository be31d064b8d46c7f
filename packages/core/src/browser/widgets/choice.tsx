import * as React from '@theia/core/shared/react';
import { useFieldControl, useFieldLabel } from './field';
import { Icon } from './icon';

export interface Option<T extends string = string> {
    readonly value: T;
    readonly label: string;
    readonly disabled?: boolean;
    /** A second line for radio buttons, a tooltip elsewhere. */
    readonly detail?: string;
    readonly icon?: string;
}

export interface SelectProps<T extends string> extends Omit<React.SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
    readonly value: T | null;
    onChange(value: T): void;
    readonly options: readonly Option<T>[];
    /** Shown, and not choosable, while there is no value. */
    readonly placeholder?: string;
}

/** One of a few; the browser's own list. For many or for people take the Combobox. */
export function Select<T extends string>({ value, onChange, options, placeholder, className = '', ...rest }: SelectProps<T>): React.ReactElement {
    return <span className='e-select-box'>
        <select {...useFieldControl()} className={`e-input e-select ${className}`} value={value ?? ''} onChange={event => onChange(event.target.value as T)} {...rest}>
            {placeholder !== undefined && <option value='' disabled>{placeholder}</option>}
            {options.map(each => <option key={each.value} value={each.value} disabled={each.disabled}>{each.label}</option>)}
        </select>
        <Icon name='chevron-down' />
    </span>;
}

export interface CheckboxProps {
    readonly checked: boolean;
    onChange(checked: boolean): void;
    readonly label: React.ReactNode;
    /** The label is there for screen readers only. */
    readonly hideLabel?: boolean;
    readonly indeterminate?: boolean;
    readonly disabled?: boolean;
    readonly detail?: React.ReactNode;
}

export function Checkbox({ checked, onChange, label, hideLabel = false, indeterminate = false, disabled, detail }: CheckboxProps): React.ReactElement {
    const ref = React.useRef<HTMLInputElement>(null);
    React.useEffect(() => {
        if (ref.current) {
            ref.current.indeterminate = indeterminate;
        }
    }, [indeterminate]);
    return <label className={`e-check ${disabled ? 'e-check-disabled' : ''}`}>
        <input ref={ref} type='checkbox' className='e-check-input' checked={checked} disabled={disabled} onChange={event => onChange(event.target.checked)} />
        <span className={hideLabel ? 'e-hidden' : 'e-check-text'}>{label}{detail && <span className='e-check-detail'>{detail}</span>}</span>
    </label>;
}

export interface ChoiceProps<T extends string> {
    readonly value: T | null;
    onChange(value: T): void;
    readonly options: readonly Option<T>[];
    /** Names the group where no Field around it does. */
    readonly label?: string;
    readonly disabled?: boolean;
}

/** One of a few, all in sight, each with room for an explanation. */
export function RadioGroup<T extends string>({ value, onChange, options, label, disabled }: ChoiceProps<T>): React.ReactElement {
    const name = React.useId();
    const labelledBy = useFieldLabel();
    return <div className='e-radios' role='radiogroup' aria-label={label} aria-labelledby={label ? undefined : labelledBy}>
        {options.map(each => <label key={each.value} className={`e-check ${disabled || each.disabled ? 'e-check-disabled' : ''}`}>
            <input type='radio' className='e-check-input' name={name} value={each.value} checked={each.value === value} disabled={disabled || each.disabled} onChange={() => onChange(each.value)} />
            <span className='e-check-text'>{each.label}{each.detail && <span className='e-check-detail'>{each.detail}</span>}</span>
        </label>)}
    </div>;
}

/** One of two to five short words, in a row. */
export function Segmented<T extends string>({ value, onChange, options, label, disabled }: ChoiceProps<T>): React.ReactElement {
    const name = React.useId();
    const labelledBy = useFieldLabel();
    return <div className='e-segmented' role='radiogroup' aria-label={label} aria-labelledby={label ? undefined : labelledBy}>
        {options.map(each => <label key={each.value} className='e-segment' title={each.detail}>
            <input type='radio' className='e-segment-input' name={name} value={each.value} checked={each.value === value} disabled={disabled || each.disabled} onChange={() => onChange(each.value)} />
            <span className='e-segment-text'>{each.icon && <Icon name={each.icon} />}{each.label}</span>
        </label>)}
    </div>;
}
