import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

/**
 * `lost`: millionths of a percentage point by question, in the order of the form's version. Whole numbers add up to the same whatever their
 * order, and what was added can be taken away again. `day` is one of UTC.
 */
const table = `
create table quality.loss_day (
    form_version_id uuid not null references assessment.form_version on delete cascade, team_id uuid references core.team on delete cascade, day date not null,
    results integer not null, counted integer[] not null, deducted integer[] not null, lost bigint[] not null, unique nulls not distinct (form_version_id, team_id, day));
create index loss_day_day on quality.loss_day (day);
`;

/** Whether a row of `quality.evaluation` is added up, as a condition about it. */
export type LossCondition = (row: string) => string;
const counts: LossCondition = row => `${row}.state = 'submitted' and ${row}.purpose = 'monitoring' and ${row}.submitted_at is not null`;

const adding = [
    `create function quality.sum_by_place(one bigint[], other bigint[]) returns bigint[] language sql immutable as $$
        select array_agg(coalesce(pair.one, 0) + coalesce(pair.other, 0) order by pair.place) from unnest(one, other) with ordinality as pair (one, other, place) $$`,
    `create function quality.add_losses(result quality.evaluation, figures real[], sign integer) returns void language sql as $$
        insert into quality.loss_day as known (form_version_id, team_id, day, results, counted, deducted, lost)
            select result.form_version_id, result.team_id, (result.submitted_at at time zone 'UTC')::date, sign,
                array_agg(sign * (loss is not null)::int order by place), array_agg(sign * coalesce(loss > 0, false)::int order by place), array_agg(sign * coalesce(round(loss * 1e6::float8)::bigint, 0) order by place)
            from unnest(figures) with ordinality as each (loss, place) having count(*) > 0
        on conflict (form_version_id, team_id, day) do update set results = known.results + excluded.results, counted = quality.sum_by_place(known.counted, excluded.counted),
            deducted = quality.sum_by_place(known.deducted, excluded.deducted), lost = quality.sum_by_place(known.lost, excluded.lost) $$`
];

/**
 * What makes a result count, or count elsewhere: it is submitted, replaced by a revision, moved to another team, or deleted. Its figures come before or
 * after it is submitted, and go after it when it is deleted: whichever is last finds the other there.
 */
export const countingLosses = (counts: LossCondition): readonly string[] => [
    `create or replace function quality.count_losses_of_figures() returns trigger language plpgsql as $$
    declare result quality.evaluation;
    begin
        select * into result from quality.evaluation where id = coalesce(new.evaluation_id, old.evaluation_id);
        if found and ${counts('result')} then
            if tg_op <> 'INSERT' then perform quality.add_losses(result, old.lost, -1); end if;
            if tg_op <> 'DELETE' then perform quality.add_losses(result, new.lost, 1); end if;
        end if;
        return null;
    end $$`,
    `create or replace function quality.count_losses_of_result() returns trigger language plpgsql as $$
    declare figures real[];
    begin
        select lost into figures from quality.result_figures where evaluation_id = old.id;
        if found then
            if ${counts('old')} then perform quality.add_losses(old, figures, -1); end if;
            if tg_op = 'UPDATE' then
                if ${counts('new')} then perform quality.add_losses(new, figures, 1); end if;
            end if;
        end if;
        return case tg_op when 'DELETE' then old end;
    end $$`
];

const triggers = [
    `create trigger losses after insert or delete or update of lost on quality.result_figures for each row execute function quality.count_losses_of_figures()`,
    `create trigger losses_change after update of state, purpose, submitted_at, team_id, form_version_id on quality.evaluation for each row
        when ((old.state, old.purpose, old.submitted_at, old.team_id, old.form_version_id) is distinct from (new.state, new.purpose, new.submitted_at, new.team_id, new.form_version_id)) execute function quality.count_losses_of_result()`,
    `create trigger losses_end before delete on quality.evaluation for each row execute function quality.count_losses_of_result()`
];

/** The losses of results that were there before. */
export const pastLosses = (counts: LossCondition): string => `
insert into quality.loss_day (form_version_id, team_id, day, results, counted, deducted, lost)
    select form_version_id, team_id, day, max(results), array_agg(counted order by place), array_agg(deducted order by place), array_agg(lost order by place)
    from (select result.form_version_id, result.team_id, (result.submitted_at at time zone 'UTC')::date as day, place, count(*) as results, count(loss) as counted, count(*) filter (where loss > 0) as deducted,
            coalesce(sum(round(loss * 1e6::float8)::bigint), 0) as lost
        from quality.evaluation result join quality.result_figures figures on figures.evaluation_id = result.id cross join lateral unnest(figures.lost) with ordinality as each (loss, place)
        where ${counts('result')} group by 1, 2, 3, 4) sums
    group by 1, 2, 3;
`;

export async function lossDayMigration(database: Kysely<unknown>): Promise<void> {
    await statements(table).up(database);
    for (const each of [...adding, ...countingLosses(counts), ...triggers]) {
        await sql.raw(each).execute(database);
    }
    await statements(pastLosses(counts)).up(database);
}
