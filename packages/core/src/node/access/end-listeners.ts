/** Who wants to know when something ends, by its id. */
export class EndListeners {
    private readonly byId = new Map<string, Set<() => void>>();

    /** @returns how to stop listening. */
    add(id: string, listener: () => void): () => void {
        const listeners = this.byId.get(id) ?? new Set();
        this.byId.set(id, listeners.add(listener));
        return () => {
            listeners.delete(listener);
            if (!listeners.size && this.byId.get(id) === listeners) {
                this.byId.delete(id);
            }
        };
    }

    tell(ids: readonly string[]): void {
        ids.forEach(id => [...this.byId.get(id) ?? []].forEach(each => each()));
    }

    get ids(): readonly string[] {
        return [...this.byId.keys()];
    }
}
