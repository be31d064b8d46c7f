import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioCodecName, AudioProbe, durationOf } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { u32be } from '../containers/byte-order';
import { EBML } from '../containers/ebml';
import { OPUS_CLOCK, opusPacketSamples, readOpusHead } from '../containers/opus-head';
import { WebmReader } from '../containers/webm';
import { checkOpusHead, decodeOpus } from './opus-decoding';

const CODECS: Readonly<Record<string, AudioCodecName>> = {
    'A_OPUS': 'opus', 'A_VORBIS': 'vorbis', 'A_AAC': 'aac', 'A_FLAC': 'flac', 'A_MPEG/L3': 'mp3', 'A_PCM/INT/LIT': 'pcm16'
};

/** Opus in WebM or Matroska, with or without a picture beside it. Other sound in there is recognised, and left to ffmpeg. */
export class WebmCodec implements AudioCodec {
    readonly name = 'webm';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (u32be(file.head, 0) !== EBML.header) {
            return undefined;
        }
        const reader = new WebmReader(file);
        let samples = 0;
        let discard = 0;
        for await (const packet of reader.packets()) {
            samples += opusPacketSamples(packet.bytes);
            discard = packet.discard;
        }
        const { track, docType, warnings } = reader;
        if (!track) {
            throw new AudioError('not-audio', 'This video file has no sound in it, or was cut within its header. Choose an audio file.');
        }
        const container = docType === 'webm' ? 'webm' : 'matroska';
        const codec = CODECS[track.codecId] ?? 'other';
        const common = { container, codec, bytes: file.size, warnings: [...warnings] } as const;
        if (codec !== 'opus') {
            return { ...common, channels: track.channels, sampleRate: track.sampleRate, frames: 0, durationMs: 0, exactDuration: false, playable: false };
        }
        const { channels, preSkip } = checkOpusHead(readOpusHead(track.codecPrivate));
        const frames = Math.max(0, samples - preSkip - Math.round(discard * OPUS_CLOCK / 1e9));
        if (frames === 0) {
            throw new AudioError('empty-file', 'The recording has a header but no sound in it. Export it again.');
        }
        return {
            ...common, channels, sampleRate: OPUS_CLOCK, frames, durationMs: durationOf(frames, OPUS_CLOCK), exactDuration: true,
            playable: playsInBrowsers(container, codec, channels, reader.hasDuration && reader.hasCues)
        };
    }

    canDecode(probe: AudioProbe): boolean {
        return (probe.container === 'webm' || probe.container === 'matroska') && probe.codec === 'opus';
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const reader = new WebmReader(file);
        const packets = reader.packets();
        const first = await packets.next();
        const head = readOpusHead(reader.track?.codecPrivate ?? new Uint8Array(0));
        if (!first.done) {
            const all = async function* (): AsyncGenerator<Uint8Array> {
                yield first.value.bytes;
                for await (const { bytes } of packets) {
                    yield bytes;
                }
            };
            yield* decodeOpus(checkOpusHead(head), all(), probe.frames, options);
        }
    }
}
