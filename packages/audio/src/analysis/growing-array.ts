/** A typed array that grows as values come in. Doubling keeps the cost of growth below that of filling it. */
abstract class GrowingArray<T extends Uint8Array | Float32Array> {
    length = 0;

    protected constructor(protected values: T) { }

    push(value: number): void {
        if (this.length === this.values.length) {
            this.values = this.larger(2 * this.length);
        }
        this.values[this.length++] = value;
    }

    /** A view of what has been pushed, valid until the next push. */
    view(): T {
        return this.values.subarray(0, this.length) as T;
    }

    protected abstract larger(length: number): T;
}

const FIRST_LENGTH = 4096;

export class GrowingBytes extends GrowingArray<Uint8Array> {
    constructor() {
        super(new Uint8Array(FIRST_LENGTH));
    }

    protected override larger(length: number): Uint8Array {
        const values = new Uint8Array(length);
        values.set(this.values);
        return values;
    }
}

export class GrowingFloats extends GrowingArray<Float32Array> {
    constructor() {
        super(new Float32Array(FIRST_LENGTH));
    }

    protected override larger(length: number): Float32Array {
        const values = new Float32Array(length);
        values.set(this.values);
        return values;
    }
}
