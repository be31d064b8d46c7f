import * as React from '@theia/core/shared/react';
import { Emitter } from '@theia/core/lib/common/event';

/** A value that changes, and tells those who show it. Values are replaced, never mutated. */
export class Store<T> {
    protected readonly emitter = new Emitter<void>();
    readonly onDidChange = this.emitter.event;

    constructor(protected current: T) { }

    readonly get = (): T => this.current;

    readonly set = (next: T): void => {
        if (!Object.is(next, this.current)) {
            this.current = next;
            this.emitter.fire();
        }
    };

    readonly update = (change: (current: T) => T): void => this.set(change(this.current));

    readonly subscribe = (listener: () => void): () => void => {
        const subscription = this.emitter.event(listener);
        return () => subscription.dispose();
    };
}

/** The value of a store, rendered again whenever it is replaced. */
export const useStore = <T>(store: Store<T>): T => React.useSyncExternalStore(store.subscribe, store.get);
