import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioCodecName, AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { u32le, spells } from '../containers/byte-order';
import { isOgg, oggPackets } from '../containers/ogg';
import { OPUS_CLOCK, OpusHead, opusPacketSamples, readOpusHead } from '../containers/opus-head';
import { checkOpusHead, decodeOpus } from './opus-decoding';

/** Opus in Ogg (RFC 7845). Vorbis, Speex and FLAC in Ogg are recognised, and left to ffmpeg. */
export class OggCodec implements AudioCodec {
    readonly name = 'ogg';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (!isOgg(file.head)) {
            return undefined;
        }
        for await (const { bytes, begins } of oggPackets(file)) {
            if (!begins) {
                break;
            }
            if (spells(bytes, 0, 'OpusHead')) {
                return probeOpus(file, checkOpusHead(readOpusHead(bytes)));
            }
            const other = otherCodec(bytes);
            if (other) {
                return { container: 'ogg', ...other, frames: 0, durationMs: 0, exactDuration: false, bytes: file.size, playable: false, warnings: [] };
            }
        }
        throw new AudioError('not-audio', 'This Ogg file has no sound in it, or was cut within its header. Choose an audio file.');
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'ogg' && probe.codec === 'opus';
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const stream = new OpusStream(file);
        const packets = stream.packets();
        const first = await packets.next();
        if (!first.done && stream.head) {
            yield* decodeOpus(stream.head, following(first.value, packets), probe.frames, options);
        }
    }
}

async function* following(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield first;
    yield* rest;
}

/** The first stream of Opus in a file: its header, its packets, and how long it turned out to be. */
class OpusStream {
    head: OpusHead | undefined;
    /** Samples at 48 kHz that belong to the recording, after all packets have been seen. */
    frames = 0;
    readonly warnings = new Set<AudioWarning>();

    constructor(private readonly file: AudioFile) { }

    async *packets(): AsyncGenerator<Uint8Array> {
        let serial: number | undefined;
        let start: number | undefined;
        let coded = 0;
        let number = 0;
        for await (const packet of oggPackets(this.file, warning => this.warnings.add(warning))) {
            if (packet.begins && serial === undefined && spells(packet.bytes, 0, 'OpusHead')) {
                serial = packet.serial;
                this.head = checkOpusHead(readOpusHead(packet.bytes));
            }
            if (packet.serial !== serial || !this.head || number++ < 2) {       // the header, and a packet of tags
                continue;
            }
            coded += opusPacketSamples(packet.bytes);
            const position = packet.granule ?? -1;
            if (position >= 0) {
                start ??= Math.max(0, position - coded);                        // above 0 in a recording cut out of a longer stream
            }
            const end = position >= 0 && start !== undefined ? Math.min(position - start, coded) : coded;
            this.frames = Math.max(0, end - this.head.preSkip);
            yield packet.bytes;
        }
    }
}

const probeOpus = async (file: AudioFile, head: OpusHead): Promise<AudioProbe> => {
    const stream = new OpusStream(file);
    for await (const packet of stream.packets()) {
        void packet;
    }
    const { frames, warnings } = stream;
    if (frames === 0) {
        throw new AudioError('empty-file', 'The recording has a header but no sound in it. Export it again.');
    }
    return {
        container: 'ogg', codec: 'opus', channels: head.channels, sampleRate: OPUS_CLOCK, frames, durationMs: durationOf(frames, OPUS_CLOCK),
        exactDuration: true, bytes: file.size, playable: playsInBrowsers('ogg', 'opus', head.channels, true), warnings: [...warnings]
    };
};

/** Codecs that Ogg carries beside Opus, from their first packet. */
const otherCodec = (bytes: Uint8Array): { codec: AudioCodecName; channels: number; sampleRate: number } | undefined => {
    if (spells(bytes, 1, 'vorbis')) {
        return { codec: 'vorbis', channels: bytes[11], sampleRate: u32le(bytes, 12) };
    }
    if (spells(bytes, 0, 'Speex   ')) {
        return { codec: 'speex', channels: u32le(bytes, 48), sampleRate: u32le(bytes, 36) };
    }
    return spells(bytes, 1, 'FLAC') ? { codec: 'other', channels: 2, sampleRate: 44100 } : undefined;
};
