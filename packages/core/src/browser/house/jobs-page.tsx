import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { type Job, jobStates } from '../../common/house-contract';
import { useChange } from '../application/change';
import { useClient, useErrorText, useService, useSession } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { useNavigate, useQueryParameter } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { Select } from '../widgets/choice';
import { DataTable, type Column } from '../widgets/data-table';
import { formatDateTime, formatDuration } from '../widgets/format';
import { Badge, EmptyState, Notice, type Tone } from '../widgets/notice';
import { Facts, Page } from '../widgets/page';
import { Progress, Skeleton } from '../widgets/progress';
import { RelativeTime } from '../widgets/relative-time';
import { Beside, SidePanel } from '../widgets/side-panel';

const tones: Readonly<Record<Job['state'], Tone>> = { waiting: 'neutral', running: 'accent', done: 'good', failed: 'critical', cancelled: 'caution' };

const stateName = (state: Job['state']): string => ({
    waiting: nls.localize('earshot/core/jobs/waiting', 'waiting'), running: nls.localize('earshot/core/jobs/running', 'running'), done: nls.localize('earshot/core/jobs/done', 'done'),
    failed: nls.localize('earshot/core/jobs/failed', 'failed'), cancelled: nls.localize('earshot/core/jobs/cancelled', 'cancelled')
})[state];

const columns = (texts: HouseTexts): readonly Column<Job>[] => [
    { id: 'title', title: nls.localize('earshot/core/jobs/what', 'What'), value: texts.job, fixed: true, width: 240, grow: 3 },
    { id: 'state', title: nls.localize('earshot/core/jobs/state', 'State'), value: each => stateName(each.state), width: 110, grow: 0, render: each => <Badge tone={tones[each.state]}>{stateName(each.state)}</Badge> },
    { id: 'progress', title: nls.localize('earshot/core/jobs/progress', 'Progress'), value: each => each.progress === null ? null : Math.round(each.progress * 100), width: 140, grow: 0, render: each => each.state === 'running' && <Progress value={each.progress} label={texts.job(each)} /> },
    { id: 'createdAt', title: nls.localize('earshot/core/jobs/created', 'Asked for'), value: each => formatDateTime(each.createdAt), width: 140, grow: 0, render: each => <RelativeTime moment={each.createdAt} /> },
    { id: 'finishedAt', title: nls.localize('earshot/core/jobs/finished', 'Finished'), value: each => each.finishedAt && formatDateTime(each.finishedAt), width: 140, grow: 0, render: each => each.finishedAt && <RelativeTime moment={each.finishedAt} /> }
];

/** Long work: what runs, what is done, what went wrong. */
export default function JobsPage({ params }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const navigate = useNavigate();
    const [state, setState] = useQueryParameter('state');
    const filter = { state: jobStates.find(each => each === state) };
    const jobs = useInfiniteQuery({
        queryKey: ['job', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.house.jobs({ ...filter, after: pageParam }, { signal }), getNextPageParam: last => last.next, placeholderData: keepPreviousData
    });
    return <Page title={nls.localize('earshot/core/jobs/title', 'Jobs')}>
        <Beside panel={params.id && <JobPanel key={params.id} id={params.id} onClose={() => void navigate('/administration/jobs', { query: { state } })} />}>
            <DataTable name='core.jobs' label={nls.localize('earshot/core/jobs/title', 'Jobs')} columns={columns(texts)} rows={jobs.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} openKey={params.id}
                onOpen={each => void navigate(`/administration/jobs/${each.id}`, { query: { state } })} error={jobs.error} onRetry={() => void jobs.refetch()}
                hasMore={jobs.hasNextPage} onMore={() => { if (!jobs.isFetchingNextPage) { void jobs.fetchNextPage(); } }}
                toolbar={<Select aria-label={nls.localize('earshot/core/jobs/state', 'State')} value={state} onChange={setState} options={[{ value: '', label: nls.localize('earshot/core/jobs/all-states', 'All states') }, ...jobStates.map(each => ({ value: each as string, label: stateName(each) }))]} />}
                empty={<EmptyState icon='server-process' title={nls.localize('earshot/core/jobs/none', 'No jobs here.')}><p>{nls.localize('earshot/core/jobs/none-hint', 'Imports, exports and other long work show up here, with progress.')}</p></EmptyState>} />
        </Beside>
    </Page>;
}

function JobPanel({ id, onClose }: { readonly id: string; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const { may } = useSession();
    const { describe, problems } = useErrorText();
    const { data: job, error } = useQuery({ queryKey: ['job', 'one', id], queryFn: ({ signal }) => client.house.job({ id }, { signal }), refetchInterval: query => query.state.data?.state === 'running' ? 3_000 : false });
    const cancel = useChange({ run: () => client.house.cancelJob({ id }), invalidates: [['job']], done: () => nls.localize('earshot/core/jobs/is-cancelled', 'Cancelled.') });
    if (!job) {
        return <SidePanel title={nls.localize('earshot/core/jobs/job', 'Job')} onClose={onClose}>{error ? <EmptyState icon='server-process' title={describe(error)} /> : <Skeleton lines={5} />}</SidePanel>;
    }
    const going = job.state === 'running' || job.state === 'waiting';
    return <SidePanel title={texts.job(job)} onClose={onClose} subtitle={<Badge tone={tones[job.state]}>{stateName(job.state)}</Badge>}
        footer={going && may('job:cancel') && <Button variant='danger' icon='circle-slash' busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>{nls.localize('earshot/core/jobs/cancel', 'Cancel this job')}</Button>}>
        {job.state === 'running' && <Progress value={job.progress} label={job.message ?? texts.jobKind(job.kind)} showLabel />}
        {job.problem && <Notice tone='critical'>{problems({ code: 'INVALID', data: { problems: [{ path: '', ...job.problem }] } })[0]?.text} <span className='e-quiet'>({job.problem.code})</span></Notice>}
        <Facts facts={[
            [nls.localize('earshot/core/jobs/kind', 'Kind'), texts.jobKind(job.kind)],
            [nls.localize('earshot/core/jobs/created', 'Asked for'), formatDateTime(job.createdAt)],
            [nls.localize('earshot/core/jobs/finished', 'Finished'), formatDateTime(job.finishedAt)],
            [nls.localize('earshot/core/jobs/took', 'Took'), job.finishedAt ? formatDuration(Date.parse(job.finishedAt) - Date.parse(job.createdAt)) : formatDuration(null)],
            ...Object.entries(job.result ?? {}).filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name, String(value)] as const)
        ]} />
    </SidePanel>;
}
