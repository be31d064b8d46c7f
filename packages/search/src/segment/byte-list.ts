/**
 * Bytes written one after the other, then copied to where they stay. Numbers are written seven bits to a byte, low bits
 * first, the high bit set on all but the last.
 */
export class ByteList {
    bytes = new Uint8Array(4096);
    length = 0;

    clear(): void {
        this.length = 0;
    }

    byte(value: number): void {
        if (this.length === this.bytes.length) {
            const larger = new Uint8Array(this.bytes.length * 2);
            larger.set(this.bytes);
            this.bytes = larger;
        }
        this.bytes[this.length++] = value;
    }

    number(value: number): void {
        while (value >= 0x80) {
            this.byte(value & 0x7f | 0x80);
            value >>>= 7;
        }
        this.byte(value);
    }

    /** A number that may be negative: 0, −1, 1, −2 … as 0, 1, 2, 3 … */
    signed(value: number): void {
        this.number((value << 1 ^ value >> 31) >>> 0);
    }

    /** Copies what was written to another array. Loops, because there are few bytes and making a view of them takes longer. */
    copyTo(target: Uint8Array, position: number): void {
        for (let index = 0; index < this.length; index++) {
            target[position + index] = this.bytes[index];
        }
    }

    get written(): Uint8Array {
        return this.bytes.subarray(0, this.length);
    }
}

/** Reads what a ByteList wrote. */
export class ByteReader {
    constructor(private readonly bytes: Uint8Array, public position = 0) { }

    get atEnd(): boolean {
        return this.position >= this.bytes.length;
    }

    byte(): number {
        return this.bytes[this.position++];
    }

    number(): number {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const next = this.bytes[this.position++];
            value |= (next & 0x7f) << shift;
            if (!(next & 0x80)) {
                return value >>> 0;
            }
        }
    }

    signed(): number {
        const value = this.number();
        return value >>> 1 ^ -(value & 1);
    }
}
