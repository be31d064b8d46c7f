import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { type PageProps, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, Page, Skeleton, Tabs } from '@earshot/core/lib/browser/widgets';
import type { Exam } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { AnalysisPane } from '../item-analysis/analysis-pane';
import { AssignDialog } from './assign-dialog';
import { AssignmentsPane } from './assignments-pane';
import { BlueprintEditor } from './blueprint-editor';
import { examStateText, examStateTone } from './exam-words';
import { RetireDialog } from './retire-dialog';

type Step = 'request-review' | 'publish';
const panes = ['blueprint', 'people', 'analysis'] as const;

/** One exam: what it is made of, who sits it, and how its questions were answered. */
export default function ExamPage({ params, query }: PageProps): React.ReactElement {
    const id = params.id!;
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const session = useSession();
    const [, setPane] = useQueryParameter('pane', 'blueprint');
    const analyses = session.may('exam-analysis:read');
    const pane = panes.find(each => each === query.get('pane') && (each !== 'analysis' || analyses)) ?? 'blueprint';
    const [assigning, setAssigning] = React.useState(false);
    const [retiring, setRetiring] = React.useState(false);
    const [unsaved, setUnsaved] = React.useState(false);
    const { data: exam, error, refetch } = useQuery({ queryKey: ['exam', 'one', id], queryFn: ({ signal }) => client.exams.get({ id }, { signal }) as Promise<Exam> });
    const step = useChange<Step, unknown>({
        run: which => { const input = { id, version: exam!.version }; return which === 'publish' ? client.exams.publish(input) : client.exams.requestReview(input); },
        invalidates: [['exam'], ['work']], done: (_, which) => which === 'publish' ? nls.localize('earshot/training/exam/published', 'Approved. It can be assigned now.') : nls.localize('earshot/training/exam/requested', 'Sent for approval.')
    });
    const back = { to: '/training/exams', label: nls.localize('earshot/training/exams/title', 'Exams') };
    if (!exam) {
        return <Page title={nls.localize('earshot/training/exams/name', 'Exam')} back={back}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}</Page>;
    }
    const may = (which: Exam['may'][number]): boolean => exam.may.includes(which);
    return <Page title={exam.title} back={back} subtitle={<Badge tone={examStateTone(exam)}>{examStateText(exam)}</Badge>} actions={<>
        {may('retire') && <Button variant='quiet' onClick={() => setRetiring(true)}>{nls.localize('earshot/training/exam/retire', 'Retire')}</Button>}
        {may('request-review') && <Button busy={step.isPending} disabled={unsaved} onClick={() => step.mutate('request-review')}>{nls.localize('earshot/training/exam/request', 'Send for approval')}</Button>}
        {may('publish') && <Button variant='primary' icon='law' busy={step.isPending} onClick={() => step.mutate('publish')}>{nls.localize('earshot/training/exam/approve', 'Approve')}</Button>}
        {may('assign') && <Button variant='primary' icon='person-add' onClick={() => setAssigning(true)}>{nls.localize('earshot/training/exam/assign', 'Assign')}</Button>}
    </>}>
        <Tabs<typeof panes[number]> label={exam.title} value={pane} onChange={setPane} tabs={[{ id: 'blueprint', label: nls.localize('earshot/training/exam/pane-blueprint', 'Blueprint') }, { id: 'people', label: nls.localize('earshot/training/exam/pane-people', 'People and results'), count: exam.assigned },
            ...analyses ? [{ id: 'analysis', label: nls.localize('earshot/training/item-analysis/title', 'Item analysis') } as const] : []]}>
            {pane === 'blueprint' ? <BlueprintEditor key={`${exam.id}.${exam.version}`} exam={exam} readOnly={!may('change')} onUnsaved={setUnsaved} /> : pane === 'people' ? <AssignmentsPane examId={exam.id} mayExtend={may('assign')} /> : <AnalysisPane examId={exam.id} asked={query.get('version')} />}
        </Tabs>
        {retiring && <RetireDialog exam={exam} onClose={() => setRetiring(false)} />}
        {assigning && <AssignDialog examId={exam.id} onClose={() => setAssigning(false)} />}
    </Page>;
}
