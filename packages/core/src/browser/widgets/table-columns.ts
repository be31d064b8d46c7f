import type * as React from '@theia/core/shared/react';
import type { CellValue } from './table-text';

export interface Column<R> {
    /** Unique within the table; also the name that `onSort` is given. */
    readonly id: string;
    readonly title: string;
    /** What is copied, exported, and shown where there is no `render`. */
    value(row: R): CellValue;
    render?(row: R): React.ReactNode;
    /** Least width in pixels; 120 by default. */
    readonly width?: number;
    /** Share of the room that is left; 0 keeps the least width. 1 by default. */
    readonly grow?: number;
    /** Figures stand at the end of their cell, in tabular digits. */
    readonly numeric?: boolean;
    readonly sortable?: boolean;
    /** Not shown until chosen. */
    readonly hidden?: boolean;
    /** Cannot be taken away: what names the row. */
    readonly fixed?: boolean;
}

export interface Sort { readonly column: string; readonly descending: boolean }

/** Another column begins ascending (figures descending: the greatest is what one looks for); the same column turns round. */
export function nextSort<R>(column: Column<R>, current: Sort | undefined): Sort {
    return current?.column === column.id ? { column: column.id, descending: !current.descending } : { column: column.id, descending: Boolean(column.numeric) };
}

/** The columns that are shown: the chosen ones in the order of the table, never without the fixed ones. */
export function visibleColumns<R>(columns: readonly Column<R>[], chosen: readonly string[] | null): readonly Column<R>[] {
    return columns.filter(each => each.fixed || (chosen ? chosen.includes(each.id) : !each.hidden));
}

/** CSS grid tracks for the shown columns. */
export const gridTracks = <R>(columns: readonly Column<R>[]): string =>
    columns.map(({ width = 120, grow = 1 }) => grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`).join(' ');

/** The least width of all shown columns in pixels: below it the table scrolls sideways. */
export const leastWidth = <R>(columns: readonly Column<R>[]): number => columns.reduce((sum, { width = 120 }) => sum + width, 0);

/** Rows from one index to another, whichever comes first. */
export const rangeBetween = (one: number, other: number): { readonly from: number; readonly to: number } => ({ from: Math.min(one, other), to: Math.max(one, other) });

/** Where a key moves to in a list of `count` rows, or undefined for other keys. `page` is the number of rows in sight. */
export function movedBy(key: string, index: number, count: number, page: number): number | undefined {
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: count - 1 }[key];
    return target === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, target));
}
