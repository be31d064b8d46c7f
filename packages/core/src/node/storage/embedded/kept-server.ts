import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseStartError } from './database-errors';
import { Supervision } from './supervision';
import { SupervisorOrders } from './supervisor-protocol';
import { stopSurvivor } from './survivor';

/** A killed supervisor is replaced this often, and after this many milliseconds. */
const replacements = 3;
const restDelay = 500;

export interface KeptServerListener {
    log(line: string): void;
    /** called at most once: the server is gone and could not be brought back */
    onLost?(error: DatabaseStartError): void;
}

/** A server with its supervisor. The supervisor brings back a killed server; this brings back a killed supervisor. */
export class KeptServer {
    private supervision: Supervision;
    private replacing: Promise<void> = Promise.resolve();
    private replaced = 0;
    private closing = false;

    constructor(private readonly cluster: string, private readonly orders: SupervisorOrders, private readonly listener: KeptServerListener) { }

    async start(): Promise<void> {
        const supervision: Supervision = new Supervision(this.orders, {
            log: line => this.listener.log(line),
            lost: error => this.onLost(error, supervision.failedForGood)
        });
        this.supervision = supervision;
        await supervision.start();
    }

    async stop(): Promise<void> {
        this.closing = true;
        await this.replacing;
        await this.supervision.stop();
        // a server whose supervisor was killed
        await stopSurvivor(this.cluster, line => this.listener.log(line));
    }

    private onLost(error: DatabaseStartError, forGood: boolean): void {
        if (forGood || ++this.replaced > replacements) {
            this.giveUp(error);
        } else {
            this.listener.log(`${error.message.split('\n')[0]} Starting another.`);
            this.replacing = this.replace();
        }
    }

    private async replace(): Promise<void> {
        await wait(restDelay);
        if (this.closing) {
            return;
        }
        try {
            await stopSurvivor(this.cluster, line => this.listener.log(line));
            await this.start();
        } catch (error) {
            this.giveUp(error instanceof DatabaseStartError ? error : new DatabaseStartError(String(error), []));
        }
    }

    private giveUp(error: DatabaseStartError): void {
        this.listener.log(error.message);
        this.listener.onLost?.(error);
    }
}
