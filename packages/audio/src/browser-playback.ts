import { AudioCodecName, AudioContainer } from './audio-probe';

/**
 * What browsers play and seek correctly when the file is served by byte ranges, found by trying
 * Chromium 156 and Firefox ESR 153 (their own `canPlayType` says no to µ-law, which plays, and yes to
 * variable-rate MP3 without an index, which they seek wrongly by up to 15 s).
 * A pair that is missing here has not been seen to work and gets a rendition.
 */
const PLAYED: Readonly<Partial<Record<AudioContainer, readonly AudioCodecName[]>>> = {
    wav: ['pcm16', 'alaw', 'mulaw'],
    flac: ['flac'],
    ogg: ['opus'],
    webm: ['opus'],
    mp4: ['aac'],
    mp3: ['mp3']
};

/** More channels than this are mixed or refused by players. */
const PLAYED_CHANNELS = 2;

/**
 * Whether a browser can play it and seek in it.
 * @param seekable false when this very file lacks what seeking needs: right sizes in a WAV header, an index in
 * WebM, an index or a constant bit rate in MP3
 */
export const playsInBrowsers = (container: AudioContainer, codec: AudioCodecName, channels: number, seekable: boolean): boolean =>
    seekable && channels <= PLAYED_CHANNELS && (PLAYED[container]?.includes(codec) ?? false);
