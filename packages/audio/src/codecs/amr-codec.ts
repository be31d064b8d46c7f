import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { AmrFormat, amrFrames, readAmrFormat } from '../containers/amr-frames';
import { interleave } from './interleave';

/** AMR narrowband and wideband, decoded by opencore-amr compiled to WebAssembly (`@audio/decode-amr`). */
export class AmrCodec implements AudioCodec {
    readonly name = 'amr';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        const format = readAmrFormat(file.head);
        if (!format) {
            return undefined;
        }
        const warnings = new Set<AudioWarning>();
        let count = 0;
        for await (const frame of amrFrames(file, format, warning => warnings.add(warning))) {
            count += frame.length > 0 ? 1 : 0;
        }
        if (count === 0) {
            throw new AudioError('empty-file', 'The recording has a header but no sound in it. Export it again.');
        }
        const { codec, sampleRate } = format;
        const frames = count * format.frameSamples;
        return {
            container: 'amr', codec, channels: 1, sampleRate, frames, durationMs: durationOf(frames, sampleRate), exactDuration: true,
            bytes: file.size, playable: false, warnings: [...warnings]
        };
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'amr';
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const format = readAmrFormat(file.head);
        if (!format) {
            return;
        }
        const { decoder: create } = await import('@audio/decode-amr');
        const decoder = await create();
        try {
            decoder.decode(file.head.slice(0, format.headerBytes));
            for await (const batch of batches(file, format)) {
                options.signal?.throwIfAborted();
                const { channelData } = decoder.decode(batch);
                yield { samples: interleave(channelData, 1, channelData[0]?.length ?? 0), channels: 1, sampleRate: probe.sampleRate };
            }
        } finally {
            decoder.free();
        }
    }
}

const BATCH_BYTES = 4096;

/** Whole frames, some dozens at a time. A plain array of its own: the decoder keeps views of what it is given. */
async function* batches(file: AudioFile, format: AmrFormat): AsyncGenerator<Uint8Array> {
    const batch = new Uint8Array(BATCH_BYTES);
    let length = 0;
    for await (const frame of amrFrames(file, format)) {
        if (length + frame.length > BATCH_BYTES) {
            yield batch.slice(0, length);
            length = 0;
        }
        batch.set(frame, length);
        length += frame.length;
    }
    yield batch.slice(0, length);
}
