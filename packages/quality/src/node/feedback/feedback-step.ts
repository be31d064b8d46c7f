import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { deadline } from '../../common/feedback/business-days';
import { type FeedbackAction, feedbackTransition } from '../../common/feedback/feedback-state';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';
import { answerersOf } from './feedback-people';
import { FeedbackPolicies } from './feedback-policies';
import type { FeedbackFound } from './feedback-query';
import { FeedbackReader } from './feedback-reader';

export type Writing = Transaction<CoreTables & QualityTables>;
export interface Step {
    readonly transaction: Writing;
    readonly log: ChangeLog;
    readonly row: FeedbackFound;
    readonly policy: FeedbackPolicy;
    readonly now: Date;
    /** Goes to the next state. @param days working days until the one who is next has to act; null where nobody is */
    advance(action: FeedbackAction, days: number | null, more?: Partial<{ acknowledged_at: Date; comment: string | null; disputed_at: Date; settled_at: Date; first_answered_by: string | null }>): Promise<void>;
    /** Tells those who are asked to answer on a level; where nobody can, those who administer how disputes are answered. */
    ask(level: number): Promise<void>;
}

/** One step on a result's way: checked by the table of transitions, taken once by whoever saw the present state. */
@injectable()
export class FeedbackStep {
    constructor(@inject(Database) private readonly database: Database, @inject(FeedbackReader) private readonly reader: FeedbackReader, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    /**
     * @throws NOT_FOUND outside the caller's reach; CONFLICT `wrong-state`, `too-late` after the deadline, `changed-meanwhile`;
     * FORBIDDEN for somebody whose step it is not.
     */
    async take(principal: Principal, input: { readonly id: string; readonly version: number }, action: 'acknowledge' | 'dispute' | 'withdraw' | 'answer' | 'accept' | 'escalate', change: (step: Step) => Promise<void>): Promise<void> {
        const { row, policy, may } = await this.reader.find(principal, input.id);
        if (!may.includes(action)) {
            const transition = feedbackTransition(row.feedback, action);
            const late = transition?.who.includes('agent') && row.agent_id === principal.personId;
            throw transition ? late ? conflict('too-late') : forbidden(action === 'answer' ? 'dispute:answer' : 'feedback:respond') : conflict('wrong-state', { state: row.feedback });
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const held = await transaction.selectFrom('quality.feedback').select(['version', 'state']).where('evaluation_id', '=', input.id).forUpdate().executeTakeFirst();
            if (held?.version !== input.version || held.state !== row.feedback) {
                throw conflict('changed-meanwhile');
            }
            const now = new Date();
            await change({
                transaction, log, row, policy, now,
                advance: async (taken, days, more = {}) => {
                    const dueAt = days === null ? null : deadline(now, days, await this.policies.calendar(transaction));
                    await transaction.updateTable('quality.feedback').set(({ eb }) => ({ state: feedbackTransition(row.feedback, taken)!.next, due_at: dueAt, reminded_at: null, since: now, version: eb('version', '+', 1), ...more }))
                        .where('evaluation_id', '=', input.id).execute();
                },
                ask: async level => {
                    const asked = await answerersOf(transaction, row, level, policy, row.first_answered_by);
                    asked.forEach(each => log.notify(each, 'dispute.opened', { title: row.call_id, agent: row.agent_name, level }, linkTo('quality', 'evaluations', row.id)));
                    if (asked.length === 0) { // who says how disputes are answered can let somebody else answer
                        const rulers = await permissionHolders(transaction, 'feedback:administer').where('person.id', 'is distinct from', row.agent_id).execute();
                        rulers.forEach(each => log.notify(each.id, 'dispute.unanswerable', { title: row.call_id, agent: row.agent_name, level }, linkTo('quality', 'evaluations', row.id)));
                    }
                }
            });
            tell(log, row);
        });
    }
}

/** Tells the browsers of the agent, the evaluator, and everybody who may see the result. */
export const tell = (log: ChangeLog, row: Pick<FeedbackFound, 'id' | 'agent_id' | 'team_id' | 'evaluator_id'>): void =>
    log.event({ type: 'evaluation.changed', entityId: row.id }, { permission: 'evaluation:read', ownerId: row.agent_id, teamId: row.team_id, people: [row.evaluator_id] });
