import { AudioFile } from '../audio-file';
import { AudioWarning } from '../audio-probe';
import { spells, u32le } from './byte-order';
import { ByteWindow } from './byte-window';

/** Ogg pages and the packets laced into them: RFC 3533, section 6. */

export interface OggPacket {
    readonly bytes: Uint8Array;
    /** Stream that the packet belongs to. */
    readonly serial: number;
    /** First packet of its stream. */
    readonly begins: boolean;
    /** Position after the last packet that ends on this page, −1 when the page does not say; only on that last packet. */
    readonly granule: number | undefined;
}

export const isOgg = (head: Uint8Array): boolean => spells(head, 0, 'OggS');

const PAGE_HEADER_BYTES = 27;
const CONTINUED = 1;
const FIRST_PAGE = 2;
/** A packet of speech is at most a few kilobytes; what is longer is a picture in a tag, or damage. */
const MAX_PACKET_BYTES = 4 * 1024 * 1024;

/** Rubbish between pages, pages with a wrong check sum and a cut last page are left out, which `onWarning` hears about. */
export async function* oggPackets(file: AudioFile, onWarning: (warning: AudioWarning) => void = () => undefined): AsyncGenerator<OggPacket> {
    const window = new ByteWindow(file, 0);
    const unfinished = new Map<number, Uint8Array[]>();
    while (await window.need(PAGE_HEADER_BYTES)) {
        if (!spells(window.bytes, window.at, 'OggS')) {
            onWarning('damaged');
            window.skip(1);
            continue;
        }
        const segments = window.bytes[window.at + 26];
        const headerBytes = PAGE_HEADER_BYTES + segments;
        await window.need(headerBytes + segments * 255);
        const page = window.bytes.subarray(window.at, window.end);
        let pageBytes = headerBytes;
        for (let i = PAGE_HEADER_BYTES; i < headerBytes; i++) {
            pageBytes += page[i];
        }
        if (pageBytes > page.length || pageCrc(page, pageBytes) !== u32le(page, 22)) {
            onWarning(pageBytes > page.length ? 'truncated' : 'damaged');
            window.skip(1);
            continue;
        }
        yield* packetsOf(page, headerBytes, unfinished);
        window.skip(pageBytes);
    }
}

function* packetsOf(page: Uint8Array, headerBytes: number, unfinished: Map<number, Uint8Array[]>): Generator<OggPacket> {
    const serial = u32le(page, 14);
    const granule = granuleOf(page);
    const lacing = page.subarray(PAGE_HEADER_BYTES, headerBytes);
    const lastEnd = lacing.findLastIndex(value => value < 255);
    let parts = page[5] & CONTINUED ? unfinished.get(serial) : [];
    let begins = (page[5] & FIRST_PAGE) !== 0;
    let from = headerBytes;
    let to = headerBytes;
    for (let i = 0; i < lacing.length; i++) {
        to += lacing[i];
        if (lacing[i] === 255) {
            continue;
        }
        if (parts) {                                                    // else its beginning was lost with a damaged page
            parts.push(page.subarray(from, to));
            yield { bytes: joined(parts), serial, begins, granule: i === lastEnd ? granule : undefined };
        }
        parts = [];
        begins = false;
        from = to;
    }
    if (from < to && parts) {
        parts.push(page.slice(from, to));
    }
    const isTooLong = (parts ?? []).reduce((sum, part) => sum + part.length, 0) > MAX_PACKET_BYTES;
    unfinished.set(serial, isTooLong ? [] : parts ?? []);
}

/** A signed 64-bit number; −1 means that no packet ends on the page. */
const granuleOf = (page: Uint8Array): number => {
    const high = u32le(page, 10) | 0;
    return high < 0 ? -1 : high * 2 ** 32 + u32le(page, 6);
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }
    return bytes;
};

const CRC32 = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte << 24;
    for (let bit = 0; bit < 8; bit++) {
        value = value << 1 ^ (value < 0 ? 0x04c11db7 : 0);
    }
    return value;
});

/** Computed with the field of the sum itself, bytes 22 to 25, taken as zero. */
const pageCrc = (page: Uint8Array, length: number): number => {
    let value = 0;
    for (let i = 0; i < length; i++) {
        const byte = i >= 22 && i < 26 ? 0 : page[i];
        value = value << 8 ^ CRC32[value >>> 24 ^ byte];
    }
    return value >>> 0;
};
