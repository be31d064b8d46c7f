import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Link, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, EmptyState, formatDate, formatNumber, Page, Progress } from '@earshot/core/lib/browser/widgets';
import type { PlanRow } from '../../common/sampling/sampling-contract';
import { drawText, periodText, sizeText, strataList } from './sampling-words';
import { usePlans } from './use-sampling';

const rests = (): string => nls.localize('earshot/quality/sampling/rests', 'Rests');

const columns = (): readonly Column<PlanRow>[] => [
    { id: 'title', title: nls.localize('earshot/quality/sampling/name', 'Plan'), fixed: true, width: 200, grow: 3, value: row => row.title },
    { id: 'form', title: nls.localize('earshot/quality/evaluation/form', 'Form'), width: 150, grow: 2, value: row => formText(row.formTitle ?? undefined) },
    { id: 'period', title: nls.localize('earshot/quality/sampling/period', 'Recurs'), width: 110, grow: 0, value: row => periodText(row.definition.period) },
    { id: 'size', title: nls.localize('earshot/quality/sampling/size', 'Size'), width: 150, grow: 1, value: row => sizeText(row.definition.size) },
    { id: 'strata', title: nls.localize('earshot/quality/sampling/strata', 'Strata'), width: 130, grow: 1, value: row => strataList(row.definition) },
    {
        id: 'last', title: nls.localize('earshot/quality/sampling/last-draw', 'Last draw'), width: 190, grow: 0, value: row => row.lastDraw && drawText(row.lastDraw),
        render: row => row.lastDraw ? <span className='e-figures'>{drawText(row.lastDraw)}</span> : <span className='q-quiet'>{nls.localize('earshot/quality/sampling/none-drawn', 'none yet')}</span>
    },
    {
        id: 'scored', title: nls.localize('earshot/quality/sampling/state-scored', 'Scored'), width: 140, value: row => row.lastDraw && `${row.lastDraw.scored}/${row.lastDraw.drawn}`,
        render: row => row.lastDraw && <span className='q-inline-progress'><Progress value={row.lastDraw.drawn ? row.lastDraw.scored / row.lastDraw.drawn : 0} label={nls.localize('earshot/quality/sampling/state-scored', 'Scored')} /><span className='e-figures'>{formatNumber(row.lastDraw.scored)}/{formatNumber(row.lastDraw.drawn)}</span></span>
    },
    { id: 'next', title: nls.localize('earshot/quality/sampling/next-draw', 'Next draw'), width: 120, grow: 0, value: row => row.nextDrawOn ? formatDate(row.nextDrawOn) : rests(), render: row => row.nextDrawOn ? <span className='e-figures'>{formatDate(row.nextDrawOn)}</span> : <Badge icon='debug-pause'>{rests()}</Badge> }
];

/** How calls are drawn for scoring: all plans. */
export default function SamplingPlansPage(): React.ReactElement {
    const list = usePlans();
    const mayManage = useSession().may('sampling:manage');
    const navigate = useNavigate();
    const shown = React.useMemo(columns, []);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    const add = (): void => void navigate('/quality/sampling-plans/new');
    return <Page title={nls.localize('earshot/quality/sampling/title', 'Sampling plans')} actions={<>
        <Link to='/quality/sampling-plans/evaluators' className='e-button'>{nls.localize('earshot/quality/sampling/qualifications', 'Who scores on which form')}</Link>
        {mayManage && <Button variant='primary' icon='add' onClick={add}>{nls.localize('earshot/quality/sampling/new', 'New sampling plan')}</Button>}
    </>}>
        <DataTable name='quality.sampling' label={nls.localize('earshot/quality/sampling/title', 'Sampling plans')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/quality/sampling-plans/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            empty={<EmptyState icon='filter' title={nls.localize('earshot/quality/sampling/none', 'No sampling plan yet.')} action={mayManage && <Button variant='primary' icon='add' onClick={add}>{nls.localize('earshot/quality/sampling/new', 'New sampling plan')}</Button>}>
                <p>{nls.localize('earshot/quality/sampling/none-detail', 'A plan says which calls are meant, how many of them are drawn each week or month, and who scores them. What is drawn is fair to every agent, because nobody chooses it, and its scores can speak for all calls.')}</p>
            </EmptyState>} />
    </Page>;
}
