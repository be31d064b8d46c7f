import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { hiddenRanges } from '../../common/masking/masked-ranges';
import { maskSuggestions } from '../../common/transcript/mask-suggestions';
import { readTranscript } from '../../common/transcript/read-transcript';
import { shownTurns } from '../../common/transcript/shown-transcript';
import { type ParsedTranscript, TranscriptFailure } from '../../common/transcript/transcript';
import type { MaskSuggestion, ShownTurn, Transcript } from '../../common/transcript/transcript-contract';
import type { MediaTables } from '../media-tables';
import { ListeningLog } from '../recording/listening-log';
import { demandUnmasked, recordingRow } from '../recording/recording-rows';

/** What is said in recordings: brought in from elsewhere, shown without what masks hide. */
@injectable()
export class TranscriptService {
    constructor(@inject(Database) private readonly database: Database, @inject(ListeningLog) private readonly log: ListeningLog) { }

    /** @throws INVALID on the path `transcript` when nothing of the file can be used. */
    read(bytes: Uint8Array): ParsedTranscript {
        try {
            return readTranscript(bytes);
        } catch (error) {
            throw error instanceof TranscriptFailure ? invalid([{ path: 'transcript', code: error.code }]) : error;
        }
    }

    /** Puts a transcript beside a recording that the caller may transcribe, in place of the one it has. */
    async replace(principal: Principal, id: string, parsed: ParsedTranscript): Promise<void> {
        await this.database.write<void, MediaTables>(principal, async (transaction, log) => {
            const row = await recordingRow(transaction, principal, 'recording:transcribe', id);
            await this.keep(transaction, log, principal, row.id, parsed);
        });
    }

    /** Within the transaction of another package that brings in the recording, too; it has checked who may. */
    async keep<T>(transaction: Transaction<CoreTables & T>, log: ChangeLog, principal: Principal, id: string, { format, timing, turns, problems }: ParsedTranscript): Promise<void> {
        const media = transaction as unknown as Transaction<CoreTables & MediaTables>;
        const values = { format, timing, turns: JSON.stringify(turns), problems: JSON.stringify(problems), imported_by: principal.personId, imported_at: new Date() };
        await media.insertInto('media.transcript').values({ recording_id: id, ...values }).onConflict(before => before.column('recording_id').doUpdateSet(values)).execute();
        const row = await media.updateTable('media.recording').set({ transcript_deleted_at: null, transcript_deleted_under: null }).where('id', '=', id).returning(['owner_id', 'team_id']).executeTakeFirstOrThrow();
        log.audit('transcript.imported', 'recordings', id, { format, timing, turns: turns.length, problems: problems.length });
        log.event({ type: 'transcript.changed', entityId: id }, { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id });
    }

    /** Null where there is none. @param unmasked whether masked words are to be shown, by those who may lift masks. */
    async get(principal: Principal & { readonly personId: string }, id: string, unmasked: boolean): Promise<Transcript | null> {
        const database = this.database.read<MediaTables>();
        const row = await recordingRow(database, principal, 'recording:listen', id);
        if (unmasked) {
            await demandUnmasked(database, principal, id);
        }
        const found = await database.selectFrom('media.transcript').selectAll().where('recording_id', '=', id).executeTakeFirst();
        if (!found) {
            return null;
        }
        const lifted = unmasked && row.masks.length > 0;
        await this.log.read(principal, row.id, lifted);
        return {
            recordingId: row.id, format: found.format, timing: found.timing, problems: [...found.problems], importedAt: found.imported_at.toISOString(),
            turns: shownTurns(found.turns, found.timing, lifted ? [] : hiddenRanges(row.masks), row.roles)
        };
    }

    /**
     * What everybody may hear of recordings, by their ids; none of those without a transcript. For what is worked out of it by another package,
     * which has checked who may hear them, and shows no more than single places.
     */
    async heardIn(recordingIds: readonly string[]): Promise<ReadonlyMap<string, ShownTurn[]>> {
        if (recordingIds.length === 0) {
            return new Map();
        }
        const rows = await this.database.read<MediaTables>().selectFrom('media.transcript as transcript').innerJoin('media.recording as recording', 'recording.id', 'transcript.recording_id').where('transcript.recording_id', 'in', recordingIds)
            .select(['recording.id', 'recording.roles', 'transcript.timing', 'transcript.turns', sql<{ fromMs: number; toMs: number }[]>`coalesce((select jsonb_agg(jsonb_build_object('fromMs', mask.from_ms, 'toMs', mask.to_ms))
                from media.mask where mask.recording_id = recording.id and mask.lifted_at is null), '[]')`.as('masks')]).execute();
        return new Map(rows.map(each => [each.id, shownTurns(each.turns, each.timing, hiddenRanges(each.masks), each.roles)]));
    }

    async suggestMasks(principal: Principal, id: string): Promise<MaskSuggestion[]> {
        const database = this.database.read<MediaTables>();
        const row = await recordingRow(database, principal, 'recording:mask', id);
        const found = await database.selectFrom('media.transcript').select('turns').where('recording_id', '=', id).executeTakeFirst();
        return found ? [...maskSuggestions(found.turns, hiddenRanges(row.masks))] : [];
    }
}
