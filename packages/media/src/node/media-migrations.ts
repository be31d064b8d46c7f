import { statements } from '@earshot/core/lib/node/core-migrations';
import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';

const first = `
create table media.recording (
    id uuid primary key, state text not null check (state in ('processing', 'ready', 'failed')), version integer not null default 1,
    problem jsonb, warnings text[] not null default '{}', subject text not null, owner_id uuid references core.person, team_id uuid references core.team,
    original_hash text not null references core.blob (hash), second_hash text references core.blob (hash), second_offset_ms integer not null default 0, bytes bigint not null,
    container text, codec text, channels smallint, sample_rate integer, duration_ms integer, roles text[] not null default '{}',
    rendition_hash text references core.blob (hash), peaks_hash text references core.blob (hash), peak_levels jsonb not null default '[]',
    segments jsonb, figures jsonb, loudness jsonb, revision text not null default '', job_id uuid references core.job on delete set null,
    imported_at timestamptz(3) not null default now(),
    check (state <> 'ready' or (peaks_hash is not null and duration_ms is not null and segments is not null)),
    check (state <> 'failed' or problem is not null));
create index recording_original on media.recording (original_hash);
create index recording_second on media.recording (second_hash);
create index recording_rendition on media.recording (rendition_hash);
create index recording_peaks on media.recording (peaks_hash);
create index recording_subject on media.recording (subject);
create index recording_owner on media.recording (owner_id);
create index recording_team on media.recording (team_id);
create index recording_processing on media.recording (job_id) where state = 'processing';
`;

const privacy = `
alter table media.recording add column mask_revision integer not null default 0, add column maskable_hash text references core.blob (hash);
create index recording_maskable on media.recording (maskable_hash);
create table media.mask (
    id uuid primary key, recording_id uuid not null references media.recording on delete cascade, from_ms integer not null check (from_ms >= 0), to_ms integer not null,
    reason text not null check (reason in ('card-number', 'identity-document', 'health', 'other')),
    made_by uuid references core.person, made_at timestamptz(3) not null default now(), lifted_by uuid references core.person, lifted_at timestamptz(3), check (to_ms > from_ms));
create index mask_recording on media.mask (recording_id);
create table media.listening (
    id uuid primary key, recording_id uuid not null references media.recording on delete cascade, person_id uuid not null references core.person, unmasked boolean not null, via text not null,
    began_at timestamptz(3) not null default now(), latest_at timestamptz(3) not null default now(), heard jsonb not null default '[]', heard_ms integer not null default 0);
create index listening_began on media.listening (began_at desc, id desc);
create index listening_person on media.listening (person_id, began_at desc, id desc);
create index listening_recording on media.listening (recording_id, began_at desc, id desc);
`;

const transcripts = `
create table media.transcript (
    recording_id uuid primary key references media.recording on delete cascade, format text not null, timing text not null check (timing in ('words', 'turns')), turns jsonb not null, problems jsonb not null default '[]',
    imported_by uuid references core.person, imported_at timestamptz(3) not null default now());
`;

/** What is deleted leaves its row: evaluations, figures and who listened still belong to it. */
const deletion = `
alter table media.recording drop constraint recording_state_check;
alter table media.recording alter column original_hash drop not null, add column deleted_at timestamptz(3), add column deleted_under text,
    add column transcript_deleted_at timestamptz(3), add column transcript_deleted_under text,
    add constraint recording_state_check check (state in ('processing', 'ready', 'failed', 'deleted')), add check ((state = 'deleted') = (original_hash is null) and (state = 'deleted') = (deleted_at is not null));
`;

/** Some may hear what their scope does not reach, for an occasion: an exam about a call. */
const grants = `
create table media.listening_grant (
    recording_id uuid not null references media.recording on delete cascade, person_id uuid not null references core.person, occasion text not null, granted_at timestamptz(3) not null default now(),
    primary key (recording_id, person_id, occasion));
create index on media.listening_grant (occasion);
`;

export const mediaMigrations: PackageMigrations = {
    schema: 'media',
    migrations: {
        '2026-11-21-first': statements(first),
        '2026-11-22-format': statements('alter table media.recording add column format text'),
        '2026-11-22-privacy': statements(privacy),
        '2026-11-22-transcripts': statements(transcripts),
        '2026-11-28-deletion': statements(deletion),
        '2026-11-29-grants': statements(grants)
    }
};
