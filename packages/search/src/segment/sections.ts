/**
 * A file of sections, each an array of numbers or a list of texts, in the byte order of the machine (little-endian on
 * every machine that runs Node or a browser today; another would see a wrong mark).
 *
 * Header, in 32-bit numbers: mark, format, checksum of all that follows, how many sections, bytes of each. Sections begin at
 * multiples of 8.
 */
const mark = 0x58495345;
const format = 1;
const headerNumbers = 4;
const aligned = (bytes: number): number => bytes + 7 & ~7;

type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * FNV-1a (Fowler, Noll & Vo 1991) over 32-bit numbers, to tell damage; four of them side by side, because one waits for
 * its own multiplication.
 */
const checksumOf = (bytes: Uint8Array, from: number): number => {
    const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from >>> 2);
    const whole = numbers.length & ~3;
    const prime = 0x01000193;
    let [a, b, c, d] = [0x811c9dc5, 0x811c9dc6, 0x811c9dc7, 0x811c9dc8];
    for (let index = 0; index < whole; index += 4) {
        a = Math.imul(a ^ numbers[index], prime);
        b = Math.imul(b ^ numbers[index + 1], prime);
        c = Math.imul(c ^ numbers[index + 2], prime);
        d = Math.imul(d ^ numbers[index + 3], prime);
    }
    let hash = [b, c, d].reduce((sum, each) => Math.imul(sum ^ each, prime), a);
    for (let index = whole; index < numbers.length; index++) {
        hash = Math.imul(hash ^ numbers[index], prime);
    }
    return hash >>> 0;
};

export class SectionWriter {
    private readonly sections: Section[] = [];

    numbers(section: Section): void {
        this.sections.push(section);
    }

    texts(texts: readonly string[]): void {
        const units = new Uint16Array(texts.reduce((sum, each) => sum + each.length, 0));
        let position = 0;
        for (const text of texts) {
            for (let index = 0; index < text.length; index++) {
                units[position++] = text.charCodeAt(index);
            }
        }
        this.sections.push(Uint32Array.from(texts, each => each.length), units);
    }

    finish(): Uint8Array {
        const header = aligned((headerNumbers + this.sections.length) * 4);
        const bytes = new Uint8Array(this.sections.reduce((sum, each) => sum + aligned(each.byteLength), header));
        let position = header;
        for (const section of this.sections) {
            bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), position);
            position += aligned(section.byteLength);
        }
        const numbers = new Uint32Array(bytes.buffer, 0, header >>> 2);
        numbers.set([mark, format, 0, this.sections.length, ...this.sections.map(each => each.byteLength)]);
        numbers[2] = checksumOf(bytes, headerNumbers * 4);
        return bytes;
    }
}

/** Reads sections in the order in which they were written. What it gives are copies. */
export class SectionReader {
    private constructor(private readonly bytes: Uint8Array, private readonly lengths: readonly number[], private position: number, private next = 0) { }

    /** undefined when the bytes are not such a file, or damaged. */
    static open(given: Uint8Array): SectionReader | undefined {
        if (given.byteLength < headerNumbers * 4 || given.byteLength % 8 !== 0) {
            return undefined;
        }
        // not a Buffer: its slice is no copy
        const plain = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
        const bytes = plain.byteOffset % 8 === 0 ? plain : plain.slice();
        const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
        const [found, version, checksum, count] = numbers;
        const header = aligned((headerNumbers + count) * 4);
        if (found !== mark || version !== format || header > bytes.byteLength || checksum !== checksumOf(bytes, headerNumbers * 4)) {
            return undefined;
        }
        const lengths = [...numbers.subarray(headerNumbers, headerNumbers + count)];
        return lengths.reduce((sum, each) => sum + aligned(each), header) === bytes.byteLength ? new SectionReader(bytes, lengths, header) : undefined;
    }

    bytesOf(): Uint8Array {
        const length = this.lengths[this.next++];
        const section = this.bytes.slice(this.position, this.position + length);
        this.position += aligned(length);
        return section;
    }

    shortIntegers(): Uint16Array {
        return new Uint16Array(this.bytesOf().buffer);
    }

    integers(): Uint32Array {
        return new Uint32Array(this.bytesOf().buffer);
    }

    reals(): Float64Array {
        return new Float64Array(this.bytesOf().buffer);
    }

    texts(): string[] {
        const lengths = this.integers();
        const units = this.shortIntegers();
        let position = 0;
        return Array.from(lengths, length => {
            let text = '';
            for (const end = position + length; position < end;) {
                const part = Math.min(end, position + 4096);
                text += String.fromCharCode(...units.subarray(position, part));
                position = part;
            }
            return text;
        });
    }
}
