import type { Palette } from '@earshot/core/lib/browser/theming';
import type { RecordingMark } from '../../common/player/mark-clusters';
import { rulerTicks } from '../../common/player/ruler';
import { firstEndingAfter, mergeRanges, type TimeRange } from '../../common/player/time-range';
import { endOf, pxAt, type Viewport } from '../../common/player/viewport';
import type { VoiceBand, VoiceKind } from '../../common/player/voice-bands';
import type { StageLayout } from './stage-layout';

/** What is drawn over and above the waveforms, for the part in sight. */
export interface StagePicture {
    readonly viewport: Viewport;
    readonly layout: StageLayout;
    readonly colors: Palette;
    readonly bands: readonly VoiceBand[];
    readonly customerAbove: boolean;
    readonly marks: readonly RecordingMark[];
    readonly openMark: string | undefined;
    readonly selection: TimeRange | undefined;
    /** What is masked, in order; hatched, and lighter where it is heard nonetheless. */
    readonly hidden: readonly TimeRange[];
    readonly unmasked: boolean;
}

/** Sizes a canvas to the screen's own pixels. @returns undefined where nothing can be drawn (no size, no canvas). */
export function preparedContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | undefined {
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== columns || canvas.height !== rows) {
        canvas.width = columns;
        canvas.height = rows;
    }
    const context = columns && rows ? canvas.getContext('2d') : undefined;
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, width, height);
    return context ?? undefined;
}

export function paintStage(canvas: HTMLCanvasElement, picture: StagePicture): void {
    const { viewport, layout } = picture;
    const context = preparedContext(canvas, viewport.widthPx, layout.height);
    if (context) {
        paintRuler(context, picture);
        const { bands, colors, customerAbove } = picture;
        paintBands(context, bands, { colors, customerAbove, top: layout.bands, height: layout.bandHeight }, viewport.startMs, endOf(viewport), ms => pxAt(viewport, ms));
        paintHidden(context, picture);
        paintMarks(context, picture);
        paintSelection(context, picture);
    }
}

function paintRuler(context: CanvasRenderingContext2D, { viewport, layout, colors }: StagePicture): void {
    context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`;
    context.textBaseline = 'middle';
    for (const { ms, label } of rulerTicks(viewport.startMs, endOf(viewport), viewport.pxPerMs)) {
        const x = Math.round(pxAt(viewport, ms)) + 0.5;
        const bottom = layout.ruler + layout.pins;
        context.strokeStyle = label ? colors.lineStrong : colors.line;
        context.beginPath();
        context.moveTo(x, bottom - (label ? 7 : 4));
        context.lineTo(x, bottom);
        context.stroke();
        if (label) {
            const width = context.measureText(label).width;
            context.fillStyle = colors.quiet;
            context.fillText(label, Math.max(0, Math.min(viewport.widthPx - width, x - width / 2)), layout.ruler + 6);
        }
    }
}

/** Where and how the bands of a recording are drawn. */
export interface BandStyle {
    readonly colors: Palette;
    readonly top: number;
    readonly height: number;
    /** Whether the customer's waveform is the upper one: then so are the customer's bands. */
    readonly customerAbove: boolean;
}

/** Told apart by place as well as by colour: agent and customer half the height each, both all of it, silence a hairline, music on hold a thicker one. */
const extentsOf = (customerAbove: boolean): Readonly<Record<VoiceKind, readonly [top: number, height: number]>> => {
    const [agent, customer] = customerAbove ? [0.5, 0] : [0, 0.5];
    return { agent: [agent, 0.5], customer: [customer, 0.5], both: [0, 1], speech: [0.15, 0.7], hold: [0.36, 0.28], silence: [0.46, 0.08] };
};

export function paintBands(context: CanvasRenderingContext2D, bands: readonly VoiceBand[], { colors, top, height, customerAbove }: BandStyle, fromMs: number, toMs: number, toPx: (ms: number) => number): void {
    const extents = extentsOf(customerAbove);
    const color: Readonly<Record<VoiceKind, string>> = { agent: colors.agent, customer: colors.customer, both: colors.both, speech: colors.accent, hold: colors.silence, silence: colors.silence };
    for (let index = firstEndingAfter(bands, fromMs, each => each.toMs); index < bands.length && bands[index]!.fromMs < toMs; index++) {
        const band = bands[index]!;
        const [offset, share] = extents[band.kind];
        const left = toPx(Math.max(fromMs, band.fromMs));
        context.fillStyle = color[band.kind];
        context.fillRect(left, top + offset * height, Math.max(0.5, toPx(Math.min(toMs, band.toMs)) - left), Math.max(1, share * height));
    }
}

const HATCH_PX = 6;

/** Masked parts are hatched over the whole height, bands and waveforms: told by texture, not by colour alone. */
function paintHidden(context: CanvasRenderingContext2D, { viewport, layout, colors, hidden, unmasked }: StagePicture): void {
    const height = layout.scrollBar - layout.bands;
    for (const [from, to] of hidden.filter(([from, to]) => to >= viewport.startMs && from <= endOf(viewport))) {
        const [left, right] = [Math.max(0, pxAt(viewport, from)), Math.min(viewport.widthPx, pxAt(viewport, to))];
        context.save();
        context.beginPath();
        context.rect(left, layout.bands, Math.max(2, right - left), height);
        context.clip();
        context.globalAlpha = unmasked ? 0.15 : 0.75;
        context.fillStyle = colors.sunken;
        context.fillRect(left, layout.bands, Math.max(2, right - left), height);
        context.globalAlpha = unmasked ? 0.5 : 1;
        context.strokeStyle = colors.quiet;
        context.lineWidth = 1;
        context.beginPath();
        for (let x = Math.floor((left - height) / HATCH_PX) * HATCH_PX; x < right; x += HATCH_PX) {
            context.moveTo(x, layout.bands + height);
            context.lineTo(x + height, layout.bands);
        }
        context.stroke();
        context.restore();
    }
}

/** A line where each mark begins; the stretches once, however many marks overlap there, the open one stronger. */
function paintMarks(context: CanvasRenderingContext2D, { viewport, layout, colors, marks, openMark }: StagePicture): void {
    const inSight = marks.filter(each => each.toMs >= viewport.startMs && each.fromMs <= endOf(viewport));
    const rangeOf = ({ fromMs, toMs }: RecordingMark): TimeRange => [fromMs, toMs];
    const paintRanges = (ranges: readonly TimeRange[], alpha: number): void => {
        context.globalAlpha = alpha;
        ranges.forEach(([from, to]) => context.fillRect(pxAt(viewport, from), layout.waves, pxAt(viewport, to) - pxAt(viewport, from), layout.scrollBar - layout.waves));
        context.globalAlpha = 1;
    };
    context.fillStyle = colors.accent;
    paintRanges(mergeRanges(inSight.map(rangeOf)), 0.14);
    paintRanges(inSight.filter(each => each.id === openMark).map(rangeOf), 0.2);
    inSight.forEach(each => context.fillRect(Math.round(pxAt(viewport, each.fromMs)), layout.bands - 3, each.id === openMark ? 2 : 1, layout.scrollBar - layout.bands + 3));
}

function paintSelection(context: CanvasRenderingContext2D, { viewport, layout, colors, selection }: StagePicture): void {
    if (!selection) {
        return;
    }
    const [left, right] = [pxAt(viewport, selection[0]), pxAt(viewport, selection[1])];
    context.fillStyle = colors.focus;
    context.globalAlpha = 0.2;
    context.fillRect(left, layout.bands, right - left, layout.scrollBar - layout.bands);
    context.globalAlpha = 1;
    for (const edge of [left, right - 2]) {
        context.fillRect(Math.round(edge), layout.bands, 2, layout.scrollBar - layout.bands);
    }
}
