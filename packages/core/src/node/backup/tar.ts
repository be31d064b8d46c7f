/**
 * The tar format as far as a backup needs it: plain files with short names (ustar, POSIX.1-1988, as in "pax", section
 * "ustar Interchange Format"). Numbers are octal text; a size of 8 GiB and more is written in base 256, as GNU tar does.
 */

export const blockBytes = 512;
/** An archive ends with two blocks of zeros. */
export const endOfTar = Buffer.alloc(2 * blockBytes);

const longestName = 100;
const sizeAt = 124;
const sizeBytes = 12;
const checksumAt = 148;
const checksumBytes = 8;
const octalLimit = 8 ** (sizeBytes - 1);

export interface TarEntry {
    readonly name: string;
    /** of the content, in bytes */
    readonly bytes: number;
}

/** Zeros that fill the last block of a content of so many bytes. */
export const padding = (bytes: number): Buffer => Buffer.alloc((blockBytes - bytes % blockBytes) % blockBytes);

/** The sum of the header's bytes, with the checksum's own field taken as blanks. */
const checksumOf = (header: Buffer): number => {
    let sum = checksumBytes * 0x20;
    for (let index = 0; index < blockBytes; index++) {
        if (index < checksumAt || index >= checksumAt + checksumBytes) {
            sum += header[index]!;
        }
    }
    return sum;
};

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

const checksumField = (header: Buffer): string => `${checksumOf(header).toString(8).padStart(6, '0')}\0 `;

/** @param seconds when it was made, since 1970 */
export const tarHeader = ({ name, bytes }: TarEntry, seconds: number): Buffer => {
    if (Buffer.byteLength(name) > longestName) {
        throw new Error(`The name ${name} is too long for the archive.`);
    }
    const header = Buffer.alloc(blockBytes);
    header.write(name, 0);
    header.write(octal(0o600, 8), 100);
    header.write(octal(0, 8), 108);
    header.write(octal(0, 8), 116);
    if (bytes < octalLimit) {
        header.write(octal(bytes, sizeBytes), sizeAt);
    } else {
        header[sizeAt] = 0x80;
        header.writeBigUInt64BE(BigInt(bytes), sizeAt + sizeBytes - 8);
    }
    header.write(octal(seconds, 12), 136);
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    header.write(checksumField(header), checksumAt);
    return header;
};

const text = (header: Buffer, from: number, length: number): string => {
    const field = header.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? length : end);
};

const sizeIn = (header: Buffer): number =>
    header[sizeAt]! & 0x80 ? Number(header.readBigUInt64BE(sizeAt + sizeBytes - 8)) : parseInt(text(header, sizeAt, sizeBytes).trim() || '0', 8);

/**
 * @param header one block
 * @returns 'end' for a block of zeros
 * @throws Error when the block is not the header of a plain file, or was damaged
 */
export const readTarHeader = (header: Buffer): TarEntry | 'end' => {
    if (header.every(each => each === 0)) {
        return 'end';
    }
    const bytes = sizeIn(header);
    if (text(header, 257, 5) !== 'ustar' || header.toString('latin1', checksumAt, checksumAt + checksumBytes) !== checksumField(header)
        || !Number.isSafeInteger(bytes) || header.toString('latin1', 156, 157) !== '0') {
        throw new Error('not a header');
    }
    return { name: text(header, 0, longestName), bytes };
};
