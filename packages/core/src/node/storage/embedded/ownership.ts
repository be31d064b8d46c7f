import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identityOf, processSpace } from './process-identity';

/**
 * One back end owns a database folder at a time. The owner's file names it, and stays fresh while it lives: process ids
 * of another machine or container say nothing here, but a file that goes on being touched does.
 *
 * Each owner writes a file with the next number, and the numbers only go up: whoever finds an owner dead, or gone, competes for
 * the number after theirs, which one of many gets. Whoever was so slow that others have come and gone meanwhile finds a
 * higher number beside its own, and steps back.
 */

const numbered = /^owner(?:\.(\d+))?\.json$/;
const fileOf = (number: number): string => `owner.${number}.json`;
const beat = 3_000;

/** How long the file of an owner elsewhere is watched before it is taken for dead, in milliseconds. */
export const defaultPatience = 4 * beat;

interface Owner {
    readonly pid: number;
    readonly identity: string | undefined;
    readonly host: string;
    /** Which processes `pid` is about; the same host's, where it is not said. */
    readonly space?: string;
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
        return (JSON.parse(await fs.readFile(file, 'utf8')) as Owner | null) ?? undefined;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
};

const modified = (file: string): Promise<number> => fs.stat(file).then(stat => stat.mtimeMs, () => 0);

const isOwnedStill = async (owner: Owner, file: string, patience: number): Promise<boolean> => {
    if (owner.host === hostname() && (owner.space ?? processSpace()) === processSpace()) {
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

/** The owners' files of a folder, the latest first. */
const ownerFiles = async (folder: string): Promise<readonly { readonly name: string; readonly number: number }[]> => (await fs.readdir(folder)).flatMap(name => {
    const match = numbered.exec(name);
    return match ? [{ name, number: Number(match[1] ?? 0) }] : [];
}).sort((one, other) => other.number - one.number);

/** Writes a file that was not there, whole or not at all. @returns whether it was not there */
const create = async (file: string, content: string): Promise<boolean> => {
    const draft = `${file}.${randomUUID()}`;
    await fs.writeFile(draft, content);
    try {
        await fs.link(draft, file);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
            throw error;
        }
        return false;
    } finally {
        await fs.rm(draft, { force: true });
    }
};

/** Replaces an owner's own file by one that names nobody: its number stays taken. */
const giveUp = async (file: string): Promise<void> => {
    const draft = `${file}.${randomUUID()}`;
    await fs.writeFile(draft, 'null');
    await fs.rename(draft, file);
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
    const own = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), host: hostname(), space: processSpace() } satisfies Owner);
    for (;;) {
        const [latest] = await ownerFiles(folder);
        const other = latest && await readOwner(path.join(folder, latest.name));
        if (other && await isOwnedStill(other, path.join(folder, latest.name), patience)) {
            throw new DataFolderInUseError(dataFolder, other.pid, other.host);
        }
        const number = (latest?.number ?? 0) + 1;
        const file = path.join(folder, fileOf(number));
        if (!await create(file, own)) {
            continue;
        }
        const files = await ownerFiles(folder);
        if (files[0]!.number > number) {
            await fs.rm(file, { force: true });
            continue;
        }
        await Promise.all(files.slice(1).map(each => fs.rm(path.join(folder, each.name), { force: true })));
        return owned(file);
    }
};

const owned = (file: string): Ownership => {
    const heart = setInterval(() => {
        const now = new Date();
        fs.utimes(file, now, now).catch(() => { /* a full or vanished disk is reported by the database itself */ });
    }, beat);
    heart.unref();
    return {
        release: async () => {
            clearInterval(heart);
            await giveUp(file).catch(() => { /* then it is found dead */ });
        }
    };
};
