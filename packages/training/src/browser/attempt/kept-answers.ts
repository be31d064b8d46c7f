import type { PendingAnswer } from './answer-saver';

/** Of an attempt, where every window keeps what is its own. */
const prefixOf = (attemptId: string): string => `earshot.attempt.${attemptId}.`;

function readKept(value: string | null): readonly PendingAnswer[] {
    try {
        const kept: unknown = JSON.parse(value ?? '[]');
        return Array.isArray(kept) ? kept as PendingAnswer[] : [];
    } catch {
        return []; // what cannot be read was not kept
    }
}

/** Keeps answers that are not known to have arrived where a crash does not reach them: each window beside the others, none over another's. */
export class KeptAnswers {
    private readonly key: string;

    /** @param client names this window */
    constructor(private readonly storage: Storage, private readonly attemptId: string, client: string) {
        this.key = prefixOf(attemptId) + client;
    }

    /** What any window has kept, by how much of the server it knew. From now on it is kept for this one; one that is still open sends its own as well, which counts once. */
    takeOver(): readonly PendingAnswer[] {
        try {
            const others = Array.from({ length: this.storage.length }, (_, place) => this.storage.key(place)!).filter(each => each.startsWith(prefixOf(this.attemptId)) && each !== this.key);
            const kept = [this.key, ...others].flatMap(each => readKept(this.storage.getItem(each))).sort((one, other) => one.version - other.version || one.sequence - other.sequence);
            if (kept.length) {
                this.storage.setItem(this.key, JSON.stringify(kept));
            }
            others.forEach(each => this.storage.removeItem(each));
            return kept;
        } catch {
            return []; // a browser that keeps nothing
        }
    }

    keep(pending: readonly PendingAnswer[]): void {
        try {
            if (pending.length) {
                this.storage.setItem(this.key, JSON.stringify(pending));
            } else {
                this.storage.removeItem(this.key);
            }
        } catch { /* without room for it, only the server keeps it */ }
    }
}
