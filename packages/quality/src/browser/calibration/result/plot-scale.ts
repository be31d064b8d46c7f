/** A straight way from values to pixels. */
export interface PlotScale {
    readonly from: number;
    readonly to: number;
    /** Round values within, in order. */
    readonly ticks: readonly number[];
    at(value: number): number;
}

/**
 * A scale that holds all values and ends at round ones.
 * @param size pixels from the first to the last value; `reversed` for an axis that grows upwards.
 * @param count about how many ticks there should be.
 */
export function plotScale(values: readonly number[], size: number, { count = 5, reversed = false, least = 0 }: { readonly count?: number; readonly reversed?: boolean; readonly least?: number } = {}): PlotScale {
    const finite = values.filter(Number.isFinite);
    const [low, high] = finite.length ? [Math.min(...finite), Math.max(...finite)] : [0, 1];
    const lacking = Math.max(0, least - (high - low)) / 2;
    const step = roundStep((high - low + 2 * lacking || 1) / count);
    const from = Math.floor((low - lacking) / step + 1e-9) * step;
    const to = Math.max(from + step, Math.ceil((high + lacking) / step - 1e-9) * step);
    const decimals = Math.max(0, -Math.floor(Math.log10(step)));
    const rounded = (value: number): number => Number(value.toFixed(decimals));
    const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => rounded(from + index * step) + 0);
    const at = (value: number): number => {
        const share = (value - from) / (to - from);
        return size * (reversed ? 1 - share : share);
    };
    return { from: rounded(from) + 0, to: rounded(to) + 0, ticks, at };
}

/** 1, 2 or 5 times a power of ten, not smaller than what is asked for. */
function roundStep(step: number): number {
    const power = 10 ** Math.floor(Math.log10(step));
    return [1, 2, 5, 10].map(each => each * power).find(each => each >= step * 0.999999)!;
}
