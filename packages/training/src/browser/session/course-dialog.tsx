import { assessmentOperations, type Form } from '@earshot/assessment/lib/common/assessment-contract';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { type EntityLink, linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Button, Dialog, Field, FormErrors, Select, TextArea, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { CourseRow } from '../../common/session/course-contract';
import { trainingContract } from '../../common/training-contract';
import type { ExamRow } from '../../common/exam/exam-contract';
import { StepLinks } from '../script/step-links';

const none = '';

/** A new course, or what one is called and about. */
export function CourseDialog({ course, onClose }: { readonly course?: CourseRow; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const assessment = useClient(assessmentOperations);
    const session = useSession();
    const navigate = useNavigate();
    const [title, setTitle] = React.useState(course?.title ?? '');
    const [aim, setAim] = React.useState(course?.aim ?? '');
    const [covers, setCovers] = React.useState<readonly string[]>(course?.covers ?? []);
    const [formId, setForm] = React.useState(course?.feedbackFormId ?? none);
    const forms = useQuery({ queryKey: ['form', 'for-trainings'], enabled: session.may('form:read'), queryFn: async ({ signal }) => (await assessment.forms.list({ publishedOnly: true, subject: 'training', limit: 100 }, { signal })).rows as readonly Form[] });
    const exams = useQuery({ queryKey: ['exam', 'names'], enabled: session.may('exam:read'), queryFn: ({ signal }) => client.exams.list({ limit: 500 }, { signal }) as Promise<{ rows: readonly ExamRow[] }> });
    const examsLeft = (exams.data?.rows ?? []).map(each => ({ value: linkTo('training', 'exams', each.id), label: each.title })).filter(each => !covers.includes(each.value));
    const known = course?.feedbackFormId && !forms.data?.some(each => each.id === course.feedbackFormId) ? [{ value: course.feedbackFormId, label: formText(course.feedbackFormTitle ?? undefined) }] : [];
    const save = useChange<undefined, CourseRow>({
        run: () => {
            const content = { title, aim, covers: [...covers], feedbackFormId: formId || null };
            return (course ? client.courses.change({ id: course.id, version: course.version, ...content, retired: course.retired }) : client.courses.add(content)) as Promise<CourseRow>;
        },
        invalidates: [['course'], ['training-session']], failures: 'form', done: () => nls.localize('earshot/training/blueprint/saved', 'Saved.'),
        then: saved => { onClose(); if (!course) { void navigate(`/training/courses/${saved.id}`); } }
    });
    const problemOf = useProblems(save.error);
    return <Dialog title={course ? nls.localize('earshot/training/course/change', 'Change the course') : nls.localize('earshot/training/courses/new', 'New course')} onClose={onClose} onSubmit={() => { if (title.trim()) { save.mutate(undefined); } }} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={title.trim() === ''} busy={save.isPending}>{nls.localize('earshot/training/actions/save', 'Save')}</Button></>}>
        <FormErrors error={save.error} fields={['feedbackFormId']} />
        <Field label={nls.localize('earshot/training/course/title', 'What it is called')} required><TextField value={title} onChange={setTitle} maxLength={200} data-autofocus /></Field>
        <Field label={nls.localize('earshot/training/course/aim', 'Aim')} help={nls.localize('earshot/training/course/aim-help', 'What people can do afterwards.')}><TextArea value={aim} onChange={setAim} maxLength={4000} /></Field>
        <StepLinks label={nls.localize('earshot/training/course/covers', 'What it covers')} links={covers} readOnly={false} onChange={setCovers} />
        {examsLeft.length > 0 && <Select<EntityLink> aria-label={nls.localize('earshot/training/certification/add-exam', 'Add an exam')} value={null} placeholder={nls.localize('earshot/training/certification/add-exam', 'Add an exam')} onChange={link => setCovers([...covers, link])} options={examsLeft} />}
        <Field label={nls.localize('earshot/training/course/form', 'Feedback form')} error={problemOf('feedbackFormId')} help={forms.data?.length === 0 ? nls.localize('earshot/training/course/form-none', 'There is none yet: make a form for trainings under Quality, Forms.') : nls.localize('earshot/training/course/form-help', 'Participants fill it in after each session.')}>
            <Select value={formId} onChange={setForm} options={[{ value: none, label: nls.localize('earshot/training/course/no-form', 'No feedback') }, ...known, ...(forms.data ?? []).map(each => ({ value: each.id, label: formText(each.title) }))]} /></Field>
    </Dialog>;
}
