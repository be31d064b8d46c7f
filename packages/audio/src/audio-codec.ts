import { AudioFile } from './audio-file';
import { AudioCodecName, AudioProbe, AudioWarning } from './audio-probe';

/**
 * A stretch of decoded sound: interleaved signed 16-bit samples, at most {@link MAX_BLOCK_SAMPLES} of them.
 * The array belongs to the decoder and is overwritten by the next block: use it, or copy it, before asking for more.
 */
export interface PcmBlock {
    readonly samples: Int16Array;
    readonly channels: number;
    /** Hz, the same in every block of a recording. */
    readonly sampleRate: number;
}

/** Blocks are kept this small so that memory stays flat whatever the length of the recording. */
export const MAX_BLOCK_SAMPLES = 1 << 20;

/** More channels than this are a broken header, or no telephone call. */
export const MAX_CHANNELS = 8;

/** What to take a file without any signature for. Only headerless data needs this. */
export interface AssumedFormat {
    readonly codec: Extract<AudioCodecName, 'pcm16' | 'alaw' | 'mulaw' | 'gsm' | 'g722'>;
    /** Hz; 8000 by default (G.722 always decodes to 16000). */
    readonly sampleRate?: number;
    /** 1 by default. */
    readonly channels?: number;
}

export interface ProbeOptions {
    readonly assume?: AssumedFormat;
}

export interface DecodeOptions extends ProbeOptions {
    readonly signal?: AbortSignal;
    readonly onWarning?: (warning: AudioWarning) => void;
}

/** Reads one family of files. Extension point: put your own into an {@link AudioCodecRegistry}. */
export interface AudioCodec {
    readonly name: string;

    /**
     * What the file is, judged by its content.
     * @returns undefined when the file does not carry this codec's signature
     * @throws AudioError when it does, but cannot be used
     */
    probe(file: AudioFile, options: ProbeOptions): Promise<AudioProbe | undefined>;

    /** Whether {@link decode} can make sound of a file that was probed as this. */
    canDecode(probe: AudioProbe): boolean;

    /** @throws AudioError when nothing can be decoded; a cut or damaged file gives what it has and a warning. */
    decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncIterable<PcmBlock>;
}
