import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Transaction } from 'kysely';
import { dayAt, nextDay } from '../../common/feedback/business-days';
import { outlineOf } from '../../common/sampling/outline';
import type { DrawRow, PlanOutline, PlanRow } from '../../common/sampling/sampling-contract';
import { type SamplingDefinition, usualGraceDays } from '../../common/sampling/sampling-definition';
import { drawnFrom, lastPeriodWithGrace, periodAround } from '../../common/sampling/sampling-period';
import { ableToEvaluate } from '../evaluation/evaluators';
import { houseZone } from '../house-zone';
import type { QualityTables } from '../quality-tables';
import { frameInput } from './sampling-population';
import { stratumNames } from './sampling-names';
import { type PlanFound, plansFound, showDraw, drawsFound } from './sampling-query';

type Caller = Principal & { readonly personId: string };
type Writing = Transaction<CoreTables & QualityTables>;
export interface PlanInput { readonly title: string; readonly definition: SamplingDefinition; readonly active: boolean }
const mostDraws = 60;

/** Sampling plans: how calls are to be drawn, until they are (`SamplingDraws`). */
@injectable()
export class SamplingPlans {
    constructor(@inject(Database) private readonly database: Database) { }

    /** Plans and their draws are the whole centre's: whoever may see them sees all. */
    async list(filter: { readonly after?: string; readonly limit: number }) {
        let select = plansFound(this.database.read<QualityTables>()).orderBy('plan.id', 'desc').limit(filter.limit + 1);
        if (filter.after) { select = select.where('plan.id', '<', String(fromCursor(filter.after, 1)[0])); }
        const found = await select.execute();
        const draws = await this.latestDraws(found.map(each => each.id));
        return pageOf(found, filter.limit, row => [row.id], row => this.show(row, draws.get(row.id) ?? null));
    }

    async get(id: string): Promise<PlanRow & { draws: DrawRow[] }> {
        const [plan, draws] = await Promise.all([this.find(id), drawsFound(this.database.read<QualityTables>()).where('draw.plan_id', '=', id).orderBy('draw.first_day', 'desc').limit(mostDraws).execute()]);
        const shown = draws.map(showDraw);
        return { ...this.show(plan, shown[0] ?? null), draws: shown };
    }

    async find(id: string): Promise<PlanFound> {
        return orNotFound(await plansFound(this.database.read<QualityTables>()).where('plan.id', '=', id).executeTakeFirst());
    }

    /** @throws INVALID for evaluators who may not evaluate, or a form that is not published. */
    async create(principal: Caller, input: PlanInput): Promise<PlanRow> {
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await this.check(transaction, input.definition);
            await transaction.insertInto('quality.sampling_plan').values({ id, title: input.title, definition: JSON.stringify(input.definition), active: input.active, created_by: principal.personId, active_since: new Date() }).execute();
            this.record(log, 'sampling.planned', id, input);
        });
        return this.get(id);
    }

    async change(principal: Principal, { id, version, ...input }: PlanInput & { readonly id: string; readonly version: number }): Promise<PlanRow> {
        const seen = await this.find(id);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await this.check(transaction, input.definition);
            const changed = await transaction.updateTable('quality.sampling_plan').set(({ eb }) => ({
                title: input.title, definition: JSON.stringify(input.definition), active: input.active, version: eb('version', '+', 1), ...(input.active && !seen.active ? { active_since: new Date() } : {})
            })).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile');
            }
            this.record(log, 'sampling.plan-changed', id, input);
        });
        return this.get(id);
    }

    /** What would be drawn, in numbers. */
    async outline(definition: SamplingDefinition, day: string, planId?: string): Promise<PlanOutline> {
        const database = this.database.read<QualityTables>();
        const zone = houseZone();
        const period = periodAround(day, definition.period, zone);
        const [{ frame, deviations, evaluators: qualified }, people, drawn] = await Promise.all([
            frameInput(database, definition, period, zone, new Date()),
            database.selectFrom('core.person').select(['id', 'name']).where('id', 'in', definition.evaluatorIds).orderBy('name').execute(),
            planId ? database.selectFrom('quality.sampling_draw').select('id').where('plan_id', '=', planId).where('first_day', '=', period.first).executeTakeFirst() : undefined
        ]);
        const figures = outlineOf(definition, frame, deviations);
        const name = await stratumNames(database, definition.strata, figures.strata.map(each => each.stratum));
        return {
            ...figures, firstDay: period.first, lastDay: period.last, drawn: !!drawn, strata: figures.strata.map(each => ({ ...each, stratum: name(each.stratum) })),
            evaluators: people.map(each => ({ personId: each.id, name: each.name, qualified: qualified.some(one => one.id === each.id) }))
        };
    }

    private async check(transaction: Writing, { formId, evaluatorIds, rules, population }: SamplingDefinition): Promise<void> {
        if (!await publishedFormFor(transaction, formId, 'interaction')) {
            throw conflict('form-not-published');
        }
        const able = await ableToEvaluate(transaction, evaluatorIds);
        if (evaluatorIds.some(each => !able.has(each))) {
            throw invalid([{ path: 'definition.evaluatorIds', code: 'may-not-evaluate' }]);
        }
        for (const [path, { minDurationMs, maxDurationMs }] of [['definition.population', population] as const, ...rules.map((each, place) => [`definition.rules.${place}.condition`, each.condition] as const)]) {
            if (minDurationMs !== null && maxDurationMs !== null && minDurationMs > maxDurationMs) {
                throw invalid([{ path: `${path}.maxDurationMs`, code: 'ends-before-it-begins' }]);
            }
        }
    }

    private async latestDraws(planIds: readonly string[]): Promise<ReadonlyMap<string, DrawRow>> {
        const rows = planIds.length ? await drawsFound(this.database.read<QualityTables>()).where('draw.plan_id', 'in', [...planIds]).distinctOn('draw.plan_id').orderBy('draw.plan_id').orderBy('draw.first_day', 'desc').execute() : [];
        return new Map(rows.map(each => [each.plan_id, showDraw(each)]));
    }

    private show(row: PlanFound, lastDraw: DrawRow | null): PlanRow {
        return {
            id: row.id, title: row.title, active: row.active, formId: row.definition.formId, formTitle: row.form_title, definition: row.definition, version: row.version, createdAt: row.created_at.toISOString(),
            nextDrawOn: row.active ? nextDraw(row, lastDraw, houseZone(), new Date()) : null, lastDraw
        };
    }

    private record(log: ChangeLog, action: string, id: string, { active, definition }: PlanInput): void {
        log.audit(action, 'sampling-plans', id, { active, form: definition.formId, period: definition.period, size: definition.size.kind, rules: definition.rules.length, evaluators: definition.evaluatorIds.length });
        log.event({ type: 'sampling.changed', entityId: id }, { permission: 'sampling:read' });
    }
}

/** The day on which a plan next draws by itself. */
const nextDraw = ({ definition, active_since: since }: Pick<PlanFound, 'definition' | 'active_since'>, lastDraw: DrawRow | null, zone: string, now: Date): string => {
    const { period, graceDays = usualGraceDays } = definition; // plans of old do not say
    const over = lastPeriodWithGrace(now, period, graceDays, zone);
    const waiting = over.to > since && (!lastDraw || lastDraw.firstDay < over.first);
    return waiting ? dayAt(now, zone) : drawnFrom(periodAround(nextDay(over.last), period, zone), graceDays);
};
