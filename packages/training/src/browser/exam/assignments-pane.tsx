import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Badge, Beside, Button, type Column, DataTable, DateField, EmptyState, Facts, Field, formatDateTime, formatNumber, FormErrors, ListSearch, NumberField, RelativeTime, SidePanel } from '@earshot/core/lib/browser/widgets';
import type { AssignmentRow } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { assignmentIcon, assignmentText, assignmentTone, percentText } from '../attempt/attempt-words';
import { endOfDay } from './end-of-day';

const columns = (): readonly Column<AssignmentRow>[] => [
    { id: 'person', title: nls.localize('earshot/training/people/person', 'Person'), fixed: true, width: 150, grow: 2, value: row => row.personName },
    { id: 'team', title: nls.localize('earshot/training/people/team', 'Team'), width: 140, grow: 2, value: row => row.teamName },
    { id: 'position', title: nls.localize('earshot/training/people/position', 'Position'), width: 150, grow: 2, value: row => row.positionName },
    { id: 'state', title: nls.localize('earshot/training/exams/state', 'State'), width: 130, grow: 0, value: row => assignmentText(row.state), render: row => <Badge tone={assignmentTone(row.state)} icon={assignmentIcon(row.state)}>{assignmentText(row.state)}</Badge> },
    { id: 'percent', title: nls.localize('earshot/training/people/best', 'Best'), width: 80, grow: 0, numeric: true, value: row => row.percent === null ? null : percentText(row.percent) },
    { id: 'attempts', title: nls.localize('earshot/training/people/attempts', 'Attempts'), width: 80, grow: 0, numeric: true, value: row => row.attempts },
    { id: 'until', title: nls.localize('earshot/training/people/until', 'Until'), width: 130, grow: 0, value: row => row.closesAt ?? row.dueAt, render: row => (row.closesAt ?? row.dueAt) && <RelativeTime moment={(row.closesAt ?? row.dueAt)!} /> }
];

/** Who has to sit an exam, and how far they are; more time for somebody beside it. */
export function AssignmentsPane({ examId, mayExtend }: { readonly examId: string; readonly mayExtend: boolean }): React.ReactElement {
    const client = useClient(trainingContract);
    const [text] = useQueryParameter('q', '');
    const [open, setOpen] = React.useState<string>();
    const shown = React.useMemo(columns, []);
    const list = useInfiniteQuery({
        queryKey: ['exam', 'assignments', examId, text], meta: { shows: ['attempt'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.exams.assignments({ examId, text: text || undefined, after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: AssignmentRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    const rows = list.data?.pages.flatMap(each => each.rows);
    const row = rows?.find(each => each.id === open);
    return <Beside panel={row && <AssignmentPanel key={`${row.id}.${row.version}`} row={row} mayExtend={mayExtend} onClose={() => setOpen(undefined)} />}>
        <DataTable name='training.assignments' label={nls.localize('earshot/training/exam/pane-people', 'People and results')} columns={shown} rows={rows} keyOf={each => each.id} openKey={open} onOpen={each => setOpen(each.id)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            toolbar={<ListSearch value={text} label={nls.localize('earshot/training/people/search', 'Search people')} />}
            empty={<EmptyState icon='organization' title={text ? nls.localize('earshot/training/people/none-found', 'Nobody is called that here.') : nls.localize('earshot/training/people/none', 'Nobody has to sit this exam yet.')} />} />
    </Beside>;
}

function AssignmentPanel({ row, mayExtend, onClose }: { readonly row: AssignmentRow; readonly mayExtend: boolean; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const [minutes, setMinutes] = React.useState<number | null>(row.extraMinutes);
    const [attempts, setAttempts] = React.useState<number | null>(row.extraAttempts);
    const [until, setUntil] = React.useState<string | null>(row.closesAt && row.closesAt.slice(0, 10));
    const extend = useChange({
        run: () => client.exams.extend({ id: row.id, version: row.version, extraMinutes: minutes ?? 0, extraAttempts: attempts ?? 0, closesAt: until === row.closesAt?.slice(0, 10) ? row.closesAt : until && endOfDay(until) }),
        invalidates: [['exam'], ['attempt']], failures: 'form', done: () => nls.localize('earshot/training/people/extended', 'Saved. It holds at once, also for an attempt that runs.')
    });
    const withdraw = useChange({ run: () => client.exams.withdraw({ id: row.id }), invalidates: [['exam']], done: () => nls.localize('earshot/training/people/withdrawn', 'Taken back.'), then: onClose });
    return <SidePanel title={row.personName} subtitle={row.examTitle} onClose={onClose} footer={mayExtend && row.state !== 'withdrawn' && <>
        <Button variant='quiet' busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>{nls.localize('earshot/training/people/withdraw', 'Take back')}</Button>
        <Button variant='primary' busy={extend.isPending} onClick={() => extend.mutate(undefined)}>{nls.localize('earshot/training/actions/save', 'Save')}</Button></>}>
        <Facts facts={[[nls.localize('earshot/training/exams/state', 'State'), assignmentText(row.state)], [nls.localize('earshot/training/people/best', 'Best'), percentText(row.percent)], [nls.localize('earshot/training/people/until', 'Until'), row.closesAt ? formatDateTime(row.closesAt) : nls.localize('earshot/training/people/no-end', 'No end')], ...row.timesLeft > 0 ? [[nls.localize('earshot/training/away/left', 'Exam window left'), formatNumber(row.timesLeft)] as [string, string]] : [], ...row.byRule ? [[nls.localize('earshot/training/people/why', 'Why'), nls.localize('earshot/training/people/by-rule', 'The position asks for it')] as const] : []]} />
        {row.lastAttemptId && row.state !== 'running' && session.may('exam:mark') && <p><Link to={`/training/marking/${row.lastAttemptId}`}>{nls.localize('earshot/training/people/last', 'The last attempt, with answers and marks')}</Link></p>}
        {mayExtend && row.state !== 'withdrawn' && <>
            <h3>{nls.localize('earshot/training/people/extension', 'More for this person')}</h3>
            <FormErrors error={extend.error} />
            <Field label={nls.localize('earshot/training/people/minutes', 'Minutes more')}><NumberField value={minutes} min={0} max={600} onChange={setMinutes} /></Field>
            <Field label={nls.localize('earshot/training/people/more-attempts', 'Attempts more')}><NumberField value={attempts} min={0} max={20} onChange={setAttempts} /></Field>
            <Field label={nls.localize('earshot/training/assign/until', 'To be passed until the end of')}><DateField value={until} onChange={setUntil} /></Field>
        </>}
    </SidePanel>;
}
