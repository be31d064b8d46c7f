import { AudioFile } from '../audio-file';
import { AudioWarning } from '../audio-probe';
import { EBML, ebmlElements, ebmlFloat, ebmlText, ebmlUnsigned, readVint } from './ebml';

/** The first sound track of a WebM or Matroska file. */
export interface WebmTrack {
    number: number;
    codecId: string;
    codecPrivate: Uint8Array;
    channels: number;
    sampleRate: number;
}

export interface WebmPacket {
    readonly bytes: Uint8Array;
    /** Nanoseconds to drop at the end of this packet. */
    discard: number;
}

/** Reads packets of the first sound track; what else was met on the way can be asked afterwards. */
export class WebmReader {
    docType = '';
    track: WebmTrack | undefined;
    hasDuration = false;
    hasCues = false;
    readonly warnings = new Set<AudioWarning>();
    private readonly entries: WebmTrack[] = [];

    constructor(private readonly file: AudioFile) { }

    async *packets(): AsyncGenerator<WebmPacket> {
        let last: WebmPacket | undefined;
        for await (const { id, content } of ebmlElements(this.file, () => this.warnings.add('truncated'))) {
            if (id === EBML.cluster) {
                this.track ??= this.entries.find(entry => entry.codecId.startsWith('A_'));
            } else if (id === EBML.discardPadding && last) {
                last.discard = ebmlUnsigned(content);
            } else if (id === EBML.simpleBlock || id === EBML.block) {
                for (const bytes of this.framesOf(content)) {
                    if (last) {
                        yield last;
                    }
                    last = { bytes, discard: 0 };
                }
            } else {
                this.note(id, content);
            }
        }
        this.track ??= this.entries.find(entry => entry.codecId.startsWith('A_'));
        if (last) {
            yield last;
        }
    }

    private note(id: number, content: Uint8Array): void {
        const entry = this.entries.at(-1);
        switch (id) {
            case EBML.docType: this.docType = ebmlText(content); break;
            case EBML.duration: this.hasDuration = true; break;
            case EBML.cues: this.hasCues = true; break;
            case EBML.trackEntry: this.entries.push({ number: 0, codecId: '', codecPrivate: content, channels: 1, sampleRate: 8000 }); break;
        }
        if (entry) {
            switch (id) {
                case EBML.trackNumber: entry.number = ebmlUnsigned(content); break;
                case EBML.codecId: entry.codecId = ebmlText(content); break;
                case EBML.codecPrivate: entry.codecPrivate = content.slice(); break;
                case EBML.channels: entry.channels = ebmlUnsigned(content); break;
                case EBML.samplingFrequency: entry.sampleRate = ebmlFloat(content); break;
            }
        }
    }

    /** The frames in a block of our track, copied: RFC 9559, section 10. */
    private framesOf(block: Uint8Array): readonly Uint8Array[] {
        const number = readVint(block, 0, block.length, true);
        if (!this.track || number?.value !== this.track.number || block.length < number.length + 3) {
            return [];
        }
        const lacing = block[number.length + 2] >> 1 & 3;
        const body = block.subarray(number.length + 3);
        const frames = lacing === 0 ? [body] : unlace(body, lacing);
        if (!frames) {
            this.warnings.add('damaged');
        }
        return (frames ?? []).map(frame => frame.slice());
    }
}

const XIPH = 1;
const FIXED_SIZE = 2;

/** Several frames in one block; undefined when their sizes do not add up. */
const unlace = (body: Uint8Array, lacing: number): Uint8Array[] | undefined => {
    const count = body[0] + 1;
    const sizes: number[] = [];
    let at = 1;
    if (lacing === FIXED_SIZE) {
        sizes.push(...new Array<number>(count - 1).fill(Math.floor((body.length - 1) / count)));
    } else {
        for (let i = 0; i < count - 1; i++) {
            if (lacing === XIPH) {
                let size = 0;
                do {
                    size += body[at];
                } while (body[at++] === 255);
                sizes.push(size);
            } else {
                const next = readVint(body, at, body.length, true);
                if (!next) {
                    return undefined;
                }
                // sizes after the first are differences, moved so that they can be negative
                sizes.push(i === 0 ? next.value : sizes[i - 1] + next.value - (2 ** (7 * next.length - 1) - 1));
                at += next.length;
            }
        }
    }
    const frames: Uint8Array[] = [];
    for (const size of sizes) {
        if (!(size >= 0) || at + size > body.length) {
            return undefined;
        }
        frames.push(body.subarray(at, at += size));
    }
    return [...frames, body.subarray(at)];
};
