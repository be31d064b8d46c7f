/** How the bytes of a recording are packed. `raw` has no header at all: the caller said what it is, or GSM's frame marks gave it away. */
export type AudioContainer =
    | 'wav' | 'raw' | 'mp3' | 'flac' | 'ogg' | 'webm' | 'amr'
    | 'mp4' | 'matroska' | 'aiff' | 'au' | 'caf' | 'asf' | 'adts' | 'flv';

/** How the sound is coded. `other` is a codec this package has no name for. */
export type AudioCodecName =
    | 'pcm8' | 'pcm16' | 'pcm24' | 'pcm32' | 'float32' | 'float64' | 'alaw' | 'mulaw'
    | 'gsm' | 'g722' | 'mp3' | 'mp2' | 'mp1' | 'flac' | 'opus' | 'amr-nb' | 'amr-wb'
    | 'aac' | 'alac' | 'vorbis' | 'speex' | 'wma' | 'g729' | 'g726' | 'g723.1' | 'ima-adpcm' | 'ms-adpcm' | 'other';

/**
 * What still deserves a word although the recording could be read:
 * `truncated`, the file ends before its header says it should;
 * `damaged`, parts in the middle could not be decoded and were left out.
 */
export type AudioWarning = 'truncated' | 'damaged';

/** What a recording is, found in its content and never in its name. */
export interface AudioProbe {
    readonly container: AudioContainer;
    readonly codec: AudioCodecName;
    readonly channels: number;
    /** Hz */
    readonly sampleRate: number;
    /** Samples per channel at {@link sampleRate}. */
    readonly frames: number;
    /** Whole milliseconds. */
    readonly durationMs: number;
    /** Whether the duration was counted in samples or frames, and not taken from a bit rate or an unchecked header. */
    readonly exactDuration: boolean;
    /** Size of the file. */
    readonly bytes: number;
    /** Whether today's browsers play this and seek in it to the right place; see `browser-playback.ts`. */
    readonly playable: boolean;
    readonly warnings: readonly AudioWarning[];
}

/** The duration in whole milliseconds of `frames` samples per channel. */
export const durationOf = (frames: number, sampleRate: number): number => Math.round(frames * 1000 / sampleRate);
