import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { dayAt } from '@earshot/quality/lib/common/feedback/business-days';
import { houseZone } from '@earshot/quality/lib/node/house-zone';
import type { QualityTables } from '@earshot/quality/lib/node/quality-tables';
import type { Transaction } from 'kysely';
import { pastCoaching } from '../common/history/past-coaching';

const dayMs = 86_400_000;

/** The coaching plans of the quarter, with their steps and what was said. */
export async function addPastCoaching(transaction: Transaction<CoreTables & QualityTables>, log: ChangeLog, people: ReadonlyMap<string, string>, teams: ReadonlyMap<string, string | null>, formId: string): Promise<void> {
    const before = (days: number): Date => new Date(Date.now() - days * dayMs);
    const dayBefore = (days: number): string => dayAt(before(days), houseZone());
    for (const { title, agent, coach, state, startedDaysAgo, dueDaysAgo, closedDaysAgo, behaviours, steps, notes, followUp } of pastCoaching) {
        const [id, agentId] = [newId(), people.get(agent)!];
        const changedDaysAgo = Math.min(startedDaysAgo, ...notes.map(each => each.daysAgo), ...steps.map(each => each.doneDaysAgo ?? startedDaysAgo));
        await transaction.insertInto('quality.coaching_plan').values({
            id, title, agent_id: agentId, team_id: teams.get(agentId)!, coach_id: people.get(coach)!, evaluation_id: null, form_id: formId, state, started_at: before(startedDaysAgo), due_on: dayBefore(dueDaysAgo),
            follow_up_wanted: followUp.wanted, follow_up_from: dayBefore(followUp.fromDaysAgo), changed_at: before(changedDaysAgo), closed_at: closedDaysAgo === undefined ? null : before(closedDaysAgo), reminded_on: null
        }).execute();
        await transaction.insertInto('quality.coaching_behaviour').values(behaviours.map((each, place) => ({ plan_id: id, place, text: each.text, question_ids: [...each.questions] }))).execute();
        await transaction.insertInto('quality.coaching_step').values(steps.map((each, place) => ({
            id: newId(), plan_id: id, place, text: each.text, link: null, from_ms: null, to_ms: null, due_on: null, done_at: each.doneDaysAgo === undefined ? null : before(each.doneDaysAgo), comment: each.comment ?? null, reminded_on: null
        }))).execute();
        await transaction.insertInto('quality.coaching_note').values(notes.map(each => ({ id: newId(), plan_id: id, kind: each.kind, text: each.text, by_id: people.get(each.by)!, at: before(each.daysAgo) }))).execute();
        log.audit('sample.added', 'coaching', id);
    }
}
