import { AudioFile } from '../audio-file';
import { AudioWarning } from '../audio-probe';
import { spells } from './byte-order';
import { ByteWindow } from './byte-window';

/** Files of Adaptive Multi-Rate speech: RFC 4867, section 5; frame sizes from 3GPP TS 26.101 and TS 26.201. */
export interface AmrFormat {
    readonly codec: 'amr-nb' | 'amr-wb';
    readonly sampleRate: 8000 | 16000;
    /** Samples in each frame of 20 ms. */
    readonly frameSamples: 160 | 320;
    readonly headerBytes: number;
    /** Length of a frame with its type byte, by frame type; 0 where no such type exists. */
    readonly frameBytes: readonly number[];
}

const NARROW: AmrFormat = {
    codec: 'amr-nb', sampleRate: 8000, frameSamples: 160, headerBytes: 6,
    frameBytes: [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
};
const WIDE: AmrFormat = {
    codec: 'amr-wb', sampleRate: 16000, frameSamples: 320, headerBytes: 9,
    frameBytes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]
};

/** Multichannel files begin with other words, which nobody seems to write. */
export const readAmrFormat = (head: Uint8Array): AmrFormat | undefined =>
    spells(head, 0, '#!AMR\n') ? NARROW : spells(head, 0, '#!AMR-WB\n') ? WIDE : undefined;

/** Frames with their type byte, one after another, valid until the next is asked for; what cannot be a frame is left out. */
export async function* amrFrames(file: AudioFile, format: AmrFormat, onWarning: (warning: AudioWarning) => void = () => undefined): AsyncGenerator<Uint8Array> {
    const window = new ByteWindow(file, format.headerBytes);
    while (await window.need(1)) {
        const type = window.bytes[window.at];
        const length = (type & 0x83) === 0 ? format.frameBytes[type >> 3] : 0;
        if (length === 0) {
            onWarning('damaged');
            window.skip(1);
        } else if (await window.need(length)) {
            yield window.take(length);
        } else {
            onWarning('truncated');
            return;
        }
    }
}
