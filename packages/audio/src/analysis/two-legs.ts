import { PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { Resampler } from './resampler';

/**
 * Joins two recordings of one channel each, the two legs of one call, into one of two channels.
 * The longer one decides the length; a positive offset lets the second begin later, a negative one the first.
 */
export async function* joinLegs(legs: readonly [AsyncIterable<PcmBlock>, AsyncIterable<PcmBlock>], sampleRate: number, offsetMs: number): AsyncGenerator<PcmBlock> {
    const late = Math.round(Math.abs(offsetMs) * sampleRate / 1000);
    const readers = legs.map((leg, index) => new LegReader(leg, sampleRate, (offsetMs > 0) === (index === 1) ? late : 0));
    const samples = new Int16Array(2 * BLOCK_FRAMES);
    try {
        for (; ;) {
            samples.fill(0);
            const first = await readers[0].read(samples, 0);
            const second = await readers[1].read(samples, 1);
            const frames = Math.max(first, second);
            if (frames === 0) {
                return;
            }
            yield { samples: samples.subarray(0, 2 * frames), channels: 2, sampleRate };
        }
    } finally {
        await Promise.all(readers.map(reader => reader.close()));
    }
}

const BLOCK_FRAMES = 16 * 1024;

/** One leg, read in stretches of any length, at the common rate. */
class LegReader {
    private readonly blocks: AsyncIterator<PcmBlock>;
    private resampler: Resampler | undefined;
    private waiting = new Int16Array(0);
    private at = 0;
    private ended = false;
    /** Silence still to come before the leg begins. */
    private silent: number;

    constructor(blocks: AsyncIterable<PcmBlock>, private readonly sampleRate: number, silentFrames: number) {
        this.blocks = blocks[Symbol.asyncIterator]();
        this.silent = silentFrames;
    }

    /** Fills every second sample from `channel` on. @returns how many frames came before the leg ended */
    async read(samples: Int16Array, channel: number): Promise<number> {
        const frames = samples.length / 2;
        let frame = Math.min(this.silent, frames);
        this.silent -= frame;
        while (frame < frames && await this.hasMore()) {
            const count = Math.min(frames - frame, this.waiting.length - this.at);
            for (let i = 0; i < count; i++) {
                samples[2 * (frame + i) + channel] = this.waiting[this.at + i];
            }
            this.at += count;
            frame += count;
        }
        return frame;
    }

    async close(): Promise<void> {
        await this.blocks.return?.();
    }

    private async hasMore(): Promise<boolean> {
        while (this.at >= this.waiting.length && !this.ended) {
            const next = await this.blocks.next();
            this.at = 0;
            if (next.done) {
                this.ended = true;
                this.waiting = new Int16Array(this.resampler?.finish() ?? []);
            } else {
                this.waiting = this.convert(next.value);
            }
        }
        return this.at < this.waiting.length;
    }

    private convert({ samples, channels, sampleRate }: PcmBlock): Int16Array<ArrayBuffer> {
        if (channels !== 1) {
            throw legsNotMono(channels);
        }
        if (sampleRate === this.sampleRate) {
            return new Int16Array(samples);
        }
        this.resampler ??= new Resampler(sampleRate, this.sampleRate);
        return new Int16Array(this.resampler.push(samples));
    }
}

export const legsNotMono = (channels: number): AudioError =>
    new AudioError('legs-not-mono', `Two recordings can be joined only when each has one channel; one of these has ${channels}. Import it on its own.`);
