import { type Kysely, sql } from 'kysely';
import { serviceMigrations } from './services-migrations';
import type { PackageMigrations } from './storage/migration';

const run = async (database: Kysely<unknown>, statements: string): Promise<void> => {
    for (const each of statements.split(/;\s*\n/).map(one => one.trim()).filter(Boolean)) {
        await sql.raw(each).execute(database);
    }
};

const first = `
create table core.team (
    id uuid primary key, parent_id uuid references core.team, name text not null, leader_id uuid, version integer not null default 1);
create index team_parent on core.team (parent_id);
create table core.position (
    id uuid primary key, code text not null unique, name text not null, version integer not null default 1);
create table core.person (
    id uuid primary key, name text not null, login text not null unique, employee_number text unique, email text, pinyin text,
    team_id uuid references core.team, position_id uuid references core.position, joined_on date,
    status text not null default 'active' check (status in ('active', 'deactivated')), sample boolean not null default false,
    password text, must_change_password boolean not null default false, failed_attempts integer not null default 0,
    locked_until timestamptz(3), last_sign_in_at timestamptz(3), created_at timestamptz(3) not null default now(), version integer not null default 1);
create index person_name on core.person (name, id);
create index person_team on core.person (team_id);
create index person_position on core.person (position_id);
alter table core.team add foreign key (leader_id) references core.person;
create table core.role (
    id uuid primary key, code text not null unique, name text, built_in boolean not null, version integer not null default 1);
create table core.role_grant (
    role_id uuid not null references core.role on delete cascade, permission text not null, scope text not null check (scope in ('own', 'team', 'all')), primary key (role_id, permission));
create table core.permission_seen (permission text primary key);
create table core.person_role (
    person_id uuid not null references core.person, role_id uuid not null references core.role, primary key (person_id, role_id));
create index person_role_role on core.person_role (role_id);
create table core.session (
    id uuid primary key, secret_hash bytea not null unique, person_id uuid not null references core.person, created_at timestamptz(3) not null, last_seen_at timestamptz(3) not null, expires_at timestamptz(3) not null);
create index session_person on core.session (person_id);
create table core.api_token (
    id uuid primary key, person_id uuid not null references core.person, name text not null, prefix text not null, secret_hash bytea not null unique,
    created_at timestamptz(3) not null, expires_at timestamptz(3), last_used_at timestamptz(3));
create index api_token_person on core.api_token (person_id);
create table core.invitation (
    id uuid primary key, person_id uuid not null references core.person, secret_hash bytea not null unique, expires_at timestamptz(3) not null, used_at timestamptz(3));
create table core.preference (
    person_id uuid not null references core.person, key text not null, value jsonb not null, primary key (person_id, key));
create table core.notification (
    id uuid primary key, person_id uuid not null references core.person, kind text not null, detail jsonb not null, link text, created_at timestamptz(3) not null default now(), read_at timestamptz(3));
create index notification_person on core.notification (person_id, id);
create table core.notification_choice (
    person_id uuid primary key references core.person, email text[] not null default '{}', webhook text[] not null default '{}', webhook_url text, webhook_secret text);
create table core.audit_entry (
    id uuid primary key, at timestamptz(3) not null, action text not null, actor_id uuid, entity_type text not null, entity_id text not null, detail jsonb not null, position bigint generated always as identity unique);
create index audit_entry_entity on core.audit_entry (entity_id);
create index audit_entry_actor on core.audit_entry (actor_id, id);
create table core.audit_seal (
    sequence bigint primary key, entry_id uuid not null unique references core.audit_entry, hash bytea not null, sealed_at timestamptz(3) not null);
revoke update, delete, truncate on core.audit_entry, core.audit_seal from earshot_app;
create table core.job (
    id uuid primary key, kind text not null, title text not null, person_id uuid references core.person, state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress real, message text, problem jsonb, result jsonb, cancel_requested boolean not null default false, created_at timestamptz(3) not null default now(), finished_at timestamptz(3));
create index job_person on core.job (person_id, id);
create table core.blob (
    hash text primary key, bytes bigint not null, media_type text not null, created_at timestamptz(3) not null default now());
create table core.setting (key text primary key, value jsonb not null);
`;

export const coreMigrations: PackageMigrations = {
    schema: 'core',
    migrations: { '2026-11-21-first': { up: database => run(database, first) }, ...serviceMigrations }
};

/** For other packages: runs several statements, separated by a semicolon at the end of a line. */
export const statements = (text: string) => ({ up: (database: Kysely<unknown>) => run(database, text) });
