import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { G711_SILENCE } from '../codecs/g711';
import { isWave, readWaveLayout } from '../containers/wave-layout';

/** Where the samples of a WAV file lie, when every sample has bytes of its own: what masking under range requests needs. */
export interface MaskableFormat {
    readonly dataOffset: number;
    readonly dataBytes: number;
    readonly channels: number;
    readonly sampleRate: number;
    /** Bytes of one sample of one channel. */
    readonly sampleBytes: number;
    /** The byte that silence is made of: 0x00 in PCM16, 0xD5 in A-law, 0xFF in µ-law. */
    readonly silence: number;
}

const FORMATS: Readonly<Record<string, Pick<MaskableFormat, 'sampleBytes' | 'silence'>>> = {
    pcm16: { sampleBytes: 2, silence: 0 },
    alaw: { sampleBytes: 1, silence: G711_SILENCE.alaw },
    mulaw: { sampleBytes: 1, silence: G711_SILENCE.mulaw }
};

/** @throws AudioError `not-maskable` for anything but WAV with PCM16, A-law or µ-law: write a rendition and mask that */
export const maskableFormat = (path: string): Promise<MaskableFormat> => AudioFile.with(path, async file => {
    if (isWave(file.head)) {
        const { format: { codec, channels, sampleRate }, dataOffset, dataBytes } = await readWaveLayout(file);
        const coding = FORMATS[codec];
        if (coding) {
            return { dataOffset, dataBytes, channels, sampleRate, ...coding };
        }
    }
    throw new AudioError('not-maskable', 'Parts of this recording cannot be silenced as it is. Make a rendition of it first.');
});
