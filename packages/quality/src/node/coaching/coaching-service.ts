import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import { linkTo, parseLink } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid, orNotFound, type Problem } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { allQuestions, type FormDefinition } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Behaviour, CoachingNote } from '../../common/coaching/coaching-contract';
import { tickAction } from '../../common/coaching/coaching-state';
import { dayAt } from '../../common/feedback/business-days';
import { visibleEvaluations } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';
import { coaches } from './coaching-query';
import { CoachingStepper, tellOfPlan, type Writing } from './coaching-stepper';

type Caller = Principal & { readonly personId: string };
interface Seen { readonly id: string; readonly version: number }
export interface PlannedStep { readonly id?: string; readonly text: string; readonly link: string | null; readonly span: { readonly fromMs: number; readonly toMs: number } | null; readonly dueOn: string | null }
export interface PlannedCoaching {
    readonly title: string; readonly formId: string | null; readonly dueOn: string; readonly followUp: { readonly wanted: number; readonly from: string } | null;
    readonly behaviours: readonly Behaviour[]; readonly steps: readonly PlannedStep[];
}

/** What coach and agent do with coaching plans. */
@injectable()
export class CoachingService {
    constructor(@inject(Database) private readonly database: Database, @inject(FormService) private readonly forms: FormService, @inject(CoachingStepper) private readonly stepper: CoachingStepper) { }

    /** @returns the plan's id. @throws INVALID `unknown-person`, `coach-yourself`, `other-agent`, `unknown-question`, `day-past`, `step-after-plan`, `not-a-link` */
    async open(principal: Caller, input: PlannedCoaching & { readonly agentId: string; readonly evaluationId: string | null }): Promise<string> {
        const database = this.database.read<QualityTables>();
        const evaluation = input.evaluationId === null ? undefined : orNotFound(await visibleEvaluations(database, principal).where('evaluation.id', '=', input.evaluationId).where('evaluation.state', '=', 'submitted').executeTakeFirst());
        const agent = await database.selectFrom('core.person').select(['id', 'name', 'team_id']).where('id', '=', input.agentId).where('status', '=', 'active').executeTakeFirst();
        if (!agent || !coaches(principal, agent.team_id)) {
            throw invalid([{ path: 'agentId', code: 'unknown-person' }]);
        }
        const problems: Problem[] = [
            ...agent.id === principal.personId ? [{ path: 'agentId', code: 'coach-yourself' }] : [], ...evaluation && evaluation.agent_id !== agent.id ? [{ path: 'evaluationId', code: 'other-agent' }] : []
        ];
        await this.demand(input, evaluation?.form_version_id, problems);
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.insertInto('quality.coaching_plan').values({
                id, title: input.title, agent_id: agent.id, team_id: agent.team_id, coach_id: principal.personId, evaluation_id: input.evaluationId, form_id: input.formId, state: 'active', due_on: input.dueOn,
                follow_up_wanted: input.followUp?.wanted ?? null, follow_up_from: input.followUp?.from ?? null, reminded_on: null
            }).execute();
            await this.setContent(transaction, id, input);
            log.audit('coaching.opened', 'coaching', id, { agent: agent.id, evaluation: input.evaluationId, behaviours: input.behaviours.length, steps: input.steps.length });
            log.notify(agent.id, 'coaching.opened', { title: input.title, agent: agent.name, by: principal.name }, linkTo('quality', 'coaching', id));
            tellOfPlan(log, { id, agent_id: agent.id, team_id: agent.team_id, coach_id: principal.personId });
        });
        return id;
    }

    async change(principal: Caller, input: PlannedCoaching & Seen): Promise<void> {
        await this.stepper.take(principal, input, 'change', async ({ transaction, log, row, advance, notifyOther }) => {
            const evaluation = row.evaluation_id === null ? undefined : await transaction.selectFrom('quality.evaluation').select('form_version_id').where('id', '=', row.evaluation_id).executeTakeFirst();
            await this.demand(input, evaluation?.form_version_id, [], row.due_on);
            await advance('change', {
                title: input.title, form_id: input.formId, due_on: input.dueOn, follow_up_wanted: input.followUp?.wanted ?? null, follow_up_from: input.followUp?.from ?? null, ...row.due_on === input.dueOn ? {} : { reminded_on: null }
            });
            await this.setContent(transaction, row.id, input);
            log.audit('coaching.changed', 'coaching', row.id, { behaviours: input.behaviours.length, steps: input.steps.length });
            notifyOther('coaching.changed');
        });
    }

    /** @throws NOT_FOUND for a step of another plan */
    async tick(principal: Caller, input: Seen & { readonly stepId: string; readonly done: boolean; readonly comment: string }): Promise<void> {
        await this.stepper.take(principal, input, 'tick', async ({ transaction, log, row, now, advance, notifyOther }) => {
            orNotFound(await transaction.updateTable('quality.coaching_step').set({ done_at: input.done ? now : null, comment: input.comment || null }).where('plan_id', '=', row.id).where('id', '=', input.stepId).returning('id').executeTakeFirst());
            const open = await transaction.selectFrom('quality.coaching_step').select('id').where('plan_id', '=', row.id).where('done_at', 'is', null).execute();
            const action = tickAction(row.state, input.done, open.length);
            await advance(action);
            log.audit(input.done ? 'coaching.ticked' : 'coaching.unticked', 'coaching', row.id, { step: input.stepId, commented: input.comment !== '' });
            if (action === 'report') {
                log.audit('coaching.reported', 'coaching', row.id);
                notifyOther('coaching.reported');
            }
        });
    }

    async note(principal: Caller, input: Seen & { readonly text: string }): Promise<void> {
        await this.stepper.take(principal, input, 'note', async ({ transaction, log, row, now, advance, notifyOther }) => {
            await advance('note');
            await this.say(transaction, row.id, 'note', input.text, principal.personId, now);
            log.audit('coaching.noted', 'coaching', row.id);
            notifyOther('coaching.noted');
        });
    }

    /** @throws INVALID `day-past` for a day that is not later than the plan's */
    async extend(principal: Caller, input: Seen & { readonly dueOn: string; readonly text: string }): Promise<void> {
        await this.stepper.take(principal, input, 'extend', async ({ transaction, log, row, now, advance, notifyOther }) => {
            if (input.dueOn <= row.due_on || input.dueOn < dayAt(now, houseZone())) {
                throw invalid([{ path: 'dueOn', code: 'day-past' }]);
            }
            await advance('extend', { due_on: input.dueOn, reminded_on: null });
            await this.say(transaction, row.id, 'extended', input.text, principal.personId, now);
            log.audit('coaching.extended', 'coaching', row.id, { from: row.due_on, to: input.dueOn });
            notifyOther('coaching.changed');
        });
    }

    async close(principal: Caller, input: Seen & { readonly action: 'complete' | 'stop'; readonly text: string }): Promise<void> {
        await this.stepper.take(principal, input, input.action, async ({ transaction, log, row, now, advance, notifyOther }) => {
            const kind = input.action === 'complete' ? 'completed' : 'stopped';
            await advance(input.action, { closed_at: now });
            await this.say(transaction, row.id, kind, input.text, principal.personId, now);
            if (input.action === 'complete') {
                log.audit('coaching.completed', 'coaching', row.id, { stepsOpen: row.steps - row.steps_done, followUps: row.follow_up_done });
            } else {
                log.audit('coaching.stopped', 'coaching', row.id);
            }
            notifyOther(`coaching.${kind}`);
        });
    }

    /** What can be wrong with a plan besides its shape. @param keptDueOn the day that it had already, which may lie in the past */
    private async demand(input: PlannedCoaching, formVersionId: string | undefined, problems: Problem[], keptDueOn?: string): Promise<void> {
        if (input.dueOn !== keptDueOn && input.dueOn < dayAt(new Date(), houseZone())) {
            problems.push({ path: 'dueOn', code: 'day-past' });
        }
        input.steps.forEach((each, place) => {
            if (each.dueOn !== null && each.dueOn > input.dueOn) {
                problems.push({ path: `steps.${place}.dueOn`, code: 'step-after-plan' });
            }
            if (each.link !== null && !parseLink(each.link)) {
                problems.push({ path: `steps.${place}.link`, code: 'not-a-link' });
            }
        });
        const known = await this.questionsOf(input.formId, formVersionId);
        input.behaviours.forEach((each, place) => {
            if (each.questionIds.some(one => !known.has(one))) {
                problems.push({ path: `behaviours.${place}.questionIds`, code: 'unknown-question' });
            }
        });
        if (problems.length) {
            throw invalid(problems);
        }
    }

    /** Of the version that is published, and of the one that the plan began from. */
    private async questionsOf(formId: string | null, formVersionId: string | undefined): Promise<ReadonlySet<string>> {
        if (formId === null) {
            return new Set();
        }
        const versions = await this.database.read<QualityTables>().selectFrom('assessment.form_version').select('id').where('form_id', '=', formId)
            .where(({ or, eb }) => or([eb('state', '=', 'published'), ...formVersionId ? [eb('id', '=', formVersionId)] : []])).execute();
        const definitions = await Promise.all(versions.map(async each => (await this.forms.version(each.id)).definition as unknown as FormDefinition));
        return new Set(definitions.flatMap(each => allQuestions(each).map(({ question }) => question.id)));
    }

    /** Steps that stay keep their tick and what the agent said. */
    private async setContent(transaction: Writing, planId: string, { behaviours, steps }: PlannedCoaching): Promise<void> {
        await transaction.deleteFrom('quality.coaching_behaviour').where('plan_id', '=', planId).execute();
        await transaction.insertInto('quality.coaching_behaviour').values(behaviours.map((each, place) => ({ plan_id: planId, place, text: each.text, question_ids: [...each.questionIds] }))).execute();
        const kept = await transaction.selectFrom('quality.coaching_step').selectAll().where('plan_id', '=', planId).execute();
        await transaction.deleteFrom('quality.coaching_step').where('plan_id', '=', planId).execute();
        await transaction.insertInto('quality.coaching_step').values(steps.map((each, place) => {
            const before = kept.find(one => one.id === each.id);
            return {
                id: before?.id ?? newId(), plan_id: planId, place, text: each.text, link: each.link, from_ms: each.span?.fromMs ?? null, to_ms: each.span?.toMs ?? null, due_on: each.dueOn,
                done_at: before?.done_at ?? null, comment: before?.comment ?? null, reminded_on: before?.due_on === each.dueOn ? before.reminded_on : null
            };
        })).execute();
    }

    private async say(transaction: Writing, planId: string, kind: CoachingNote['kind'], text: string, byId: string, at: Date): Promise<void> {
        await transaction.insertInto('quality.coaching_note').values({ id: newId(), plan_id: planId, kind, text, by_id: byId, at }).execute();
    }
}
