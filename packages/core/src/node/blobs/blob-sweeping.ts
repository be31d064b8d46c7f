import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ScheduleContribution } from '../jobs/schedules';
import { Database } from '../storage/database';
import { FileBlobStore } from './file-blob-store';

/** Whoever puts bytes has this long to refer to them. */
const graceMs = 24 * 3_600_000;

/** Removes, every night, files that nothing refers to: what was let go of, what was taken in and never used, what a killed process left half written. */
@injectable()
export class BlobSweeping implements ScheduleContribution {
    readonly name = 'blob-sweeping';
    readonly when = { cron: '20 3 * * *' };

    constructor(@inject(Database) private readonly database: Database, @inject(FileBlobStore) private readonly store: FileBlobStore) { }

    async run(): Promise<void> {
        await this.sweep(new Date());
    }

    /** @returns how many files were removed. */
    async sweep(now: Date): Promise<number> {
        const before = now.getTime() - graceMs;
        let removed = 0;
        for (const name of await filesIn(this.store.incoming)) {
            removed += await this.removeIfOlder(path.join(this.store.incoming, name), before);
        }
        for (const first of await hexFoldersIn(this.store.folder)) {
            for (const second of await hexFoldersIn(path.join(this.store.folder, first))) {
                const hashes = await filesIn(path.join(this.store.folder, first, second));
                const kept = hashes.length ? await this.database.read().selectFrom('core.blob').select('hash').where('hash', 'in', hashes).execute() : [];
                for (const hash of hashes.filter(each => !kept.some(one => one.hash === each))) {
                    removed += await this.removeUnreferenced(hash, before);
                }
            }
        }
        return removed;
    }

    /** Takes away at once what nothing refers to any more: for what must not wait for the night. Files that somebody has put within the last day stay until then. */
    async remove(hashes: readonly string[], now = new Date()): Promise<void> {
        const kept = hashes.length ? await this.database.read().selectFrom('core.blob').select('hash').where('hash', 'in', [...hashes]).execute() : [];
        for (const hash of hashes.filter(each => !kept.some(one => one.hash === each))) {
            await this.removeUnreferenced(hash, now.getTime() - graceMs);
        }
    }

    /** Set aside first and looked at there: the same bytes may be put again at this very moment, which makes them young. */
    private async removeUnreferenced(hash: string, before: number): Promise<number> {
        const file = this.store.path(hash);
        if (!await isOlder(file, before)) {
            return 0;
        }
        const aside = path.join(this.store.incoming, `${hash}.swept`);
        await fs.mkdir(this.store.incoming, { recursive: true, mode: 0o700 });
        await fs.rename(file, aside);
        if (await isOlder(aside, before)) {
            await fs.rm(aside, { force: true });
            return 1;
        }
        await fs.rename(aside, file);
        return 0;
    }

    private async removeIfOlder(file: string, before: number): Promise<number> {
        if (!await isOlder(file, before)) {
            return 0;
        }
        await fs.rm(file, { force: true });
        return 1;
    }
}

const isOlder = (file: string, before: number): Promise<boolean> => fs.stat(file).then(each => each.mtimeMs < before, () => false);

const entriesIn = (folder: string) => fs.readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
        return [];
    }
    throw error;
});
const filesIn = async (folder: string): Promise<string[]> => (await entriesIn(folder)).filter(each => each.isFile()).map(each => each.name);
const hexFoldersIn = async (folder: string): Promise<string[]> => (await entriesIn(folder)).filter(each => each.isDirectory() && /^[0-9a-f]{2}$/.test(each.name)).map(each => each.name);
