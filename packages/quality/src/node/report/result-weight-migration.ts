import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

/**
 * `weight`: how many calls of the populations of sampling plans a result stands for, Σ 1 / π over the draws that it was scored for; null where no
 * draw asked for it. `weight_variance`: Σ (1 − π) / π², what each of these draws adds to the variance of an estimate. Corrections inherit them.
 */
const columns = `
alter table quality.result_figures add column weight double precision, add column weight_variance double precision;
`;

const drawn = "item.kind in ('random', 'rule') and item.probability is not null and item.scored_at is not null and item.replaced_by is null";

const keeping = [
    `create function quality.weigh_result() returns trigger language plpgsql as $$
    begin
        select sum(1 / item.probability), sum((1 - item.probability) / item.probability ^ 2) into new.weight, new.weight_variance from quality.sampling_item item where ${drawn} and item.evaluation_id in (
            with recursive earlier as (select id, revises from quality.evaluation where id = new.evaluation_id union all select each.id, each.revises from quality.evaluation each join earlier on each.id = earlier.revises)
            select id from earlier);
        return new;
    end $$`,
    'create trigger weigh_result before insert on quality.result_figures for each row execute function quality.weigh_result()',
    // An item is scored after its figures are kept; what is deleted takes its figures along.
    `create function quality.weigh_item() returns trigger language plpgsql as $$
    begin
        update quality.result_figures figures set (weight, weight_variance) = (
            select sum(1 / item.probability), sum((1 - item.probability) / item.probability ^ 2) from quality.sampling_item item where ${drawn} and item.evaluation_id = new.evaluation_id)
        where figures.evaluation_id in (
            with recursive later as (select id from quality.evaluation where id = new.evaluation_id union all select each.id from quality.evaluation each join later on each.revises = later.id)
            select id from later);
        return null;
    end $$`,
    `create trigger weigh_item after insert or update of scored_at, replaced_by, evaluation_id on quality.sampling_item for each row
        when (new.evaluation_id is not null and new.scored_at is not null and new.kind in ('random', 'rule')) execute function quality.weigh_item()`
];

/** What had been drawn and scored before. */
const past = `
with recursive scored as (select evaluation_id as id, sum(1 / probability) as weight, sum((1 - probability) / probability ^ 2) as variance from quality.sampling_item item where ${drawn} and evaluation_id is not null group by 1),
    result as (select id, weight, variance from scored union all select each.id, result.weight, result.variance from quality.evaluation each join result on each.revises = result.id)
update quality.result_figures figures set weight = result.weight, weight_variance = result.variance from result where result.id = figures.evaluation_id;
`;

export async function resultWeightMigration(database: Kysely<unknown>): Promise<void> {
    await statements(columns).up(database);
    for (const each of keeping) {
        await sql.raw(each).execute(database);
    }
    await statements(past).up(database);
}
