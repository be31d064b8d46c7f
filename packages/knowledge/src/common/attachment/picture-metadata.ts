/**
 * What cameras and programs write into pictures besides the picture: where it was taken, by whom, with what, and small copies of what was cut away. None of it is for the readers of an
 * article. Kept are what colours need, and in which direction the picture is up. After JPEG (ITU T.81, annex B), Exif (CIPA DC-008), PNG (3rd edition, chapter 11) and WebP (RFC 9649).
 */
export function withoutMetadata(bytes: Uint8Array, mediaType: string): Uint8Array {
    const parts = mediaType === 'image/jpeg' ? jpegParts(bytes) : mediaType === 'image/png' ? pngParts(bytes) : mediaType === 'image/webp' ? webpParts(bytes) : undefined;
    const cleaned = parts && joined(parts);
    return cleaned && !same(cleaned, bytes) ? cleaned : bytes;
}

type Parts = readonly Uint8Array[];
const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const ascii = (text: string): Uint8Array => Uint8Array.from(text, each => each.charCodeAt(0));
const uint32 = (value: number, little = false): Uint8Array => {
    const bytes = new Uint8Array(4);
    view(bytes).setUint32(0, value, little);
    return bytes;
};

function joined(parts: Parts): Uint8Array {
    const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
    parts.reduce((at, each) => { whole.set(each, at); return at + each.length; }, 0);
    return whole;
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((each, at) => each === other[at]);

const orientationTag = 0x0112;
/** How a picture is turned, 2 to 8, out of the TIFF structure of its Exif data; undefined where it stands as it is, or where nothing sound says otherwise. */
function orientationOf(tiff: Uint8Array): number | undefined {
    const order = latin(tiff, 0, 4);
    if (order !== 'II*\0' && order !== 'MM\0*' || tiff.length < 10) {
        return undefined;
    }
    const little = order[0] === 'I';
    const data = view(tiff);
    const directory = data.getUint32(4, little);
    const entries = directory + 2 <= tiff.length ? data.getUint16(directory, little) : 0;
    for (let at = directory + 2; at + 12 <= Math.min(tiff.length, directory + 2 + entries * 12); at += 12) {
        if (data.getUint16(at, little) === orientationTag) {
            const value = data.getUint16(at + 8, little);
            return value >= 2 && value <= 8 ? value : undefined;
        }
    }
    return undefined;
}

/** A TIFF structure with nothing in it but the orientation: one entry, of type SHORT. */
const turned = (orientation: number): Uint8Array => joined([ascii('MM\0*'), uint32(8), Uint8Array.of(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0), uint32(0)]);

const exifHead = 'Exif\0\0';
/** Segments of programs (APP1 to APP15) that the colours need: ICC profiles in APP2, and what Adobe says of the channels in APP14. */
const neededByColours = (marker: number, segment: Uint8Array): boolean => marker === 0xe0 || marker === 0xe2 && latin(segment, 4, 16) === 'ICC_PROFILE\0' || marker === 0xee && latin(segment, 4, 9) === 'Adobe';
const isAdded = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef || marker === 0xfe;

/** Where the coded data after a scan's head end: at the next marker that is neither a restart nor a byte FF of the data themselves. */
function endOfScan(bytes: Uint8Array, from: number): number {
    for (let at = from; at + 1 < bytes.length; at++) {
        const next = bytes[at + 1]!;
        if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) {
            return at;
        }
    }
    return bytes.length;
}

/** What follows the end of the picture, as phones append films, is not taken. Undefined for what is not whole. */
function jpegParts(bytes: Uint8Array): Parts | undefined {
    const parts: Uint8Array[] = [bytes.subarray(0, 2)];
    let orientation: number | undefined;
    for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff;) {
        const marker = bytes[at + 1]!;
        if (marker === 0xff) {
            at++;
        } else if (marker === 0xd9) {
            parts.push(bytes.subarray(at, at + 2));
            return orientation ? [parts[0]!, jpegExif(orientation), ...parts.slice(1)] : parts;
        } else {
            const end = at + 2 + (at + 4 <= bytes.length ? view(bytes).getUint16(at + 2) : bytes.length);
            if (end > bytes.length || end < at + 4) {
                return undefined;
            }
            const segment = bytes.subarray(at, end);
            if (marker === 0xe1 && latin(segment, 4, 10) === exifHead) {
                orientation ??= orientationOf(segment.subarray(10));
            }
            const to = marker === 0xda ? endOfScan(bytes, end) : end;
            if (!isAdded(marker) || neededByColours(marker, segment)) {
                parts.push(bytes.subarray(at, to));
            }
            at = to;
        }
    }
    return undefined;
}

function jpegExif(orientation: number): Uint8Array {
    const content = joined([ascii(exifHead), turned(orientation)]);
    return joined([Uint8Array.of(0xff, 0xe1, 0, content.length + 2), content]);
}

const wordsOfPng = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'];

/** Nothing is taken after the end of the picture. Undefined for what is not whole. */
function pngParts(bytes: Uint8Array): Parts | undefined {
    const parts: Uint8Array[] = [bytes.subarray(0, 8)];
    for (let at = 8; at + 12 <= bytes.length;) {
        const end = at + 12 + view(bytes).getUint32(at);
        const kind = latin(bytes, at + 4, at + 8);
        if (end > bytes.length) {
            return undefined;
        }
        const orientation = kind === 'eXIf' ? orientationOf(bytes.subarray(at + 8, end - 4)) : undefined;
        if (orientation) {
            parts.push(pngChunk('eXIf', turned(orientation)));
        } else if (!wordsOfPng.includes(kind)) {
            parts.push(bytes.subarray(at, end));
        }
        if (kind === 'IEND') {
            return parts;
        }
        at = end;
    }
    return undefined;
}

function pngChunk(kind: string, content: Uint8Array): Uint8Array {
    const checked = joined([ascii(kind), content]);
    return joined([uint32(content.length), checked, uint32(checksum(checked))]);
}

/** CRC-32 as PNG has it (3rd edition, annex D). */
function checksum(bytes: Uint8Array): number {
    let sum = 0xffffffff;
    for (const each of bytes) {
        sum ^= each;
        for (let bit = 0; bit < 8; bit++) {
            sum = sum & 1 ? sum >>> 1 ^ 0xedb88320 : sum >>> 1;
        }
    }
    return (sum ^ 0xffffffff) >>> 0;
}

const [exifFlag, xmpFlag] = [0x08, 0x04];

/** The extended head says what there is besides the picture, and the outermost how long it all is. Undefined for what is not whole. */
function webpParts(bytes: Uint8Array): Parts | undefined {
    const chunks: Uint8Array[] = [];
    const whole = Math.min(bytes.length, 8 + view(bytes).getUint32(4, true));
    let orientation: number | undefined;
    for (let at = 12; at < whole;) {
        const length = at + 8 <= whole ? view(bytes).getUint32(at + 4, true) : whole;
        const end = at + 8 + length + length % 2;
        const kind = latin(bytes, at, at + 4);
        if (end > whole) {
            return undefined;
        }
        if (kind === 'EXIF') {
            const content = bytes.subarray(at + 8, at + 8 + length);
            orientation = orientationOf(latin(content, 0, 6) === exifHead ? content.subarray(6) : content);
        } else if (kind !== 'XMP ') {
            chunks.push(bytes.subarray(at, end));
        }
        at = end;
    }
    const kept = chunks.map(each => latin(each, 0, 4) === 'VP8X' ? Uint8Array.from(each, (byte, at) => at === 8 ? byte & ~(exifFlag | xmpFlag) | (orientation ? exifFlag : 0) : byte) : each);
    const content = [...kept, ...orientation ? [ascii('EXIF'), uint32(turned(orientation).length, true), turned(orientation)] : []];
    return [ascii('RIFF'), uint32(4 + content.reduce((sum, each) => sum + each.length, 0), true), ascii('WEBP'), ...content];
}
