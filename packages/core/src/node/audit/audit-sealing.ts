import { inject, injectable } from '@theia/core/shared/inversify';
import type { StartTask } from '../start/start-task';
import { AuditService } from './audit-service';

const everyMs = 2000;

/** Writes what was gathered for the audit log and seals it every two seconds, and once more before the server ends. */
@injectable()
export class AuditSealing implements StartTask {
    readonly order = 90;
    private timer: NodeJS.Timeout | undefined;
    private running: Promise<unknown> = Promise.resolve();

    constructor(@inject(AuditService) private readonly audit: AuditService) { }

    async run(): Promise<void> {
        this.timer = setInterval(() => {
            this.running = this.running.then(() => this.audit.writeGathered()).then(() => this.audit.seal()).catch(error => console.warn('The audit log could not be sealed; it will be tried again.', error));
        }, everyMs);
    }

    async stop(): Promise<void> {
        clearInterval(this.timer);
        await this.running;
        await this.audit.writeGathered(true);
        while (await this.audit.seal()) { /* until nothing is left */ }
    }
}
