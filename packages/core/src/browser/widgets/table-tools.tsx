import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useErrorText } from '../application/context';
import { Button, IconButton } from './button';
import { formatNumber } from './format';
import { Menu } from './menu';
import { EmptyState } from './notice';
import type { Column } from './table-columns';
import { download, toCsv } from './table-text';

interface TableToolsProps<R> {
    readonly name: string;
    readonly columns: readonly Column<R>[];
    readonly shown: readonly Column<R>[];
    readonly rows: readonly R[];
    /** There are further rows on the server. */
    readonly hasMore: boolean;
    onChoose(columns: readonly string[] | null): void;
    readonly toolbar?: React.ReactNode;
    readonly exports: boolean;
}

const countOfRows = (count: number, hasMore: boolean): string | undefined => count === 0 ? undefined
    : count === 1 && !hasMore ? nls.localize('earshot/core/table/row', '1 row') : nls.localize('earshot/core/table/rows', '{0} rows', `${formatNumber(count)}${hasMore ? '+' : ''}`);

/** Filters on the left; the number of rows, the choice of columns and the export on the right. */
export function TableTools<R>({ name, columns, shown, rows, hasMore, onChoose, toolbar, exports }: TableToolsProps<R>): React.ReactElement {
    const ids = shown.map(each => each.id);
    const exportRows = (): void => {
        const day = new Date().toISOString().slice(0, 10);
        download(`${name.replace(/[^a-z0-9]+/gi, '-')}-${day}.csv`, toCsv(shown.map(each => each.title), rows.map(row => shown.map(each => each.value(row)))));
    };
    return <div className='e-table-tools'>
        <div className='e-table-filters'>{toolbar}</div>
        <span className='e-table-count e-figures'>{countOfRows(rows.length, hasMore)}</span>
        <Menu alignment='end' label={nls.localize('earshot/core/table/columns', 'Columns')} items={[
            ...columns.filter(each => !each.fixed).map(column => ({
                kind: 'check' as const, keepOpen: true, label: column.title, checked: ids.includes(column.id),
                run: () => onChoose(ids.includes(column.id) ? ids.filter(each => each !== column.id) : [...ids, column.id])
            })),
            { kind: 'separator' },
            { label: nls.localize('earshot/core/table/columns-reset', 'As it was'), icon: 'discard', run: () => onChoose(null) }
        ]}><IconButton icon='settings' label={nls.localize('earshot/core/table/choose-columns', 'Choose columns')} /></Menu>
        {exports && <IconButton icon='desktop-download' label={nls.localize('earshot/core/table/export', 'Export what is shown as CSV')} disabled={rows.length === 0} onClick={exportRows} />}
    </div>;
}

/** Rows could not be loaded. */
export function TableError({ error, onRetry }: { readonly error: unknown; onRetry?(): void }): React.ReactElement {
    const { describe } = useErrorText();
    return <div role='alert'><EmptyState icon='debug-disconnect' title={describe(error)} action={onRetry && <Button icon='refresh' onClick={onRetry}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>} /></div>;
}
