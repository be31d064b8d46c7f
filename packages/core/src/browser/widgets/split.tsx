import * as React from '@theia/core/shared/react';
import { usePreference } from '../application/context';

export interface SplitProps {
    /** Names its preference: `evaluate`. */
    readonly name: string;
    /** What the handle moves, for screen readers: "Width of the transcript". */
    readonly label: string;
    readonly first: React.ReactNode;
    readonly second: React.ReactNode;
    /** Share of the first part, 0 to 1, before anybody moved it. */
    readonly initial?: number;
    /** Least share of either part. */
    readonly least?: number;
    readonly direction?: 'row' | 'column';
}

/** Two parts with a handle between them, which the mouse drags and the arrow keys move; the place is remembered. */
export function Split({ name, label, first, second, initial = 0.5, least = 0.2, direction = 'row' }: SplitProps): React.ReactElement {
    const [kept, keep] = usePreference(`split.${name}`, initial);
    const [dragged, setDragged] = React.useState<number>();
    const box = React.useRef<HTMLDivElement>(null);
    const clamp = (share: number): number => Math.min(1 - least, Math.max(least, share));
    const share = clamp(dragged ?? kept);
    const shareAt = (event: React.PointerEvent): number => {
        const { left, top, width, height } = box.current!.getBoundingClientRect();
        return clamp(direction === 'row' ? (event.clientX - left) / width : (event.clientY - top) / height);
    };
    const settle = (): void => {
        if (dragged !== undefined) {
            keep(Math.round(dragged * 1000) / 1000);
            setDragged(undefined);
        }
    };
    const [back, forth] = direction === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    return <div ref={box} className={`e-split e-split-${direction} ${dragged === undefined ? '' : 'e-split-dragging'}`}>
        <div className='e-split-part' style={{ flex: `${share} 1 0` }}>{first}</div>
        <div className='e-split-handle' role='separator' tabIndex={0} aria-label={label} aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
            aria-valuemin={Math.round(least * 100)} aria-valuemax={Math.round((1 - least) * 100)} aria-valuenow={Math.round(share * 100)}
            onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); setDragged(shareAt(event)); }}
            onPointerMove={event => dragged !== undefined && setDragged(shareAt(event))} onPointerUp={settle} onPointerCancel={settle}
            onDoubleClick={() => keep(initial)}
            onKeyDown={event => {
                const next = { [back]: share - 0.02, [forth]: share + 0.02, Home: least, End: 1 - least }[event.key];
                if (next !== undefined) {
                    event.preventDefault();
                    keep(Math.round(clamp(next) * 1000) / 1000);
                }
            }} />
        <div className='e-split-part' style={{ flex: `${1 - share} 1 0` }}>{second}</div>
    </div>;
}
