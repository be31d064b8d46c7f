import type { EventAudience } from '../../common/events/domain-event';
import type { Principal } from '../api/context';
import type { Database } from '../storage/database';
import { announce } from './announce';
import type { JobHandle } from './job-contribution';

/** Why a running job was asked to stop. */
export type StopReason = 'cancelled' | 'stopping' | 'lost';

const progressEveryMs = 500;
const lookEveryMs = 1000;

/** Who is told of a job: its owner, and whoever may read jobs. */
export const jobAudience = (personId: string | null): EventAudience => ({ people: personId ? [personId] : [], permission: 'job:read', ownerId: personId });

interface Said { readonly share: number | null; readonly message: string | null }

/** One job while this process works on it: passes on its progress, now and then, and notices that it was cancelled. */
export class RunningJob implements JobHandle {
    private readonly stopping = new AbortController();
    private readonly looking = setInterval(() => void this.look(), lookEveryMs);
    private latest: Said | undefined;
    private closed = false;
    private writing: Promise<void> | undefined;
    private lastWrite = 0;
    private pause: NodeJS.Timeout | undefined;

    constructor(private readonly database: Database, readonly id: string, readonly principal: Principal) { }

    get signal(): AbortSignal {
        return this.stopping.signal;
    }

    get stopReason(): StopReason | undefined {
        return this.signal.aborted ? this.signal.reason as StopReason : undefined;
    }

    stop(reason: StopReason): void {
        this.stopping.abort(reason);
    }

    progress(share: number | null, message?: string): void {
        this.latest = { share: share === null ? null : Math.min(1, Math.max(0, share)), message: message ?? this.latest?.message ?? null };
        this.plan();
    }

    /** To be called when the work has ended, whichever way: after it nothing more is written. */
    async close(): Promise<void> {
        this.closed = true;
        clearInterval(this.looking);
        clearTimeout(this.pause);
        await this.writing;
    }

    /** Writes what was said last, soon, but not too often. */
    private plan(): void {
        if (this.closed || this.writing || this.pause) {
            return;
        }
        this.pause = setTimeout(() => {
            this.pause = undefined;
            const said = this.latest!;
            this.lastWrite = Date.now();
            this.writing = this.write(said)
                .catch(error => console.warn(`Progress of job ${this.id} could not be written:`, error instanceof Error ? error.message : error))
                .finally(() => {
                    this.writing = undefined;
                    if (this.latest !== said) {
                        this.plan();
                    }
                });
        }, Math.max(0, this.lastWrite + progressEveryMs - Date.now()));
    }

    /** How far a job is changes nothing that would have to be accounted for: no audit entry. */
    private async write({ share, message }: Said): Promise<void> {
        await this.database.read().transaction().execute(async transaction => {
            const row = await transaction.updateTable('core.job').set({ progress: share, message }).where('id', '=', this.id).where('state', '=', 'running')
                .returning(['cancel_requested', 'person_id']).executeTakeFirst();
            this.heed(row);
            if (row) {
                await announce(transaction, { type: 'job.progressed', entityId: this.id, detail: { progress: share } }, jobAudience(row.person_id));
            }
        });
    }

    private async look(): Promise<void> {
        const row = await this.database.read().selectFrom('core.job').select('cancel_requested').where('id', '=', this.id).executeTakeFirst().catch(() => undefined);
        this.heed(row);
    }

    private heed(row: { readonly cancel_requested: boolean } | undefined): void {
        if (row?.cancel_requested && !this.signal.aborted) {
            this.stop('cancelled');
        }
    }
}
