/** The bytes ended in the middle of a number. */
export class BitsExhausted extends Error { }

/** Reads bits from the most significant one on. Beyond the end it reads zeros; compare {@link position} to notice. */
export class BitReader {
    /** In bits, from the start of `bytes`. */
    position = 0;

    constructor(private bytes: Uint8Array) { }

    reset(bytes: Uint8Array, at: number): void {
        this.bytes = bytes;
        this.position = at * 8;
    }

    /** The next 32 bits as they stand, without moving. */
    private peek(): number {
        const { bytes, position } = this;
        const at = position >>> 3;
        const shift = position & 7;
        const word = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
        return shift === 0 ? word : word << shift | bytes[at + 4] >> 8 - shift;
    }

    /** 0 to 32 bits as an unsigned number. */
    unsigned(width: number): number {
        if (width === 0) {
            return 0;
        }
        const value = this.peek() >>> 32 - width;
        this.position += width;
        return value;
    }

    /** 0 to 32 bits in two's complement. */
    signed(width: number): number {
        if (width === 0) {
            return 0;
        }
        const value = this.peek() >> 32 - width;
        this.position += width;
        return value;
    }

    /**
     * How many zeros stand before the next one, which is read too.
     * @throws BitsExhausted when the bytes end first
     */
    unary(): number {
        let zeros = 0;
        let word = this.peek();
        while (word === 0) {
            zeros += 32;
            this.position += 32;
            if (this.position >= this.bytes.length * 8) {
                throw new BitsExhausted();
            }
            word = this.peek();
        }
        const rest = Math.clz32(word);
        this.position += rest + 1;
        return zeros + rest;
    }

    /**
     * Golomb–Rice numbers with `width` low bits each, folded so that small magnitudes of either sign are short.
     * The innermost loop of lossless decoding: written out for speed.
     * @throws BitsExhausted when the bytes end first
     */
    rice(width: number, values: Int32Array, from: number, to: number): void {
        const bytes = this.bytes;
        let position = this.position;
        for (let i = from; i < to; i++) {
            const at = position >>> 3;
            const shift = position & 7;
            const word = (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) << shift | bytes[at + 4] >> 8 - shift;
            const zeros = Math.clz32(word);
            let folded: number;
            if (zeros + 1 + width <= 32) {                              // the whole number is in sight
                folded = zeros << width | (width === 0 ? 0 : word << zeros + 1 >>> 32 - width);
                position += zeros + 1 + width;
            } else {
                this.position = position;
                folded = this.unary() << width | this.unsigned(width);
                position = this.position;
            }
            values[i] = folded >>> 1 ^ -(folded & 1);
        }
        this.position = position;
    }
}
