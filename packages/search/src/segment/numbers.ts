/** Typed arrays that grow by a quarter when they are full. New elements are 0. */
interface TypedArray<A> {
    readonly length: number;
    readonly byteLength: number;
    set(from: A): void;
    subarray(start: number, end: number): A;
    [index: number]: number;
}

class Numbers<A extends TypedArray<A>> {
    /** Longer than `count`. Reread after a change. */
    items: A;

    constructor(private readonly create: (length: number) => A, public count = 0, items?: A) {
        this.items = items ?? create(Math.max(64, count));
    }

    push(value: number): number {
        this.ensure(this.count + 1);
        this.items[this.count] = value;
        return this.count++;
    }

    /** Makes room for that many elements, without counting them. */
    ensure(count: number): void {
        if (count > this.items.length) {
            const larger = this.create(Math.max(count, Math.ceil(this.items.length * 1.25)));
            larger.set(this.items);
            this.items = larger;
        }
    }

    /** Gives up the room to grow. */
    trim(): void {
        if (this.items.length > this.count) {
            const exact = this.create(this.count);
            exact.set(this.counted);
            this.items = exact;
        }
    }

    /** Only what is counted, not copied. */
    get counted(): A {
        return this.items.subarray(0, this.count);
    }

    get byteLength(): number {
        return this.items.byteLength;
    }
}

export class Integers extends Numbers<Uint32Array> {
    constructor(items?: Uint32Array) {
        super(length => new Uint32Array(length), items?.length, items);
    }
}

export class ShortIntegers extends Numbers<Uint16Array> {
    constructor(items?: Uint16Array) {
        super(length => new Uint16Array(length), items?.length, items);
    }
}

export class Reals extends Numbers<Float64Array> {
    constructor(items?: Float64Array) {
        super(length => new Float64Array(length), items?.length, items);
    }
}
