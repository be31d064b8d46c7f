import * as React from '@theia/core/shared/react';

/** How long after our own scrolling its events still come in. */
const SETTLE_MS = 250;

/**
 * Keeps what is said in sight, until the reader scrolls: then it waits to be asked again.
 * @param place changes when something else is to be seen. @param find the element to see.
 */
export function useFollowing(place: unknown, find: (list: HTMLElement) => HTMLElement | null): { readonly list: React.RefObject<HTMLOListElement>; readonly following: boolean; follow(): void; onScroll(): void } {
    const list = React.useRef<HTMLOListElement>(null);
    const [following, setFollowing] = React.useState(true);
    const ownUntil = React.useRef(0);
    const latest = React.useRef(find);
    latest.current = find;
    const show = React.useCallback((): void => {
        const container = list.current;
        const element = container && latest.current(container);
        if (container && element) {
            const [top, bottom] = [element.offsetTop - container.offsetTop, element.offsetTop - container.offsetTop + element.offsetHeight];
            if (top < container.scrollTop || bottom > container.scrollTop + container.clientHeight) {
                ownUntil.current = performance.now() + SETTLE_MS;
                container.scrollTop = Math.max(0, top - container.clientHeight / 3);
            }
        }
    }, []);
    React.useEffect(() => {
        if (following) {
            show();
        }
    }, [place, following, show]);
    return {
        list, following,
        follow: React.useCallback(() => { setFollowing(true); show(); }, [show]),
        onScroll: React.useCallback(() => {
            if (performance.now() > ownUntil.current) {
                setFollowing(false);
            }
        }, [])
    };
}
