import type { ColumnType, Generated } from 'kysely';
import type { GeneratedMoment, Json, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { SpeechSegment } from '@earshot/audio/lib/activity-format';
import type { ActivityFigures, ChannelRole, Recording } from '../common/media-contract';
import type { MaskReason } from '../common/masking/mask';
import type { TranscriptFormat, TranscriptProblem, TranscriptTurn } from '../common/transcript/transcript';
import type { HeaderlessFormat } from '../common/recording/headerless-format';

/** Where a level of the waveform lies in the blob of the peaks. */
export interface StoredPeakLevel { readonly windowMs: number; readonly windows: number; readonly offset: number; readonly bytes: number }

export interface RecordingTable {
    id: string;
    state: Recording['state'];
    version: Generated<number>;
    problem: OptionalJson<{ code: string; detail: Record<string, unknown> }>;
    warnings: Generated<string[]>;
    /** What it belongs to, as an `earshot:` link: `earshot:/quality/interactions/…`. */
    subject: string;
    /** The person whose own recording it is, for the scope `own`: the agent. */
    owner_id: string | null;
    team_id: string | null;
    /** Null once it is deleted; the audit log keeps the hash. */
    original_hash: string | null;
    /** The customer's leg, where a call came in two files. */
    second_hash: string | null;
    /** How much later the second leg begins, milliseconds. */
    second_offset_ms: Generated<number>;
    bytes: number;
    /** What a file without a header was said to be. */
    format: ColumnType<HeaderlessFormat | null, HeaderlessFormat | null | undefined, never>;
    container: string | null;
    codec: string | null;
    channels: number | null;
    sample_rate: number | null;
    duration_ms: number | null;
    roles: Generated<ChannelRole[]>;
    /** What browsers play, where they cannot play the original. */
    rendition_hash: string | null;
    peaks_hash: string | null;
    peak_levels: ColumnType<StoredPeakLevel[], string | undefined, string>;
    segments: OptionalJson<readonly SpeechSegment[]>;
    figures: OptionalJson<ActivityFigures>;
    loudness: OptionalJson<NonNullable<Recording['loudness']>>;
    revision: Generated<string>;
    /** Counts the changes of masks. */
    mask_revision: Generated<number>;
    /** A WAV file made only so that parts can be silenced, where what is played is compressed. */
    maskable_hash: string | null;
    job_id: string | null;
    deleted_at: OptionalMoment;
    /** The rule under which it was deleted; null where somebody deleted it. */
    deleted_under: Generated<string | null>;
    transcript_deleted_at: OptionalMoment;
    transcript_deleted_under: Generated<string | null>;
    imported_at: ColumnType<Date, Date | undefined, never>;
}

/** A stretch that is silent for most; lifted, not deleted. */
export interface MaskTable {
    id: string; recording_id: string; from_ms: number; to_ms: number; reason: MaskReason;
    made_by: string | null; made_at: GeneratedMoment; lifted_by: string | null; lifted_at: OptionalMoment;
}

/** Who listened to what, and how much of it. */
export interface ListeningTable {
    id: string; recording_id: string; person_id: string; unmasked: boolean; via: 'session' | 'token' | 'system'; began_at: GeneratedMoment; latest_at: GeneratedMoment;
    heard: Json<readonly (readonly [number, number])[]>; heard_ms: Generated<number>;
}

/** What is said in a recording. Of the file that it came in nothing is kept: it would hold what masks hide. */
export interface TranscriptTable {
    recording_id: string; format: TranscriptFormat; timing: 'words' | 'turns'; turns: Json<readonly TranscriptTurn[]>; problems: Json<readonly TranscriptProblem[]>;
    imported_by: string | null; imported_at: GeneratedMoment;
}

/** Who may hear what their scope does not reach, and for what. */
export interface ListeningGrantTable { recording_id: string; person_id: string; occasion: string; granted_at: GeneratedMoment }

export interface MediaTables {
    'media.recording': RecordingTable;
    'media.mask': MaskTable;
    'media.listening': ListeningTable;
    'media.transcript': TranscriptTable;
    'media.listening_grant': ListeningGrantTable;
}
