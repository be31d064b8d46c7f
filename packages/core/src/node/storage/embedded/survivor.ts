import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseStartError } from './database-errors';
import { commandOf, isAlive } from './process-identity';

/** Milliseconds: a fast shutdown writes a checkpoint, an immediate one does not. */
const fastShutdown = 10_000;
const immediateShutdown = 10_000;
const stopCheck = 25;

/** PostgreSQL names its process in the first line of this file. */
export const pidFileOf = (cluster: string): string => path.join(cluster, 'postmaster.pid');

const recordedServer = async (cluster: string): Promise<number | undefined> => {
    const text = await fs.readFile(pidFileOf(cluster), 'utf8').catch(() => '');
    const pid = Math.abs(Number.parseInt(text, 10));
    return Number.isNaN(pid) ? undefined : pid;
};

const isServerOf = (pid: number, cluster: string): boolean => {
    const [program, folder]: (string | undefined)[] = commandOf(pid)?.split(' -D ') ?? [];
    return program !== undefined && program.endsWith('/postgres') && folder !== undefined && folder.startsWith(`${cluster} `);
};

const goneWithin = async (pid: number, milliseconds: number): Promise<boolean> => {
    const until = Date.now() + milliseconds;
    while (isAlive(pid)) {
        if (Date.now() > until) {
            return false;
        }
        await wait(stopCheck);
    }
    return true;
};

/**
 * The id in a dead server's file may by now be that of another process, and PostgreSQL would then refuse to start. Its file
 * is not deleted, because it also leads to shared memory that tells whether children of that server still live: it gets
 * the id of a process that cannot be.
 */
const disownPidFile = async (cluster: string): Promise<void> => {
    const [, ...others] = (await fs.readFile(pidFileOf(cluster), 'utf8')).split('\n');
    await fs.writeFile(pidFileOf(cluster), [String(2 ** 31 - 1), ...others].join('\n'));
};

/**
 * Stops a server that outlived the back end which had started it. To be called by the owner of the cluster only.
 *
 * @throws DatabaseStartError when it does not stop
 */
export const stopSurvivor = async (cluster: string, log: (line: string) => void): Promise<void> => {
    const pid = await recordedServer(cluster);
    if (pid === undefined || !isAlive(pid)) {
        return;
    }
    if (!isServerOf(pid, cluster)) {
        await disownPidFile(cluster);
        return;
    }
    log(`Stopping the database server ${pid}, which was left running.`);
    for (const [signal, patience] of [['SIGINT', fastShutdown], ['SIGQUIT', immediateShutdown]] as const) {
        try {
            process.kill(pid, signal);
        } catch {
            // gone, or not ours to stop: the waiting tells
        }
        if (await goneWithin(pid, patience)) {
            return;
        }
    }
    throw new DatabaseStartError(`A database server (process ${pid}) that was left running in ${cluster} does not stop. End it, then start again.`, []);
};
