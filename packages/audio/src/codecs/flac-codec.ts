import { AudioCodec, DecodeOptions, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { ByteWindow } from '../containers/byte-window';
import { crc16, FlacFrameHeader, FlacStreamInfo, isFlac, MAX_FRAME_HEADER_BYTES, readFlacFrameHeader, readStreamInfo } from '../containers/flac-header';
import { checkFigures } from '../containers/wave-format';
import { BitReader, BitsExhausted } from './bit-reader';
import { decodeSubframes, FlacDamage } from './flac-frame';

/**
 * FLAC, decoded here: frame by frame with its check sum, so that memory stays flat and a damaged frame costs only itself.
 */
export class FlacCodec implements AudioCodec {
    readonly name = 'flac';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (!isFlac(file.head)) {
            return undefined;
        }
        const info = streamInfo(file);
        const { channels, sampleRate } = info;
        const found = await lastFrameEnd(file, info);
        const frames = found || info.frames;
        const warnings: AudioWarning[] = frames < info.frames ? ['truncated'] : [];
        return {
            container: 'flac', codec: 'flac', channels, sampleRate, frames, durationMs: durationOf(frames, sampleRate), exactDuration: found > 0,
            bytes: file.size, playable: playsInBrowsers('flac', 'flac', channels, frames === info.frames), warnings
        };
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'flac';
    }

    async *decode(file: AudioFile, _probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const info = streamInfo(file);
        const { channels, sampleRate } = info;
        const window = new ByteWindow(file, await firstFrameAt(file));
        const reader = new BitReader(window.bytes);
        const planes = Array.from({ length: channels }, () => new Int32Array(MAX_BLOCK_FRAMES));
        const room = new Int16Array(MAX_BLOCK_FRAMES * channels);
        let end = 0;
        let damaged = false;
        while (await window.need(MAX_FRAME_HEADER_BYTES) || window.available > 0) {
            options.signal?.throwIfAborted();
            const header = readFlacFrameHeader(window.bytes.subarray(0, window.end), window.at);
            if (!header || !belongs(header, info)) {
                window.skip(1);
                continue;
            }
            const bits = header.bits || info.bits;
            await window.need(longestFrame(header, bits));
            const frameBytes = decodeFrame(window, reader, header, bits, planes);
            if (frameBytes === 0) {
                window.skip(1);
                continue;
            }
            window.skip(frameBytes);
            const start = header.firstFrame(info.maxBlockFrames);
            damaged ||= start > end;
            for (let missing = Math.min(start - end, LONGEST_GAP_SECONDS * sampleRate); missing > 0; missing -= MAX_BLOCK_FRAMES) {
                yield { samples: room.fill(0).subarray(0, Math.min(missing, MAX_BLOCK_FRAMES) * channels), channels, sampleRate };
            }
            end = start + header.blockFrames;
            yield { samples: toSamples(planes, header.blockFrames, bits, room), channels, sampleRate };
        }
        if (damaged) {
            options.onWarning?.('damaged');
        }
        if (end < info.frames) {
            options.onWarning?.('truncated');
        }
    }
}

/** A frame has no more samples per channel. */
const MAX_BLOCK_FRAMES = 65536;
/** Lost frames are replaced by silence, so that what follows stays at its place; a longer gap is a stream cut out of another. */
const LONGEST_GAP_SECONDS = 10;

const streamInfo = (file: AudioFile): FlacStreamInfo => {
    const info = readStreamInfo(file.head);
    if (!info) {
        throw new AudioError('truncated', 'The FLAC file ends in its header. It was cut: export or copy it again.');
    }
    checkFigures(info.channels, info.sampleRate);
    if (info.bits > 24) {
        throw new AudioError('unsupported-codec', `The FLAC file has ${info.bits} bits per sample; at most 24 can be read. Export it with 16.`);
    }
    return info;
};

/** Behind all metadata blocks: section 8.1. */
const firstFrameAt = async (file: AudioFile): Promise<number> => {
    for (let at = 4; at + 4 <= file.size;) {
        const header = await file.readAt(at, 4);
        at += 4 + (header[1] << 16 | header[2] << 8 | header[3]);
        if (header[0] & 0x80) {
            return at;
        }
    }
    throw new AudioError('truncated', 'The FLAC file ends before its sound begins. It was cut: export or copy it again.');
};

const belongs = (header: FlacFrameHeader, info: FlacStreamInfo): boolean =>
    header.channels === info.channels && (header.sampleRate === 0 || header.sampleRate === info.sampleRate)
    && (header.bits === 0 || header.bits === info.bits) && header.blockFrames <= Math.max(info.maxBlockFrames, 16);

/** Nothing that an encoder writes is longer than plain samples; twice that leaves room for odd ones. */
const longestFrame = (header: FlacFrameHeader, bits: number): number =>
    Math.ceil(header.blockFrames * header.channels * (bits + 1) / 4) + 64 * header.channels + MAX_FRAME_HEADER_BYTES;

/** @returns the length of the frame, 0 when it is damaged */
const decodeFrame = (window: ByteWindow, reader: BitReader, header: FlacFrameHeader, bits: number, planes: readonly Int32Array[]): number => {
    const { bytes, at, end } = window;
    reader.reset(bytes, at + header.bytes);
    try {
        decodeSubframes(reader, header, bits, planes, (end - 2) * 8);
    } catch (error) {
        if (error instanceof FlacDamage || error instanceof BitsExhausted) {
            return 0;
        }
        throw error;
    }
    const frameEnd = (reader.position + 7 >>> 3) + 2;
    return frameEnd <= end && crc16(bytes, at, frameEnd) === 0 ? frameEnd - at : 0;
};

const toSamples = (planes: readonly Int32Array[], frames: number, bits: number, room: Int16Array): Int16Array => {
    const channels = planes.length;
    const up = Math.max(0, 16 - bits);
    const down = Math.max(0, bits - 16);
    for (let channel = 0; channel < channels; channel++) {
        const plane = planes[channel];
        for (let i = 0, at = channel; i < frames; i++, at += channels) {
            room[at] = plane[i] << up >> down;
        }
    }
    return room.subarray(0, frames * channels);
};

/** Bytes at the end of the file in which the last frame must begin. */
const TAIL_BYTES = 256 * 1024;

/** Where the last frame ends, whatever the header says or leaves open (streamed, cut, or a lie); 0 when no frame is found. */
const lastFrameEnd = async (file: AudioFile, info: FlacStreamInfo): Promise<number> => {
    const tail = await file.readAt(Math.max(0, file.size - TAIL_BYTES), TAIL_BYTES);
    for (let at = tail.length - 6; at >= 0; at--) {
        const header = readFlacFrameHeader(tail, at);
        if (header && belongs(header, info)) {
            return header.firstFrame(info.maxBlockFrames) + header.blockFrames;
        }
    }
    return 0;
};
