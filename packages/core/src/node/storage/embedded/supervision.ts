import { ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import * as readline from 'node:readline';
import { DatabaseStartError } from './database-errors';
import { stopOrder, SupervisorOrders, SupervisorReport } from './supervisor-protocol';

const rememberedLines = 20;

export interface SupervisionListener {
    log(line: string): void;
    /** the server, which had been ready, is gone for good: it could not be started again, or its supervisor was killed */
    lost(error: DatabaseStartError): void;
}

/** Our end of a supervisor process. */
export class Supervision {
    private readonly process: ChildProcess;
    private readonly lastLines: string[] = [];
    private readonly ended: Promise<void>;
    private failure: string | undefined;
    private stopping = false;

    constructor(private readonly orders: SupervisorOrders, private readonly listener: SupervisionListener) {
        // Sought as an installed file, because a bundle of this code lies elsewhere and has no such file beside it. Detached,
        // so that an interrupt typed at our terminal reaches only us.
        const program = createRequire(__filename).resolve('@earshot/core/lib/node/storage/embedded/supervisor');
        this.process = spawn(process.execPath, [program], { cwd: '/', detached: true, stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env.PATH } });
        this.ended = new Promise(resolve => {
            this.process.once('close', () => resolve());
        });
        // a supervisor that is gone cannot be told anything; its end is what counts
        this.process.stdin?.on('error', () => { });
    }

    /** Resolves when the server takes connections. */
    start(): Promise<void> {
        return new Promise((resolve, reject) => {
            let ready = false;
            readline.createInterface({ input: this.process.stdout! }).on('line', line => {
                const message = JSON.parse(line) as SupervisorReport;
                switch (message.report) {
                    case 'ready':
                        if (ready) {
                            this.listener.log('The database server runs again.');
                        }
                        ready = true;
                        return resolve();
                    case 'restarting':
                        return this.listener.log(`The database server stopped (${message.reason}) and is being started again.`);
                    case 'failed':
                        this.failure = message.reason;
                        return;
                    case 'log':
                        return this.remember(message.line);
                }
            });
            this.process.once('error', reject);
            void this.ended.then(() => {
                const error = new DatabaseStartError(this.sentence(), this.lastLines);
                if (ready && !this.stopping) {
                    this.listener.lost(error);
                }
                reject(error);
            });
            this.process.stdin?.write(`${JSON.stringify(this.orders)}\n`);
        });
    }

    /** Stops the server in good order and waits until it is gone. */
    async stop(): Promise<void> {
        this.stopping = true;
        this.process.stdin?.write(`${stopOrder}\n`);
        await this.ended;
    }

    get failedForGood(): boolean {
        return this.failure !== undefined;
    }

    private sentence(): string {
        return this.failure === undefined ? 'The process that keeps the database server was killed.' : `The database server does not start: ${this.failure}.`;
    }

    private remember(line: string): void {
        this.lastLines.push(line);
        if (this.lastLines.length > rememberedLines) {
            this.lastLines.shift();
        }
        this.listener.log(line);
    }
}
