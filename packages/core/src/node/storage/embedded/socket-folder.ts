import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Account, canEnter } from './account';

/**
 * PostgreSQL's socket file lies in a folder of its own that nobody else can enter. The kernel limits the length of a
 * socket's path, so it is not in the data folder, which may lie deep, but in the folder for temporary files.
 */

/** Bytes that sockaddr_un leaves for the path: 108 on Linux and 104 on macOS, less the closing zero. */
const longestPath = process.platform === 'darwin' ? 103 : 107;

const recordFile = 'socket.json';
const prefix = 'earshot-';

/** Only a name within a folder of our own counts: with it alone no two servers can meet. */
export const socketPort = 5432;

interface SocketRecord {
    readonly folder: string;
}

const fits = (folder: string): boolean => Buffer.byteLength(path.join(folder, `${prefix}XXXXXX`, `.s.PGSQL.${socketPort}.lock`)) <= longestPath;

const removeRecorded = async (home: string): Promise<void> => {
    const file = path.join(home, recordFile);
    try {
        const { folder } = JSON.parse(await fs.readFile(file, 'utf8')) as SocketRecord;
        if (path.basename(folder).startsWith(prefix)) {
            await fs.rm(folder, { recursive: true, force: true });
        }
        await fs.rm(file, { force: true });
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !(error instanceof SyntaxError)) {
            throw error;
        }
    }
};

/** Where the server of `home` listens, or last did, according to its record. */
export const recordedSocketFolder = async (home: string): Promise<string | undefined> => {
    const text = await fs.readFile(path.join(home, recordFile), 'utf8').catch(() => '{}');
    return (JSON.parse(text) as Partial<SocketRecord>).folder;
};

export interface SocketFolder {
    readonly path: string;
    remove(): Promise<void>;
}

/**
 * Makes the folder and records it in `home`; removes the one recorded there before. Only for the owner of `home`, when no
 * server of it runs.
 *
 * @throws when no folder for temporary files is short enough and open to the account
 */
export const makeSocketFolder = async (home: string, account: Account | undefined): Promise<SocketFolder> => {
    await removeRecorded(home);
    for (const parent of new Set([os.tmpdir(), '/tmp'])) {
        if (fits(parent) && await canEnter(account, parent)) {
            const folder = await fs.mkdtemp(path.join(parent, prefix));
            const record: SocketRecord = { folder };
            await fs.writeFile(path.join(home, recordFile), JSON.stringify(record));
            if (account) {
                await fs.chown(folder, account.uid, account.gid);
            }
            return { path: folder, remove: () => removeRecorded(home) };
        }
    }
    throw new Error(`The database needs a folder for its socket, and neither ${os.tmpdir()} nor /tmp will do. Set TMPDIR to a folder with a short name.`);
};
