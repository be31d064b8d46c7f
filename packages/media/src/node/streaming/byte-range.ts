/** What a request for bytes is answered with; both ends of a part are included. RFC 9110, sections 13 and 14. */
export type RangeDecision =
    | { readonly status: 200 | 304 | 416 }
    | { readonly status: 206; readonly start: number; readonly end: number };

export type ConditionalHeaders = Readonly<Partial<Record<'range' | 'if-range' | 'if-none-match', string>>>;

/**
 * Which bytes to send.
 * @param etag strong, in its quotes.
 */
export function decideRange(method: string, headers: ConditionalHeaders, size: number, etag: string): RangeDecision {
    if (matches(headers['if-none-match'], etag)) {
        return { status: 304 };
    }
    const range = method === 'GET' && (headers['if-range'] === undefined || headers['if-range'] === etag) ? /^bytes=(\d*)-(\d*)$/.exec(headers.range?.trim() ?? '') : null;
    if (!range || !range[1] && !range[2]) {
        return { status: 200 };                       // none, of another unit, or several at once: those may be ignored
    }
    if (!range[1]) {
        const length = Math.min(size, Number(range[2]));
        return length > 0 ? { status: 206, start: size - length, end: size - 1 } : { status: 416 };
    }
    const start = Number(range[1]);
    const end = range[2] ? Number(range[2]) : size - 1;
    if (range[2] && end < start) {
        return { status: 200 };                       // not a valid range at all
    }
    return start < size ? { status: 206, start, end: Math.min(end, size - 1) } : { status: 416 };
}

/** If-None-Match compares weakly: `W/"a"` is the same as `"a"`. */
const matches = (header: string | undefined, etag: string): boolean =>
    header !== undefined && (header.trim() === '*' || header.split(',').some(each => each.trim().replace(/^W\//, '') === etag));
