import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Account } from './account';
import { DatabaseStartError } from './database-errors';
import { NativeBinaries } from './native-binaries';

/** The database role that owns everything Earshot stores. */
export const ownerRole = 'earshot_owner';

const majorVersion = '18';

/** Neither the language nor the time zone nor any PG* variable of whoever started us has a say. */
export const serverEnvironment = (): Record<string, string> => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' });

/**
 * Letters of every script are told apart from signs (or else the trigrams of Chinese are empty), text is compared by its
 * bytes. macOS has no C.UTF-8, but a character type without a country.
 */
const localeArguments = ['--locale=C', '--lc-collate=C', `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`];

const runInitdb = (binaries: NativeBinaries, account: Account | undefined, folder: string): Promise<void> => new Promise((resolve, reject) => {
    const args = ['-D', folder, '-U', ownerRole, '--encoding=UTF8', ...localeArguments, '--auth=trust', '--no-instructions'];
    const options = { cwd: '/', env: serverEnvironment(), uid: account?.uid, gid: account?.gid };
    execFile(binaries.initdb, args, options, (error, stdout, stderr) => error
        ? reject(new DatabaseStartError(`The database in ${folder} could not be created.`, `${stdout}${stderr}`.trim().split('\n').slice(-15)))
        : resolve());
});

/**
 * Makes the cluster unless there is one. It is made beside its place and moved when whole, so a killed first start leaves
 * nothing that looks like a database.
 *
 * @throws DatabaseStartError when it cannot be made, or was made by another major version or for another account
 */
export const ensureCluster = async (cluster: string, binaries: NativeBinaries, account: Account | undefined): Promise<void> => {
    const version = await fs.readFile(path.join(cluster, 'PG_VERSION'), 'utf8').then(text => text.trim(), (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') {
            return undefined;
        }
        throw new DatabaseStartError(`The database in ${cluster} cannot be read (${error.code}). Start Earshot from the account that owns it.`, []);
    });
    if (version === majorVersion) {
        return;
    }
    if (version !== undefined) {
        throw new DatabaseStartError(`The database in ${cluster} was made by PostgreSQL ${version}, and this Earshot carries ${majorVersion}. `
            + 'Back it up with the Earshot that made it, then restore the backup with this one.', []);
    }
    const unfinished = `${cluster}.unfinished`;
    await fs.rm(unfinished, { recursive: true, force: true });
    await fs.mkdir(unfinished, { mode: 0o700 });
    if (account) {
        await fs.chown(unfinished, account.uid, account.gid);
    }
    await runInitdb(binaries, account, unfinished);
    await fs.rename(unfinished, cluster);
};
