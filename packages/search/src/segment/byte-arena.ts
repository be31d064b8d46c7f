/**
 * Many small byte lists that grow, packed into a few large arrays ("segments"). A list's slot has the size that its length
 * rounds up to, in steps of an eighth or a sixteenth of a power of two, so slots of one size are reused and little is slack.
 *
 * An address is segment × 2¹⁸ + offset. What is larger than a segment gets one of its own.
 */
const segmentBits = 18;
const segmentSize = 2 ** segmentBits;
const offsetMask = segmentSize - 1;

export const slotSize = (length: number): number => {
    if (length <= 64) {
        return length <= 16 ? length + 3 & ~3 : length + 7 & ~7;
    }
    const step = 2 ** ((length <= 256 ? 28 : 27) - Math.clz32(length - 1));
    return Math.ceil(length / step) * step;
};

export const segmentOf = (address: number): number => address >>> segmentBits;
export const offsetOf = (address: number): number => address & offsetMask;

export class ByteArena {
    readonly segments: Uint8Array[] = [];
    private readonly free = new Map<number, number[]>();
    private current = -1;
    private used = segmentSize;

    /** An arena whose slots are all taken. */
    static from(segments: readonly Uint8Array[]): ByteArena {
        const arena = new ByteArena();
        arena.segments.push(...segments);
        return arena;
    }

    /** A slot for a list of this length; its bytes are whatever they were. */
    allocate(length: number): number {
        const size = slotSize(length);
        const freed = this.free.get(size)?.pop();
        if (freed !== undefined) {
            return freed;
        }
        if (size > segmentSize) {
            return this.segments.push(new Uint8Array(size)) - 1 << segmentBits >>> 0;
        }
        if (this.used + size > segmentSize) {
            this.current = this.segments.push(new Uint8Array(segmentSize)) - 1;
            this.used = 0;
        }
        const address = (this.current << segmentBits >>> 0) + this.used;
        this.used += size;
        return address;
    }

    /** Gives a slot back. */
    release(address: number, length: number): void {
        const size = slotSize(length);
        const slots = this.free.get(size);
        if (slots) {
            slots.push(address);
        } else {
            this.free.set(size, [address]);
        }
    }

    /** Moves a list to a slot for another length when its own does not fit; returns where it is then. */
    resize(address: number, from: number, to: number): number {
        if (slotSize(from) === slotSize(to)) {
            return address;
        }
        const target = this.allocate(to);
        const kept = Math.min(from, to);
        const source = this.segments[segmentOf(address)];
        const sourceOffset = offsetOf(address);
        const copy = this.segments[segmentOf(target)];
        const copyOffset = offsetOf(target);
        if (kept > 64) {
            copy.set(source.subarray(sourceOffset, sourceOffset + kept), copyOffset);
        } else {
            for (let index = 0; index < kept; index++) {
                copy[copyOffset + index] = source[sourceOffset + index];
            }
        }
        this.release(address, from);
        return target;
    }

    write(bytes: Uint8Array): number {
        const address = this.allocate(bytes.length);
        this.segments[segmentOf(address)].set(bytes, offsetOf(address));
        return address;
    }

    /** The bytes of a list, not copied: good until the next change. */
    read(address: number, length: number): Uint8Array {
        const offset = offsetOf(address);
        return this.segments[segmentOf(address)].subarray(offset, offset + length);
    }

    /** Bytes taken from the machine. */
    get size(): number {
        return this.segments.reduce((sum, each) => sum + each.length, 0);
    }
}
