/**
 * The one range that a Range header asks for (RFC 9110, section 14.1.2), with both ends included.
 * @returns undefined to send everything: no header, another unit, several ranges, or one that cannot be read; a server may ignore those.
 */
export function byteRange(header: string | undefined, size: number): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (first === undefined || last === undefined || first === '' && last === '') {
        return undefined;
    }
    if (first === '') {
        return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
    }
    if (Number(first) >= size) {
        return 'unsatisfiable';
    }
    const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
    return end < Number(first) ? undefined : { start: Number(first), end };
}
