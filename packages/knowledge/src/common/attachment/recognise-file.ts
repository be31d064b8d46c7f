/**
 * What a file is, by its content: names and what a browser says of them can be anything. Signatures after the specifications of the formats (PNG 3rd edition, ITU T.81, GIF89a,
 * Google's WebP container, ISO 32000-2, PKWARE's APPNOTE, ECMA-376 part 2).
 */
export interface RecognisedFile {
    readonly mediaType: string;
    /** Without dot. */
    readonly ending: string;
    /** In pixels: of a picture that is shown within the text. Everything else is only handed out. */
    readonly picture?: { readonly width: number; readonly height: number };
}

/** More pixels than this take more memory, when they are shown, than a page may: 50 megapixels. */
export const mostPixels = 50_000_000;

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
const uint16Little = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
const uint24Little = (bytes: Uint8Array, at: number): number => uint16Little(bytes, at) + (bytes[at + 2] ?? 0) * 65_536;
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);

interface Size { readonly width: number; readonly height: number }

function pngSize(bytes: Uint8Array): Size | undefined {
    return latin(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n' && latin(bytes, 12, 16) === 'IHDR' ? { width: uint32(bytes, 16), height: uint32(bytes, 20) } : undefined;
}

const gifSize = (bytes: Uint8Array): Size | undefined => /^GIF8[79]a$/.test(latin(bytes, 0, 6)) ? { width: uint16Little(bytes, 6), height: uint16Little(bytes, 8) } : undefined;

/** Markers that begin a frame (ITU T.81, table B.1): C4, C8 and CC mean something else. */
const beginsFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** From segment to segment until the one that says the size. */
function jpegSize(bytes: Uint8Array): Size | undefined {
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) {
        return undefined;
    }
    for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
        const marker = bytes[at + 1]!;
        if (beginsFrame(marker)) {
            return { width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) };
        }
        at += marker === 0xff ? 1 : 2 + Math.max(2, uint16(bytes, at + 2));
    }
    return undefined;
}

function webpSize(bytes: Uint8Array): Size | undefined {
    if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 12) !== 'WEBP') {
        return undefined;
    }
    switch (latin(bytes, 12, 16)) {
        case 'VP8X': return { width: uint24Little(bytes, 24) + 1, height: uint24Little(bytes, 27) + 1 };
        case 'VP8L': return { width: (uint16Little(bytes, 21) & 0x3fff) + 1, height: ((uint24Little(bytes, 22) >> 6) & 0x3fff) + 1 };
        case 'VP8 ': return { width: uint16Little(bytes, 26) & 0x3fff, height: uint16Little(bytes, 28) & 0x3fff };
        default: return undefined;
    }
}

const pictures = [['image/png', 'png', pngSize], ['image/jpeg', 'jpg', jpegSize], ['image/gif', 'gif', gifSize], ['image/webp', 'webp', webpSize]] as const;

/** Main parts of Office Open XML documents, as their first folder is called. */
const documents = [
    ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'], ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx']
] as const;

/** Names of files stand plainly within a zip, before each and once more at its end. One with macros is not taken. */
function officeDocument(bytes: Uint8Array): RecognisedFile | undefined {
    if (latin(bytes, 0, 4) !== 'PK\u0003\u0004') {
        return undefined;
    }
    const contains = (text: string): boolean => indexOf(bytes, text) >= 0;
    const [, mediaType, ending] = contains('[Content_Types].xml') && !contains('vbaProject.bin') ? documents.find(([folder]) => contains(folder)) ?? [] : [];
    return mediaType && ending ? { mediaType, ending } : undefined;
}

function indexOf(bytes: Uint8Array, text: string): number {
    const first = text.charCodeAt(0);
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
        if (latin(bytes, at, at + text.length) === text) {
            return at;
        }
    }
    return -1;
}

/** Text in UTF-8 without control characters. What a drawing in SVG or a page would do is not done: it is handed out as plain text, or as bytes. */
function plainText(bytes: Uint8Array): RecognisedFile | undefined {
    let text: string;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || text.trim() === '') {
        return undefined;
    }
    return /<svg[\s>]/i.test(text.slice(0, 4096)) ? { mediaType: 'application/octet-stream', ending: 'svg' } : /<(!doctype\s+html|html|script)[\s>]/i.test(text) ? undefined : { mediaType: 'text/plain; charset=utf-8', ending: 'txt' };
}

/** @param bytes all of the file. @returns undefined for what is not taken: programs, archives, documents with macros, web pages, damaged files */
export function recogniseFile(bytes: Uint8Array): RecognisedFile | undefined {
    for (const [mediaType, ending, sizeOf] of pictures) {
        const size = sizeOf(bytes);
        if (size) {
            return size.width > 0 && size.height > 0 && size.width * size.height <= mostPixels ? { mediaType, ending, picture: size } : undefined;
        }
    }
    return latin(bytes, 0, 5) === '%PDF-' ? { mediaType: 'application/pdf', ending: 'pdf' } : officeDocument(bytes) ?? plainText(bytes);
}
