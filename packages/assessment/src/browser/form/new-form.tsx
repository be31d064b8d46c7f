import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormDefinition, articleQualityForm, complianceForm, emptyForm, generalServiceForm, trainingFeedbackForm } from '@earshot/forms';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation/hooks';
import { Button, Dialog, Field, FormErrors, RadioGroup, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { assessmentOperations, formKey, type FormSubject, formSubjects } from '../../common/assessment-contract';
import { formText } from '../form-text';
import { subjectText } from './words/subject-text';

type Sample = 'general' | 'compliance' | 'article' | 'training';
type Origin = 'empty' | Sample | 'file';
const samples: Readonly<Record<Sample, { readonly form: FormDefinition; readonly subject: FormSubject }>> = {
    general: { form: generalServiceForm, subject: 'interaction' }, compliance: { form: complianceForm, subject: 'interaction' }, article: { form: articleQualityForm, subject: 'article' }, training: { form: trainingFeedbackForm, subject: 'training' }
};
const sampleNames = Object.keys(samples) as readonly Sample[];

/** A short name out of a title, as far as it is written in Latin letters. */
export const keyFrom = (title: string): string => title.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').replace(/-+$/, '').slice(0, 60);

const readJson = async (file: File): Promise<Record<string, unknown>> => {
    try {
        return JSON.parse(await file.text()) as Record<string, unknown>;
    } catch {
        throw { code: 'INVALID', data: { problems: [{ path: 'file', code: 'invalid-json', detail: { pointer: '' } }] } };
    }
};

/** Asks how a new form is called and what it begins with. */
export function NewForm({ onClose }: { onClose(): void }): React.ReactElement {
    const client = useClient(assessmentOperations);
    const navigate = useNavigate();
    const language = nls.locale ?? 'en';
    const [origin, setOrigin] = React.useState<Origin>('empty');
    const [chosen, setChosen] = React.useState<FormSubject>('interaction');
    const [title, setTitle] = React.useState('');
    const [ownKey, setOwnKey] = React.useState<string>();
    const [file, setFile] = React.useState<File>();
    const { form: sample, subject } = origin === 'empty' || origin === 'file' ? { form: undefined, subject: chosen } : samples[origin];
    const key = ownKey ?? keyFrom(title || (sample ? sample.title.en ?? '' : file?.name.replace(/\.json$/, '') ?? ''));
    const create = useChange({
        failures: 'form', invalidates: [['form']],
        run: async () => {
            if (origin === 'file') {
                return client.forms.importFile({ key, subject, file: file ? await readJson(file) : {} });
            }
            const form = sample ?? emptyForm(language);
            return client.forms.create({ key, subject, definition: { ...form, title: title ? { ...form.title, [language]: title } : form.title } });
        },
        then: made => {
            onClose();
            void navigate(`/assessment/forms/${made.formId}`);
        }
    });
    const problemOf = useProblems(create.error);
    const ready = formKey.safeParse(key).success && (origin !== 'file' || file !== undefined);
    return <Dialog title={nls.localize('earshot/assessment/new/title', 'New form')} onClose={onClose} onSubmit={() => { if (ready) { create.mutate(undefined); } }} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={create.isPending} disabled={!ready}>{nls.localize('earshot/assessment/new/create', 'Make the form')}</Button>
    </>}>
        <FormErrors error={create.error} fields={['key']} />
        <Field group label={nls.localize('earshot/assessment/new/origin', 'Begin with')}>
            <RadioGroup<Origin> value={origin} onChange={setOrigin} options={[
                { value: 'empty', label: nls.localize('earshot/assessment/new/empty', 'An empty form') },
                ...sampleNames.map(value => ({ value, label: formText(samples[value].form.title), detail: formText(samples[value].form.description) })),
                { value: 'file', label: nls.localize('earshot/assessment/new/file', 'A form file'), detail: nls.localize('earshot/assessment/new/file-detail', 'One that was exported here or elsewhere.') }
            ]} />
        </Field>
        {!sample && <Field group label={nls.localize('earshot/assessment/form/subject', 'What it rates')}><RadioGroup<FormSubject> value={chosen} onChange={setChosen} options={formSubjects.map(value => ({ value, label: subjectText(value) }))} /></Field>}
        {origin === 'file' ? <Field label={nls.localize('earshot/assessment/new/file', 'A form file')} required>
            <input type='file' accept='.json,application/json' className='e-input' onChange={event => setFile(event.target.files?.[0])} />
        </Field> : <Field label={nls.localize('earshot/assessment/field/title', 'Title')}>
            <TextField autoFocus value={title} placeholder={sample && formText(sample.title)} onChange={setTitle} />
        </Field>}
        <Field label={nls.localize('earshot/assessment/form/key', 'Short name')} required error={problemOf('key')}
            help={nls.localize('earshot/assessment/new/key-help', 'For files and other programs; it does not change. Small letters, digits and hyphens.')}>
            <TextField value={key} spellCheck={false} onChange={setOwnKey} />
        </Field>
    </Dialog>;
}
