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

export const mediaMigrations: PackageMigrations = {
    schema: 'media',
    migrations: {
        '2026-11-21-first': statements(first),
        '2026-11-22-format': statements('alter table media.recording add column format text')
    }
};
