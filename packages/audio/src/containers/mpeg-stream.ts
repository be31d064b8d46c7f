import { AudioFile } from '../audio-file';
import { continues, id3TagBytes, MpegFrame, readMpegFrame } from './mpeg-frame';

/** Bytes within which the first frame must be found. Some writers put a little rubbish before it. */
const SEARCH_BYTES = 4096;
/** Frames that must follow one another before a stream is believed. */
const FRAMES_TO_TRUST = 3;
/** The longest frame: layer I at 448 kbit/s and 32 kHz; layer II and III stay below. */
const LONGEST_FRAME = 2048;

/** Where the sound of an MPEG file begins, judged by frames that follow one another. */
export const findMpegStart = async (file: AudioFile, start: number, end: number): Promise<number | undefined> => {
    const tag = id3TagBytes(await file.readAt(start, 10), 0);
    const from = start + tag;
    const bytes = await file.readAt(from, Math.min(SEARCH_BYTES + FRAMES_TO_TRUST * LONGEST_FRAME, end - from));
    const slack = tag > 0 ? SEARCH_BYTES : Math.min(SEARCH_BYTES, LONGEST_FRAME);
    for (let at = 0; at < Math.min(slack, bytes.length - 4); at++) {
        if (isStreamAt(bytes, at, from + bytes.length >= end)) {
            return from + at;
        }
    }
    return undefined;
};

const isStreamAt = (bytes: Uint8Array, start: number, isWholeFile: boolean): boolean => {
    const first = readMpegFrame(bytes, start);
    let at = start;
    for (let count = 0; count < FRAMES_TO_TRUST; count++) {
        const frame = readMpegFrame(bytes, at);
        if (!first || !frame || !continues(first, frame)) {
            return isWholeFile && count > 0 && at >= bytes.length - 4;      // a very short file
        }
        at += frame.bytes;
    }
    return true;
};

/** Hears about each frame; `bytes` is the whole frame and valid during the call only. */
export type MpegFrameListener = (frame: MpegFrame, bytes: Uint8Array) => void;

/** Cuts a stream of bytes into the frames that belong to it; skips tags and rubbish between them. */
export class MpegFrameCutter {
    /** Bytes that belonged to no frame, other than a tag at the end. */
    skipped = 0;
    private first: MpegFrame | undefined;
    private rest = new Uint8Array(0);

    constructor(private readonly listener: MpegFrameListener) { }

    push(chunk: Uint8Array): void {
        let bytes = chunk;
        if (this.rest.length > 0) {
            bytes = new Uint8Array(this.rest.length + chunk.length);
            bytes.set(this.rest);
            bytes.set(chunk, this.rest.length);
        }
        let at = 0;
        while (at + 4 <= bytes.length) {
            const frame = readMpegFrame(bytes, at);
            if (!frame || (this.first && !continues(this.first, frame))) {
                at++;
                this.skipped++;
                continue;
            }
            if (at + frame.bytes > bytes.length) {
                break;
            }
            this.first ??= frame;
            this.listener(frame, bytes.subarray(at, at + frame.bytes));
            at += frame.bytes;
        }
        this.rest = bytes.slice(at);
    }

    /** What is left when no more bytes come: the start of a frame that was cut off. */
    get unfinished(): boolean {
        return this.rest.length >= 4;
    }
}
