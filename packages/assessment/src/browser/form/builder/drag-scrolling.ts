import * as React from '@theia/core/shared/react';

export interface DragScrolling {
    /** Scrolls what `element` lies in as long as the pointer is near its upper or lower edge. @param scrolled called after every step */
    follow(element: Element, y: number, scrolled: () => void): void;
    stop(): void;
}

/** Height of the edge at which it scrolls, and how far at once, in pixels. */
const [edge, most] = [56, 14];

const scrollerOf = (element: Element): Element | undefined => {
    for (let each = element.parentElement; each; each = each.parentElement) {
        if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) {
            return each;
        }
    }
    return undefined;
};

/** What a pointer that was captured does not do by itself: what lies out of sight comes into it. */
export function useDragScrolling(): DragScrolling {
    const frame = React.useRef(0);
    React.useEffect(() => () => cancelAnimationFrame(frame.current), []);
    return React.useMemo((): DragScrolling => {
        const stop = (): void => cancelAnimationFrame(frame.current);
        return {
            stop,
            follow: (element, y, scrolled) => {
                stop();
                const scroller = scrollerOf(element);
                if (!scroller) {
                    return;
                }
                const { top, bottom } = scroller.getBoundingClientRect();
                const into = y < top + edge ? y - top - edge : y > bottom - edge ? y - bottom + edge : 0;
                const step = (): void => {
                    const before = scroller.scrollTop;
                    scroller.scrollTop += Math.max(-most, Math.min(most, into / 4));
                    if (scroller.scrollTop !== before) {
                        scrolled();
                        frame.current = requestAnimationFrame(step);
                    }
                };
                if (into !== 0) {
                    frame.current = requestAnimationFrame(step);
                }
            }
        };
    }, []);
}
