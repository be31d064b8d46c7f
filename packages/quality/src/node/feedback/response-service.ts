import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import { allQuestions, type FormDefinition } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { FeedbackStep } from './feedback-step';

interface Seen { readonly id: string; readonly version: number }
export interface Disputed { readonly questionId: string; readonly reason: string; readonly evidence: readonly Evidence[] }

/** What an agent does about a result of their own. */
@injectable()
export class ResponseService {
    constructor(@inject(FeedbackStep) private readonly step: FeedbackStep, @inject(FormService) private readonly forms: FormService) { }

    async acknowledge(principal: Principal, input: Seen & { readonly comment: string }): Promise<void> {
        await this.step.take(principal, input, 'acknowledge', async ({ log, row, now, advance }) => {
            await advance('acknowledge', null, { acknowledged_at: now, comment: input.comment || null });
            log.audit('evaluation.acknowledged', 'evaluations', row.id, { commented: input.comment !== '' });
        });
    }

    /** Contests single questions. @throws INVALID `unknown-question`, `question-twice` */
    async dispute(principal: Principal, input: Seen & { readonly questions: readonly Disputed[] }): Promise<void> {
        await this.step.take(principal, input, 'dispute', async ({ transaction, log, row, policy, now, advance, ask }) => {
            const { definition } = await this.forms.version(row.form_version_id);
            const known = new Set(allQuestions(definition as unknown as FormDefinition).map(({ question }) => question.id));
            const problems = input.questions.flatMap(({ questionId }, place) => !known.has(questionId) ? [{ path: `questions.${place}.questionId`, code: 'unknown-question' }]
                : input.questions.findIndex(each => each.questionId === questionId) < place ? [{ path: `questions.${place}.questionId`, code: 'question-twice' }] : []);
            if (problems.length) {
                throw invalid(problems);
            }
            await advance('dispute', policy.answerDays, { disputed_at: now });
            await transaction.insertInto('quality.disputed_question').values(input.questions.map(({ questionId, reason, evidence }, place) => ({
                evaluation_id: row.id, round: row.round, question_id: questionId, agent_id: row.agent_id, place, reason, evidence: JSON.stringify(evidence.map(each => ({ ...each, questionId }))), escalation_reason: null
            }))).execute();
            log.audit('dispute.opened', 'evaluations', row.id, { questions: input.questions.map(each => each.questionId) });
            log.notify(row.evaluator_id, 'dispute.about-yours', { title: row.call_id, agent: row.agent_name }, linkTo('quality', 'evaluations', row.id));
            await ask(1);
        });
    }

    async withdraw(principal: Principal, input: Seen): Promise<void> {
        await this.step.take(principal, input, 'withdraw', async ({ log, row, now, advance }) => {
            await advance('withdraw', null, row.feedback === 'disputed' ? { acknowledged_at: now } : { settled_at: now });
            log.audit('dispute.withdrawn', 'evaluations', row.id, { from: row.feedback });
        });
    }

    async accept(principal: Principal, input: Seen): Promise<void> {
        await this.step.take(principal, input, 'accept', async ({ log, row, now, advance }) => {
            await advance('accept', null, { settled_at: now });
            log.audit('dispute.accepted', 'evaluations', row.id);
        });
    }

    /** Takes questions that were upheld to the second level. @throws INVALID `not-upheld` */
    async escalate(principal: Principal, input: Seen & { readonly questions: readonly { readonly questionId: string; readonly reason: string }[] }): Promise<void> {
        await this.step.take(principal, input, 'escalate', async ({ transaction, log, row, policy, advance, ask }) => {
            const upheld = await transaction.selectFrom('quality.dispute_answer').select('question_id').where('evaluation_id', '=', row.id).where('round', '=', row.round).where('level', '=', 1).where('decision', '=', 'upheld').execute();
            const problems = input.questions.flatMap(({ questionId }, place) => upheld.some(each => each.question_id === questionId) ? [] : [{ path: `questions.${place}.questionId`, code: 'not-upheld' }]);
            if (problems.length) {
                throw invalid(problems);
            }
            await advance('escalate', policy.answerDays);
            for (const { questionId, reason } of input.questions) {
                await transaction.updateTable('quality.disputed_question').set({ escalation_reason: reason }).where('evaluation_id', '=', row.id).where('round', '=', row.round).where('question_id', '=', questionId).execute();
            }
            log.audit('dispute.escalated', 'evaluations', row.id, { questions: input.questions.map(each => each.questionId) });
            await ask(2);
        });
    }
}
