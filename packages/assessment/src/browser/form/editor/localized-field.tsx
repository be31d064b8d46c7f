import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type LocalizedText, hasText, localized } from '@earshot/forms';
import { languageNames, type Language } from '@earshot/core/lib/browser/application';
import { Field, TextArea, TextField, formatList } from '@earshot/core/lib/browser/widgets';
import { useFormEditor, useProblemAt } from './editor-context';

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

/** A text in the language in which the form is being written, and in which others it is missing. */
export function LocalizedField({ label, help, value, path, multiline = false, required = false, hideLabel, onChange }: LocalizedFieldProps): React.ReactElement {
    const { form, language } = useFormEditor();
    const error = useProblemAt(path);
    const text = value?.[language] ?? '';
    const write = (words: string): void => {
        const { [language]: _replaced, ...others } = value ?? {};
        const next = words === '' ? others : { ...others, [language]: words };
        onChange(required || Object.keys(next).length ? next : undefined);
    };
    const missing = form.languages.filter(each => each !== language && !hasText(value ?? {}, each));
    const elsewhere = value && Object.keys(value).length > 0 ? localized(value, language) : '';
    const shared = { lang: language, id: undefined, 'aria-label': `${label} (${languageName(language)})`, placeholder: elsewhere || undefined, value: text, onChange: write };
    return <Field group label={label} help={help} error={error} required={required} hideLabel={hideLabel}>
        <div className='a-localized' data-path={path}>
            {multiline ? <TextArea rows={2} {...shared} /> : <TextField {...shared} />}
            {text !== '' && missing.length > 0 && <span className='a-missing'>{nls.localize('earshot/assessment/editor/missing-in', 'Not yet in {0}', formatList(missing.map(languageName)))}</span>}
        </div>
    </Field>;
}
