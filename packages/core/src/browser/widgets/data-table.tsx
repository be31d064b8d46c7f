import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useAnnounce, usePreference } from '../application/context';
import { formatNumber } from './format';
import { Checkbox } from './choice';
import { Icon } from './icon';
import { Skeleton } from './progress';
import { gridTracks, leastWidth, movedBy, nextSort, rangeBetween, visibleColumns, type Column, type Sort } from './table-columns';
import { TableError, TableTools } from './table-tools';
import { toClipboard } from './table-text';
import { usePrinting } from './use-printing';

export type { Column, Sort } from './table-columns';

export interface DataTableProps<R> {
    /** Names its preferences and its file: `quality.calls`. */
    readonly name: string;
    /** What the rows are: "Calls". */
    readonly label: string;
    readonly columns: readonly Column<R>[];
    /** Undefined while they are loaded for the first time. */
    readonly rows: readonly R[] | undefined;
    keyOf(row: R): string;
    /** The row that is open beside. */
    readonly openKey?: string | null;
    /** Enter, or a click. */
    onOpen?(row: R): void;
    readonly sort?: Sort;
    onSort?(sort: Sort): void;
    /** There is another page; `onMore` is called as its end comes into sight. */
    readonly hasMore?: boolean;
    onMore?(): void;
    readonly error?: unknown;
    onRetry?(): void;
    /** What stands there without rows: an EmptyState that tells "none yet" from "none found". */
    readonly empty: React.ReactNode;
    /** Filters, before the table's own tools. */
    readonly toolbar?: React.ReactNode;
    /** False where what is shown may leave only by a way of its own, as one that is audited. */
    readonly exports?: boolean;
    /** Rows with a mark, for actions on many; leave out where there are none. */
    readonly checked?: ReadonlySet<string>;
    onChecked?(keys: ReadonlySet<string>): void;
    /** Further class of a row, for states that are also said in a cell. */
    rowClass?(row: R): string | undefined;
}

const ROW_HEIGHT = { comfortable: 40, compact: 32 } as const;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 15;
/** Width of the column with the marks, in pixels. */
const MARKS = 40;

export function DataTable<R>(props: DataTableProps<R>): React.ReactElement {
    const { name, label, columns, rows, keyOf, openKey, onOpen, sort, onSort, hasMore = false, onMore, error, onRetry, empty, toolbar, exports = true, checked, onChecked, rowClass } = props;
    const announce = useAnnounce();
    const [density] = usePreference<'comfortable' | 'compact'>('density', 'comfortable');
    const [chosen, choose] = usePreference<readonly string[] | null>(`table.${name}.columns`, null);
    const shown = visibleColumns(columns, chosen);
    const scroller = React.useRef<HTMLDivElement>(null);
    const count = rows?.length ?? 0;
    const rowHeight = ROW_HEIGHT[density];
    const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, useFlushSync: false, getItemKey: index => keyOf(rows![index]!) });
    React.useEffect(() => virtual.measure(), [virtual, rowHeight]);
    const printing = usePrinting();
    const items = virtual.getVirtualItems();
    // On paper nobody scrolls: there every row is drawn.
    const drawn = printing ? (rows ?? []).map((row, index) => ({ index, key: keyOf(row), start: index * rowHeight, size: rowHeight })) : items;
    const last = items[items.length - 1]?.index ?? -1;
    React.useEffect(() => {
        if (hasMore && last >= count - AHEAD) {
            onMore?.();
        }
    }, [hasMore, last, count, onMore]);

    const [focused, setFocused] = React.useState(0);
    const [anchor, setAnchor] = React.useState<number>();
    const focusNow = React.useRef(false);
    const current = Math.min(focused, Math.max(0, count - 1));
    const range = rangeBetween(anchor ?? current, current);
    React.useLayoutEffect(() => {
        if (focusNow.current) {
            const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
            if (row) {
                focusNow.current = false;
                row.focus();
            }
        }
    });
    const moveTo = (index: number, extend: boolean): void => {
        setAnchor(extend ? anchor ?? current : undefined);
        setFocused(index);
        focusNow.current = true;
        virtual.scrollToIndex(index);
    };
    const copy = (): void => {
        const picked = rows!.slice(range.from, range.to + 1);
        void navigator.clipboard?.writeText(toClipboard(picked.map(row => shown.map(each => each.value(row)))));
        announce(nls.localize('earshot/core/table/copied', 'Rows copied: {0}', picked.length));
    };
    const toggle = (keys: readonly string[], on: boolean): void => {
        const next = new Set(checked);
        keys.forEach(key => on ? next.add(key) : next.delete(key));
        onChecked?.(next);
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const onRow = (event.target as HTMLElement).getAttribute('role') === 'row';
        if (!onRow || event.altKey) {
            return;
        }
        const control = event.ctrlKey || event.metaKey;
        const target = control ? undefined : movedBy(event.key, current, count, Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2));
        const row = rows?.[current];
        if (target !== undefined) {
            moveTo(target, event.shiftKey);
        } else if (event.key === 'Enter' && row && onOpen) {
            onOpen(row);
        } else if (event.key === ' ' && row && checked) {
            toggle(rows!.slice(range.from, range.to + 1).map(keyOf), !checked.has(keyOf(row)));
        } else if (control && event.key.toLowerCase() === 'c' && row && !window.getSelection()?.toString()) {
            copy();
        } else if (control && event.key.toLowerCase() === 'a') {
            setAnchor(0);
            setFocused(count - 1);
        } else {
            return;
        }
        event.preventDefault();
    };
    const tracks = (checked ? `${MARKS}px ` : '') + gridTracks(shown);
    const width = leastWidth(shown) + (checked ? MARKS : 0);
    const allChecked = checked !== undefined && count > 0 && rows!.every(row => checked.has(keyOf(row)));
    return <div className='e-table'>
        <TableTools name={name} columns={columns} shown={shown} rows={rows ?? []} hasMore={hasMore} onChoose={choose} toolbar={toolbar} exports={exports} />
        <div ref={scroller} className='e-table-scroller'>
            <div role='grid' aria-label={label} aria-rowcount={hasMore ? -1 : count + 1} aria-colcount={shown.length + (checked ? 1 : 0)} aria-busy={rows === undefined} aria-multiselectable={checked ? true : undefined}
                className='e-table-grid' style={{ minWidth: width }} onKeyDown={onKeyDown}>
                <div role='row' aria-rowindex={1} className='e-table-head' style={{ gridTemplateColumns: tracks }}>
                    {checked && <span role='columnheader' className='e-table-mark'><Checkbox hideLabel label={nls.localize('earshot/core/table/mark-all', 'Mark all rows')} checked={allChecked}
                        indeterminate={!allChecked && checked.size > 0} onChange={on => toggle((rows ?? []).map(keyOf), on)} /></span>}
                    {shown.map(column => {
                        const sorted = sort?.column === column.id ? sort : undefined;
                        return <span key={column.id} role='columnheader' className={`e-table-heading ${column.numeric ? 'e-numeric' : ''}`} aria-sort={sorted ? sorted.descending ? 'descending' : 'ascending' : undefined}>
                            {column.sortable && onSort
                                ? <button type='button' className='e-table-sort' onClick={() => onSort(nextSort(column, sort))}><span>{column.title}</span>
                                    <Icon name={sorted?.descending ? 'arrow-down' : 'arrow-up'} className={sorted ? '' : 'e-table-unsorted'} /></button>
                                : column.title}
                        </span>;
                    })}
                </div>
                <div role='rowgroup' className='e-table-rows' style={{ height: virtual.getTotalSize() }}>
                    {drawn.map(({ index, key, start, size }) => {
                        const row = rows![index]!;
                        const rowKey = keyOf(row);
                        const open = openKey === rowKey;
                        const inRange = anchor !== undefined && index >= range.from && index <= range.to;
                        return <div key={key} role='row' aria-rowindex={index + 2} aria-selected={open || inRange || checked?.has(rowKey) || false} data-index={index} tabIndex={index === current ? 0 : -1}
                            className={`e-table-row ${open ? 'e-table-open' : ''} ${inRange ? 'e-table-ranged' : ''} ${onOpen ? 'e-table-opens' : ''} ${rowClass?.(row) ?? ''}`}
                            style={{ gridTemplateColumns: tracks, height: size, transform: `translateY(${start}px)` }}
                            onFocus={event => { if (event.target === event.currentTarget) { setFocused(index); } }}
                            onClick={event => {
                                setFocused(index);
                                setAnchor(event.shiftKey ? anchor ?? current : undefined);
                                if (!event.shiftKey && !(event.target as HTMLElement).closest('a, button, input, label') && !window.getSelection()?.toString()) {
                                    onOpen?.(row);
                                }
                            }}>
                            {checked && <span role='gridcell' className='e-table-mark'><Checkbox hideLabel label={nls.localize('earshot/core/table/mark', 'Mark this row')} checked={checked.has(rowKey)} onChange={on => toggle([rowKey], on)} /></span>}
                            {shown.map(column => {
                                const value = column.value(row);
                                return <span key={column.id} role='gridcell' className={`e-table-cell ${column.numeric ? 'e-numeric' : ''}`} title={!column.render && typeof value === 'string' ? value : undefined}>
                                    {column.render ? column.render(row) : typeof value === 'number' ? formatNumber(value, 2) : value}
                                </span>;
                            })}
                        </div>;
                    })}
                </div>
            </div>
            {rows === undefined && !error && <div className='e-table-waiting'><Skeleton lines={8} /></div>}
            {Boolean(error) && <TableError error={error} onRetry={onRetry} />}
            {rows?.length === 0 && !error && empty}
        </div>
    </div>;
}
