import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, Dialog, EmptyState, Field, FormErrors, ListSearch, Page, RelativeTime, TextField } from '@earshot/core/lib/browser/widgets';
import type { ExamRow } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { percentText } from '../attempt/attempt-words';
import { examStateText, examStateTone } from './exam-words';

const columns = (): readonly Column<ExamRow>[] => [
    { id: 'title', title: nls.localize('earshot/training/exams/name', 'Exam'), fixed: true, width: 220, grow: 3, value: row => row.title },
    { id: 'state', title: nls.localize('earshot/training/exams/state', 'State'), width: 170, grow: 0, value: row => examStateText(row), render: row => <Badge tone={examStateTone(row)}>{examStateText(row)}</Badge> },
    { id: 'questions', title: nls.localize('earshot/training/exams/questions', 'Questions'), width: 90, grow: 0, numeric: true, value: row => row.questions },
    { id: 'pass', title: nls.localize('earshot/training/exams/pass', 'To pass'), width: 90, grow: 0, numeric: true, value: row => percentText(row.passPercent) },
    { id: 'assigned', title: nls.localize('earshot/training/exams/assigned', 'Assigned'), width: 90, grow: 0, numeric: true, value: row => row.assigned },
    { id: 'running', title: nls.localize('earshot/training/assignment/running', 'Running'), width: 80, grow: 0, numeric: true, value: row => row.running },
    { id: 'passed', title: nls.localize('earshot/training/result/passed', 'Passed'), width: 80, grow: 0, numeric: true, value: row => row.passed },
    { id: 'failed', title: nls.localize('earshot/training/result/failed', 'Not passed'), width: 90, grow: 0, numeric: true, value: row => row.failed },
    { id: 'owner', title: nls.localize('earshot/training/exams/owner', 'Answers for it'), width: 130, grow: 1, value: row => row.ownerName },
    { id: 'changed', title: nls.localize('earshot/training/exams/changed', 'Changed'), width: 150, grow: 1, value: row => row.changedAt, render: row => <RelativeTime moment={row.changedAt} text={when => `${when}, ${row.changedByName}`} /> }
];

/** All exams, with how many people are how far. */
export default function ExamsPage(_props: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const navigate = useNavigate();
    const [text] = useQueryParameter('q', '');
    const [adding, setAdding] = React.useState(false);
    const shown = React.useMemo(columns, []);
    const list = useInfiniteQuery({
        queryKey: ['exam', 'list', text], meta: { shows: ['attempt'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.exams.list({ text: text || undefined, after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: ExamRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    const begin = <Button variant='primary' icon='add' onClick={() => setAdding(true)}>{nls.localize('earshot/training/exams/new', 'New exam')}</Button>;
    return <Page title={nls.localize('earshot/training/exams/title', 'Exams')} actions={<>
        {session.may('exam:mark') && <Link to='/training/marking' className='e-button'>{nls.localize('earshot/training/marking/title', 'To mark')}</Link>}{session.may('exam:write') && begin}</>}>
        <DataTable name='training.exams' label={nls.localize('earshot/training/exams/title', 'Exams')} columns={shown} rows={list.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} onOpen={row => void navigate(`/training/exams/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            toolbar={<ListSearch value={text} label={nls.localize('earshot/training/exams/search', 'Search exams')} />}
            empty={<EmptyState icon='mortar-board' title={text ? nls.localize('earshot/training/exams/none-found', 'No exam is called that.') : nls.localize('earshot/training/exams/none', 'There is no exam yet.')} action={!text && session.may('exam:write') ? begin : undefined} />} />
        {adding && <NewExam onClose={() => setAdding(false)} />}
    </Page>;
}

function NewExam({ onClose }: { onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const [title, setTitle] = React.useState('');
    const add = useChange({ run: () => client.exams.add({ title }), invalidates: [['exam']], failures: 'form', then: ({ id }) => { onClose(); void navigate(`/training/exams/${id}`); } });
    return <Dialog title={nls.localize('earshot/training/exams/new', 'New exam')} onClose={onClose} onSubmit={() => add.mutate(undefined)} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={title.trim() === ''} busy={add.isPending}>{nls.localize('earshot/training/exams/begin', 'Begin')}</Button></>}>
        <FormErrors error={add.error} />
        <Field label={nls.localize('earshot/training/exams/called', 'What it is called')} required><TextField value={title} onChange={setTitle} maxLength={200} data-autofocus /></Field>
    </Dialog>;
}
