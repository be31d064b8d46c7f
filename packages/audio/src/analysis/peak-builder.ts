import { PcmBlock } from '../audio-codec';
import { durationOf } from '../audio-probe';
import { buildPyramid, compandPeak, PEAK_WINDOW_MS, PeakPyramid } from '../peaks-format';
import { GrowingBytes } from './growing-array';
import { WindowClock } from './window-clock';

/** G.711 cannot express more than 32,124 (µ-law) and 32,256 (A-law): what reaches this is at a limit, whatever the codec was. */
const CLIPPED = 32000;

/** Gathers the waveform while a recording streams by: for every 20 ms and channel the largest magnitude. */
export class PeakBuilder {
    private readonly peaks: readonly GrowingBytes[];
    /** Largest magnitude in the unfinished window and in all of the recording, and samples at the limit, by channel. */
    private readonly largest: Int32Array;
    private readonly extremes: Int32Array;
    private readonly clipped: Float64Array;
    private readonly clock: WindowClock;
    private frames = 0;

    constructor(private readonly channels: number, private readonly sampleRate: number) {
        this.peaks = Array.from({ length: channels }, () => new GrowingBytes());
        this.largest = new Int32Array(channels);
        this.extremes = new Int32Array(channels);
        this.clipped = new Float64Array(channels);
        this.clock = new WindowClock(sampleRate, PEAK_WINDOW_MS);
    }

    push({ samples }: PcmBlock): void {
        const { channels, clock } = this;
        const frames = samples.length / channels;
        for (let from = 0; from < frames;) {
            const to = Math.min(frames, from + clock.missing);
            for (let channel = 0; channel < channels; channel++) {
                const first = from * channels + channel;
                const largest = largestMagnitude(samples, first, to * channels, channels);
                if (largest > this.largest[channel]) {
                    this.largest[channel] = largest;
                }
                if (largest >= CLIPPED) {
                    this.clipped[channel] += countClipped(samples, first, to * channels, channels);
                }
            }
            if (clock.advance(to - from)) {
                this.finishWindow();
            }
            from = to;
        }
        this.frames += frames;
    }

    finish(): PeakPyramid {
        if (this.clock.started > 0 || this.frames === 0) {
            this.finishWindow();
        }
        const finest = { windowMs: PEAK_WINDOW_MS, channels: this.peaks.map(bytes => bytes.view().slice()) };
        return buildPyramid(finest, durationOf(this.frames, this.sampleRate));
    }

    /** Largest sample of each channel in dB relative to full scale, null where there is none but zero. */
    peakDbfs(): readonly (number | null)[] {
        return Array.from(this.extremes, largest => largest === 0 ? null : Math.round(2000 * Math.log10(largest / 32768)) / 100 + 0);
    }

    /** Share of the samples of each channel that stand at the limit of the scale, 0…1. */
    clippedShare(): readonly number[] {
        return Array.from(this.clipped, count => this.frames === 0 ? 0 : count / this.frames);
    }

    private finishWindow(): void {
        for (let channel = 0; channel < this.channels; channel++) {
            this.peaks[channel].push(compandPeak(this.largest[channel]));
            this.extremes[channel] = Math.max(this.extremes[channel], this.largest[channel]);
            this.largest[channel] = 0;
        }
    }
}

const largestMagnitude = (samples: Int16Array, from: number, to: number, step: number): number => {
    let largest = 0;
    for (let i = from; i < to; i += step) {
        const sample = samples[i];
        const magnitude = sample ^ sample >> 31;        // one's complement: one less than the magnitude below zero, and no branch
        if (magnitude > largest) {
            largest = magnitude;
        }
    }
    return largest;
};

const countClipped = (samples: Int16Array, from: number, to: number, step: number): number => {
    let count = 0;
    for (let i = from; i < to; i += step) {
        if (samples[i] >= CLIPPED || samples[i] <= -CLIPPED) {
            count++;
        }
    }
    return count;
};
