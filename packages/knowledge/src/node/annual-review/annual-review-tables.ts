import type { Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { ReviewActionTable } from '@earshot/writing/lib/node/minutes/minutes-tables';
import type { AnnualReviewContent } from '../../common/annual-review/annual-review';

export interface AnnualReviewTable {
    id: string;
    /** No foreign key: minutes outlive their category. */
    category_id: string | null;
    held_on: string; content: Json<AnnualReviewContent>; hash: string; next_on: string;
    /** Whoever answers for the next review now. */
    next_owner_id: string; recorded_by: string; recorded_at: Moment; reminded_at: OptionalMoment;
}

export interface AnnualReviewTables {
    'knowledge.annual_review': AnnualReviewTable;
    'knowledge.review_action': ReviewActionTable & { reminded_at: OptionalMoment };
}

export const annualReviewStatements: readonly string[] = [
    `create table knowledge.annual_review (
        id uuid primary key, category_id uuid, held_on date not null, content jsonb not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), next_on date not null, next_owner_id uuid not null references core.person,
        recorded_by uuid not null references core.person, recorded_at timestamptz(3) not null, reminded_at timestamptz(3), check (next_on >= held_on))`,
    'create index annual_review_scope on knowledge.annual_review (category_id, held_on desc, id desc)',
    'create index annual_review_next on knowledge.annual_review (next_owner_id)',
    `create table knowledge.review_action (
        id uuid primary key, review_id uuid not null references knowledge.annual_review, text text not null, owner_id uuid not null references core.person, due_on date not null, done_at timestamptz(3), done_by uuid references core.person, reminded_at timestamptz(3))`,
    'create index review_action_review on knowledge.review_action (review_id)',
    'create index review_action_open on knowledge.review_action (owner_id) where done_at is null',
    `create function knowledge.keep_minutes() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            raise exception 'Minutes are kept.' using errcode = 'restrict_violation';
        end if;
        if (new.id, new.category_id, new.held_on, new.content, new.hash, new.next_on, new.recorded_by, new.recorded_at) is distinct from (old.id, old.category_id, old.held_on, old.content, old.hash, old.next_on, old.recorded_by, old.recorded_at) then
            raise exception 'Minutes are closed when they are recorded.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger minutes_kept before update or delete on knowledge.annual_review for each row execute function knowledge.keep_minutes()',
    `create function knowledge.keep_action() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            raise exception 'Minutes are kept.' using errcode = 'restrict_violation';
        end if;
        if (new.id, new.review_id, new.text, new.due_on) is distinct from (old.id, old.review_id, old.text, old.due_on) then
            raise exception 'Minutes are closed when they are recorded.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger action_kept before update or delete on knowledge.review_action for each row execute function knowledge.keep_action()'
];
