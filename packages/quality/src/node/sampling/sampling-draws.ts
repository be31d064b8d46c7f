import { createHash, randomInt } from 'node:crypto';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { deadline } from '../../common/feedback/business-days';
import { divide } from '../../common/sampling/division';
import { drawSample } from '../../common/sampling/draw';
import type { DrawRow, ReplacementReason } from '../../common/sampling/sampling-contract';
import { drawMethod, type FrameUnit } from '../../common/sampling/sampling-frame';
import { periodAround, type PeriodRange } from '../../common/sampling/sampling-period';
import { randomIndices } from '@earshot/statistics';
import { FeedbackPolicies } from '../feedback/feedback-policies';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';
import { drawInput, qualifiedEvaluators } from './sampling-population';
import { SamplingPlans } from './sampling-plans';
import { drawsFound, type PlanFound, showDraw } from './sampling-query';

type Writing = Transaction<CoreTables & QualityTables>;
const uniqueViolation = '23505';
/** Seeds stay whole in every language that may draw again. */
const seedLimit = 2 ** 47;

/** Of a frozen population: the same calls with the same facts have the same hash. */
export const populationHash = (frame: readonly FrameUnit[]): string =>
    createHash('sha256').update(JSON.stringify(frame.map(each => [each.id, each.startedAt, each.durationMs, each.agentId, each.teamId, each.stratum, each.rule]))).digest('hex');

/** Draws: made once for each period of a plan, replayed, and mended call by call. */
@injectable()
export class SamplingDraws {
    constructor(@inject(Database) private readonly database: Database, @inject(SamplingPlans) private readonly plans: SamplingPlans, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    /** Draws from the period of a day. @throws CONFLICT `drawn-already`, `nobody-qualified`, `nothing-to-draw`, `period-ahead` */
    async draw(principal: Principal, planId: string, day: string): Promise<DrawRow> {
        const plan = await this.plans.find(planId);
        return this.drawPeriod(principal, plan, periodAround(day, plan.definition.period, houseZone()));
    }

    async drawPeriod(principal: Principal, plan: PlanFound, period: PeriodRange): Promise<DrawRow> {
        const now = new Date();
        if (period.from > now) {
            throw conflict('period-ahead');
        }
        const database = this.database.read<QualityTables>();
        const calendar = await this.policies.calendar(database);
        const input = await drawInput(database, plan.definition, period, calendar.zone, now);
        if (!input.evaluators.length) {
            throw conflict('nobody-qualified');
        }
        const seed = randomInt(seedLimit);
        const { cells, items } = drawSample(input, seed);
        if (!items.length) {
            throw conflict('nothing-to-draw');
        }
        const id = newId();
        const hash = populationHash(input.frame);
        const dueAt = deadline(now, plan.definition.dueDays, calendar);
        try {
            await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
                await transaction.insertInto('quality.sampling_draw').values({
                    id, plan_id: plan.id, form_id: plan.definition.formId, first_day: period.first, last_day: period.last, drawn_by: principal.personId, due_at: dueAt, seed, method: drawMethod,
                    population: input.frame.length, population_hash: hash, input: JSON.stringify(input), cells: JSON.stringify(cells.map(({ units, ...each }) => ({ ...each, size: units.length })))
                }).execute();
                await sql`insert into quality.sampling_item (id, draw_id, place, kind, interaction_id, cell, probability, duration_ms, evaluator_id, earlier_id)
                    select * from jsonb_to_recordset(${JSON.stringify(items.map((each, place) => ({
                        id: newId(), draw_id: id, place, kind: each.kind, interaction_id: each.interactionId, cell: each.cell, probability: each.probability, duration_ms: each.durationMs, evaluator_id: each.evaluatorId, earlier_id: each.earlierId
                    })))}::jsonb) as each (id uuid, draw_id uuid, place integer, kind text, interaction_id uuid, cell text, probability double precision, duration_ms integer, evaluator_id uuid, earlier_id uuid)`.execute(transaction);
                await this.recogniseScored(transaction, id);
                log.audit('sampling.drawn', 'sampling-draws', id, { plan: plan.id, from: period.first, to: period.last, seed, method: drawMethod, population: input.frame.length, populationHash: hash, calls: items.length });
                await this.tell(transaction, log, id, plan.title);
            });
        } catch (error) {
            throw (error as { readonly code?: unknown }).code === uniqueViolation ? conflict('drawn-already') : error;
        }
        return showDraw(await drawsFound(database).where('draw.id', '=', id).executeTakeFirstOrThrow());
    }

    /** Draws once more from what was frozen, with the same seed, and compares; replaced calls count as what they replaced. */
    async repeat(id: string): Promise<{ populationKept: boolean; sameCalls: boolean; calls: number }> {
        const database = this.database.read<QualityTables>();
        const { input, seed, method, population_hash: hash } = orNotFound(await database.selectFrom('quality.sampling_draw').select(['input', 'seed', 'method', 'population_hash']).where('id', '=', id).executeTakeFirst());
        const kept = await database.selectFrom('quality.sampling_item').select(['place', 'kind', 'interaction_id', 'cell']).where('draw_id', '=', id).orderBy('place').execute();
        const { items } = drawSample(input, seed, method);
        const sameCalls = items.every((each, place) => kept[place]?.interaction_id === each.interactionId && kept[place].kind === each.kind && kept[place].cell === each.cell);
        return { populationKept: populationHash(input.frame) === hash, sameCalls, calls: items.length };
    }

    /**
     * Replaces a call that cannot be scored by the next of its cell: nobody chooses it. A second scoring of the call moves along.
     * It goes to those whom the draw was divided among, as far as they are active and qualified now.
     * @throws CONFLICT `wrong-state` for what is scored or replaced already, `not-replaceable`, `own-item` for what the caller has to score, `reserve-exhausted`
     */
    async replace(principal: Principal, id: string, reason: ReplacementReason, text: string): Promise<void> {
        const { draw_id: drawId } = orNotFound(await this.database.read<QualityTables>().selectFrom('quality.sampling_item').select('draw_id').where('id', '=', id).executeTakeFirst());
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const draw = await transaction.selectFrom('quality.sampling_draw').selectAll().where('id', '=', drawId).forUpdate().executeTakeFirstOrThrow();
            const items = await transaction.selectFrom('quality.sampling_item').selectAll().where('draw_id', '=', drawId).orderBy('place').execute();
            const item = items.find(each => each.id === id)!;
            if (item.replaced_by || item.scored_at) {
                throw conflict('wrong-state', { state: item.replaced_by ? 'replaced' : 'scored' });
            }
            if (item.cell === null || item.kind === 'shadow') {
                throw conflict('not-replaceable');
            }
            const moving = [item, ...items.filter(each => each.kind === 'shadow' && each.interaction_id === item.interaction_id && !each.replaced_by && !each.scored_at)];
            if (moving.some(each => each.evaluator_id === principal.personId)) {
                throw conflict('own-item');
            }
            const used = new Set(items.map(each => each.interaction_id));
            const next = drawSample(draw.input, draw.seed, draw.method).reserve.get(item.cell)!.find(each => !used.has(each));
            const unit = draw.input.frame.find(each => each.id === next);
            if (!unit) {
                throw conflict('reserve-exhausted');
            }
            let place = items.length;
            const evaluators = (await qualifiedEvaluators(transaction, draw.input.definition)).filter(each => draw.input.evaluators.some(one => one.id === each.id));
            const loads = new Map(evaluators.map(each => [each.id, items.filter(one => one.evaluator_id === each.id && !one.replaced_by).reduce((sum, one) => sum + one.duration_ms, 0)]));
            let first: string | null = null;
            for (const each of moving) {
                const taken = first;
                const [evaluatorId] = divide([unit], evaluators, draw.input.definition.notOwnTeam, randomIndices(draw.seed + place), loads, () => taken);
                const replacement = newId();
                await transaction.insertInto('quality.sampling_item').values({
                    id: replacement, draw_id: drawId, place, kind: each.kind, interaction_id: unit.id, cell: each.cell, probability: each.probability, duration_ms: unit.durationMs, evaluator_id: evaluatorId ?? null,
                    evaluation_id: null, earlier_id: null, replaced_by: null, reason: null, reason_text: null
                }).execute();
                await transaction.updateTable('quality.sampling_item').set({ replaced_by: replacement, replaced_at: new Date(), reason, reason_text: text }).where('id', '=', each.id).execute();
                log.audit('sampling.replaced', 'sampling-items', each.id, { draw: drawId, by: replacement, call: each.interaction_id, newCall: unit.id, reason });
                first = evaluatorId ?? null;
                place++;
            }
            await this.recogniseScored(transaction, drawId);
            log.event({ type: 'sampling.changed', entityId: drawId }, { permission: 'sampling:read', people: [...new Set(moving.flatMap(each => each.evaluator_id ?? []))] });
        });
    }

    /** What its evaluator has scored on the form before the call was drawn need not be scored again. */
    private async recogniseScored(transaction: Writing, drawId: string): Promise<void> {
        await sql`update quality.sampling_item item set evaluation_id = evaluation.id, scored_at = evaluation.submitted_at from quality.evaluation evaluation, quality.sampling_draw draw
            where draw.id = item.draw_id and item.draw_id = ${drawId} and item.kind in ('random', 'rule') and item.scored_at is null and item.replaced_by is null and evaluation.interaction_id = item.interaction_id
              and evaluation.form_id = draw.form_id and evaluation.evaluator_id = item.evaluator_id and evaluation.purpose = 'monitoring' and evaluation.state in ('submitted', 'superseded') and evaluation.revises is null`.execute(transaction);
    }

    private async tell(transaction: Writing, log: ChangeLog, drawId: string, title: string): Promise<void> {
        const people = await transaction.selectFrom('quality.sampling_item').where('draw_id', '=', drawId).where('scored_at', 'is', null).where('evaluator_id', 'is not', null).groupBy('evaluator_id')
            .select(['evaluator_id', ({ fn }) => fn.countAll<number>().as('calls')]).execute();
        people.forEach(each => log.notify(each.evaluator_id!, 'sampling.assigned', { title, calls: each.calls }, linkTo('quality', 'sampling-draws', drawId)));
        log.event({ type: 'sampling.changed', entityId: drawId }, { permission: 'sampling:read', people: people.map(each => each.evaluator_id!) });
    }
}
