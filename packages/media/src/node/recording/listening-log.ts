import { inject, injectable } from '@theia/core/shared/inversify';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';

/** Playing one call takes many requests: what comes within this time is one act of listening. */
const SAME_MS = 30 * 60_000;
const MOST_REMEMBERED = 20_000;

/** Every look at customer data is written down; so is every listening to a recording, once. */
@injectable()
export class ListeningLog {
    private readonly latest = new Map<string, number>();

    constructor(@inject(Database) private readonly database: Database) { }

    async listened(principal: Principal, recordingId: string, now = Date.now()): Promise<void> {
        const key = `${principal.personId} ${recordingId}`;
        const before = this.latest.get(key);
        if (before !== undefined && now - before < SAME_MS) {
            return;
        }
        this.latest.delete(key);
        this.latest.set(key, now);
        if (this.latest.size > MOST_REMEMBERED) {
            this.latest.delete(this.latest.keys().next().value!);
        }
        try {
            await this.database.write(principal, async (_transaction, log) => log.audit('recording.listened', 'recordings', recordingId));
        } catch (error) {
            this.latest.delete(key);
            throw error;
        }
    }

    async exported(principal: Principal, recordingId: string): Promise<void> {
        await this.database.write(principal, async (_transaction, log) => log.audit('recording.exported', 'recordings', recordingId));
    }
}
