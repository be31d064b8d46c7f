import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useFieldControl } from './field';
import { parseNumber, formatPlainNumber } from './format';
import { Icon } from './icon';

type InputAttributes = Omit<React.InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'prefix'>;

export interface TextFieldProps extends InputAttributes {
    readonly value: string;
    onChange(value: string): void;
    /** Codicon at its beginning. */
    readonly icon?: string;
    /** A cross that empties it. */
    readonly clearable?: boolean;
}

export const TextField = React.forwardRef<HTMLInputElement, TextFieldProps>(function TextField({ value, onChange, icon, clearable = false, className = '', type = 'text', ...rest }, ref) {
    const control = useFieldControl();
    const own = React.useRef<HTMLInputElement | null>(null);
    const input = <input {...control} ref={element => { own.current = element; if (typeof ref === 'function') { ref(element); } else if (ref) { ref.current = element; } }}
        type={type} className={`e-input ${className}`} value={value} onChange={event => onChange(event.target.value)} {...rest} />;
    if (!icon && !clearable) {
        return input;
    }
    return <span className={`e-input-box ${icon ? 'e-input-box-icon' : ''}`}>
        {icon && <Icon name={icon} />}
        {input}
        {clearable && value && <button type='button' className='e-input-clear' aria-label={nls.localize('earshot/core/actions/clear', 'Clear')}
            onClick={() => { onChange(''); own.current?.focus(); }}><Icon name='close' /></button>}
    </span>;
});

export interface TextAreaProps extends Omit<React.TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
    readonly value: string;
    onChange(value: string): void;
}

/** Several lines; it grows with what is written, up to a third of the window. */
export const TextArea = React.forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea({ value, onChange, className = '', rows = 3, ...rest }, ref) {
    return <textarea {...useFieldControl()} ref={ref} rows={rows} className={`e-input e-textarea ${className}`} value={value} onChange={event => onChange(event.target.value)} {...rest} />;
});

export interface NumberFieldProps extends Omit<InputAttributes, 'min' | 'max' | 'step' | 'type'> {
    readonly value: number | null;
    onChange(value: number | null): void;
    readonly min?: number;
    readonly max?: number;
    /** What an arrow key adds or takes away; 1 by default. */
    readonly step?: number;
    /** Stands behind the number: `%`, `min`. */
    readonly unit?: string;
}

/** A number as people write it in their language. What is not a number, or lies outside the limits, is given on as null. */
export function NumberField({ value, onChange, min = -Infinity, max = Infinity, step = 1, unit, className = '', ...rest }: NumberFieldProps): React.ReactElement {
    const control = useFieldControl();
    const [text, setText] = React.useState(() => formatPlainNumber(value));
    const given = React.useRef(value);
    if (given.current !== value) {
        given.current = value;
        if (parseNumber(text) !== value) {
            setText(formatPlainNumber(value));
        }
    }
    const accept = (next: string): void => {
        setText(next);
        const number = parseNumber(next);
        given.current = number !== null && number >= min && number <= max ? number : null;
        onChange(given.current);
    };
    const stepBy = (direction: 1 | -1): void => accept(formatPlainNumber(Math.min(max, Math.max(min, Number(((value ?? 0) + direction * step).toFixed(6))))));
    return <span className='e-input-box e-number-box'>
        <input {...control} type='text' inputMode='decimal' className={`e-input e-number ${className}`} value={text} onChange={event => accept(event.target.value)}
            onKeyDown={event => {
                if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
                    event.preventDefault();
                    stepBy(event.key === 'ArrowUp' ? 1 : -1);
                }
            }} {...rest} />
        {unit && <span className='e-number-unit'>{unit}</span>}
    </span>;
}
