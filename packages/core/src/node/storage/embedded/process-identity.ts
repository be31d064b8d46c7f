import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';

/**
 * Process ids are reused. A process is told apart from a later one with the same id by the moment it started;
 * on Linux that moment counts from the boot, so the boot's own id belongs to it.
 */

const onLinux = process.platform === 'linux';

/** State letter and start time (clock ticks since boot) of /proc/<pid>/stat, see proc_pid_stat(5). */
const linuxState = (pid: number): { state: string; startTime: string } | undefined => {
    try {
        const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
        // the command name stands in brackets and may itself hold brackets and spaces
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { state: fields[0], startTime: fields[19] };
    } catch {
        return undefined;
    }
};

const processStatus = (column: string, pid: number): string | undefined => {
    try {
        const env = { ...process.env, LC_ALL: 'C' };
        return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
    } catch {
        return undefined;
    }
};

/** Whether the process exists, whoever it belongs to. One that has ended but was not yet waited for counts as gone. */
export const isAlive = (pid: number): boolean => {
    if (!Number.isSafeInteger(pid) || pid <= 0) {
        return false;
    }
    if (onLinux) {
        const found = linuxState(pid);
        return found !== undefined && found.state !== 'Z' && found.state !== 'X';
    }
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
};

/** A text that differs between two processes which had the same id one after the other; undefined when there is no such process. */
export const identityOf = (pid: number): string | undefined => {
    if (!isAlive(pid)) {
        return undefined;
    }
    if (onLinux) {
        return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${linuxState(pid)?.startTime}`;
    }
    return processStatus('lstart', pid);
};

/** Which processes the process ids of this one are about: containers each have their own, also those that share a host's name. */
export const processSpace = (): string | undefined => {
    try {
        return onLinux ? fs.readlinkSync('/proc/self/ns/pid') : undefined;
    } catch {
        return undefined;
    }
};

/** The command line of a process, its parts separated by blanks; undefined when it cannot be read. */
export const commandOf = (pid: number): string | undefined => {
    if (onLinux) {
        try {
            return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() || undefined;
        } catch {
            return undefined;
        }
    }
    return processStatus('command', pid);
};
