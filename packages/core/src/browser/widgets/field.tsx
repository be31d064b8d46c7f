import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useErrorText } from '../application/context';
import { Icon } from './icon';
import { Notice } from './notice';

interface FieldContext { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean; readonly required: boolean; readonly labelId: string }
const Context = React.createContext<FieldContext | undefined>(undefined);

/** The attributes that tie a control to the field it stands in. */
export function useFieldControl(): { readonly id?: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true; readonly 'aria-required'?: true } {
    const field = React.useContext(Context);
    return field ? { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined, 'aria-required': field.required || undefined } : {};
}

/** The id of the label of the field around, for groups of controls. */
export const useFieldLabel = (): string | undefined => React.useContext(Context)?.labelId;

export interface FieldProps {
    readonly label: string;
    /** What is expected, before an error is made. */
    readonly help?: React.ReactNode;
    readonly error?: string;
    readonly required?: boolean;
    /** The label is there for screen readers only. */
    readonly hideLabel?: boolean;
    /** For groups (radio buttons, checkboxes): the label does not belong to a single control. */
    readonly group?: boolean;
    readonly children: React.ReactNode;
}

/** A label, a control, help, and the error in plain words beside it. */
export function Field({ label, help, error, required = false, hideLabel = false, group = false, children }: FieldProps): React.ReactElement {
    const id = React.useId();
    const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
    const value = React.useMemo(() => ({ id, describedBy, invalid: Boolean(error), required, labelId: `${id}-label` }), [id, describedBy, error, required]);
    const caption = <>{label}{required && <span className='e-field-required' aria-hidden='true'> *</span>}</>;
    const labelClass = hideLabel ? 'e-hidden' : 'e-field-label';
    return <Context.Provider value={value}>
        <div className={`e-field ${error ? 'e-field-invalid' : ''}`} role={group ? 'group' : undefined} aria-labelledby={group ? value.labelId : undefined}>
            {group ? <span id={value.labelId} className={labelClass}>{caption}</span> : <label id={value.labelId} htmlFor={id} className={labelClass}>{caption}</label>}
            {children}
            {error && <div id={`${id}-error`} className='e-field-error' role='alert'><Icon name='warning' />{error}</div>}
            {help && <div id={`${id}-help`} className='e-field-help'>{help}</div>}
        </div>
    </Context.Provider>;
}

/** The error of one field in what the server answered: `problemOf(error, 'name')`. */
export function useProblems(error: unknown): (path: string) => string | undefined {
    const { problems } = useErrorText();
    const all = React.useMemo(() => problems(error), [problems, error]);
    return React.useCallback(path => all.find(each => each.path === path)?.text, [all]);
}

export interface FormErrorsProps {
    readonly error: unknown;
    /** The paths that the form shows beside its fields; any other problem is listed here. */
    readonly fields?: readonly string[];
}

/** What went wrong with a form as a whole, above its buttons. Nothing while there is no error. */
export function FormErrors({ error, fields = [] }: FormErrorsProps): React.ReactElement | null {
    const { describe, problems } = useErrorText();
    if (!error) {
        return null;
    }
    const all = problems(error);
    const elsewhere = all.filter(each => !fields.includes(each.path));
    return <Notice tone='critical'>
        <p>{all.length > elsewhere.length ? describe({ code: 'INVALID' }) : describe(error)}</p>
        {elsewhere.length > 0 && <ul aria-label={nls.localize('earshot/core/forms/problems', 'What needs correcting')}>{elsewhere.map(each => <li key={each.path + each.text}>{each.text}</li>)}</ul>}
    </Notice>;
}
