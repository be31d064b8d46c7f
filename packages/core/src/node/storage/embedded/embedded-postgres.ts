import * as fs from 'node:fs/promises';
import { ensureCluster, ownerRole, serverEnvironment } from './cluster';
import { DatabaseStartError, explainDatabaseError } from './database-errors';
import { KeptServer } from './kept-server';
import { nativeBinaries, NativeBinaries } from './native-binaries';
import { takeOwnership } from './ownership';
import { Placement, placementFor } from './placement';
import { makeSocketFolder, SocketFolder, socketPort } from './socket-folder';
import { SupervisorOrders } from './supervisor-protocol';
import { pidFileOf, stopSurvivor } from './survivor';

export interface EmbeddedPostgresOptions {
    /** made when absent; one back end at a time */
    readonly dataFolder: string;
    /** takes one line at a time: what is being done, and what PostgreSQL writes */
    readonly log: (line: string) => void;
    /** called at most once: the server is gone and could not be brought back */
    readonly onLost?: (error: DatabaseStartError) => void;
}

/** A running server, reached as `{ host: socketFolder, port, user }` and without a password. */
export interface EmbeddedServer {
    readonly socketFolder: string;
    readonly port: number;
    readonly user: typeof ownerRole;
    /** PostgreSQL's own data folder, which need not lie in ours */
    readonly location: string;
    /** Stops the server in good order and gives the data folder free. May be called more than once. */
    close(): Promise<void>;
}

/** Safe, small, and tuned for short queries on a disk without moving parts. */
const settings: Readonly<Record<string, string>> = {
    listen_addresses: '', unix_socket_permissions: '0700',
    shared_buffers: '128MB', effective_cache_size: '512MB', random_page_cost: '1.1', jit: 'off', max_logical_replication_workers: '0',
    fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', restart_after_crash: 'on',
    timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C', logging_collector: 'off', log_destination: 'stderr', log_line_prefix: '', log_checkpoints: 'off',
    // what the server has to say of itself; a statement's error goes to whoever sent it and may quote what people wrote
    log_min_messages: 'log', log_min_error_statement: 'panic'
};

const serverArguments = (cluster: string, socketFolder: string): string[] => [
    '-D', cluster, '-k', socketFolder, '-p', String(socketPort),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
];

const ordersFor = ({ account, cluster }: Placement, binaries: NativeBinaries, socketFolder: string): SupervisorOrders => ({
    command: binaries.postgres, args: serverArguments(cluster, socketFolder), environment: serverEnvironment(),
    pidFile: pidFileOf(cluster), socketFolder, uid: account?.uid, gid: account?.gid
});

const open = async (options: EmbeddedPostgresOptions): Promise<EmbeddedServer> => {
    await fs.mkdir(options.dataFolder, { recursive: true });
    const dataFolder = await fs.realpath(options.dataFolder);
    const placement = await placementFor(dataFolder);
    const { account, cluster, home } = placement;
    const ownership = await takeOwnership(home, dataFolder);
    let socketFolder: SocketFolder | undefined;
    const giveFree = async (): Promise<void> => {
        await socketFolder?.remove();
        await ownership.release();
    };
    try {
        const binaries = await nativeBinaries(account, placement.copies, options.log);
        await stopSurvivor(cluster, options.log);
        await ensureCluster(cluster, binaries, account);
        if (placement.relocated) {
            options.log(`The database lies in ${cluster}, because ${account?.name} cannot enter ${dataFolder}.`);
        }
        socketFolder = await makeSocketFolder(home, account);
        const server = new KeptServer(cluster, ordersFor(placement, binaries, socketFolder.path), options);
        await server.start();
        let closed: Promise<void> | undefined;
        const close = async (): Promise<void> => {
            await server.stop();
            await giveFree();
        };
        return { socketFolder: socketFolder.path, port: socketPort, user: ownerRole, location: cluster, close: () => closed ??= close() };
    } catch (error) {
        await giveFree();
        throw error;
    }
};

/**
 * Starts the PostgreSQL server that Earshot carries, on a database of its own in the data folder, which is made at first.
 * It listens on a private Unix socket only. When this process dies, however it dies, the server stops within two seconds.
 *
 * @throws DataFolderInUseError when another back end has the data folder
 * @throws DatabaseStartError when the database cannot be made, read or started; it says why
 */
export const openEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedServer> => {
    if (process.platform === 'win32') {
        throw new Error('On Windows Earshot needs a PostgreSQL server of version 15 or newer: set DATABASE_URL.');
    }
    try {
        return await open(options);
    } catch (error) {
        if (!(error instanceof DatabaseStartError) && explainDatabaseError(error)) {
            throw new DatabaseStartError('The database cannot be started.', [String(error)]);
        }
        throw error;
    }
};
