import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Chip, Field, Select } from '@earshot/core/lib/browser/widgets';

export interface SeveralFieldProps<T extends string> {
    readonly label: string;
    readonly values: readonly T[];
    readonly options: readonly { readonly value: T; readonly label: string }[];
    /** What an empty list means. */
    readonly all: string;
    readonly most?: number;
    readonly help?: string;
    readonly error?: string;
    readonly disabled?: boolean;
    onChange(values: readonly T[]): void;
}

/** Some of a few: what is chosen stands as chips, the rest can be added. */
export function SeveralField<T extends string>({ label, values, options, all, most = 50, help, error, disabled = false, onChange }: SeveralFieldProps<T>): React.ReactElement {
    const left = options.filter(each => !values.includes(each.value));
    const name = (value: T): string => options.find(each => each.value === value)?.label ?? value;
    return <Field group label={label} help={help} error={error}>
        <span className='q-several'>
            {values.map(each => <Chip key={each} removeLabel={nls.localize('earshot/quality/picker/remove', 'Remove {0}', name(each))} onRemove={disabled ? undefined : () => onChange(values.filter(one => one !== each))}>{name(each)}</Chip>)}
            {disabled ? values.length === 0 && <span className='q-quiet'>{all}</span>
                : values.length < most && left.length > 0 && <Select<T> aria-label={label} value={null} placeholder={values.length ? nls.localize('earshot/quality/sampling/add', 'Add…') : all} onChange={value => onChange([...values, value])} options={left} />}
        </span>
    </Field>;
}
