import * as React from '@theia/core/shared/react';
import { useStore } from '@earshot/core/lib/browser/application';
import { useColors } from '@earshot/core/lib/browser/theming';
import type { ChannelRole } from '../../common/media-contract';
import type { RecordingMark } from '../../common/player/mark-clusters';
import type { TimeRange } from '../../common/player/time-range';
import { msAt, pxAt } from '../../common/player/viewport';
import type { VoiceBand } from '../../common/player/voice-bands';
import { MarkPins } from './mark-pins';
import type { PlayerModel } from './player-model';
import { beginGesture, continueGesture, rangeOf, type Gesture } from './selection-gesture';
import type { StageLayout } from './stage-layout';
import { paintStage } from './stage-painting';
import { usePainting, useWidth } from './use-painting';
import { Waveform } from './waveform';

export interface WaveformStageProps {
    readonly model: PlayerModel;
    readonly layout: StageLayout;
    readonly roles: readonly ChannelRole[];
    readonly bands: readonly VoiceBand[];
    readonly marks: readonly RecordingMark[];
    readonly openMark: string | undefined;
    onMark(id: string): void;
    /** Masked parts, and whether they are heard nonetheless. */
    readonly hidden: readonly TimeRange[];
    readonly unmasked: boolean;
}

/** Each notch of the wheel. */
const WHEEL_ZOOM = 0.0022;

/**
 * The picture of the recording: ruler, who speaks when, waveforms, marks, selection, playhead. It is for the eye and the
 * pointer; what it shows is told, and what it does is done, by the slider, the keys and the two lists as well.
 */
export function WaveformStage({ model, layout, roles, bands, marks, openMark, onMark, hidden, unmasked }: WaveformStageProps): React.ReactElement {
    const colors = useColors();
    const viewport = useStore(model.viewport);
    const selection = useStore(model.selected);
    const stage = React.useRef<HTMLDivElement>(null);
    const waves = React.useRef<HTMLDivElement>(null);
    const canvas = React.useRef<HTMLCanvasElement>(null);
    const playhead = React.useRef<HTMLDivElement>(null);
    const waveform = React.useRef<Waveform>();
    const gesture = React.useRef<Gesture>();

    useWidth(stage, model.resize);
    const looks = { colors: roles.map(role => role === 'mixed' ? colors.accent : colors[role]), channelHeight: layout.channelHeight };
    const latestLooks = React.useRef(looks);
    latestLooks.current = looks;
    const looksKey = JSON.stringify(looks);
    React.useEffect(() => {
        const made = waveform.current = new Waveform(waves.current!, model.playback.media, model.durationMs, latestLooks.current, model.scrollTo);
        return () => made.dispose();
    }, [model]);
    React.useEffect(() => waveform.current?.restyle(latestLooks.current), [looksKey]);
    React.useEffect(() => {
        let wanted = true;
        waveform.current?.show(viewport);
        model.peaks.at(viewport.pxPerMs * Math.max(1, window.devicePixelRatio || 1))
            ?.then(level => wanted ? waveform.current?.draw(level) : undefined).catch(() => { /* without a picture it still plays */ });
        return () => { wanted = false; };
    }, [model, viewport]);

    const movePlayhead = React.useCallback((): void => {
        const line = playhead.current;
        if (line) {
            const shown = model.viewport.get();
            const px = pxAt(shown, model.positionMs);
            line.style.transform = `translateX(${px}px)`;
            line.style.visibility = px < 0 || px > shown.widthPx ? 'hidden' : 'visible';
        }
    }, [model]);
    usePainting(() => {
        if (canvas.current) {
            paintStage(canvas.current, { viewport, layout, colors, bands, customerAbove: roles[0] === 'customer', marks, openMark, selection, hidden, unmasked });
        }
        movePlayhead();
    });
    React.useEffect(() => {
        const frames = model.playback.onFrame(movePlayhead);
        return () => frames.dispose();
    }, [model, movePlayhead]);

    React.useEffect(() => {
        const element = stage.current!;
        const turned = (event: WheelEvent): void => {
            const across = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
            if (event.ctrlKey || event.metaKey) {
                model.zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), event.clientX - element.getBoundingClientRect().left);
            } else if (across) {
                model.pan(across);
            } else {
                return;                                // an ordinary turn of the wheel scrolls the page
            }
            event.preventDefault();
        };
        element.addEventListener('wheel', turned, { passive: false });
        return () => element.removeEventListener('wheel', turned);
    }, [model]);

    const at = (event: React.PointerEvent): { px: number; ms: number } => {
        const px = event.clientX - stage.current!.getBoundingClientRect().left;
        return { px, ms: msAt(model.viewport.get(), px) };
    };
    const down = (event: React.PointerEvent): void => {
        const top = event.clientY - stage.current!.getBoundingClientRect().top;
        if (event.button === 0 && top < layout.scrollBar) {
            const { px, ms } = at(event);
            event.currentTarget.setPointerCapture(event.pointerId);
            gesture.current = beginGesture(px, ms, selection, each => pxAt(model.viewport.get(), each), event.shiftKey, model.positionMs);
            move(event);
        }
    };
    const move = (event: React.PointerEvent): void => {
        if (gesture.current) {
            const { px, ms } = at(event);
            gesture.current = continueGesture(gesture.current, px);
            if (gesture.current.dragging) {
                model.select(rangeOf(gesture.current, ms));
            }
        }
    };
    const up = (event: React.PointerEvent): void => {
        if (gesture.current && !gesture.current.dragging) {
            const { ms } = at(event);
            if (selection && (ms < selection[0] || ms > selection[1])) {
                model.select(undefined);
            }
            model.seek(ms);
        }
        gesture.current = undefined;
    };

    return <div className='m-stage' ref={stage} style={{ height: layout.height }} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => { gesture.current = undefined; }}>
        <div className='m-waves' ref={waves} aria-hidden='true' style={{ top: layout.waves, height: layout.height - layout.waves }} />
        <canvas className='m-stage-canvas' ref={canvas} aria-hidden='true' style={{ height: layout.height }} />
        <div className='m-playhead' ref={playhead} aria-hidden='true' style={{ height: layout.scrollBar }} />
        {marks.length > 0 && <MarkPins marks={marks} viewport={viewport} top={layout.pins} openMark={openMark} onMark={onMark} />}
    </div>;
}
