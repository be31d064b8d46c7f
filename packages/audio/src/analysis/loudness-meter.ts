import { PcmBlock } from '../audio-codec';
import { Biquad, kWeighting, settled } from './biquad';
import { GrowingFloats } from './growing-array';
import { WindowClock } from './window-clock';

/** Blocks of 400 ms overlap by three quarters: four hops of 100 ms. */
const HOP_MS = 100;
const HOPS_PER_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
const FULL_SCALE = 32768;

/** Measures loudness while a recording streams by: ITU-R BS.1770-5 and EBU R 128, channel by channel. */
export class LoudnessMeter {
    private readonly channels: readonly ChannelMeter[];
    private readonly clock: WindowClock;

    constructor(channels: number, sampleRate: number) {
        const weighting = kWeighting(sampleRate);
        this.channels = Array.from({ length: channels }, () => new ChannelMeter(weighting));
        this.clock = new WindowClock(sampleRate, HOP_MS);
    }

    push({ samples }: PcmBlock): void {
        const { channels, clock } = this;
        const frames = samples.length / channels.length;
        for (let from = 0; from < frames;) {
            const to = Math.min(frames, from + clock.missing);
            channels.forEach((meter, channel) => meter.take(samples, from * channels.length + channel, to * channels.length, channels.length));
            if (clock.advance(to - from)) {
                channels.forEach(meter => meter.finishHop());
            }
            from = to;
        }
    }

    /** Integrated loudness of each channel in LUFS, the channel taken for a programme of its own; null where all of it is (nearly) silent. */
    finish(): readonly (number | null)[] {
        return this.channels.map(meter => integrated(meter.hops.view()));
    }
}

class ChannelMeter {
    /** Mean square of each finished hop, full scale 1. */
    readonly hops = new GrowingFloats();
    private energy = 0;
    private count = 0;
    /** The last two values before, between and behind the filters (direct form I: the shortest chain of dependent operations). */
    private x1 = 0;
    private x2 = 0;
    private y1 = 0;
    private y2 = 0;
    private z1 = 0;
    private z2 = 0;

    constructor(private readonly weighting: readonly [Biquad, Biquad]) { }

    take(samples: Int16Array, from: number, to: number, step: number): void {
        const [shelf, rumble] = this.weighting;
        const { b0, b1, b2, a1, a2 } = shelf;
        const { a1: c1, a2: c2 } = rumble;
        let { x1, x2, y1, y2, z1, z2, energy } = this;
        for (let i = from; i < to; i += step) {
            const x = samples[i];
            const y = b0 * x + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
            const z = y - y1 - y1 + y2 - c2 * z2 - c1 * z1;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
            energy += z * z;
        }
        this.x1 = x1;
        this.x2 = x2;
        this.y1 = settled(y1);
        this.y2 = settled(y2);
        this.z1 = settled(z1);
        this.z2 = settled(z2);
        this.energy = energy;
        this.count += Math.ceil((to - from) / step);
    }

    finishHop(): void {
        this.hops.push(this.energy / this.count / FULL_SCALE ** 2);
        this.energy = 0;
        this.count = 0;
    }
}

/** Mean over the blocks above both gates: BS.1770-5, annex 1, equations 2 to 7. */
export const integrated = (hops: Float32Array): number | null => {
    const blocks: number[] = [];
    for (let i = 0; i + HOPS_PER_BLOCK <= hops.length; i++) {
        blocks.push((hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / HOPS_PER_BLOCK);
    }
    const audible = blocks.filter(energy => lufs(energy) > ABSOLUTE_GATE_LUFS);
    if (audible.length === 0) {
        return null;
    }
    const gate = lufs(mean(audible)) + RELATIVE_GATE_LU;
    return round(lufs(mean(audible.filter(energy => lufs(energy) > gate))));
};

const lufs = (energy: number): number => -0.691 + 10 * Math.log10(energy);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const round = (value: number): number => Math.round(value * 100) / 100;
