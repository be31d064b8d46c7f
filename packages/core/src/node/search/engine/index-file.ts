import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { crc32 } from 'node:zlib';

/** The label's length and checksum, then the label, filled up to a multiple of 8, then the index. */
const headerBytes = 8;
const aligned = (bytes: number): number => bytes + 7 & ~7;

/** Whole or not at all: a process that dies over it leaves the old file. */
export async function writeIndexFile(file: string, label: string, index: Uint8Array): Promise<void> {
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const text = Buffer.from(label);
    const header = Buffer.alloc(headerBytes + aligned(text.length));
    header.writeUInt32LE(text.length, 0);
    header.writeUInt32LE(crc32(text), 4);
    text.copy(header, headerBytes);
    const unfinished = `${file}.${process.pid}.new`;
    try {
        const handle = await fs.open(unfinished, 'w', 0o600);
        try {
            await handle.writev([header, index]);
            await handle.sync();
        } finally {
            await handle.close();
        }
        await fs.rename(unfinished, file);
    } finally {
        await fs.rm(unfinished, { force: true });
    }
}

/** undefined where there is no such file, or one whose label is damaged; the index tells damage of its own. */
export async function readIndexFile(file: string): Promise<{ readonly label: string; readonly index: Uint8Array } | undefined> {
    const bytes = await fs.readFile(file).catch(() => undefined);
    if (!bytes || bytes.length < headerBytes) {
        return undefined;
    }
    const length = bytes.readUInt32LE(0);
    const start = headerBytes + aligned(length);
    const label = bytes.subarray(headerBytes, headerBytes + length);
    return start > bytes.length || crc32(label) !== bytes.readUInt32LE(4) ? undefined : { label: label.toString(), index: bytes.subarray(start) };
}
