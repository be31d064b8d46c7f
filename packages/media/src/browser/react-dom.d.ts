/** The one part of React DOM that tests use; its type package is not among the dependencies. */
declare module 'react-dom/client' {
    import type { ReactNode } from 'react';
    export interface Root {
        render(children: ReactNode): void;
        unmount(): void;
    }
    export function createRoot(container: Element): Root;
}
