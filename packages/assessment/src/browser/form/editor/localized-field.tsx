import * as React from '@theia/core/shared/react';
import type { LocalizedText } from '@earshot/forms';
import { languageNames, type Language } from '@earshot/core/lib/browser/application';
import { Field, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { languagesOf, useFormEditor, useProblemAt } from './editor-context';

export const languageName = (tag: string): string => languageNames[tag as Language] ?? tag;

export interface LocalizedFieldProps {
    readonly label: string;
    readonly help?: string;
    readonly value: LocalizedText | undefined;
    /** JSON pointer of the text in the form. */
    readonly path: string;
    readonly multiline?: boolean;
    readonly required?: boolean;
    readonly hideLabel?: boolean;
    /** undefined when nothing is left of a text that may be absent. */
    onChange(value: LocalizedText | undefined): void;
}

/** A text in every language of the form, one below the other. */
export function LocalizedField({ label, help, value, path, multiline = false, required = false, hideLabel, onChange }: LocalizedFieldProps): React.ReactElement {
    const { form } = useFormEditor();
    const error = useProblemAt(path);
    const languages = languagesOf(form, value);
    const write = (language: string, text: string): void => {
        const { [language]: _replaced, ...others } = value ?? {};
        const next = text === '' ? others : { ...others, [language]: text };
        onChange(required || Object.keys(next).length ? next : undefined);
    };
    return <Field group label={label} help={help} error={error} required={required} hideLabel={hideLabel}>
        <div className='a-localized' data-path={path}>
            {languages.map(language => {
                const name = `${label} (${languageName(language)})`;
                const shared = { lang: language, id: undefined, 'aria-label': name, placeholder: languageName(language), value: value?.[language] ?? '', onChange: (text: string) => write(language, text) };
                return multiline ? <TextArea key={language} rows={2} {...shared} /> : <TextField key={language} {...shared} />;
            })}
        </div>
    </Field>;
}
