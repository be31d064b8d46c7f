import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { MpegFrame, MpegIndex, readMpegIndex } from '../containers/mpeg-frame';
import { findMpegStart, MpegFrameCutter } from '../containers/mpeg-stream';
import { interleave } from './interleave';

/** MPEG audio, layers I to III, decoded by mpg123 compiled to WebAssembly (`@audio/decode-mp3`). */
export class Mp3Codec implements AudioCodec {
    readonly name = 'mp3';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (await findMpegStart(file, 0, file.size) === undefined) {
            return undefined;
        }
        const { layer, seekable, warnings, figures } = await measureMp3(file, 0, file.size);
        const codec = (['mp1', 'mp2', 'mp3'] as const)[layer - 1];
        return { container: 'mp3', codec, ...figures, bytes: file.size, warnings, playable: playsInBrowsers('mp3', codec, figures.channels, seekable) };
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'mp3';
    }

    decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncIterable<PcmBlock> {
        return decodeMp3(file, 0, file.size, probe, options);
    }
}

/** What counting all frames of an MPEG stream tells. */
export interface MpegMeasure {
    readonly figures: Pick<AudioProbe, 'channels' | 'sampleRate' | 'frames' | 'durationMs' | 'exactDuration'>;
    readonly layer: MpegFrame['layer'];
    /** Constant bit rate, or an index: a browser finds the right place. */
    readonly seekable: boolean;
    readonly warnings: readonly AudioWarning[];
}

/** A last frame may be cut, and a tag may follow: as many stray bytes as that are no damage. */
const HARMLESS_BYTES = 4096;

/** Walks over all frames without decoding them. @throws AudioError when there are none */
export const measureMp3 = async (file: AudioFile, start: number, end: number): Promise<MpegMeasure> => {
    let format: MpegFrame | undefined;
    let index: MpegIndex | undefined;
    let samples = 0;
    let isConstant = true;
    const cutter = new MpegFrameCutter((frame, bytes) => {
        if (!format) {
            format = frame;
            index = frame.layer === 3 ? readMpegIndex(bytes, frame) : undefined;
            if (index) {
                return;                                             // the frame with the index is silent and not decoded
            }
        } else if (frame.bitRate !== format.bitRate) {
            isConstant = false;
        }
        samples += frame.samples;
    });
    for await (const chunk of file.chunks(await mpegStart(file, start, end), end)) {
        cutter.push(chunk);
    }
    if (!format) {
        throw new AudioError('corrupt', 'No MP3 frame is whole. Export the recording again.');
    }
    const gap = index?.gap;
    const frames = gap ? Math.max(0, samples - gap.start - gap.end) : samples;
    const isCut = cutter.unfinished || samples < (index?.frames ?? 0) * format.samples;
    const warnings: AudioWarning[] = cutter.skipped > HARMLESS_BYTES ? ['damaged'] : isCut ? ['truncated'] : [];
    const { channels, sampleRate, layer } = format;
    const figures = { channels, sampleRate, frames, durationMs: durationOf(frames, sampleRate), exactDuration: true };
    return { figures, layer, seekable: isConstant || (index?.hasSeekTable ?? false), warnings };
};

const mpegStart = async (file: AudioFile, start: number, end: number): Promise<number> => {
    const found = await findMpegStart(file, start, end);
    if (found === undefined) {
        throw new AudioError('corrupt', 'There should be MP3 sound in this file, but no frame of it is whole. Export the recording again.');
    }
    return found;
};

/** Bytes given to the decoder at a time: its output is 20 to 100 times as large. */
const FEED_BYTES = 4096;

export async function* decodeMp3(file: AudioFile, start: number, end: number, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
    const { channels, sampleRate, frames } = probe;
    const { decoder: create } = await import('@audio/decode-mp3');
    const decoder = await create();
    try {
        let feed: Uint8Array[] = [];
        const cutter = new MpegFrameCutter((_, bytes) => feed.push(bytes.slice()));
        let left = frames;
        for await (const chunk of file.chunks(await mpegStart(file, start, end), end, FEED_BYTES)) {
            options.signal?.throwIfAborted();
            cutter.push(chunk);
            for (const frame of feed) {
                const { channelData } = decoder.decode(frame);
                const count = Math.min(left, channelData[0]?.length ?? 0);
                if (count > 0) {
                    left -= count;
                    yield { samples: interleave(channelData, channels, count), channels, sampleRate };
                }
            }
            feed = [];
        }
    } finally {
        decoder.free();
    }
}
