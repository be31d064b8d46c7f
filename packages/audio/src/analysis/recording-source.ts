import { DecodeOptions, PcmBlock, ProbeOptions } from '../audio-codec';
import { AudioCodecRegistry } from '../audio-codec-registry';
import { AudioFile } from '../audio-file';
import { AudioProbe } from '../audio-probe';
import { OPUS_DECODE_RATE } from '../codecs/opus-decoding';
import { joinLegs, legsNotMono } from './two-legs';

/** A recording in one file, or in two of one channel each: the two legs of one call. */
export type RecordingSource = string | {
    readonly legs: readonly [string, string];
    /** How much later the second leg begins than the first, in ms; negative when it begins earlier. */
    readonly offsetMs?: number;
};

/** An opened recording, whatever it was made of. */
export interface OpenRecording {
    readonly probe: AudioProbe;
    readonly legs: readonly [AudioProbe, AudioProbe] | undefined;
    decode(options: DecodeOptions): AsyncIterable<PcmBlock>;
    close(): Promise<void>;
}

export const openRecording = (source: RecordingSource, codecs: AudioCodecRegistry, options: ProbeOptions): Promise<OpenRecording> =>
    typeof source === 'string' ? openFile(source, codecs, options) : openLegs(source, codecs, options);

const openFile = async (path: string, codecs: AudioCodecRegistry, options: ProbeOptions): Promise<OpenRecording> => {
    const file = await AudioFile.open(path);
    try {
        const probe = await codecs.probe(file, options);
        return { probe, legs: undefined, decode: decodeOptions => codecs.decode(file, probe, { ...options, ...decodeOptions }), close: () => file.close() };
    } catch (error) {
        await file.close();
        throw error;
    }
};

const openLegs = async (source: Exclude<RecordingSource, string>, codecs: AudioCodecRegistry, options: ProbeOptions): Promise<OpenRecording> => {
    const { legs: [firstPath, secondPath], offsetMs = 0 } = source;
    const first = await openFile(firstPath, codecs, options);
    try {
        const second = await openFile(secondPath, codecs, options);
        const close = async (): Promise<void> => {
            await first.close();
            await second.close();
        };
        const wrong = [first.probe, second.probe].find(leg => leg.channels !== 1);
        if (wrong) {
            await second.close();
            throw legsNotMono(wrong.channels);
        }
        return {
            probe: joinedProbe(first.probe, second.probe, offsetMs), legs: [first.probe, second.probe], close,
            decode: decodeOptions => joinLegs([first.decode(decodeOptions), second.decode(decodeOptions)], joinedRate(first.probe, second.probe), offsetMs)
        };
    } catch (error) {
        await first.close();
        throw error;
    }
};

const joinedRate = (first: AudioProbe, second: AudioProbe): number => Math.max(decodedRate(first), decodedRate(second));

const decodedRate = (probe: AudioProbe): number => probe.codec === 'opus' ? OPUS_DECODE_RATE : probe.sampleRate;

/** The call as a whole: the container and codec of the first leg, two channels, as long as the one that ends last. */
const joinedProbe = (first: AudioProbe, second: AudioProbe, offsetMs: number): AudioProbe => {
    const sampleRate = joinedRate(first, second);
    const durationMs = Math.max(first.durationMs + Math.max(0, -offsetMs), second.durationMs + Math.max(0, offsetMs));
    return {
        container: first.container, codec: first.codec, channels: 2, sampleRate, durationMs, frames: Math.round(durationMs * sampleRate / 1000),
        exactDuration: first.exactDuration && second.exactDuration, bytes: first.bytes + second.bytes, playable: false,
        warnings: [...new Set([...first.warnings, ...second.warnings])]
    };
};
