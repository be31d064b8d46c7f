/**
 * A process of its own that keeps one PostgreSQL server: it starts it, starts it again when it was killed, and stops it
 * when told to or when its standard input ends, which it does however the process at the other end of it dies.
 */
import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as readline from 'node:readline';
import { stopOrder, SupervisorOrders, SupervisorReport } from './supervisor-protocol';

/** Milliseconds. An orderly stop may write a large checkpoint; an orphaned server has to be gone within two seconds. */
const orderlyPatience = 20_000;
const orphanPatience = 1_200;
const immediatePatience = 4_000;
const readyCheck = 20;
const lastWords = 400;

/** A server that cannot be brought back within this many tries in a row is given up. */
const restarts = 12;
const restartDelay = 250;
const longestDelay = 5_000;

/** Children of a killed server still hold its memory for a moment. */
const held = /pre-existing shared memory block/;

const report = (message: SupervisorReport): void => {
    process.stdout.write(`${JSON.stringify(message)}\n`);
};

/** PostgreSQL writes its own id into the first line of this file, and "ready" into the eighth once it takes connections. */
const isReady = (pidFile: string, pid: number): boolean => {
    try {
        const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
        return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
    } catch {
        return false;
    }
};

const removeEmpty = (folder: string): void => {
    try {
        fs.rmdirSync(folder);
    } catch {
        // a killed server leaves its socket there, which the next start of the same database clears away
    }
};

/** Calls back once when a server has ended and its last words were read, or the children of a killed one keep us waiting. */
const whenOver = (server: ChildProcess, then: (reason: string) => void): void => {
    let told = false;
    const tell = (code: number | null, signal: NodeJS.Signals | null): void => {
        if (!told) {
            told = true;
            then(signal ? `it was ended by ${signal}` : `it ended with code ${code}`);
        }
    };
    server.once('exit', (code, signal) => setTimeout(() => tell(code, signal), lastWords));
    server.once('close', tell);
};

class Supervisor {
    private server: ChildProcess | undefined;
    private stopping = false;
    private everReady = false;
    private failures = 0;
    private holding = false;

    constructor(private readonly orders: SupervisorOrders) { }

    start(): void {
        const { command, args, environment, uid, gid } = this.orders;
        const server = spawn(command, args, { cwd: '/', env: environment, uid, gid, stdio: ['ignore', 'ignore', 'pipe'] });
        this.server = server;
        this.holding = false;
        readline.createInterface({ input: server.stderr }).on('line', line => {
            this.holding ||= held.test(line);
            report({ report: 'log', line });
        });
        const check = setInterval(() => {
            if (server.pid !== undefined && isReady(this.orders.pidFile, server.pid)) {
                clearInterval(check);
                this.everReady = true;
                this.failures = 0;
                report({ report: 'ready', pid: server.pid });
            }
        }, readyCheck);
        server.on('error', error => report({ report: 'log', line: error.message }));
        server.once('exit', () => clearInterval(check));
        whenOver(server, reason => {
            clearInterval(check);
            this.ended(reason);
        });
    }

    stop(patience: number): void {
        if (this.server === undefined) {
            process.exit(0);
        }
        if (!this.stopping) {
            this.stopping = true;
            this.server.kill('SIGINT');
        }
        setTimeout(() => this.server?.kill('SIGQUIT'), patience);
        setTimeout(() => this.server?.kill('SIGKILL'), patience + immediatePatience);
    }

    private ended(reason: string): void {
        this.server = undefined;
        if (this.stopping) {
            removeEmpty(this.orders.socketFolder);
            process.exit(0);
        }
        this.failures++;
        if (this.failures > restarts || !this.everReady && !this.holding) {
            report({ report: 'failed', reason });
            process.exitCode = 1;
            process.stdin.destroy();
            return;
        }
        if (this.everReady && this.failures === 1) {
            report({ report: 'restarting', reason });
        }
        setTimeout(() => {
            if (!this.stopping) {
                this.start();
            }
        }, Math.min(restartDelay * 2 ** (this.failures - 1), longestDelay));
    }
}

let supervisor: Supervisor | undefined;
const stop = (patience: number) => (): void => supervisor ? supervisor.stop(patience) : process.exit(0);

const input = readline.createInterface({ input: process.stdin });
input.on('line', line => {
    if (line === stopOrder) {
        stop(orderlyPatience)();
    } else {
        supervisor = new Supervisor(JSON.parse(line) as SupervisorOrders);
        supervisor.start();
    }
});
input.on('close', stop(orphanPatience));
// A service manager that stops Earshot signals every process of it. The back end still needs its database then, and decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => { });
}
// nobody may be left to read the reports
process.stdout.on('error', () => { });
