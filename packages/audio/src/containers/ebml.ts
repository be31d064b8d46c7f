import { AudioFile } from '../audio-file';
import { ByteWindow } from './byte-window';

/** Elements of EBML, the binary tree that WebM and Matroska are made of: RFC 8794, sections 4 to 6; RFC 9559 for the names. */
export const EBML = {
    header: 0x1a45dfa3, docType: 0x4282,
    segment: 0x18538067, info: 0x1549a966, duration: 0x4489, cues: 0x1c53bb6b,
    tracks: 0x1654ae6b, trackEntry: 0xae, trackNumber: 0xd7, codecId: 0x86, codecPrivate: 0x63a2,
    audio: 0xe1, samplingFrequency: 0xb5, channels: 0x9f,
    cluster: 0x1f43b675, simpleBlock: 0xa3, blockGroup: 0xa0, block: 0xa1, discardPadding: 0x75a2
} as const;

/** Elements that are entered; their children come next in the walk. */
const ENTERED = new Set<number>([EBML.header, EBML.segment, EBML.info, EBML.tracks, EBML.trackEntry, EBML.audio, EBML.cluster, EBML.blockGroup]);
/** Elements whose content is handed out. */
const READ = new Set<number>([
    EBML.docType, EBML.duration, EBML.trackNumber, EBML.codecId, EBML.codecPrivate, EBML.samplingFrequency, EBML.channels,
    EBML.simpleBlock, EBML.block, EBML.discardPadding
]);

const MAX_CONTENT_BYTES = 1024 * 1024;

export interface EbmlElement {
    readonly id: number;
    /** Empty for elements that are entered or passed over. */
    readonly content: Uint8Array;
}

/**
 * Walks through all elements in the order of the file, entering those that matter and passing over the rest without reading it.
 * Contents are valid until the next element is asked for. `onCut` hears of an element that reaches beyond the end of the file.
 */
export async function* ebmlElements(file: AudioFile, onCut: () => void = () => undefined): AsyncGenerator<EbmlElement> {
    const window = new ByteWindow(file, 0);
    while (await window.need(2)) {
        await window.need(12);
        const id = readVint(window.bytes, window.at, window.end, false);
        const size = id && readVint(window.bytes, window.at + id.length, window.end, true);
        if (!id || id.length > 4 || !size) {
            onCut();
            return;
        }
        window.skip(id.length + size.length);
        if (ENTERED.has(id.value)) {
            yield { id: id.value, content: NOTHING };
        } else if (window.position + size.value > file.size) {
            onCut();
            return;
        } else if (READ.has(id.value) && size.value <= MAX_CONTENT_BYTES) {
            await window.need(size.value);
            yield { id: id.value, content: window.take(size.value) };
        } else {
            yield { id: id.value, content: NOTHING };
            window.skip(size.value);
        }
    }
}

const NOTHING = new Uint8Array(0);

/** A number of variable length; its length is the position of the first set bit. @param strip whether that bit is no part of it */
export const readVint = (bytes: Uint8Array, at: number, end: number, strip: boolean): { value: number; length: number } | undefined => {
    const length = at < end ? Math.clz32(bytes[at]) - 23 : 9;
    if (length > 8 || at + length > end) {
        return undefined;
    }
    let value = strip ? bytes[at] & 0xff >> length : bytes[at];
    for (let i = 1; i < length; i++) {
        value = value * 256 + bytes[at + i];
    }
    return { value, length };
};

/** Unsigned big-endian number of any length up to eight bytes. */
export const ebmlUnsigned = (content: Uint8Array): number => content.reduce((value, byte) => value * 256 + byte, 0);

export const ebmlFloat = (content: Uint8Array): number => {
    const view = new DataView(content.buffer, content.byteOffset, content.length);
    return content.length === 8 ? view.getFloat64(0) : content.length === 4 ? view.getFloat32(0) : 0;
};

export const ebmlText = (content: Uint8Array): string => Buffer.from(content).toString('latin1').replace(/\0+$/, '');
