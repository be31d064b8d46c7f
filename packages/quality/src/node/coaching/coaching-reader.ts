import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { possibleCoachingActions } from '../../common/coaching/coaching-state';
import { visibleEvaluations } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';
import { actorsOfPlan, type CoachingFilter, type CoachingFound, filteredPlans, showPlanRow, visiblePlans } from './coaching-query';

type Action = CoachingPlan['may'][number];

/** Coaching plans as lists and pages show them. */
@injectable()
export class CoachingReader {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, filter: CoachingFilter) {
        const found = await filteredPlans(visiblePlans(this.database.read<QualityTables>(), principal), filter).execute();
        return pageOf(found, filter.limit, row => [row.changed_at.toISOString(), row.id], showPlanRow);
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async find(principal: Principal, id: string): Promise<CoachingFound> {
        return orNotFound(await visiblePlans(this.database.read<QualityTables>(), principal).where('plan.id', '=', id).executeTakeFirst());
    }

    async get(principal: Principal, id: string): Promise<CoachingPlan> {
        const row = await this.find(principal, id);
        const database = this.database.read<QualityTables>();
        const [form, evaluation, behaviours, steps, notes] = await Promise.all([
            row.form_id === null ? undefined : database.selectFrom('assessment.form_version').where('form_id', '=', row.form_id).where('state', '<>', 'draft').orderBy('number', 'desc').select('title').executeTakeFirst(),
            row.evaluation_id === null || !principal.permissions.has('evaluation:read') ? undefined : visibleEvaluations(database, principal).where('evaluation.id', '=', row.evaluation_id).executeTakeFirst(),
            database.selectFrom('quality.coaching_behaviour').selectAll().where('plan_id', '=', id).orderBy('place').execute(),
            database.selectFrom('quality.coaching_step').selectAll().where('plan_id', '=', id).orderBy('place').execute(),
            database.selectFrom('quality.coaching_note as note').innerJoin('core.person as person', 'person.id', 'note.by_id').where('note.plan_id', '=', id).orderBy('note.at').orderBy('note.id').select(['note.kind', 'note.text', 'person.name', 'note.at']).execute()
        ]);
        return {
            ...showPlanRow(row), formId: row.form_id, formTitle: form?.title ?? null, evaluation: evaluation ? { id: evaluation.id, callId: evaluation.call_id, percent: evaluation.percent } : null,
            behaviours: behaviours.map(each => ({ text: each.text, questionIds: each.question_ids })),
            steps: steps.map(each => ({
                id: each.id, text: each.text, link: each.link, span: each.from_ms === null ? null : { fromMs: each.from_ms, toMs: each.to_ms! }, dueOn: each.due_on, doneAt: each.done_at?.toISOString() ?? null, comment: each.comment
            })),
            notes: notes.map(each => ({ kind: each.kind, text: each.text, by: each.name, at: each.at.toISOString() })),
            may: possibleCoachingActions(row.state, actorsOfPlan(principal, row)).map(each => each === 'resume' ? 'tick' : each).filter((each): each is Action => each !== 'report')
        };
    }
}
