import { DecodeOptions, MAX_CHANNELS, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { OPUS_CLOCK, OpusHead, opusPacketSamples } from '../containers/opus-head';
import { interleave } from './interleave';

/**
 * Opus packets to samples by libopus compiled to WebAssembly (`@audio/decode-opus/core`).
 * Decoded at 16 kHz whatever the encoder was given: that holds all of a telephone call, and costs a third of 48 kHz.
 */
export const OPUS_DECODE_RATE = 16000;

const CLOCK_RATIO = OPUS_CLOCK / OPUS_DECODE_RATE;

/** Packets decoded in one go: half a second or so. */
const BATCH = 25;

/** @param frames samples per channel at 48 kHz that belong to the recording; packets hold some more at both ends */
export async function* decodeOpus(head: OpusHead, packets: AsyncIterable<Uint8Array>, frames: number, options: DecodeOptions): AsyncGenerator<PcmBlock> {
    const { createOpusDecoder } = await import('@audio/decode-opus/core');
    const decoder = await createOpusDecoder();
    try {
        const { channels } = head;
        decoder.configure({
            sampleRate: OPUS_DECODE_RATE, channels, streamCount: head.streams, coupledStreamCount: head.coupled,
            channelMappingTable: [...head.mapping], preSkip: 0, outputGain: head.outputGain
        });
        let skip = Math.round(head.preSkip / CLOCK_RATIO);
        let left = Math.round(frames / CLOCK_RATIO);
        let damaged = false;
        for await (const batch of batches(packets)) {
            options.signal?.throwIfAborted();
            const decoded = decoder.decodeFrames(batch);
            damaged ||= decoded.errors.length > 0;
            const from = Math.min(skip, decoded.samplesDecoded);
            const count = Math.min(decoded.samplesDecoded - from, left);
            skip -= from;
            left -= count;
            if (count > 0) {
                yield { samples: interleave(decoded.channelData, channels, count, from), channels, sampleRate: OPUS_DECODE_RATE };
            }
        }
        if (damaged) {
            options.onWarning?.('damaged');
        }
    } finally {
        decoder.free();
    }
}

async function* batches(packets: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
    let batch: Uint8Array[] = [];
    for await (const packet of packets) {
        if (opusPacketSamples(packet) > 0) {
            batch.push(packet);
        }
        if (batch.length >= BATCH) {
            yield batch;
            batch = [];
        }
    }
    if (batch.length > 0) {
        yield batch;
    }
}

/** @throws AudioError when the header describes something that cannot be decoded */
export const checkOpusHead = (head: OpusHead | undefined): OpusHead => {
    if (!head || head.streams < 1 || head.coupled > head.streams || head.mapping.some(stream => stream !== 255 && stream >= head.streams + head.coupled)) {
        throw new AudioError('corrupt', 'The Opus header makes no sense. Export the recording again.');
    }
    if (head.channels > MAX_CHANNELS) {
        throw new AudioError('unsupported-codec', `The recording has ${head.channels} channels; at most ${MAX_CHANNELS} can be read. Export it with fewer channels.`);
    }
    return head;
};
