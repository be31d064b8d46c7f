import { orNotFound } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { DisputedQuestion, Feedback } from '../../common/feedback/feedback-contract';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { answeringLevel, endsWithDeadline, possibleFeedbackActions } from '../../common/feedback/feedback-state';
import type { QualityTables } from '../quality-tables';
import { answerersOf } from './feedback-people';
import { FeedbackPolicies } from './feedback-policies';
import { type FeedbackFilter, filteredFeedback, type FeedbackFound, showFeedbackRow, standingOf, visibleFeedback } from './feedback-query';

type Action = Feedback['may'][number];

/** Results on their way to agents and back, as lists and pages show them. */
@injectable()
export class FeedbackReader {
    constructor(@inject(Database) private readonly database: Database, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    async list(principal: Principal, filter: FeedbackFilter) {
        const found = await filteredFeedback(visibleFeedback(this.database.read<QualityTables>(), principal), principal, filter).execute();
        return pageOf(found, filter.limit, row => [row.changed_at.toISOString(), row.id], showFeedbackRow);
    }

    /** @throws NOT_FOUND also for what has no way to an agent: drafts, blind evaluations, and revisions that were replaced. */
    async find(principal: Principal, id: string): Promise<{ readonly row: FeedbackFound; readonly policy: FeedbackPolicy; readonly may: readonly Action[] }> {
        const database = this.database.read<QualityTables>();
        const row = orNotFound(await visibleFeedback(database, principal).where('evaluation.id', '=', id).executeTakeFirst());
        const policy = await this.policies.of(database, row.form_id);
        const late = row.due_at !== null && row.due_at.getTime() < Date.now();
        const possible = possibleFeedbackActions(row.feedback, standingOf(principal, row, policy));
        return { row, policy, may: possible.filter(each => !late || !endsWithDeadline(each)).filter((each): each is Action => each !== 'grant' && each !== 'expire') };
    }

    /** For an earlier revision that of the one that replaced it: a page that is still open on it asks before it knows. @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<Feedback> {
        const { row, policy, may } = await this.find(principal, await this.currentOf(id));
        const [said, answerable] = await Promise.all([this.said(row), this.answerable(row, policy)]);
        return {
            evaluationId: row.id, state: row.feedback, releasedAt: row.released_at?.toISOString() ?? null, dueAt: row.due_at?.toISOString() ?? null, acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
            comment: row.comment, version: row.feedback_version, disputedAt: row.disputed_at?.toISOString() ?? null, settledAt: row.settled_at?.toISOString() ?? null, questions: said.filter(each => each.round === row.round).map(({ round: _, ...each }) => each),
            earlier: said.filter(each => each.round < row.round), answerable, may: [...may],
            policy: { ...policy, releaseTimes: { ...policy.releaseTimes, weekdays: [...policy.releaseTimes.weekdays] } }
        };
    }

    /** What became of an evaluation stands with the revision that counts. */
    private async currentOf(id: string): Promise<string> {
        const { rows: [current] } = await sql<{ id: string }>`with recursive chain as (select id from quality.evaluation where id = ${id} union all select each.id from quality.evaluation each join chain on each.revises = chain.id)
            select feedback.evaluation_id as id from quality.feedback feedback join chain on chain.id = feedback.evaluation_id`.execute(this.database.read());
        return current?.id ?? id;
    }

    private async answerable(row: FeedbackFound, policy: FeedbackPolicy): Promise<boolean> {
        const level = answeringLevel(row.feedback);
        return level === undefined || (await answerersOf(this.database.read<QualityTables>(), row, level, policy, row.first_answered_by)).length > 0;
    }

    /** What the agent whose result it is disputed, the latest round first. */
    private async said({ id, agent_id: agentId }: FeedbackFound): Promise<(DisputedQuestion & { readonly round: number })[]> {
        const database = this.database.read<QualityTables>();
        const [questions, answers] = await Promise.all([
            database.selectFrom('quality.disputed_question').selectAll().where('evaluation_id', '=', id).where('agent_id', '=', agentId).orderBy('round', 'desc').orderBy('place').execute(),
            database.selectFrom('quality.dispute_answer as answer').innerJoin('core.person as person', 'person.id', 'answer.answered_by').where('answer.evaluation_id', '=', id).orderBy('answer.level')
                .select(['answer.round', 'answer.question_id', 'answer.level', 'answer.decision', 'answer.reason', 'person.name', 'answer.answered_at']).execute()
        ]);
        return questions.map(each => ({
            round: each.round, questionId: each.question_id, reason: each.reason, evidence: [...each.evidence], escalationReason: each.escalation_reason,
            answers: answers.filter(one => one.round === each.round && one.question_id === each.question_id).map(one => ({ level: one.level, decision: one.decision, reason: one.reason, by: one.name, at: one.answered_at.toISOString() }))
        }));
    }
}
