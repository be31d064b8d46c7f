import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system account that PostgreSQL runs under. */
export interface Account {
    readonly name: string;
    readonly uid: number;
    readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, and its initdb asks for an account that the system knows by name.
 * An account of our own comes first, then the one that PostgreSQL packages create, then the one for nobody in particular.
 */
const candidates = ['earshot', 'postgres', '_postgres', 'nobody'];

const isRoot = (): boolean => process.getuid?.() === 0;

const numberFrom = async (flag: '-u' | '-g', name: string): Promise<number> => Number((await run('id', [flag, name])).stdout.trim());

const accountNamed = async (name: string): Promise<Account | undefined> => {
    try {
        return { name, uid: await numberFrom('-u', name), gid: await numberFrom('-g', name) };
    } catch {
        return undefined;
    }
};

const ownerOf = async (folder: string): Promise<Account | undefined> => {
    const stat = await fs.stat(folder).catch(() => undefined);
    if (stat === undefined || stat.uid === 0) {
        return undefined;
    }
    const { uid, gid } = stat;
    const name = await run('id', ['-nu', String(uid)]).then(({ stdout }) => stdout.trim(), () => `number ${uid}`);
    return { name, uid, gid };
};

/**
 * The account to hand PostgreSQL to, or undefined when this process is not root and may run PostgreSQL itself.
 * A cluster that exists keeps its owner.
 *
 * @param cluster the folder of the cluster, which need not exist yet
 * @throws when this process is root and the system has none of the usual unprivileged accounts
 */
export const serverAccount = async (cluster: string | undefined): Promise<Account | undefined> => {
    if (!isRoot()) {
        return undefined;
    }
    const owner = cluster === undefined ? undefined : await ownerOf(cluster);
    if (owner) {
        return owner;
    }
    for (const name of candidates) {
        const account = await accountNamed(name);
        if (account && account.uid !== 0) {
            return account;
        }
    }
    throw new Error('PostgreSQL does not run as root, and this system has no account named earshot, postgres or nobody to run it under. '
        + 'Create one ("useradd --system earshot") or start Earshot from an ordinary account.');
};

/** Runs a command under an account (or as we are) and tells whether it ended well. */
export const succeedsAs = async (account: Account | undefined, command: string, args: readonly string[]): Promise<boolean> => {
    try {
        // from the root folder, because the working folder may be out of the account's reach
        await run(command, [...args], { cwd: '/', uid: account?.uid, gid: account?.gid });
        return true;
    } catch {
        return false;
    }
};

/** Whether the account can enter a folder, all the way down. Asked of the system itself, so access lists and mounts count too. */
export const canEnter = (account: Account | undefined, folder: string): Promise<boolean> =>
    succeedsAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', folder]);
