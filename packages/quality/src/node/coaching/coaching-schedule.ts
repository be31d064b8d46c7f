import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { openCoachingStates } from '../../common/coaching/coaching-state';
import { addBusinessDays, dayAt, isWorked } from '../../common/feedback/business-days';
import { FeedbackPolicies } from '../feedback/feedback-policies';
import type { QualityTables } from '../quality-tables';
import { visiblePlans } from './coaching-query';

const house = systemPrincipal('coaching');
/** Plans that one run looks at; what is left waits for the next. */
const batch = 500;

/** Reminds of coaching on working days: agents a working day before a step is due, coaches when a plan's time is over. Each once. */
@injectable()
export class CoachingSchedule implements ScheduleContribution {
    readonly name = 'quality-coaching';
    readonly when = { everySeconds: 900 };

    constructor(@inject(Database) private readonly database: Database, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    async run(now = new Date()): Promise<void> {
        const calendar = await this.policies.calendar(this.database.read<QualityTables>());
        const today = dayAt(now, calendar.zone);
        if (isWorked(today, calendar)) {
            await this.remindAgents(today, addBusinessDays(today, 1, calendar));
            await this.remindCoaches(today);
        }
    }

    private async remindAgents(today: string, soon: string): Promise<void> {
        const due = sql<boolean>`step.plan_id = plan.id and step.done_at is null and step.reminded_on is null and coalesce(step.due_on, plan.due_on) <= ${soon}`;
        const plans = await visiblePlans(this.database.read<QualityTables>(), house).where('plan.state', '=', 'active').where(sql<boolean>`exists (select from quality.coaching_step step where ${due})`).orderBy('plan.due_on').limit(batch).execute();
        for (const plan of plans) {
            await this.database.write<void, QualityTables>(house, async (transaction, log) => {
                const reminded = await transaction.updateTable('quality.coaching_step as step').from('quality.coaching_plan as plan').set({ reminded_on: today }).where('plan.id', '=', plan.id).where('plan.state', '=', 'active').where(due).returning('step.id').execute();
                log.audit('coaching.reminded', 'coaching', plan.id, { steps: reminded.length });
                if (reminded.length) { // ticked meanwhile: nothing to remind of
                    log.notify(plan.agent_id, 'coaching.due', { title: plan.title, agent: plan.agent_name, steps: reminded.length, dueOn: plan.next_due_on }, linkTo('quality', 'coaching', plan.id));
                }
            });
        }
    }

    private async remindCoaches(today: string): Promise<void> {
        const over = await visiblePlans(this.database.read<QualityTables>(), house).where('plan.state', 'in', openCoachingStates).where('plan.due_on', '<', today).where('plan.reminded_on', 'is', null).orderBy('plan.due_on').limit(batch).execute();
        for (const plan of over) {
            await this.database.write<void, QualityTables>(house, async (transaction, log) => {
                const reminded = await transaction.updateTable('quality.coaching_plan').set({ reminded_on: today }).where('id', '=', plan.id).where('state', 'in', openCoachingStates).where('reminded_on', 'is', null).returning('coach_id').executeTakeFirst();
                log.audit('coaching.reminded', 'coaching', plan.id, { over: true });
                if (reminded) {
                    log.notify(reminded.coach_id, 'coaching.overdue', { title: plan.title, agent: plan.agent_name, dueOn: plan.due_on }, linkTo('quality', 'coaching', plan.id));
                }
            });
        }
    }
}
