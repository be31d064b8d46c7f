import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inject, injectable } from '@theia/core/shared/inversify';
import { Settings } from '../start/settings';
import { BlobFailure, type BlobStore, type PutOptions, type StoredBlob } from './blob-store';

const full = ['ENOSPC', 'EDQUOT'];
const hashShape = /^[0-9a-f]{64}$/;

/**
 * Blobs as files: `<data>/blobs/ab/cd/abcd…`. What is being taken in lies in `blobs/incoming`, in the same file system,
 * and moves to its place in one step when all of it has reached the disk.
 */
@injectable()
export class FileBlobStore implements BlobStore {
    readonly folder: string;
    readonly incoming: string;

    constructor(@inject(Settings) { dataFolder }: Pick<Settings, 'dataFolder'>) {
        this.folder = path.join(dataFolder, 'blobs');
        this.incoming = path.join(this.folder, 'incoming');
    }

    async put(stream: Readable, { mediaType, maxBytes, signal }: PutOptions): Promise<StoredBlob> {
        await fs.mkdir(this.incoming, { recursive: true, mode: 0o700 });
        const temporary = path.join(this.incoming, randomUUID());
        const file = await fs.open(temporary, 'wx', 0o600);
        try {
            const hash = createHash('sha256');
            let bytes = 0;
            await pipeline(stream, async (source: AsyncIterable<Buffer>) => {
                for await (const chunk of source) {
                    bytes += chunk.length;
                    if (bytes > maxBytes) {
                        throw new BlobFailure('too-large', { largest: maxBytes });
                    }
                    hash.update(chunk);
                    await writeAll(file, chunk);
                }
            }, { signal });
            await file.sync();
            await file.close();
            const digest = hash.digest('hex');
            await this.moveIn(temporary, digest);
            return { hash: digest, bytes, mediaType };
        } catch (error) {
            stream.destroy();
            await file.close().catch(() => { });
            await fs.rm(temporary, { force: true });
            throw asFailure(error, signal);
        }
    }

    open(hash: string, range?: { readonly start: number; readonly end: number }): Readable {
        return createReadStream(this.path(hash), range);
    }

    path(hash: string): string {
        if (!hashShape.test(hash)) {
            throw new Error('Not the hash of a blob.');
        }
        return path.join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
    }

    async size(hash: string): Promise<number | undefined> {
        return fs.stat(this.path(hash)).then(each => each.size, missing);
    }

    async delete(hash: string): Promise<void> {
        await fs.rm(this.path(hash), { force: true });
    }

    async verify(hash: string): Promise<boolean> {
        const digest = createHash('sha256');
        try {
            await pipeline(this.open(hash), digest);
        } catch (error) {
            return missing(error) ?? false;
        }
        return digest.digest('hex') === hash;
    }

    /** In place of the same bytes where they are kept already: that renews their age, which protects them from being swept. */
    private async moveIn(temporary: string, hash: string): Promise<void> {
        const target = this.path(hash);
        const folder = path.dirname(target);
        const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        await fs.rename(temporary, target);
        // The name is as much data as the bytes are: it must reach the disk too, with every folder that is new.
        for (let each = folder; ; each = path.dirname(each)) {
            await syncFolder(each);
            if (!made || each === path.dirname(made) || each === this.folder) {
                break;
            }
        }
    }
}

async function writeAll(file: fs.FileHandle, chunk: Buffer): Promise<void> {
    for (let written = 0; written < chunk.length;) {
        written += (await file.write(chunk, written)).bytesWritten;
    }
}

async function syncFolder(folder: string): Promise<void> {
    if (process.platform === 'win32') {
        return; // Windows has no such call, and writes names down by itself
    }
    const handle = await fs.open(folder, 'r');
    try {
        await handle.sync();
    } finally {
        await handle.close();
    }
}

function missing(error: unknown): undefined {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
    }
}

function asFailure(error: unknown, signal: AbortSignal | undefined): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof BlobFailure) {
        return error;
    }
    if (code && full.includes(code)) {
        return new BlobFailure('disk-full', {}, { cause: error });
    }
    return signal?.aborted || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR' || code === 'ECONNRESET' ? new BlobFailure('aborted', {}, { cause: error }) : error;
}
