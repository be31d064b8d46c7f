import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useStore } from '@earshot/core/lib/browser/application';
import { useColors } from '@earshot/core/lib/browser/theming';
import { formatDuration } from '@earshot/core/lib/browser/widgets';
import type { RecordingMark } from '../../common/player/mark-clusters';
import { firstEndingAfter } from '../../common/player/time-range';
import { fitAll, msAt } from '../../common/player/viewport';
import type { VoiceBand } from '../../common/player/voice-bands';
import { paintBackdrop, paintOverview } from './overview-painting';
import type { PlayerModel } from './player-model';
import { voiceName } from './player-words';
import { usePainting, useWidth } from './use-painting';
import { usePosition } from './use-player-model';

export interface PositionSliderProps {
    readonly model: PlayerModel;
    readonly bands: readonly VoiceBand[];
    readonly customerAbove: boolean;
    readonly marks: readonly RecordingMark[];
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -5000, ArrowRight: 5000, ArrowDown: -1000, ArrowUp: 1000, PageDown: -30_000, PageUp: 30_000 };

/** The whole call in one line: where one is, what is in sight above, what has been listened to. The slider of the player, for every kind of hand. */
export function PositionSlider({ model, bands, customerAbove, marks }: PositionSliderProps): React.ReactElement {
    const colors = useColors();
    const viewport = useStore(model.viewport);
    const heard = useStore(model.heard);
    const selection = useStore(model.selected);
    const position = usePosition(model, 1000);
    const slider = React.useRef<HTMLDivElement>(null);
    const backdrop = React.useRef<HTMLCanvasElement>(null);
    const canvas = React.useRef<HTMLCanvasElement>(null);
    const thumb = React.useRef<HTMLDivElement>(null);
    const [width, setWidth] = React.useState(1);
    const whole = fitAll(model.durationMs, width);
    const px = (ms: number): number => ms * whole.pxPerMs;

    useWidth(slider, setWidth);
    React.useEffect(() => {
        if (backdrop.current) {
            paintBackdrop(backdrop.current, bands, { colors, customerAbove }, width, model.durationMs);
        }
    }, [bands, colors, customerAbove, width, model]);
    usePainting(() => {
        if (canvas.current) {
            paintOverview(canvas.current, { viewport, heard, marks, selection, colors, width });
        }
        place();
    });
    const place = (): void => {
        if (thumb.current) {
            thumb.current.style.transform = `translateX(${px(model.positionMs)}px)`;
        }
    };
    React.useEffect(() => {
        const frames = model.playback.onFrame(() => place());
        return () => frames.dispose();
    });

    const band = bands[firstEndingAfter(bands, position, each => each.toMs)];
    const text = nls.localize('earshot/media/player/position', '{0} of {1}', formatDuration(position), formatDuration(model.durationMs)) + (band ? `, ${voiceName(band.kind)}` : '');
    const jump = (event: React.PointerEvent): void => model.seek(msAt(whole, event.clientX - slider.current!.getBoundingClientRect().left));
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const step = steps[event.key];
        if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
            extendSelection(model, event.key === 'ArrowLeft' ? -1000 : 1000);
        } else if (step !== undefined) {
            model.seekBy(step);
        } else if (event.key === 'Home' || event.key === 'End') {
            model.seek(event.key === 'Home' ? 0 : model.durationMs);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    };
    return <div className='m-slider' ref={slider} role='slider' tabIndex={0} aria-label={nls.localize('earshot/media/player/slider', 'Position in the recording')} aria-valuemin={0}
        aria-valuemax={Math.round(model.durationMs / 1000)} aria-valuenow={Math.round(position / 1000)} aria-valuetext={text} onKeyDown={onKeyDown}
        onPointerDown={event => { if (event.button === 0) { event.currentTarget.setPointerCapture(event.pointerId); jump(event); } }}
        onPointerMove={event => { if (event.currentTarget.hasPointerCapture?.(event.pointerId)) { jump(event); } }}>
        <canvas ref={backdrop} className='m-slider-canvas' aria-hidden='true' />
        <canvas ref={canvas} className='m-slider-canvas' aria-hidden='true' />
        <div ref={thumb} className='m-slider-thumb' aria-hidden='true' />
    </div>;
}

/** Selects from the playhead, second by second. */
function extendSelection(model: PlayerModel, ms: number): void {
    const position = model.positionMs;
    const [from, to] = model.selection ?? [position, position];
    const next = Math.max(0, Math.min(model.durationMs, position + ms));
    const anchor = Math.abs(position - to) <= Math.abs(position - from) ? from : to;
    model.select(anchor === next ? undefined : [Math.min(anchor, next), Math.max(anchor, next)]);
    model.seek(next);
}
