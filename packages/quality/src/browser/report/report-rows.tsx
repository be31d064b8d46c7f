import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { type Column, DataTable, EmptyState } from '@earshot/core/lib/browser/widgets';
import type { ColumnKind, ReportCell, ReportRow, ReportTable } from '../../common/report/report-table';
import { formatCell, formatWithInterval } from './report-format';
import { titles } from './report-words';

const texts: readonly ColumnKind[] = ['text', 'localized', 'code'];
const comparable = (value: ReportCell | undefined, kind: ColumnKind): string | number | null => typeof value === 'number' ? value : value === null || value === undefined ? null : formatCell(value, kind);

/** There was somebody to compare with, and too little to say how they differ. */
const isTooFew = (row: ReportRow): boolean => row.leniency === null && typeof row.compared === 'number' && row.compared > 0;

/** The columns of a report: an interval stands with its value, ids are not shown. */
function columnsOf(table: ReportTable, hidden: readonly string[]): readonly Column<ReportRow>[] {
    const named = titles();
    const ids = new Set(table.columns.map(each => each.id));
    return table.columns.filter(({ id, kind }) => kind !== 'id' && !(/(Low|High)$/.test(id) && ids.has(id.replace(/(Low|High)$/, '')))).map(({ id, kind }, place): Column<ReportRow> => {
        const interval = ids.has(`${id}Low`);
        const numeric = !texts.includes(kind) && kind !== 'day' && kind !== 'moment';
        return {
            id, title: named[id] ?? id, fixed: place === 0, hidden: hidden.includes(id), numeric, width: interval ? 190 : kind === 'localized' || id === 'name' ? 200 : texts.includes(kind) ? 150 : 108, grow: kind === 'localized' || id === 'name' ? 3 : 1,
            value: row => comparable(row[id], kind),
            render: row => <span className={numeric ? 'e-figures' : undefined}>{id === 'leniency' && isTooFew(row) ? nls.localize('earshot/quality/reports/too-few', 'too few to say') : interval ? formatWithInterval(row[id], row[`${id}Low`], row[`${id}High`], kind) : formatCell(row[id], kind)}</span>
        };
    });
}

export interface ReportRowsProps {
    readonly name: string;
    readonly label: string;
    readonly table: ReportTable | undefined;
    /** Columns that are there, and not shown until somebody wants them. */
    readonly hidden?: readonly string[];
    onOpen?(row: ReportRow): void;
    readonly toolbar?: React.ReactNode;
}

const [rowHeight, head, mostRows] = [40, 100, 12];

/** The rows of a report, which leave the house as a file of the report that the audit log knows of; with as much height as they need, up to a screenful. */
export function ReportRows({ name, label, table, hidden = [], onOpen, toolbar }: ReportRowsProps): React.ReactElement {
    const columns = React.useMemo(() => table ? columnsOf(table, hidden) : [], [table, hidden]);
    const keys = table?.columns.filter(each => each.kind === 'id' || each.id === 'period' || each.id === 'criticalClass').map(each => each.id) ?? [];
    return <div className='q-report-rows' style={{ height: head + rowHeight * Math.max(4, Math.min(mostRows, table?.rows.length ?? 4)) }}>
        <DataTable name={`quality.report.${name}`} label={label} columns={columns} rows={table?.rows} keyOf={row => keys.map(each => String(row[each])).join(' ')} onOpen={onOpen} toolbar={toolbar} exports={false}
            empty={<EmptyState icon='graph-line' title={nls.localize('earshot/quality/reports/none', 'No evaluations fit this choice.')} />} />
    </div>;
}
