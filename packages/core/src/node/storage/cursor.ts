import { ORPCError } from '@orpc/server';

/** Where the next page begins, as opaque text: the sort values and the id of the last row shown. */
export const toCursor = (values: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** @throws BAD_REQUEST for a cursor that is not one of ours. */
export function fromCursor(cursor: string, length: number): (string | number | null)[] {
    try {
        const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        if (Array.isArray(values) && values.length === length && values.every(each => each === null || typeof each === 'string' || typeof each === 'number')) {
            return values as (string | number | null)[];
        }
    } catch { /* said below */ }
    throw new ORPCError('BAD_REQUEST', { status: 400, message: 'The value of `after` is not one that this server gave out.' });
}

/** Cuts the extra row off a page that was read one row too long, and says where to go on. */
export function pageOf<Row, Out>(found: readonly Row[], limit: number, cursor: (row: Row) => readonly (string | number | null)[], show: (row: Row) => Out): { rows: Out[]; next?: string } {
    const rows = found.slice(0, limit).map(show);
    return found.length > limit ? { rows, next: toCursor(cursor(found[limit - 1]!)) } : { rows };
}
