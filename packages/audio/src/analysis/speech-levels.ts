import { PcmBlock } from '../audio-codec';
import { Biquad, highPass, settled } from './biquad';
import { GrowingFloats } from './growing-array';
import { WindowClock } from './window-clock';

/** Length of the frames whose level is measured. */
export const FRAME_MS = 10;

/** Below this lie mains hum, rumble and much of the noise of cars; of speech only the fundamental. */
const CORNER_HZ = 250;
const BUTTERWORTH = Math.SQRT1_2;

/** Lowest level told apart, about that of µ-law's rounding: digital silence must not look infinitely quieter than comfort noise. */
export const FLOOR_DB = -90;
const FULL_SCALE = 32768;

/** Measures the level of each channel in frames of 10 ms while a recording streams by. */
export class SpeechLevels {
    private readonly channels: readonly ChannelLevels[];
    private readonly clock: WindowClock;

    constructor(channels: number, sampleRate: number) {
        const filter = highPass(sampleRate, CORNER_HZ, BUTTERWORTH);
        this.channels = Array.from({ length: channels }, () => new ChannelLevels(filter));
        this.clock = new WindowClock(sampleRate, FRAME_MS);
    }

    push({ samples }: PcmBlock): void {
        const { channels, clock } = this;
        const frames = samples.length / channels.length;
        for (let from = 0; from < frames;) {
            const to = Math.min(frames, from + clock.missing);
            channels.forEach((levels, channel) => levels.take(samples, from * channels.length + channel, to * channels.length, channels.length));
            if (clock.advance(to - from)) {
                channels.forEach(levels => levels.finishFrame());
            }
            from = to;
        }
    }

    /** Levels in dB relative to full scale, one per frame; an unfinished frame at the end is left out. */
    finish(): readonly Float32Array[] {
        return this.channels.map(levels => levels.decibels.view().slice());
    }
}

class ChannelLevels {
    readonly decibels = new GrowingFloats();
    private energy = 0;
    private count = 0;
    private x1 = 0;
    private x2 = 0;
    private y1 = 0;
    private y2 = 0;

    constructor(private readonly filter: Biquad) { }

    take(samples: Int16Array, from: number, to: number, step: number): void {
        const { b0, a1, a2 } = this.filter;
        let { x1, x2, y1, y2, energy } = this;
        for (let i = from; i < to; i += step) {
            const x = samples[i];
            const y = b0 * (x - x1 - x1 + x2) - a2 * y2 - a1 * y1;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            energy += y * y;
        }
        this.x1 = x1;
        this.x2 = x2;
        this.y1 = settled(y1);
        this.y2 = settled(y2);
        this.energy = energy;
        this.count += Math.ceil((to - from) / step);
    }

    finishFrame(): void {
        this.decibels.push(Math.max(FLOOR_DB, 10 * Math.log10(this.energy / this.count / FULL_SCALE ** 2)));
        this.energy = 0;
        this.count = 0;
    }
}
