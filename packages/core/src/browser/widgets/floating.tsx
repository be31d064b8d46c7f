import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { place, type Alignment, type Side } from './placement';

export interface FloatingProps {
    readonly anchor: React.RefObject<HTMLElement>;
    readonly side?: Side;
    readonly alignment?: Alignment;
    /** As wide as the anchor at least. */
    readonly matchWidth?: boolean;
    readonly className?: string;
    /** Names it as a part of the page, where what it holds does not do so itself (a dialog does, a menu does not). */
    readonly label?: string;
    /** A press outside of it and of the anchor. */
    onOutside?(): void;
    readonly children: React.ReactNode;
}

/** Something that floats beside an anchor, above everything else, and follows it. */
export function Floating({ anchor, side = 'below', alignment = 'start', matchWidth = false, className = '', label, onOutside, children }: FloatingProps): React.ReactElement {
    const ref = React.useRef<HTMLDivElement>(null);
    React.useLayoutEffect(() => {
        const update = (): void => {
            const floating = ref.current;
            if (anchor.current && floating) {
                const box = anchor.current.getBoundingClientRect();
                floating.style.minWidth = matchWidth ? `${box.width}px` : '';
                const { left, top } = place(box, { width: floating.offsetWidth, height: floating.offsetHeight }, { width: window.innerWidth, height: window.innerHeight }, side, alignment);
                floating.style.left = `${left}px`;
                floating.style.top = `${top}px`;
            }
        };
        update();
        const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(update);
        observer?.observe(ref.current!);
        window.addEventListener('resize', update);
        window.addEventListener('scroll', update, true);
        return () => {
            observer?.disconnect();
            window.removeEventListener('resize', update);
            window.removeEventListener('scroll', update, true);
        };
    }, [anchor, side, alignment, matchWidth]);
    React.useEffect(() => {
        const pressed = (event: PointerEvent): void => {
            const target = event.target as Node;
            if (!ref.current?.contains(target) && !anchor.current?.contains(target)) {
                onOutside?.();
            }
        };
        document.addEventListener('pointerdown', pressed, true);
        return () => document.removeEventListener('pointerdown', pressed, true);
    }, [anchor, onOutside]);
    return createPortal(<div ref={ref} className={`e-floating ${className}`} role={label ? 'region' : undefined} aria-label={label}>{children}</div>, document.body);
}
