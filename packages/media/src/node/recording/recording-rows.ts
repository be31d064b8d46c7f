import { type Kysely, sql } from 'kysely';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { id as idShape } from '@earshot/core/lib/common/api/operation';
import type { ContentDeletion, Recording } from '../../common/media-contract';
import type { RecordingMask } from '../../common/masking/mask';
import { type MaskedMedia, maskStateOf } from '../../common/masking/maskable';
import { listeningGranted } from './listening-grants';
import type { MediaTables } from '../media-tables';

type Tables = CoreTables & MediaTables;

/** Everything of a recording that is shown, without who speaks when. */
const rows = (database: Kysely<Tables>) => database.selectFrom('media.recording as recording').leftJoin('core.job as job', 'job.id', 'recording.job_id').select([
    'recording.id', 'recording.state', 'recording.version', 'recording.problem', 'recording.warnings', 'recording.subject', 'recording.owner_id', 'recording.team_id',
    'recording.original_hash', 'recording.second_hash', 'recording.bytes', 'recording.container', 'recording.codec', 'recording.channels', 'recording.sample_rate', 'recording.duration_ms',
    'recording.roles', 'recording.rendition_hash', 'recording.peaks_hash', 'recording.peak_levels', 'recording.figures', 'recording.loudness', 'recording.revision', 'recording.mask_revision', 'recording.maskable_hash', 'recording.imported_at', 'recording.deleted_at', 'recording.deleted_under', 'recording.transcript_deleted_at', 'recording.transcript_deleted_under', 'job.progress',
    sql<RecordingMask[]>`coalesce((select jsonb_agg(jsonb_build_object('id', mask.id, 'fromMs', mask.from_ms, 'toMs', mask.to_ms, 'reason', mask.reason) order by mask.from_ms, mask.id)
        from media.mask where mask.recording_id = recording.id and mask.lifted_at is null), '[]')`.as('masks')
]);
export type RecordingRow = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** @throws NOT_FOUND outside the caller's scope, and for what is no id at all. */
export async function recordingRow(database: Kysely<Tables>, principal: Principal, permission: string, id: string): Promise<RecordingRow> {
    return orNotFound(idShape.safeParse(id).success && await rows(database).where('recording.id', '=', id).where(reached(principal, permission)).executeTakeFirst() || undefined);
}

/** The recording of a subject that can be listened to, the latest if there are several. @throws NOT_FOUND as above. */
export async function recordingOf(database: Kysely<Tables>, principal: Principal, subject: string): Promise<RecordingRow> {
    return orNotFound(await rows(database).where('recording.subject', '=', subject).where('recording.state', '=', 'ready').where(reached(principal, 'recording:listen')).orderBy('recording.id', 'desc').limit(1).executeTakeFirst());
}

/** Listening can be granted beyond the scope; nothing else can. */
const reached = (principal: Principal, permission: string) => permission === 'recording:listen' ? sql<boolean>`(${withinRecordingScope(principal, permission)} or ${listeningGranted(principal)})` : withinRecordingScope(principal, permission);

/** For whoever asks for what is masked. @throws FORBIDDEN without `recording:unmask`, NOT_FOUND where it does not reach. */
export async function demandUnmasked(database: Kysely<Tables>, principal: Principal, id: string): Promise<void> {
    orNotFound(await database.selectFrom('media.recording as recording').select('id').where('id', '=', id).where(withinRecordingScope(principal, 'recording:unmask')).executeTakeFirst());
}

export const withinRecordingScope = (principal: Principal, permission: string) => withinScope(principal, permission, { owners: ['recording.owner_id'], team: 'recording.team_id' });

export const recordingById = async (database: Kysely<Tables>, id: string): Promise<Recording> => asRecording(await rows(database).where('recording.id', '=', id).executeTakeFirstOrThrow());

export const maskedMedia = ({ container, codec, rendition_hash, maskable_hash }: Pick<RecordingRow, 'container' | 'codec' | 'rendition_hash' | 'maskable_hash'>): MaskedMedia =>
    ({ container, codec, hasRendition: rendition_hash !== null, hasMaskable: maskable_hash !== null });

/** Names what is heard by those who may not hear all. */
export const shownRevision = ({ revision, mask_revision }: Pick<RecordingRow, 'revision' | 'mask_revision'>): string => mask_revision === 0 ? revision : `${revision}-${mask_revision}`;

const deletionOf = (at: Date | null, rule: string | null): ContentDeletion | null => at && { at: at.toISOString(), rule };

export const asRecording = (row: RecordingRow): Recording => ({
    id: row.id, state: row.state, version: row.version, problem: row.problem, warnings: row.warnings, progress: row.state === 'processing' ? row.progress : null,
    container: row.container, codec: row.codec, channels: row.channels, sampleRate: row.sample_rate, durationMs: row.duration_ms, bytes: row.bytes,
    roles: row.roles, figures: row.figures, loudness: row.loudness,
    peakLevels: row.peak_levels.map(({ windowMs, windows }, level) => ({ level, millisecondsPerPeak: windowMs, count: windows })),
    masks: row.masks, maskState: maskStateOf(maskedMedia(row), row.masks.length), revision: shownRevision(row),
    deletion: deletionOf(row.deleted_at, row.deleted_under), transcriptDeletion: deletionOf(row.transcript_deleted_at, row.transcript_deleted_under), importedAt: row.imported_at.toISOString()
});
