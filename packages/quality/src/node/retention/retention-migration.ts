/** Rules, holds, and what was deleted. Rules and people may go; what they deleted is remembered by name. */
export const retentionMigration = `
create table quality.retention_rule (
    id uuid primary key, name text not null, queue text, tag text, recording_months integer not null check (recording_months >= 0), transcript_months integer not null check (transcript_months >= 0),
    messages_months integer not null check (messages_months >= 0), active boolean not null, created_by uuid references core.person, created_at timestamptz(3) not null default now(), version integer not null default 1);
create table quality.legal_hold (
    id uuid primary key, interaction_id uuid not null references quality.interaction, reason text not null, placed_by uuid not null references core.person, placed_at timestamptz(3) not null default now(),
    lifted_by uuid references core.person, lifted_at timestamptz(3), lift_reason text, check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_reason is null)));
create unique index legal_hold_one on quality.legal_hold (interaction_id) where lifted_at is null;
create index legal_hold_interaction on quality.legal_hold (interaction_id);
create table quality.content_deletion (
    id uuid primary key, interaction_id uuid not null references quality.interaction, kind text not null check (kind in ('recording', 'transcript', 'messages')), rule_id uuid references quality.retention_rule on delete set null, rule_name text,
    by_id uuid references core.person, reason text, hash text not null, bytes bigint not null, deleted_at timestamptz(3) not null default now());
create index content_deletion_interaction on quality.content_deletion (interaction_id);
`;

/** The customer's number goes with the last of what an existing rule deletes: it says no more than what is still there. */
export const customerRetentionMigration = `
alter table quality.retention_rule add column customer_months integer not null default 0 check (customer_months >= 0);
update quality.retention_rule set customer_months = case when 0 in (recording_months, transcript_months, messages_months) then 0 else greatest(recording_months, transcript_months, messages_months) end;
alter table quality.content_deletion drop constraint content_deletion_kind_check, add constraint content_deletion_kind_check check (kind in ('recording', 'transcript', 'messages', 'customer'));
`;
