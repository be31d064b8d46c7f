import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identityOf } from './process-identity';

/**
 * One back end owns a database folder at a time. The owner's file names it, and stays fresh while it lives: process ids
 * of another machine or container say nothing here, but a file that goes on being touched does.
 */

const ownerFile = 'owner.json';
const beat = 3_000;

/** How long the file of an owner elsewhere is watched before it is taken for dead, in milliseconds. */
export const defaultPatience = 4 * beat;

interface Owner {
    readonly pid: number;
    readonly identity: string | undefined;
    readonly host: string;
}

/** Another live process owns the folder. */
export class DataFolderInUseError extends Error {
    override readonly name = 'DataFolderInUseError';

    constructor(readonly dataFolder: string, readonly pid: number, readonly host: string) {
        super(`The database in ${dataFolder} is in use by the process ${pid}${host === hostname() ? '' : ` on ${host}`}. `
            + 'Stop that one first, or start this one with another data folder (--data).');
    }
}

export interface Ownership {
    release(): Promise<void>;
}

const readOwner = async (file: string): Promise<Owner | undefined> => {
    try {
        return JSON.parse(await fs.readFile(file, 'utf8')) as Owner;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
};

const modified = (file: string): Promise<number> => fs.stat(file).then(stat => stat.mtimeMs, () => 0);

const isOwnedStill = async (owner: Owner, file: string, patience: number): Promise<boolean> => {
    if (owner.host === hostname()) {
        return owner.identity !== undefined && identityOf(owner.pid) === owner.identity;
    }
    const before = await modified(file);
    for (let waited = 0; waited < patience; waited += beat / 10) {
        await wait(beat / 10);
        if (await modified(file) !== before) {
            return true;
        }
    }
    return false;
};

/** Moves a dead owner's file away, unless another starter has meanwhile done so and put its own in place. */
const removeDead = async (file: string, dead: Owner | undefined): Promise<void> => {
    const aside = `${file}.${randomUUID()}`;
    try {
        await fs.rename(file, aside);
    } catch {
        return;
    }
    const moved = await readOwner(aside);
    if (JSON.stringify(moved) !== JSON.stringify(dead)) {
        await fs.link(aside, file).catch(() => { /* yet another one was faster, and will be met on the next try */ });
    }
    await fs.rm(aside, { force: true });
};

/**
 * Makes this process the owner of a folder.
 *
 * @param folder the folder that the owner's file goes into
 * @param dataFolder the folder to name in messages
 * @param patience how long to watch an owner on another host for a sign of life, in milliseconds
 * @throws DataFolderInUseError while another process owns it, or this one does already
 */
export const takeOwnership = async (folder: string, dataFolder: string, patience = defaultPatience): Promise<Ownership> => {
    const file = path.join(folder, ownerFile);
    const own: Owner = { pid: process.pid, identity: identityOf(process.pid), host: hostname() };
    for (;;) {
        const draft = `${file}.${randomUUID()}`;
        await fs.writeFile(draft, JSON.stringify(own));
        try {
            await fs.link(draft, file);
            break;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
                throw error;
            }
        } finally {
            await fs.rm(draft, { force: true });
        }
        const other = await readOwner(file);
        if (other && await isOwnedStill(other, file, patience)) {
            throw new DataFolderInUseError(dataFolder, other.pid, other.host);
        }
        await removeDead(file, other);
    }
    const heart = setInterval(() => {
        const now = new Date();
        fs.utimes(file, now, now).catch(() => { /* a full or vanished disk is reported by the database itself */ });
    }, beat);
    heart.unref();
    return {
        release: async () => {
            clearInterval(heart);
            await fs.rm(file, { force: true });
        }
    };
};
