import * as React from '@theia/core/shared/react';

/** Paints with the next frame, however often it is asked to before. */
export function usePainting(paint: () => void): () => void {
    const latest = React.useRef(paint);
    latest.current = paint;
    const frame = React.useRef(0);
    const ask = React.useCallback(() => {
        frame.current ||= requestAnimationFrame(() => {
            frame.current = 0;
            latest.current();
        });
    }, []);
    React.useEffect(() => () => cancelAnimationFrame(frame.current), []);
    React.useEffect(ask);                              // whatever was rendered may have changed the picture
    return ask;
}

/** Tells the width of an element, now and whenever it changes. */
export function useWidth(element: React.RefObject<HTMLElement>, tell: (width: number) => void): void {
    const latest = React.useRef(tell);
    latest.current = tell;
    React.useLayoutEffect(() => {
        const measured = element.current;
        if (!measured) {
            return undefined;
        }
        latest.current(measured.clientWidth);
        const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => latest.current(measured.clientWidth));
        observer?.observe(measured);
        return () => observer?.disconnect();
    }, [element]);
}
