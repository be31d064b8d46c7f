import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { isWave, readWaveLayout, WaveLayout } from '../containers/wave-layout';
import { conversionFor, decodeFixedRate } from './block-decoding';
import { decodeMp3, measureMp3 } from './mp3-codec';

/** WAV (RIFF, RF64, BW64) with PCM, floating point, A-law, µ-law, GSM 6.10 (WAV49), G.722 or MP3 inside. */
export class WaveCodec implements AudioCodec {
    readonly name = 'wav';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (!isWave(file.head)) {
            return undefined;
        }
        const layout = await readWaveLayout(file);
        const { codec, channels, sampleRate } = layout.format;
        checkMono(layout);
        const warnings: AudioWarning[] = layout.truncated ? ['truncated'] : [];
        const common = { container: 'wav', codec, bytes: file.size, warnings } as const;
        if (codec === 'mp3') {
            const measure = await measureMp3(file, layout.dataOffset, layout.dataOffset + layout.dataBytes);
            return { ...common, ...measure.figures, playable: false };
        }
        const frames = framesOf(layout);
        const bestFrames = frames ?? estimatedFrames(layout);
        return {
            ...common, channels, sampleRate, frames: bestFrames, durationMs: durationOf(bestFrames, sampleRate),
            exactDuration: frames !== undefined,
            playable: playsInBrowsers('wav', codec, channels, layout.orderly)
        };
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'wav' && (probe.codec === 'mp3' || conversionFor(probe.codec, 0) !== undefined);
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const layout = await readWaveLayout(file);
        const { codec, blockBytes, blockFrames } = layout.format;
        const { dataOffset: start, dataBytes: bytes } = layout;
        const convert = conversionFor(codec, blockBytes);
        if (convert) {
            const { channels, sampleRate, frames } = probe;
            yield* decodeFixedRate(file, { codec, channels, sampleRate, start, bytes, blockBytes, blockFrames, frames, signal: options.signal }, convert);
        } else {
            yield* decodeMp3(file, start, start + bytes, probe, options);
        }
    }
}

/** Samples per channel: the `fact` chunk trims the padding of the last coded block, but is believed no further than that. */
const framesOf = ({ format, dataBytes, factFrames }: WaveLayout): number | undefined => {
    if (format.blockFrames === 0) {
        return undefined;
    }
    const frames = dataBytes / format.blockBytes * format.blockFrames;
    const isTrim = format.blockFrames > 1 && factFrames !== undefined && factFrames <= frames && factFrames > frames - format.blockFrames;
    return isTrim ? factFrames : frames;
};

const estimatedFrames = ({ format, dataBytes, factFrames }: WaveLayout): number =>
    factFrames !== undefined ? factFrames
        : format.bytesPerSecond > 0 ? Math.round(dataBytes / format.bytesPerSecond * format.sampleRate) : 0;

/** GSM 6.10 and G.722 are defined for one channel. */
const checkMono = ({ format }: WaveLayout): void => {
    if ((format.codec === 'gsm' || format.codec === 'g722') && format.channels !== 1) {
        throw new AudioError('unsupported-codec', `This WAV file has ${format.codec} sound in ${format.channels} channels, which no standard describes. Export it as PCM.`);
    }
};
