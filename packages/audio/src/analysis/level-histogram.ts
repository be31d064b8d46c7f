import { FLOOR_DB } from './speech-levels';

/** Half a decibel: finer than any decision made from it. */
const BINS_PER_DB = 2;
const BINS = -FLOOR_DB * BINS_PER_DB + 1;

/** Counts levels, so that quantiles of a sliding window cost no sorting. */
export class LevelHistogram {
    private readonly counts = new Int32Array(BINS);
    /** Levels counted. */
    total = 0;

    add(levels: Float32Array, from: number, to: number): void {
        this.change(levels, from, to, 1);
    }

    remove(levels: Float32Array, from: number, to: number): void {
        this.change(levels, from, to, -1);
    }

    /** The level (dB) below which the share lies, to half a decibel; the floor when there are no levels. */
    quantile(share: number): number {
        const wanted = this.total * share;
        let seen = 0;
        for (let bin = 0; bin < BINS; bin++) {
            seen += this.counts[bin];
            if (seen > wanted) {
                return FLOOR_DB + bin / BINS_PER_DB;
            }
        }
        return FLOOR_DB;
    }

    /** The share of levels below one of them, 0…1. */
    shareBelow(level: number): number {
        const bins = Math.ceil((level - FLOOR_DB) * BINS_PER_DB);
        const below = this.counts.subarray(0, bins).reduce((sum, count) => sum + count, 0);
        return this.total === 0 ? 0 : below / this.total;
    }

    private change(levels: Float32Array, from: number, to: number, by: number): void {
        for (let i = from; i < to; i++) {
            this.counts[Math.min(BINS - 1, Math.round((levels[i] - FLOOR_DB) * BINS_PER_DB))] += by;
        }
        this.total += by * Math.max(0, to - from);
    }
}

/** One quantile of a whole array of levels. */
export const levelQuantile = (levels: Float32Array, share: number, from = 0, to = levels.length): number => {
    const histogram = new LevelHistogram();
    histogram.add(levels, from, to);
    return histogram.quantile(share);
};
