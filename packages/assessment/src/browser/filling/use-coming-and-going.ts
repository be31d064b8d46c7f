import * as React from '@theia/core/shared/react';

/** How something stands in a list that changes: new in it, in it, or on its way out. */
export type Motion = 'entering' | 'staying' | 'leaving';

const nobody: ReadonlySet<string> = new Set();
const duration = (): number => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ? 0 : 140;

/**
 * Keeps what has left a list for a moment, so that it can close before it is gone, and tells what has just come.
 * `shown` must be a new set whenever its members change. What is there from the start does not enter.
 */
export function useComingAndGoing(shown: ReadonlySet<string>): (id: string) => Motion | undefined {
    const before = React.useRef(shown);
    const [entering, setEntering] = React.useState(nobody);
    const [leaving, setLeaving] = React.useState(nobody);
    React.useLayoutEffect(() => {
        const gone = new Set([...before.current].filter(id => !shown.has(id)));
        const come = new Set([...shown].filter(id => !before.current.has(id)));
        before.current = shown;
        if (!gone.size && !come.size) {
            return undefined;
        }
        setLeaving(gone);
        setEntering(come);
        const timer = setTimeout(() => {
            setLeaving(nobody);
            setEntering(nobody);
        }, duration());
        return () => clearTimeout(timer);
    }, [shown]);
    return id => shown.has(id) ? entering.has(id) ? 'entering' : 'staying' : leaving.has(id) ? 'leaving' : undefined;
}
