import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Button, type Column, DataTable, EmptyState, Figure, formatBytes, formatNumber } from '@earshot/core/lib/browser/widgets';
import { forecastTotal } from '../../common/retention/forecast-total';
import type { RetentionForecast, RetentionRuleRow } from '../../common/retention/retention-contract';
import { contentKinds } from '../../common/retention/retention-rule';
import { kindText, monthsText } from './retention-words';
import { useForecast, useRetentionRules } from './use-retention';

const columns = (forecast: RetentionForecast | undefined): readonly Column<RetentionRuleRow>[] => [
    { id: 'name', title: nls.localize('earshot/quality/retention/rule', 'Rule'), fixed: true, width: 220, grow: 3, value: row => row.name, render: row => <span className='q-call-name'><span className='q-ellipsis'>{row.name}</span>{!row.active && <Badge icon='debug-pause'>{nls.localize('earshot/quality/retention/rests', 'Not in force')}</Badge>}</span> },
    { id: 'queue', title: nls.localize('earshot/quality/call/queue', 'Queue'), width: 140, grow: 1, value: row => row.queue ?? nls.localize('earshot/quality/retention/every-queue', 'Every queue') },
    { id: 'tag', title: nls.localize('earshot/quality/retention/tag', 'Tag'), width: 140, grow: 1, value: row => row.tag ?? nls.localize('earshot/quality/retention/any-tags', 'Whatever tags') },
    ...contentKinds.map((kind): Column<RetentionRuleRow> => ({ id: kind, title: kindText(kind), width: 116, grow: 0, numeric: true, value: row => monthsText(row.months[kind]) })),
    {
        id: 'tonight', title: nls.localize('earshot/quality/retention/tonight', 'Tonight'), width: 130, grow: 0, numeric: true,
        value: row => formatNumber(forecast ? forecastTotal(forecast.rules.find(each => each.ruleId === row.id)?.kinds ?? [], 'due') : null)
    }
];

/** What the rules would do tonight. */
function Tonight({ kinds }: Pick<RetentionForecast, 'kinds'>): React.ReactElement {
    return <section className='q-retention-tonight' aria-label={nls.localize('earshot/quality/retention/tonight-title', 'What would be deleted tonight')}>
        {kinds.map(each => <Figure key={each.kind} label={nls.localize('earshot/quality/retention/tonight-kind', '{0}, tonight', kindText(each.kind))} value={formatNumber(each.due)}>{each.bytes ? <span className='q-quiet e-figures'>{formatBytes(each.bytes)}</span> : null}</Figure>)}
        <Figure label={nls.localize('earshot/quality/retention/held-figure', 'Kept by legal hold')} value={formatNumber(forecastTotal(kinds, 'held'))} />
        <Figure label={nls.localize('earshot/quality/retention/waiting-figure', 'Kept for a dispute or calibration')} value={formatNumber(forecastTotal(kinds, 'waiting'))} />
    </section>;
}

export function RuleList({ onOpen, onNew }: { onOpen?(rule: RetentionRuleRow): void; onNew?(): void }): React.ReactElement {
    const { data: rules, error, refetch } = useRetentionRules();
    const { data: forecast } = useForecast();
    const shown = React.useMemo(() => columns(forecast), [forecast]);
    return <div className='q-retention'>
        {forecast && (rules?.length ?? 0) > 0 && <Tonight kinds={forecast.kinds} />}
        <DataTable name='quality.retention' label={nls.localize('earshot/quality/retention/rules', 'Rules')} columns={shown} rows={rules} keyOf={each => each.id} onOpen={onOpen} error={error} onRetry={() => void refetch()}
            empty={<EmptyState icon='archive' title={nls.localize('earshot/quality/retention/none', 'Everything is kept for ever.')} action={onNew && <Button variant='primary' icon='add' onClick={onNew}>{nls.localize('earshot/quality/retention/new-rule', 'New rule')}</Button>}>
                <p>{nls.localize('earshot/quality/retention/none-detail', 'A rule says after how many months recordings, transcripts, messages and customer numbers of a queue or with a tag are deleted. You see what it would delete before it does; what is on legal hold always stays.')}</p>
            </EmptyState>} />
    </div>;
}
