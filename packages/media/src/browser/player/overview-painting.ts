import type { Palette } from '@earshot/core/lib/browser/theming';
import type { RecordingMark } from '../../common/player/mark-clusters';
import type { TimeRange } from '../../common/player/time-range';
import { endOf, isFit, type Viewport } from '../../common/player/viewport';
import type { VoiceBand } from '../../common/player/voice-bands';
import { type BandStyle, paintBands, preparedContext } from './stage-painting';

export const overviewHeight = 20;
const BANDS = { top: 3, height: 9 };
const HEARD = { top: 15, height: 3 };

/** Who speaks when in the whole call: thousands of bands that hardly ever change. */
export function paintBackdrop(canvas: HTMLCanvasElement, bands: readonly VoiceBand[], style: Pick<BandStyle, 'colors' | 'customerAbove'>, width: number, durationMs: number): void {
    const context = preparedContext(canvas, width, overviewHeight);
    if (context) {
        context.globalAlpha = 0.85;
        paintBands(context, bands, { ...style, ...BANDS }, 0, durationMs, ms => ms * width / durationMs);
        context.globalAlpha = 1;
    }
}

export interface OverviewPicture {
    readonly viewport: Viewport;
    readonly heard: readonly TimeRange[];
    readonly marks: readonly RecordingMark[];
    readonly selection: TimeRange | undefined;
    readonly colors: Palette;
    readonly width: number;
}

/** What was listened to, where marks are, what is selected, and a frame around what is in sight above. */
export function paintOverview(canvas: HTMLCanvasElement, { viewport, heard, marks, selection, colors, width }: OverviewPicture): void {
    const context = preparedContext(canvas, width, overviewHeight);
    if (!context) {
        return;
    }
    const px = (ms: number): number => ms * width / viewport.durationMs;
    context.fillStyle = colors.lineStrong;
    context.fillRect(0, HEARD.top + 1, width, 1);
    context.fillStyle = colors.accent;
    heard.forEach(([from, to]) => context.fillRect(px(from), HEARD.top, Math.max(1, px(to) - px(from)), HEARD.height));
    context.fillStyle = colors.ink;
    marks.forEach(each => context.fillRect(Math.round(px(each.fromMs)), 0, 1, BANDS.top));
    if (selection) {
        context.fillStyle = colors.focus;
        context.fillRect(px(selection[0]), 0, Math.max(2, px(selection[1] - selection[0])), 2);
    }
    if (!isFit(viewport)) {
        const left = px(viewport.startMs);
        context.strokeStyle = colors.ink;
        context.lineWidth = 1.5;
        context.strokeRect(left + 0.75, 0.75, Math.max(3, px(endOf(viewport)) - left - 1.5), overviewHeight - 1.5);
    }
}
