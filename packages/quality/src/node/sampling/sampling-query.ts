import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { LocalizedText } from '@earshot/forms';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DrawRow } from '../../common/sampling/sampling-contract';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;

/** Of a table `item`: a drawn call that waits for whoever there is, since nobody has to score it, or somebody who is not active any more. */
export const unassigned = sql<boolean>`item.scored_at is null and item.replaced_by is null
    and not exists (select from core.person evaluator where evaluator.id = item.evaluator_id and evaluator.status = 'active')`;

/** The title of the published version of a form, as a value of a query. @param formId an expression */
export const publishedTitle = (formId: RawBuilder<unknown>) => sql<LocalizedText | null>`(select title from assessment.form_version where form_id = ${formId} and state = 'published')`;

export const plansFound = (database: Tables) => database.selectFrom('quality.sampling_plan as plan').selectAll('plan')
    .select(publishedTitle(sql`(plan.definition->>'formId')::uuid`).as('form_title'));
export type PlanFound = Awaited<ReturnType<ReturnType<typeof plansFound>['executeTakeFirstOrThrow']>>;

/** Draws without what they rest on, which can be large. */
export const drawsFound = (database: Tables) => database.selectFrom('quality.sampling_draw as draw').select([
    'draw.id', 'draw.plan_id', 'draw.form_id', 'draw.first_day', 'draw.last_day', 'draw.drawn_at', 'draw.due_at', 'draw.population', 'draw.seed', 'draw.method', 'draw.population_hash',
    sql<string | null>`(select name from core.person where id = draw.drawn_by)`.as('drawn_by_name'),
    sql<number>`(select count(*) from quality.sampling_item where draw_id = draw.id and replaced_by is null)`.as('drawn'),
    sql<number>`(select count(*) from quality.sampling_item where draw_id = draw.id and replaced_by is null and scored_at is not null)`.as('scored'),
    sql<number>`(select count(*) from quality.sampling_item item where item.draw_id = draw.id and ${unassigned})`.as('unassigned')
]);
export type DrawFound = Awaited<ReturnType<ReturnType<typeof drawsFound>['executeTakeFirstOrThrow']>>;

export const showDraw = (row: DrawFound): DrawRow => ({
    id: row.id, firstDay: row.first_day, lastDay: row.last_day, drawnAt: row.drawn_at.toISOString(), drawnBy: row.drawn_by_name, dueAt: row.due_at.toISOString(), population: row.population, drawn: row.drawn, scored: row.scored, unassigned: row.unassigned
});

/** The score that counts now of what an evaluation became: its latest revision in force, or the evaluation itself. Null while there is none. */
export const percentInForce = (evaluationId: string) => sql<number | null>`(with recursive chain as (select id, state, percent from quality.evaluation where id = ${sql.ref(evaluationId)}
    union all select each.id, each.state, each.percent from quality.evaluation each join chain on each.revises = chain.id) select percent from chain where state = 'submitted' limit 1)`;

/** The score with which an evaluation, or the one that it revises, was first submitted: what its evaluator gave before anybody corrected it. */
export const percentAtFirst = (evaluationId: string) => sql<number | null>`(with recursive chain as (select id, revises, percent from quality.evaluation where id = ${sql.ref(evaluationId)}
    union all select each.id, each.revises, each.percent from quality.evaluation each join chain on each.id = chain.revises) select percent from chain where revises is null)`;
