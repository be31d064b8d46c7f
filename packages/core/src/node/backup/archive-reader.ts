import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { BackupProblem } from './backup-problem';
import { blockBytes, endOfTar, padding, readTarHeader, type TarEntry } from './tar';

const gzipMark = Buffer.from([0x1f, 0x8b]);

/** One entry of an archive. What is not read of its content is passed over. */
export interface ArchiveEntry extends TarEntry {
    readonly content: AsyncIterable<Buffer>;
}

const truncated = (): BackupProblem => new BackupProblem('The archive is cut off: its end is missing.');
const damaged = (where: string): BackupProblem => new BackupProblem(`The archive is damaged ${where}.`);

const whyUnreadable = (error: unknown): unknown => {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'Z_BUF_ERROR' ? truncated() : code?.startsWith('Z_') ? damaged(`(${message})`) : error;
};

const isZero = (bytes: Buffer): boolean => bytes.every(each => each === 0);

/** Bytes of a stream, as many at a time as are asked for. */
class ByteSource {
    private rest: Buffer = Buffer.alloc(0);
    private readonly chunks: AsyncIterator<Buffer>;

    constructor(stream: AsyncIterable<Buffer>) {
        this.chunks = stream[Symbol.asyncIterator]();
    }

    /** One to `most` bytes; undefined at the end. */
    async some(most: number): Promise<Buffer | undefined> {
        while (this.rest.length === 0) {
            const next = await this.chunks.next().catch((error: unknown) => {
                throw whyUnreadable(error);
            });
            if (next.done) {
                return undefined;
            }
            this.rest = next.value;
        }
        const taken = this.rest.subarray(0, most);
        this.rest = this.rest.subarray(taken.length);
        return taken;
    }

    async exactly(bytes: number): Promise<Buffer> {
        const parts: Buffer[] = [];
        for (let missing = bytes; missing > 0;) {
            const part = await this.some(missing);
            if (!part) {
                throw truncated();
            }
            parts.push(part);
            missing -= part.length;
        }
        return Buffer.concat(parts);
    }

    close(): Promise<unknown> {
        return Promise.resolve(this.chunks.return?.());
    }
}

async function* contentOf(source: ByteSource, { name, bytes }: TarEntry): AsyncGenerator<Buffer> {
    for (let missing = bytes; missing > 0;) {
        const part = await source.some(missing);
        if (!part) {
            throw truncated();
        }
        missing -= part.length;
        yield part;
    }
    if (!isZero(await source.exactly(padding(bytes).length))) {
        throw damaged(`after ${name}`);
    }
}

const isCompressed = async (file: string): Promise<boolean> => {
    const handle = await fs.open(file).catch((error: NodeJS.ErrnoException) => {
        throw new BackupProblem(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`);
    });
    try {
        const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
        return buffer.equals(gzipMark);
    } finally {
        await handle.close();
    }
};

/**
 * The entries of an archive in order, compressed or not.
 *
 * @throws BackupProblem when the archive is cut off or damaged; content that was altered without harm to the format is for the caller to notice
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
    const compressed = await isCompressed(file);
    const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
    const stream = compressed ? bytes.pipe(createGunzip()) : bytes;
    bytes.once('error', error => stream.destroy(error));
    const source = new ByteSource(stream);
    let name = 'at its beginning';
    try {
        for (;;) {
            const header = readHeader(await source.exactly(blockBytes), name);
            if (header === 'end') {
                break;
            }
            const content = contentOf(source, header);
            yield { ...header, content };
            for await (const unread of content) {
                void unread;
            }
            name = `after ${header.name}`;
        }
        if (!isZero(await source.exactly(endOfTar.length - blockBytes)) || await source.some(1)) {
            throw damaged('at its end');
        }
    } finally {
        await source.close();
        bytes.destroy();
    }
}

const readHeader = (block: Buffer, where: string): TarEntry | 'end' => {
    try {
        return readTarHeader(block);
    } catch {
        throw damaged(where);
    }
};
