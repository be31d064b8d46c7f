import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { BackupProblem } from './backup-problem';
import { endOfTar, padding, tarHeader } from './tar';

const compressed = /\.(tar\.gz|tgz)$/i;
const plain = /\.tar$/i;

/** What was written of one entry. */
export interface WrittenEntry {
    readonly bytes: number;
    /** hexadecimal */
    readonly sha256: string;
}

/** An archive while it is written, under a passing name: it takes its own when it is whole and has reached the disk. */
export class ArchiveWriter {
    private constructor(private readonly target: string, private readonly passing: string, private readonly sink: Writable, private readonly file: Writable, private readonly seconds: number) { }

    /**
     * @param target ends with `.tar`, or with `.tar.gz` or `.tgz` for one that is compressed; must not exist
     * @throws BackupProblem
     */
    static async begin(target: string, madeAt: Date): Promise<ArchiveWriter> {
        if (!compressed.test(target) && !plain.test(target)) {
            throw new BackupProblem(`The name of a backup ends with .tar or .tar.gz, not like ${path.basename(target)}.`);
        }
        if (await fs.stat(target).then(() => true, () => false)) {
            throw new BackupProblem(`${target} exists already. Nothing was written; choose another name.`);
        }
        const passing = `${target}.unfinished`;
        const handle = await fs.open(passing, 'w', 0o600).catch((error: Error) => {
            throw new BackupProblem(`${passing} cannot be written: ${error.message}`);
        });
        const file = createWriteStream('', { fd: handle, flush: true });
        const sink: Writable = compressed.test(target) ? createGzip({ level: constants.Z_BEST_SPEED }) : file;
        if (sink !== file) {
            (sink as ReturnType<typeof createGzip>).pipe(file);
            file.once('error', error => sink.destroy(error));
        }
        // told to whoever writes next
        sink.on('error', () => { });
        return new ArchiveWriter(target, passing, sink, file, Math.floor(madeAt.getTime() / 1000));
    }

    /** @throws Error when the content is not as long as was said; the archive cannot be finished then. */
    async add(name: string, bytes: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<WrittenEntry> {
        const hash = createHash('sha256');
        let written = 0;
        await this.write(tarHeader({ name, bytes }, this.seconds));
        for await (const chunk of content) {
            hash.update(chunk);
            written += chunk.length;
            await this.write(chunk);
        }
        if (written !== bytes) {
            throw new BackupProblem(`${name} changed its length while it was read. Try again.`);
        }
        await this.write(padding(bytes));
        return { bytes, sha256: hash.digest('hex') };
    }

    /** @returns bytes of the file */
    async finish(): Promise<number> {
        await this.write(endOfTar);
        this.sink.end();
        await finished(this.file);
        await fs.link(this.passing, this.target).catch(async (error: NodeJS.ErrnoException) => {
            // a file system without hard links
            await (error.code === 'EEXIST' ? Promise.reject(new BackupProblem(`${this.target} exists already.`)) : fs.rename(this.passing, this.target));
        });
        await fs.rm(this.passing, { force: true });
        return (await fs.stat(this.target)).size;
    }

    async abandon(): Promise<void> {
        this.sink.destroy();
        this.file.destroy();
        await fs.rm(this.passing, { force: true });
    }

    private async write(chunk: Buffer): Promise<void> {
        if (this.sink.errored) {
            throw this.sink.errored;
        }
        if (chunk.length > 0 && !this.sink.write(chunk)) {
            await once(this.sink, 'drain');
        }
    }
}
