import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { mergeRanges, type TimeRange, totalOf } from '../../common/player/time-range';
import type { MediaTables } from '../media-tables';
import { demandUnmasked, recordingRow } from './recording-rows';

/** Playing one call takes many requests: what comes within this time is one act of listening. */
const SAME_MS = 30 * 60_000;
const MOST_REMEMBERED = 20_000;

type Listener = Principal & { readonly personId: string };

/** Every look at customer data is written down; so is every listening to a recording, once, and how much of it was played. */
@injectable()
export class ListeningLog {
    private readonly latest = new Map<string, number>();

    constructor(@inject(Database) private readonly database: Database) { }

    /** Bytes are about to be sent. @param unmasked whether masked stretches are audible in them. */
    async listened(principal: Listener, recordingId: string, unmasked = false, now = Date.now()): Promise<void> {
        await this.once(`${principal.personId} ${recordingId} ${unmasked}`, now, () =>
            this.database.write<void, MediaTables>(principal, async (transaction, log) => { await begin(transaction, log, principal, recordingId, unmasked); }));
    }

    /** A transcript is about to be shown; written down as seldom as listening. */
    async read(principal: Listener, recordingId: string, unmasked: boolean, now = Date.now()): Promise<void> {
        await this.once(`text ${principal.personId} ${recordingId} ${unmasked}`, now, () =>
            this.database.write(principal, async (_transaction, log) => log.audit(unmasked ? 'transcript.read-unmasked' : 'transcript.read', 'recordings', recordingId)));
    }

    /** Writes down what has not been within the last half hour. */
    private async once(key: string, now: number, write: () => Promise<void>): Promise<void> {
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
            await write();
        } catch (error) {
            this.latest.delete(key);
            throw error;
        }
    }

    /**
     * These stretches were really played, milliseconds: they go to the act of listening that they belong to.
     * @throws FORBIDDEN, or NOT_FOUND where it does not reach, for masked stretches without `recording:unmask`: those cannot have been heard.
     */
    async heard(principal: Listener, id: string, ranges: readonly TimeRange[], unmasked: boolean): Promise<void> {
        await this.database.write<void, MediaTables>(principal, async (transaction, log) => {
            const { id: recordingId, duration_ms: durationMs } = await recordingRow(transaction, principal, 'recording:listen', id);
            if (unmasked) {
                await demandUnmasked(transaction, principal, recordingId);
            }
            const found = await transaction.selectFrom('media.listening').select(['id', 'heard']).where('recording_id', '=', recordingId).where('person_id', '=', principal.personId).where('unmasked', '=', unmasked)
                .where(sql<boolean>`latest_at > now() - ${sql.lit(`${SAME_MS} milliseconds`)}::interval`).orderBy('began_at', 'desc').limit(1).forUpdate().executeTakeFirst();
            const listeningId = found?.id ?? await begin(transaction, log, principal, recordingId, unmasked);
            const heard = mergeRanges([...found?.heard ?? [], ...ranges.map(([from, to]): TimeRange => [from, Math.min(to, durationMs ?? 0)])]);
            await transaction.updateTable('media.listening').set({ heard: JSON.stringify(heard), heard_ms: totalOf(heard), latest_at: new Date() }).where('id', '=', listeningId).execute();
            log.audit('listening.saved', 'recordings', recordingId, { heardMs: totalOf(heard), unmasked });
        });
    }

    async exported(principal: Principal, recordingId: string, unmasked: boolean): Promise<void> {
        await this.database.write(principal, async (_transaction, log) => log.audit('recording.exported', 'recordings', recordingId, { unmasked }));
    }
}

async function begin(transaction: Transaction<CoreTables & MediaTables>, log: ChangeLog, principal: Listener, recordingId: string, unmasked: boolean): Promise<string> {
    const id = newId();
    await transaction.insertInto('media.listening').values({ id, recording_id: recordingId, person_id: principal.personId, unmasked, via: principal.via, heard: '[]' }).execute();
    log.audit(unmasked ? 'recording.listened-unmasked' : 'recording.listened', 'recordings', recordingId);
    return id;
}
