import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table training.certificate (
    id uuid primary key, person_id uuid not null references core.person, position_id uuid references core.position on delete set null, code text not null unique, content jsonb not null, hash text not null,
    issued_at timestamptz(3) not null, issued_by uuid references core.person, valid_until timestamptz(3), supersedes uuid unique references training.certificate,
    superseded_at timestamptz(3), revoked_at timestamptz(3), revoked_by uuid references core.person, revoked_reason text, check ((revoked_at is null) = (revoked_by is null)), check ((revoked_at is null) = (revoked_reason is null)));
create unique index certificate_one_present on training.certificate (person_id, position_id) where superseded_at is null and revoked_at is null;
create index certificate_issued on training.certificate (issued_at desc, id desc);
create index certificate_person on training.certificate (person_id, issued_at desc);
create table training.certificate_house (id uuid primary key, name text not null, named_by uuid not null references core.person, named_at timestamptz(3) not null default now());
`);

/** Whatever a later program believes. */
const guards = [
    `create function training.keep_certificate() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            raise exception 'A certificate is kept.' using errcode = 'restrict_violation';
        end if;
        if (new.id, new.person_id, new.code, new.content, new.hash, new.issued_at, new.issued_by, new.valid_until, new.supersedes) is distinct from
            (old.id, old.person_id, old.code, old.content, old.hash, old.issued_at, old.issued_by, old.valid_until, old.supersedes) or new.position_id is not null and new.position_id is distinct from old.position_id then
            raise exception 'What a certificate says stays so.' using errcode = 'restrict_violation';
        end if;
        if old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at or old.revoked_at is not null and (new.revoked_at, new.revoked_by, new.revoked_reason) is distinct from (old.revoked_at, old.revoked_by, old.revoked_reason) then
            raise exception 'What has ended a certificate stays so.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger certificate_kept before update or delete on training.certificate for each row execute function training.keep_certificate()'
];

/** Certificates as they were issued: of each only that it was superseded or revoked is added later. In whose name they are issued is a list to which names are added. */
export const certificateMigration = {
    up: async (database: Kysely<unknown>): Promise<void> => {
        await tables.up(database);
        for (const each of guards) {
            await sql.raw(each).execute(database);
        }
    }
};
