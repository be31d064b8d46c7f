import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { assessmentOperations } from '@earshot/assessment/lib/common/assessment-contract';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useClient } from '@earshot/core/lib/browser/application';
import { Field, NumberField, Select } from '@earshot/core/lib/browser/widgets';
import type { ListeningQuestion, Question } from '../../common/question/question';
import { CallField } from '../listening/call-field';
import { Rating } from '../listening/rating';
import { ListProblem, type ProblemAt } from './answers-editor';

interface ListeningEditorProps { readonly question: ListeningQuestion; onChange(question: Question): void; readonly problemAt: ProblemAt; readonly readOnly: boolean }

/** A call, the form on which it is rated, and the expert's ratings: what the expert leaves out is not compared. */
export function ListeningEditor({ question, onChange, problemAt, readOnly }: ListeningEditorProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const { data } = useQuery({ queryKey: ['form', 'list', 'published'], queryFn: ({ signal }) => client.forms.list({ limit: 100, publishedOnly: true }, { signal }) });
    const { form } = question;
    const published = data?.rows.flatMap(each => each.published ? [{ value: `${each.id} ${each.published.number}`, label: nls.localize('earshot/training/listening/form-version', '{0}, version {1}', formText(each.title), each.published.number) }] : []) ?? [];
    const chosen = form.formId === '' ? null : `${form.formId} ${form.version}`;
    const options = chosen === null || published.some(each => each.value === chosen) ? published : [...published, { value: chosen, label: nls.localize('earshot/training/listening/form-earlier', 'The form of this question, version {0}', form.version) }];
    const choose = (value: string): void => {
        const [formId = '', version] = value.split(' ');
        // ratings name the questions of their form: on another form they say nothing
        onChange({ ...question, form: { formId, version: Number(version) }, expert: formId === form.formId ? question.expert : {} });
    };
    return <>
        <CallField required link={question.recording || undefined} readOnly={readOnly} error={problemAt('/recording')} onChange={recording => onChange({ ...question, recording: recording ?? '' })} />
        <Field label={nls.localize('earshot/training/listening/form', 'Form')} required error={problemAt('/form')}><Select value={chosen} disabled={readOnly} placeholder={nls.localize('earshot/training/listening/choose-form', 'Choose a form')} onChange={choose} options={options} /></Field>
        <Field label={nls.localize('earshot/training/listening/tolerance', 'Numbers may differ by')} error={problemAt('/tolerance')}><NumberField value={question.tolerance} min={0} step={1} readOnly={readOnly} onChange={tolerance => onChange({ ...question, tolerance: tolerance ?? 0 })} /></Field>
        {chosen !== null && <Field group required label={nls.localize('earshot/training/listening/expert-rating', 'The expert’s rating')} help={nls.localize('earshot/training/listening/expert-help', 'Each rating that agrees earns its share of the points; what is not rated here is not compared.')}>
            <Rating form={form} answers={question.expert} readOnly={readOnly} onAnswers={expert => onChange({ ...question, expert })} />
        </Field>}
        <ListProblem text={problemAt('/expert')} />
    </>;
}
