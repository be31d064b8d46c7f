import { AudioProbe } from '../audio-probe';

/** A rendition is a WAV file that browsers play and seek exactly, and that can be masked while it is served. */
export interface RenditionFormat {
    readonly codec: 'mulaw' | 'pcm16';
    readonly sampleRate: number;
    readonly channels: number;
}

/** Speech has nothing above 8 kHz that an evaluator needs: higher rates are brought down to this. */
const HIGHEST_RATE = 16000;
/** Up to here µ-law loses nothing that the telephone had not lost before. */
const NARROWBAND_RATE = 8000;

/** Whether browsers cannot play the recording as it is, or would seek to the wrong place. */
export const needsRendition = (probe: Pick<AudioProbe, 'playable'>): boolean => !probe.playable;

/** µ-law for narrowband (58 MB per hour of two channels), PCM16 for wideband; more than two channels are mixed into one. */
export const renditionFormat = (channels: number, sampleRate: number): RenditionFormat => ({
    codec: sampleRate <= NARROWBAND_RATE ? 'mulaw' : 'pcm16',
    sampleRate: Math.min(sampleRate, HIGHEST_RATE),
    channels: channels > 2 ? 1 : channels
});
