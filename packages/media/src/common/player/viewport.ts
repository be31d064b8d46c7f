/** The part of a recording that is in sight. */
export interface Viewport {
    readonly durationMs: number;
    readonly widthPx: number;
    /** Left edge, milliseconds. */
    readonly startMs: number;
    /** Scale: pixels per millisecond. */
    readonly pxPerMs: number;
}

/** Half a pixel per millisecond: a syllable is as wide as a hand, and the finest peaks are ten pixels each. */
const CLOSEST = 0.5;
/** Where the playhead lands when the view follows it to a new page, as a share of the width. */
const FOLLOW_MARGIN = 0.08;

export const spanOf = ({ widthPx, pxPerMs }: Viewport): number => widthPx / pxPerMs;
export const endOf = (viewport: Viewport): number => Math.min(viewport.durationMs, viewport.startMs + spanOf(viewport));
export const pxAt = ({ startMs, pxPerMs }: Viewport, ms: number): number => (ms - startMs) * pxPerMs;
/** The moment below a pixel, kept within the recording. */
export const msAt = ({ startMs, pxPerMs, durationMs }: Viewport, px: number): number => Math.min(durationMs, Math.max(0, startMs + px / pxPerMs));

const fitScale = (durationMs: number, widthPx: number): number => Math.max(1, widthPx) / Math.max(1, durationMs);
export const isFit = ({ durationMs, widthPx, pxPerMs }: Viewport): boolean => pxPerMs <= fitScale(durationMs, widthPx) * 1.000001;

/** The whole recording. */
export const fitAll = (durationMs: number, widthPx: number): Viewport => ({ durationMs, widthPx: Math.max(1, widthPx), startMs: 0, pxPerMs: fitScale(durationMs, widthPx) });

const within = (viewport: Viewport): Viewport =>
    ({ ...viewport, startMs: Math.max(0, Math.min(viewport.startMs, viewport.durationMs - spanOf(viewport))) });

/** Closer by `factor` (or further away below 1); the moment at `anchorPx` stays where it is. */
export function zoomBy(viewport: Viewport, factor: number, anchorPx: number): Viewport {
    const fit = fitScale(viewport.durationMs, viewport.widthPx);
    const pxPerMs = Math.max(fit, Math.min(Math.max(fit, CLOSEST), viewport.pxPerMs * factor));
    return within({ ...viewport, pxPerMs, startMs: viewport.startMs + anchorPx / viewport.pxPerMs - anchorPx / pxPerMs });
}

export const panBy = (viewport: Viewport, px: number): Viewport => within({ ...viewport, startMs: viewport.startMs + px / viewport.pxPerMs });
export const startAt = (viewport: Viewport, startMs: number): Viewport => within({ ...viewport, startMs });

/** A range with a little around it; all of the recording if the range is empty. */
export function fitRange(viewport: Viewport, [fromMs, toMs]: readonly [number, number]): Viewport {
    const { durationMs, widthPx } = viewport;
    if (toMs <= fromMs) {
        return fitAll(durationMs, widthPx);
    }
    const margin = (toMs - fromMs) * 0.1;
    const scaled = zoomBy({ ...viewport, startMs: 0, pxPerMs: fitScale(toMs - fromMs + 2 * margin, widthPx) }, 1, 0);
    return within({ ...scaled, startMs: (fromMs + toMs - spanOf(scaled)) / 2 });
}

/** Turns the page when a moment is out of sight; the same object if it is in sight. */
export function bringIntoView(viewport: Viewport, ms: number): Viewport {
    const px = pxAt(viewport, ms);
    return px >= 0 && px <= viewport.widthPx ? viewport : within({ ...viewport, startMs: ms - spanOf(viewport) * FOLLOW_MARGIN });
}

/** After the window changed its width: what showed everything still does, else scale and left edge stay. */
export const resizeTo = (viewport: Viewport, widthPx: number): Viewport =>
    isFit(viewport) ? fitAll(viewport.durationMs, widthPx) : zoomBy({ ...viewport, widthPx: Math.max(1, widthPx) }, 1, 0);
