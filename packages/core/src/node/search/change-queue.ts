/** Documents of one source that have to be read again. */
export interface Batch<S> {
    readonly source: S;
    readonly ids: readonly string[];
}

/** What has to be read again: what somebody has just changed goes before what is only being caught up with. */
export class ChangeQueue<S> {
    private readonly urgent = new Map<S, Set<string>>();
    private readonly backlog = new Map<S, Set<string>>();

    changed(source: S, ids: readonly string[]): void {
        add(this.urgent, source, ids);
    }

    behind(source: S, ids: readonly string[]): void {
        add(this.backlog, source, ids);
    }

    /** The next ones, of one source; undefined when nothing waits. */
    take(most: number): Batch<S> | undefined {
        return taken(this.urgent, most) ?? taken(this.backlog, most);
    }

    get size(): number {
        return [...this.urgent.values(), ...this.backlog.values()].reduce((sum, each) => sum + each.size, 0);
    }
}

function add<S>(queue: Map<S, Set<string>>, source: S, ids: readonly string[]): void {
    const waiting = queue.get(source) ?? new Set();
    ids.forEach(each => waiting.add(each));
    queue.set(source, waiting);
}

function taken<S>(queue: Map<S, Set<string>>, most: number): Batch<S> | undefined {
    for (const [source, waiting] of queue) {
        const ids: string[] = [];
        for (const id of waiting) {
            if (ids.length === most) {
                break;
            }
            ids.push(id);
            waiting.delete(id);
        }
        if (ids.length) {
            return { source, ids };
        }
    }
    return undefined;
}
