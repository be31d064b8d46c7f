import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { readableName } from './readable-name';
import { UnpackFailure, type UnpackLimits } from './unpack-failure';

interface Entry { readonly name: string; readonly flags: number; readonly method: number; readonly packedBytes: number; readonly bytes: number; readonly offset: number }

/** `name` as it is meant, `bytes` unpacked. */
export interface ZipFile { readonly name: string; readonly bytes: Uint8Array }

const inflate = promisify(inflateRaw);
const sign = (letters: string): Buffer => Buffer.from(`PK${letters}`, 'latin1');
const signs = { local: sign('\u0003\u0004'), entry: sign('\u0001\u0002'), end: sign('\u0005\u0006'), descriptor: sign('\u0007\u0008') } as const;
const sizes = { local: 30, entry: 46, end: 22 } as const;
/** After the data of a file whose size was not known when it was begun: sign, checksum and two sizes of four bytes, or of eight. */
const descriptorBytes = [16, 24];
const encrypted = 1;
const sizeFollows = 8;
/** A size that stands elsewhere, for archives of more than 4 GB. */
const elsewhere = 0xffff_ffff;
const [stored, deflated] = [0, 8];

const requireThat = (holds: boolean): void => {
    if (!holds) {
        throw new UnpackFailure('archive-unreadable');
    }
};

/**
 * Makes sure that a file that is a zip inside (Word, Excel) unpacks to a reasonable size, whoever reads it: some readers go by the directory at its end,
 * others by what stands before each file. Both have to say the same, one file after the other without anything between them, and what comes out of each is
 * counted. Layout after PKWARE's APPNOTE 6.3.10, 4.3.
 * @throws UnpackFailure
 */
export async function requireModest(given: Uint8Array, limits: UnpackLimits): Promise<void> {
    const files = filesOf(given, limits);
    while (!(await files.next()).done) { /* counted, and let go */ }
}

/**
 * The files of such a zip that are wanted, in the order in which they stand. All of them are counted, wanted or not.
 * @throws UnpackFailure
 */
export async function readZip(given: Uint8Array, limits: UnpackLimits, wanted: (name: string) => boolean): Promise<readonly ZipFile[]> {
    const found: ZipFile[] = [];
    for await (const file of filesOf(given, limits)) {
        if (!file.name.endsWith('/') && wanted(file.name)) { found.push(file); }
    }
    return found;
}

/** One at a time, so that no more than what is wanted is held. */
async function* filesOf(given: Uint8Array, { files, fileBytes, unpackedBytes }: UnpackLimits): AsyncGenerator<ZipFile> {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
    const entries = readDirectory(bytes, files);
    let left = unpackedBytes;
    for (const { name, method, packedBytes, bytes: stated, data } of requireSame(bytes, entries)) {
        const most = Math.min(left, fileBytes);
        if (stated > most) {
            throw new UnpackFailure('archive-too-large');
        }
        const packed = bytes.subarray(data, data + packedBytes);
        const content = method === stored ? packed : await inflated(packed, most);
        requireThat(content.length === stated);
        left -= stated;
        yield { name: readableName(name), bytes: content };
    }
}

/** The files as the directory at the end has them, in the order in which they stand. */
function readDirectory(bytes: Buffer, most: number): readonly Entry[] {
    const end = bytes.lastIndexOf(signs.end);
    requireThat(end >= 0 && end + sizes.end <= bytes.length && end + sizes.end + bytes.readUInt16LE(end + 20) === bytes.length);
    const [count, length, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
    requireThat(start + length === end);
    if (count > most) {
        throw new UnpackFailure('too-many-files');
    }
    const entries: Entry[] = [];
    let at = start;
    for (; entries.length < count; ) {
        requireThat(at + sizes.entry <= end && bytes.subarray(at, at + 4).equals(signs.entry));
        const next = at + sizes.entry + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
        requireThat(next <= end);
        entries.push({
            flags: bytes.readUInt16LE(at + 8), method: bytes.readUInt16LE(at + 10), packedBytes: bytes.readUInt32LE(at + 20), bytes: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42),
            name: bytes.toString('latin1', at + sizes.entry, at + sizes.entry + bytes.readUInt16LE(at + 28))
        });
        at = next;
    }
    requireThat(at === end && count > 0 && new Set(entries.map(each => each.name)).size === count);
    entries.sort((one, other) => one.offset - other.offset);
    return [...entries, { name: '', flags: 0, method: 0, packedBytes: 0, bytes: 0, offset: start }];
}

/** Holds the directory against what stands before each file. The last entry is where the directory begins. @returns the files with the places of their data */
function requireSame(bytes: Buffer, entries: readonly Entry[]): readonly (Entry & { readonly data: number })[] {
    requireThat(entries[0]!.offset === 0);
    return entries.slice(0, -1).map((entry, index) => {
        const { offset, flags, method, packedBytes, name } = entry;
        const next = entries[index + 1]!.offset;
        requireThat(offset + sizes.local <= next && bytes.subarray(offset, offset + 4).equals(signs.local));
        const follows = (flags & sizeFollows) !== 0;
        requireThat((flags & encrypted) === 0 && (method === stored || method === deflated) && packedBytes !== elsewhere && entry.bytes !== elsewhere);
        requireThat(bytes.readUInt16LE(offset + 6) === flags && bytes.readUInt16LE(offset + 8) === method);
        requireThat(follows || bytes.readUInt32LE(offset + 18) === packedBytes && bytes.readUInt32LE(offset + 22) === entry.bytes);
        const nameEnd = offset + sizes.local + bytes.readUInt16LE(offset + 26);
        requireThat(bytes.toString('latin1', offset + sizes.local, nameEnd) === name);
        const data = nameEnd + bytes.readUInt16LE(offset + 28);
        const between = next - data - packedBytes;
        requireThat(follows ? descriptorBytes.includes(between) && bytes.subarray(next - between, next - between + 4).equals(signs.descriptor) : between === 0);
        // Where no size stands before it, readers look for the next sign: there may be only the one behind it.
        requireThat(!follows || !Object.values(signs).some(each => bytes.subarray(data, data + packedBytes).includes(each)));
        return { ...entry, data };
    });
}

async function inflated(packed: Buffer, most: number): Promise<Buffer> {
    try {
        return await inflate(packed, { maxOutputLength: Math.max(1, most) });
    } catch (error) {
        throw new UnpackFailure((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'archive-too-large' : 'archive-unreadable');
    }
}
