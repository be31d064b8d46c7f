import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Column, DataTable, EmptyState, formatDate, formatFixed, Page, RelativeTime, signedPoints } from '@earshot/core/lib/browser/widgets';
import { type EvaluatorStatus, useEvaluatorStatus } from './use-calibrations';

const never = (): string => nls.localize('earshot/quality/evaluators/never', 'never');

const columns = (): readonly Column<EvaluatorStatus>[] => [
    { id: 'name', title: nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator'), fixed: true, width: 180, grow: 2, value: row => row.name },
    {
        id: 'last', title: nls.localize('earshot/quality/evaluators/last', 'Last calibrated'), width: 150, value: row => row.lastCalibratedAt ? formatDate(row.lastCalibratedAt) : never(),
        render: row => row.lastCalibratedAt ? <RelativeTime moment={row.lastCalibratedAt} /> : never()
    },
    {
        id: 'due', title: nls.localize('earshot/quality/evaluators/due', 'Due'), width: 190, value: row => row.dueAt && formatDate(row.dueAt),
        render: row => row.overdue ? <Badge tone='critical' icon='warning'>{row.dueAt ? <>{nls.localize('earshot/quality/evaluators/overdue', 'overdue')}{' '}<RelativeTime moment={row.dueAt} /></> : nls.localize('earshot/quality/evaluators/due-now', 'due now')}</Badge>
            : row.dueAt && <Badge tone='good' icon='pass'><RelativeTime moment={row.dueAt} /></Badge>
    },
    {
        id: 'leniency', title: nls.localize('earshot/quality/evaluators/leniency', 'Leniency in points, last session'), width: 250, numeric: true, value: row => row.leniency === null ? null : formatFixed(row.leniency, 1),
        render: row => <span className='e-figures'>{signedPoints(row.leniency)}</span>
    },
    { id: 'sessions', title: nls.localize('earshot/quality/calibrations/sessions', 'Sessions'), width: 100, grow: 0, numeric: true, value: row => row.sessions }
];

/** When every evaluator was last calibrated: at least monthly, as the field asks. */
export default function EvaluatorsPage(): React.ReactElement {
    const { data, error, refetch } = useEvaluatorStatus();
    const shown = React.useMemo(columns, []);
    const overdue = data?.filter(each => each.overdue).length ?? 0;
    const rows = React.useMemo(() => data && [...data].sort((one, other) => (one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1), [data]);
    return <Page title={nls.localize('earshot/quality/calibration-evaluators/title', 'Evaluators and their calibration')} back={{ to: '/quality/calibrations', label: nls.localize('earshot/quality/calibrations/title', 'Calibration') }}
        subtitle={data && (overdue ? nls.localize('earshot/quality/evaluators/count', 'Due: {0} of {1} evaluators. Once a month is the rule.', overdue, data.length) : nls.localize('earshot/quality/evaluators/all-good', 'Everybody was calibrated within the last month.'))}>
        <DataTable name='quality.calibration-evaluators' label={nls.localize('earshot/quality/calibration-evaluators/title', 'Evaluators and their calibration')} columns={shown} rows={rows} keyOf={each => each.personId} error={error} onRetry={() => void refetch()}
            empty={<EmptyState icon='person' title={nls.localize('earshot/quality/evaluators/none', 'Nobody has the role of an evaluator yet.')} />} />
    </Page>;
}
