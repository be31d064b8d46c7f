/** The few parts of React DOM that are used here; its type package is not among the dependencies. */
declare module 'react-dom' {
    import type { ReactNode, ReactPortal } from 'react';
    export function createPortal(children: ReactNode, container: Element): ReactPortal;
    export function flushSync<T>(run: () => T): T;
}

declare module 'react-dom/client' {
    import type { ReactNode } from 'react';
    export interface Root {
        render(children: ReactNode): void;
        unmount(): void;
    }
    export function createRoot(container: Element): Root;
}
