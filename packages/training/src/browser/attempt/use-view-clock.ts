import * as React from '@theia/core/shared/react';
import type { ViewClock } from './view-clock';

const attentive = (): boolean => document.visibilityState === 'visible' && document.hasFocus();
/** A question is in view when half of it is, or when it fills half of the window. */
const half = 0.5;

/**
 * Tells a clock what of an exam is in view.
 * @param places of the questions on the page @param busy something stands before them, or nothing is taken any more
 * @returns what each of their elements is given
 */
export function useViewClock(clock: ViewClock, places: readonly number[], busy: boolean): (place: number) => (element: HTMLElement | null) => void {
    const elements = React.useRef(new Map<number, HTMLElement>());
    const shown = places.join();
    React.useEffect(() => {
        const heed = (): void => clock.pause(busy || !attentive());
        heed();
        window.addEventListener('blur', heed);
        window.addEventListener('focus', heed);
        document.addEventListener('visibilitychange', heed);
        return () => {
            window.removeEventListener('blur', heed);
            window.removeEventListener('focus', heed);
            document.removeEventListener('visibilitychange', heed);
            clock.pause(true);
        };
    }, [clock, busy]);
    React.useEffect(() => {
        const all = shown === '' ? [] : shown.split(',').map(Number);
        if (all.length < 2) {
            clock.show(all);
            return undefined;
        }
        const inView = new Set<number>();
        const watcher = new IntersectionObserver(changes => {
            for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of changes) {
                const place = Number((target as HTMLElement).dataset.place);
                const enough = isIntersecting && (intersectionRatio >= half || rootBounds !== null && intersectionRect.height >= rootBounds.height * half);
                inView[enough ? 'add' : 'delete'](place);
            }
            clock.show(inView);
        }, { threshold: Array.from({ length: 11 }, (_, step) => step / 10) });
        elements.current.forEach(each => watcher.observe(each));
        return () => watcher.disconnect();
    }, [clock, shown]);
    return React.useCallback((place: number) => (element: HTMLElement | null) => {
        if (element) { elements.current.set(place, element); } else { elements.current.delete(place); }
    }, []);
}
