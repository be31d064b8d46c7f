import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { MaskReason, MaskRecord } from '../../common/masking/mask';
import { SHORTEST_MASK_MS } from '../../common/masking/masked-ranges';
import { maskStateOf } from '../../common/masking/maskable';
import type { Recording } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';
import { maskedMedia, recordingById, recordingRow, type RecordingRow } from '../recording/recording-rows';
import { maskedEvent } from './mask-watch';
import { startMasking } from './masking-job';

export interface MaskRequest { readonly id: string; readonly fromMs: number; readonly toMs: number; readonly reason: MaskReason }

/** Silences stretches of recordings for most people, and lets them be heard again. The original is never touched. */
@injectable()
export class MaskService {
    constructor(@inject(Database) private readonly database: Database, @inject(JobService) private readonly jobs: JobService) { }

    /** @throws CONFLICT `recording-not-ready`; INVALID for a stretch that is too short, or not within the recording. */
    async mask(principal: Principal, { id, fromMs, toMs, reason }: MaskRequest): Promise<Recording> {
        return this.change(principal, id, 'recording:mask', async (row, transaction, log) => {
            if (row.state !== 'ready' || row.duration_ms === null) {
                throw conflict('recording-not-ready', { state: row.state });
            }
            const end = Math.min(toMs, row.duration_ms);
            if (end - fromMs < SHORTEST_MASK_MS) {
                throw invalid([{ path: 'toMs', code: 'mask-too-short', detail: { leastMs: SHORTEST_MASK_MS } }]);
            }
            const maskId = newId();
            await transaction.insertInto('media.mask').values({ id: maskId, recording_id: row.id, from_ms: fromMs, to_ms: end, reason, made_by: principal.personId }).execute();
            if (maskStateOf(maskedMedia(row), 1) === 'preparing') {
                await startMasking(this.jobs, transaction, log, principal, row.id);
            }
            log.audit('recording.masked', 'recordings', row.id, { mask: maskId, fromMs, toMs: end, reason });
        });
    }

    /** @throws NOT_FOUND for a mask that the recording does not have at present. */
    async lift(principal: Principal, id: string, maskId: string): Promise<Recording> {
        return this.change(principal, id, 'recording:unmask', async (row, transaction, log) => {
            const lifted = await transaction.updateTable('media.mask').set({ lifted_by: principal.personId, lifted_at: new Date() })
                .where('id', '=', maskId).where('recording_id', '=', row.id).where('lifted_at', 'is', null).returning(['id', 'from_ms', 'to_ms', 'reason']).executeTakeFirst();
            const { id: mask, from_ms: fromMs, to_ms: toMs, reason } = orNotFound(lifted);
            log.audit('recording.mask-lifted', 'recordings', row.id, { mask, fromMs, toMs, reason });
        });
    }

    /** All masks that there are and were, oldest first. */
    async history(principal: Principal, id: string): Promise<MaskRecord[]> {
        const database = this.database.read<MediaTables>();
        await recordingRow(database, principal, 'recording:mask', id);
        const rows = await database.selectFrom('media.mask as mask').leftJoin('core.person as maker', 'maker.id', 'mask.made_by').leftJoin('core.person as lifter', 'lifter.id', 'mask.lifted_by')
            .where('mask.recording_id', '=', id).orderBy('mask.made_at').orderBy('mask.id')
            .select(['mask.id', 'mask.from_ms', 'mask.to_ms', 'mask.reason', 'mask.made_at', 'mask.lifted_at', 'maker.name as made_by', 'lifter.name as lifted_by']).execute();
        return rows.map(each => ({
            id: each.id, fromMs: each.from_ms, toMs: each.to_ms, reason: each.reason, madeBy: each.made_by, madeAt: each.made_at.toISOString(), liftedBy: each.lifted_by, liftedAt: each.lifted_at?.toISOString() ?? null
        }));
    }

    private async change(principal: Principal, id: string, permission: string, change: (row: RecordingRow, transaction: Transaction<CoreTables & MediaTables>, log: ChangeLog) => Promise<void>): Promise<Recording> {
        return this.database.write<Recording, MediaTables>(principal, async (transaction, log) => {
            await recordingRow(transaction, principal, permission, id);
            await transaction.selectFrom('media.recording').select('id').where('id', '=', id).forUpdate().execute();
            const row = await recordingRow(transaction, principal, permission, id);   // as it is now that nobody else changes it
            await change(row, transaction, log);
            const { mask_revision: revision } = await transaction.updateTable('media.recording').set(({ eb }) => ({ mask_revision: eb('mask_revision', '+', 1), version: eb('version', '+', 1) })).where('id', '=', row.id).returning('mask_revision').executeTakeFirstOrThrow();
            log.event({ type: maskedEvent, entityId: row.id, detail: { revision } }, { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id });
            return recordingById(transaction, row.id);
        });
    }
}
