import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { DataFolderInUseError, explainDatabaseError, openEmbeddedPostgres } from '../storage/embedded';
import { ownerRole } from '../storage/embedded/cluster';
import { placementFor } from '../storage/embedded/placement';
import { recordedSocketFolder, socketPort } from '../storage/embedded/socket-folder';
import { BackupProblem } from './backup-problem';

const database = 'postgres';
/** A server that is just starting has its socket by then, in milliseconds. */
const startPatience = 30_000;
const lookEvery = 250;

export interface Place {
    readonly dataFolder: string;
    /** A server of one's own instead of the embedded one. */
    readonly databaseUrl?: string;
    readonly log: (line: string) => void;
}

export interface OpenedDatabase {
    readonly connection: ClientConfig;
    close(): Promise<void>;
}

/** What PostgreSQL writes when all is well. */
const serverTalk = /^LOG:/;

const exists = (file: string): Promise<boolean> => fs.stat(file).then(() => true, () => false);

/** Whether an embedded database was ever made for the data folder. */
const hasDatabase = async (dataFolder: string): Promise<boolean> => await exists(path.join(dataFolder, 'cluster')) || exists(path.join(dataFolder, 'location.json'));

const atUrl = (connectionString: string): OpenedDatabase => ({ connection: { connectionString }, close: () => Promise.resolve() });

const embedded = async ({ dataFolder, log }: Place): Promise<OpenedDatabase> => {
    const server = await openEmbeddedPostgres({ dataFolder, log: line => serverTalk.test(line) || log(line) });
    return { connection: { host: server.socketFolder, port: server.port, user: server.user, database }, close: () => server.close() };
};

/** The server that another process, the back end, keeps for the data folder. */
const running = async (dataFolder: string): Promise<OpenedDatabase> => {
    const { home } = await placementFor(await fs.realpath(dataFolder));
    for (let waited = 0; ; waited += lookEvery) {
        const host = await recordedSocketFolder(home);
        const connection: ClientConfig = { host, port: socketPort, user: ownerRole, database };
        const failure = host === undefined ? new Error('It has no socket yet.') : await failureOf(connection);
        if (!failure) {
            return { connection, close: () => Promise.resolve() };
        }
        if (waited >= startPatience) {
            throw new BackupProblem(`Earshot runs on ${dataFolder}, but its database does not answer: ${explainDatabaseError(failure)?.message ?? failure.message}`);
        }
        await wait(lookEvery);
    }
};

const failureOf = async (connection: ClientConfig): Promise<Error | undefined> => {
    const client = new Client(connection);
    client.on('error', () => { /* told by the attempt */ });
    try {
        await client.connect();
        return undefined;
    } catch (error) {
        return error as Error;
    } finally {
        await client.end().catch(() => { /* never was open */ });
    }
};

/** The database to back up: that of the URL, or the embedded one, which is started unless the back end has it running. */
export async function openForBackup(place: Place): Promise<OpenedDatabase> {
    if (place.databaseUrl) {
        return atUrl(place.databaseUrl);
    }
    if (!await hasDatabase(place.dataFolder)) {
        throw new BackupProblem(`There is no database in ${place.dataFolder}. Name the data folder with --data, or the server with --database-url.`);
    }
    try {
        return await embedded(place);
    } catch (error) {
        if (error instanceof DataFolderInUseError) {
            return running(place.dataFolder);
        }
        throw error;
    }
}

/** The database to restore into: that of the URL, or the embedded one, made when it is not there, which nobody else may be using. */
export async function openForRestore(place: Place): Promise<OpenedDatabase> {
    if (place.databaseUrl) {
        return atUrl(place.databaseUrl);
    }
    await fs.mkdir(place.dataFolder, { recursive: true, mode: 0o700 });
    return embedded(place);
}
