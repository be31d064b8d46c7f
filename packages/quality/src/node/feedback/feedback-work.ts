import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { possibleFeedbackActions } from '../../common/feedback/feedback-state';
import type { QualityTables } from '../quality-tables';
import { answerersOf } from './feedback-people';
import { FeedbackPolicies } from './feedback-policies';
import { type FeedbackFound, standingOf, visibleFeedback } from './feedback-query';

type Caller = Principal & { readonly personId: string };
const longestList = 50;

/** Results to take note of, disputes to answer, answers to accept or take further, and results to release. */
@injectable()
export class FeedbackWork implements WorkItemSource {
    readonly name = 'feedback';

    constructor(@inject(Database) private readonly database: Database, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    async items(principal: Caller): Promise<WorkItem[]> {
        const { permissions } = principal;
        if (!permissions.has('evaluation:read') || !['feedback:respond', 'dispute:answer', 'feedback:release'].some(each => permissions.has(each))) {
            return [];
        }
        const database = this.database.read<QualityTables>();
        const waiting = await visibleFeedback(database, principal).where('evaluation.state', '=', 'submitted').where(({ or, and, eb }) => or([
            and([eb('evaluation.agent_id', '=', principal.personId), eb('feedback.state', 'in', ['released', 'answered'])]),
            ...permissions.has('dispute:answer') ? [eb('feedback.state', 'in', ['disputed', 'escalated'])] : [],
            ...permissions.has('feedback:release') ? [eb('feedback.state', '=', 'held')] : []
        ])).orderBy('feedback.due_at').orderBy('evaluation.id').limit(longestList).execute();
        const policyOf = await this.policies.every(database);
        const kept = await this.keptForSecondLevel(principal, waiting, policyOf);
        return waiting.flatMap(each => {
            const policy = policyOf(each.form_id);
            const may = possibleFeedbackActions(each.feedback, standingOf(principal, each, policy));
            const kind = may.includes('acknowledge') ? 'feedback.read' : may.includes('accept') ? 'feedback.accept' : may.includes('answer') && !kept.has(each.id) ? 'dispute.answer'
                : may.includes('release') && policy.release === 'after-review' ? 'feedback.release' : undefined;
            return kind ? [{
                kind, title: each.call_id, detail: { agent: each.agent_name, form: each.form_title, evaluator: each.evaluator_name, percent: each.percent }, link: linkTo('quality', 'evaluations', each.id),
                dueAt: each.due_at?.toISOString() ?? null, since: (each.since ?? each.disputed_at ?? each.released_at ?? each.changed_at).toISOString()
            }] : [];
        });
    }

    /**
     * Disputes that somebody else is asked to answer first: who answers for the whole centre is needed for the second level, on which nobody may have answered
     * before. What is overdue is everybody's.
     */
    private async keptForSecondLevel(principal: Caller, waiting: readonly FeedbackFound[], policyOf: (formId: string) => FeedbackPolicy): Promise<ReadonlySet<string>> {
        const database = this.database.read<QualityTables>();
        const first = principal.permissions.get('dispute:answer') === 'all' ? waiting.filter(each => each.feedback === 'disputed' && each.due_at !== null && each.due_at.getTime() > Date.now()) : [];
        const kept = await Promise.all(first.map(async each => {
            const asked = await answerersOf(database, each, 1, policyOf(each.form_id), null);
            return asked.length > 0 && !asked.includes(principal.personId) ? [each.id] : [];
        }));
        return new Set(kept.flat());
    }
}
