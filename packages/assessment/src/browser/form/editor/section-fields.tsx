import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormDefinition, Section } from '@earshot/forms';
import { languageNames } from '@earshot/core/lib/browser/application';
import { Checkbox, Field, NumberField } from '@earshot/core/lib/browser/widgets';
import { present, replaceSection } from '../../../common/form/form-editing';
import { fieldName } from '../words/field-text';
import { ConditionField } from './condition-field';
import { useFormEditor, useProblemAt } from './editor-context';
import { LocalizedField, languageName } from './localized-field';
import { IdentifierField } from './question-fields';

/** Everything about one section but its questions. */
export function SectionEditor({ index }: { readonly index: number }): React.ReactElement {
    const { form, change } = useFormEditor();
    const section = form.sections[index]!;
    const path = `/sections/${index}`;
    const weightProblem = useProblemAt(`${path}/weight`);
    const set = (fields: Partial<Section>): void => change(replaceSection(form, index, present({ ...section, ...fields })), `${section.id}/${Object.keys(fields).join()}`);
    const before = form.sections.slice(0, index).reduce((sum, each) => sum + each.questions.length, 0);
    return <div className='a-fields'>
        <LocalizedField required label={fieldName('title')} path={`${path}/title`} value={section.title} onChange={title => set({ title: title ?? {} })} />
        <LocalizedField multiline label={fieldName('description')} path={`${path}/description`} value={section.description} onChange={description => set({ description })} />
        <Field label={fieldName('weight')} error={weightProblem} help={nls.localize('earshot/assessment/editor/section-weight-help', 'Multiplies the weight of each of its questions; 1 where nothing is written.')}>
            <NumberField data-path={`${path}/weight`} value={section.weight ?? null} onChange={weight => set({ weight: weight ?? undefined })} />
        </Field>
        <ConditionField key={section.id} label={fieldName('condition')} condition={section.condition} path={`${path}/condition`} before={before} onChange={condition => set({ condition })} />
        <IdentifierField id={section.id} path={`${path}/id`} taken={form.sections.filter(each => each !== section).map(({ id }) => id)} onChange={id => set({ id })} />
    </div>;
}

/** Title, languages and scoring of the whole form. */
export function FormHeadEditor(): React.ReactElement {
    const { form, change } = useFormEditor();
    const languageProblem = useProblemAt('/languages', true);
    const passProblem = useProblemAt('/scoring/passPercent');
    const set = (fields: Partial<FormDefinition>): void => change(present({ ...form, ...fields }), `form/${Object.keys(fields).join()}`);
    const offered = [...new Set([...Object.keys(languageNames), ...form.languages])];
    const { scored = true, passPercent } = form.scoring ?? {};
    return <div className='a-fields'>
        <LocalizedField required label={fieldName('title')} path='/title' value={form.title} onChange={title => set({ title: title ?? {} })} />
        <LocalizedField multiline label={fieldName('description')} path='/description' value={form.description} onChange={description => set({ description })} />
        <Field group label={fieldName('languages')} error={languageProblem} help={nls.localize('earshot/assessment/editor/languages-help', 'Every question must be readable in these languages.')}>
            <div className='a-checks' data-path='/languages'>{offered.map(language => <Checkbox key={language} label={languageName(language)} checked={form.languages.includes(language)}
                onChange={checked => set({ languages: checked ? [...form.languages, language] : form.languages.filter(each => each !== language) })} />)}</div>
        </Field>
        <Checkbox label={nls.localize('earshot/assessment/editor/scored', 'The form is scored')} checked={scored} onChange={next => set({ scoring: present({ ...form.scoring, scored: next ? undefined : false }) })} />
        {scored && <Field label={nls.localize('earshot/assessment/editor/pass-percent', 'Passed from')} error={passProblem}>
            <NumberField unit='%' data-path='/scoring/passPercent' value={passPercent ?? null} onChange={value => set({ scoring: present({ ...form.scoring, passPercent: value ?? undefined }) })} />
        </Field>}
    </div>;
}
