import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormDefinition } from '@earshot/forms';
import { Checkbox, EmptyState, TextArea, formatNumber } from '@earshot/core/lib/browser/widgets';
import { type FormText, formTexts, missingLanguages, withFormText } from '../../../common/form/form-texts';
import { languageName } from '../editor/localized-field';
import { fieldName } from '../words/field-text';

const fieldText = ({ field }: FormText): string => field === 'option' ? nls.localize('earshot/assessment/editor/label', 'Label') : fieldName(field === 'example' ? 'examples' : field);
const numberOf = ({ place: { section, question } }: FormText): string => section === undefined ? '' : question === undefined ? `${section + 1}` : `${section + 1}.${question + 1}`;

export interface FormTranslationsProps {
    readonly form: FormDefinition;
    /** Replaces the form; absent where it can only be read. */
    onChange?(form: FormDefinition, what: string): void;
}

/** Every text of a form in every language, in one place. */
export function FormTranslations({ form, onChange }: FormTranslationsProps): React.ReactElement {
    const [missingOnly, setMissingOnly] = React.useState(false);
    const texts = formTexts(form);
    const incomplete = texts.filter(each => missingLanguages(form, each).length > 0);
    // what is filled in stays in sight until the filter is pressed again: a row must not vanish under the pen
    const [kept, setKept] = React.useState<ReadonlySet<string>>(new Set());
    const filter = (on: boolean): void => {
        setMissingOnly(on);
        setKept(new Set(incomplete.map(each => each.path)));
    };
    const shown = missingOnly ? texts.filter(each => kept.has(each.path)) : texts;
    return <div className='a-translations'>
        <div className='a-translation-tools'>
            <Checkbox label={nls.localize('earshot/assessment/translations/missing-only', 'Missing only')} checked={missingOnly} onChange={filter} />
            <span className='a-hint' role='status'>{incomplete.length === 0 ? nls.localize('earshot/assessment/translations/complete', 'Every text is there in every language of the form.')
                : nls.localize('earshot/assessment/translations/incomplete', '{0} of {1} texts are not there in every language.', formatNumber(incomplete.length), formatNumber(texts.length))}</span>
        </div>
        {shown.length === 0 ? <EmptyState icon='pass' title={nls.localize('earshot/assessment/translations/none-missing', 'Nothing is missing.')} /> : <table className='a-translation-table'>
            <caption className='e-hidden'>{nls.localize('earshot/assessment/translations/title', 'Translations')}</caption>
            <thead><tr><th scope='col'>{nls.localize('earshot/assessment/translations/place', 'Place')}</th>{form.languages.map(each => <th key={each} scope='col'>{languageName(each)}</th>)}</tr></thead>
            <tbody>{shown.map(each => {
                const missing = missingLanguages(form, each);
                const name = `${numberOf(each)} ${fieldText(each)}`.trim();
                return <tr key={each.path} data-field={each.field}>
                    <th scope='row'><span className='e-figures'>{numberOf(each)}</span> {fieldText(each)}</th>
                    {form.languages.map(language => <td key={language} data-missing={missing.includes(language) || undefined}>
                        {onChange ? <TextArea rows={each.field === 'help' || each.field === 'example' ? 2 : 1} lang={language} aria-label={`${name} (${languageName(language)})`}
                            placeholder={missing.includes(language) ? nls.localize('earshot/assessment/translations/missing', 'missing') : undefined} value={each.text[language] ?? ''}
                            onChange={words => onChange(withFormText(form, each, language, words), `${each.path}/${language}`)} />
                            : <span lang={language}>{each.text[language] || <em className='a-hint'>{nls.localize('earshot/assessment/translations/missing', 'missing')}</em>}</span>}
                    </td>)}
                </tr>;
            })}</tbody>
        </table>}
    </div>;
}
