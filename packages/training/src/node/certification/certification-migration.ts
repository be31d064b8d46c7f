import { statements } from '@earshot/core/lib/node/core-migrations';

export const certificationMigration = statements(`
create table training.certification_rule (
    position_id uuid primary key references core.position on delete cascade, rule jsonb not null, changed_by uuid not null references core.person, changed_at timestamptz(3) not null default now(), version integer not null default 1);
create table training.supervised_call (
    id uuid primary key, person_id uuid not null references core.person, percent double precision not null check (percent between 0 and 100), link text, recorded_by uuid not null references core.person, at timestamptz(3) not null default now());
create index supervised_call_person on training.supervised_call (person_id, at);
create table training.sign_off (id uuid primary key, person_id uuid not null references core.person, signed_by uuid not null references core.person, at timestamptz(3) not null default now(), check (person_id <> signed_by));
create index sign_off_person on training.sign_off (person_id, at);
`);

/**
 * Time for what is new: since when a position asks for something (ISO 8601, by id of requirement), and when people came from one position to another, which
 * is noted whoever changes it. People are reminded once of each end.
 */
export const certificationCareMigration = statements(`
alter table training.certification_rule add column asked jsonb not null default '{}';
update training.certification_rule set rule = jsonb_set(rule, '{introductionDays}', '14');
create table training.position_change (
    person_id uuid primary key references core.person on delete cascade, from_position uuid references core.position on delete set null, transferred boolean not null, at timestamptz(3) not null default now());
create table training.certification_reminder (
    person_id uuid not null references core.person on delete cascade, requirement_id text not null, ends_at timestamptz(3) not null, reminded_at timestamptz(3) not null default now(), primary key (person_id, requirement_id, ends_at));
create function training.note_position() returns trigger language plpgsql as $$
    begin insert into training.position_change (person_id, from_position, transferred) values (new.id, old.position_id, old.position_id is not null)
        on conflict (person_id) do update set from_position = excluded.from_position, transferred = excluded.transferred, at = excluded.at; return null; end $$;
create trigger position_noted after update of position_id on core.person for each row when (old.position_id is distinct from new.position_id) execute function training.note_position();
`);

/**
 * For which position a trainer has signed, or listened. Of what is known of earlier ones: given before somebody last changed their position, it was for the one that
 * they came from.
 */
export const certificationPositionMigration = statements(`
alter table training.supervised_call add column position_id uuid references core.position on delete set null;
alter table training.sign_off add column position_id uuid references core.position on delete set null;
update training.supervised_call given set position_id = case when given.at < changed.at then changed.from_position else person.position_id end
    from core.person person left join training.position_change changed on changed.person_id = person.id where person.id = given.person_id;
update training.sign_off given set position_id = case when given.at < changed.at then changed.from_position else person.position_id end
    from core.person person left join training.position_change changed on changed.person_id = person.id where person.id = given.person_id;
`);
