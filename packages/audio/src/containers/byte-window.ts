import { AudioFile } from '../audio-file';

const READ_BYTES = 64 * 1024;

/**
 * Reads a file forward through a buffer that holds only what is being looked at.
 * `bytes[at]` up to `bytes[end - 1]` are there; {@link need} brings in more and may move them to the front.
 */
export class ByteWindow {
    bytes = new Uint8Array(2 * READ_BYTES);
    at = 0;
    end = 0;
    /** Where in the file `bytes[0]` comes from. */
    private base: number;

    constructor(private readonly file: AudioFile, start: number, private readonly limit = file.size) {
        this.base = start;
    }

    get available(): number {
        return this.end - this.at;
    }

    /** Place in the file of `bytes[at]`. */
    get position(): number {
        return this.base + this.at;
    }

    get isAtEnd(): boolean {
        return this.at >= this.end && this.base + this.end >= this.limit;
    }

    /** @returns whether `count` bytes can be looked at from `at` on */
    async need(count: number): Promise<boolean> {
        if (this.available >= count) {
            return true;
        }
        this.bytes.copyWithin(0, this.at, this.end);
        this.base += this.at;
        this.end -= this.at;
        this.at = 0;
        if (this.bytes.length < count + READ_BYTES) {
            const larger = new Uint8Array(2 * (count + READ_BYTES));
            larger.set(this.bytes.subarray(0, this.end));
            this.bytes = larger;
        }
        while (this.available < count) {
            const from = this.base + this.end;
            const read = await this.file.readAt(from, Math.min(this.bytes.length - this.end, this.limit - from));
            if (read.length === 0) {
                return false;
            }
            this.bytes.set(read, this.end);
            this.end += read.length;
        }
        return true;
    }

    /** Goes forward, beyond the buffer if need be, without reading what is passed. */
    skip(count: number): void {
        if (count <= this.available) {
            this.at += count;
        } else {
            this.base = Math.min(this.limit, this.position + count);
            this.at = this.end = 0;
        }
    }

    /** A view of the next bytes, which must be there; moves past them. Valid until the next {@link need}. */
    take(count: number): Uint8Array {
        this.at += count;
        return this.bytes.subarray(this.at - count, this.at);
    }
}
