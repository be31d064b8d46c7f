/** A document and its score. */
export interface Scored {
    readonly document: number;
    readonly score: number;
}

/**
 * Keeps the best of many: a binary heap with the worst on top (Williams 1964, Heapsort), so most are passed over after one
 * comparison.
 */
export class BestHits {
    private readonly heap: Scored[] = [];

    /** @param precedes whether a document goes before another of the same score */
    constructor(private readonly limit: number, private readonly precedes: (document: number, other: number) => boolean) { }

    offer(document: number, score: number): void {
        const { heap } = this;
        if (heap.length < this.limit) {
            heap.push({ document, score });
            this.rise(heap.length - 1);
        } else if (this.limit > 0 && score >= heap[0].score && this.better(document, score, heap[0])) {
            heap[0] = { document, score };
            this.sink();
        }
    }

    /** What scores less than this is not among the best. */
    get least(): number {
        return this.heap.length < this.limit ? -Infinity : this.heap[0]?.score ?? Infinity;
    }

    /** Best first. */
    sorted(): Scored[] {
        return [...this.heap].sort((a, b) => this.better(a.document, a.score, b) ? -1 : 1);
    }

    private better(document: number, score: number, other: Scored): boolean {
        return score !== other.score ? score > other.score : this.precedes(document, other.document);
    }

    private rise(position: number): void {
        const { heap } = this;
        const item = heap[position];
        while (position > 0) {
            const parent = position - 1 >> 1;
            if (!this.better(heap[parent].document, heap[parent].score, item)) {
                break;
            }
            heap[position] = heap[parent];
            position = parent;
        }
        heap[position] = item;
    }

    private sink(): void {
        const { heap } = this;
        const item = heap[0];
        let position = 0;
        for (let child = 1; child < heap.length; child = 2 * position + 1) {
            if (child + 1 < heap.length && this.better(heap[child].document, heap[child].score, heap[child + 1])) {
                child++;
            }
            if (!this.better(item.document, item.score, heap[child])) {
                break;
            }
            heap[position] = heap[child];
            position = child;
        }
        heap[position] = item;
    }
}
