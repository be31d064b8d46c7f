import { isDeepStrictEqual } from 'node:util';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { FilledForm } from '@earshot/assessment/lib/node/filling/filled-form-rows';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound, type Problem } from '@earshot/core/lib/node/api/failure';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Answer, Answers } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { keepFigures } from '../report/result-figures';
import { demandNotLower, setCorrectionAside } from './correction-rules';
import { leaderOf } from './feedback-people';
import { FeedbackStep, type Step, type Writing } from './feedback-step';
import { ReleaseService } from './release-service';

export interface Decision { readonly questionId: string; readonly decision: 'upheld' | 'overturned'; readonly reason: string; readonly answer?: Answer }
type Caller = Principal & { readonly personId: string };

/** Decides disputes. What is overturned becomes a new revision of the evaluation; the earlier one stays as it was. */
@injectable()
export class AnswerService {
    constructor(@inject(FeedbackStep) private readonly step: FeedbackStep, @inject(FilledFormService) private readonly forms: FilledFormService, @inject(ReleaseService) private readonly releases: ReleaseService) { }

    /**
     * Decides on every question that waits on this level.
     * @returns the id of the evaluation that counts from now on.
     * @throws INVALID for decisions that are missing, or change nothing; CONFLICT `lower-on-appeal` where the policy forbids it.
     */
    async answer(principal: Caller, input: { readonly id: string; readonly version: number; readonly decisions: readonly Decision[] }): Promise<string> {
        let current = input.id;
        await this.step.take(principal, input, 'answer', async step => {
            const { transaction, log, row, policy, now, advance } = step;
            const level = row.feedback === 'escalated' ? 2 : 1;
            const content = orNotFound((await this.forms.load([row.filled_form_id], transaction)).get(row.filled_form_id));
            await this.demandDecisions(transaction, row, level, input.decisions, content.answers);
            const overturned = input.decisions.filter(each => each.decision === 'overturned');
            const all = overturned.length === input.decisions.length;
            const ends = all || level === 2;
            await advance(all ? 'grant' : 'answer', ends ? null : policy.escalationDays, { ...ends ? { settled_at: now } : {}, ...level === 1 ? { first_answered_by: principal.personId } : {} });
            await transaction.insertInto('quality.dispute_answer').values(input.decisions.map(({ questionId, decision, reason }) => ({ evaluation_id: row.id, round: row.round, question_id: questionId, level, decision, reason, answered_by: principal.personId, answered_at: now }))).execute();
            log.audit('dispute.answered', 'evaluations', row.id, { level, upheld: input.decisions.length - overturned.length, overturned: overturned.length });
            if (overturned.length) {
                current = await this.overturn(principal, step, overturned, content);
            }
            const told = new Set([row.agent_id, row.evaluator_id, await leaderOf(transaction, row.team_id)].filter(each => each !== null && each !== principal.personId));
            told.forEach(each => log.notify(each!, 'dispute.answered', { title: row.call_id, agent: row.agent_name, upheld: input.decisions.length - overturned.length, overturned: overturned.length }, linkTo('quality', 'evaluations', current)));
        });
        return current;
    }

    private async demandDecisions(transaction: Writing, { id, round }: Pick<Step['row'], 'id' | 'round'>, level: number, decisions: readonly Decision[], answers: Answers): Promise<void> {
        const waiting = await transaction.selectFrom('quality.disputed_question').select('question_id').where('evaluation_id', '=', id).where('round', '=', round).$if(level === 2, query => query.where('escalation_reason', 'is not', null)).execute();
        const problems: Problem[] = waiting.filter(each => !decisions.some(one => one.questionId === each.question_id)).map(each => ({ path: 'decisions', code: 'decide-every-question', detail: { question: each.question_id } }));
        decisions.forEach(({ questionId, decision, answer }, place) => {
            const path = `decisions.${place}.questionId`;
            if (!waiting.some(each => each.question_id === questionId)) {
                problems.push({ path, code: 'unknown-question' });
            } else if (decisions.findIndex(each => each.questionId === questionId) < place) {
                problems.push({ path, code: 'question-twice' });
            } else if (decision === 'overturned' && (!answer || isDeepStrictEqual(rated(answer), rated(answers[questionId])))) {
                problems.push({ path: `decisions.${place}.answer`, code: 'same-answer', detail: { question: questionId } });
            }
        });
        if (problems.length) {
            throw invalid(problems);
        }
    }

    private async overturn(principal: Caller, { transaction, log, row, policy, now }: Step, overturned: readonly Decision[], { answers, evidence }: FilledForm): Promise<string> {
        const taken = await transaction.selectFrom('quality.evaluation').select('state').where('id', '=', row.id).forUpdate().executeTakeFirstOrThrow();
        if (taken.state !== 'submitted') {
            throw conflict('changed-meanwhile');
        }
        await setCorrectionAside(transaction, log, row, filledFormId => this.forms.discard(transaction, filledFormId));
        const draft = await this.forms.copy(transaction, row.filled_form_id, { authorId: principal.personId });
        const changed = Object.fromEntries(overturned.map(({ questionId, answer }) => [questionId, answer!]));
        const { score } = await this.forms.submit(transaction, draft.id, draft.version, { answers: { ...answers, ...changed }, evidence });
        if (policy.neverLower) {
            demandNotLower(row.percent, score.percent);
        }
        const id = newId();
        await transaction.updateTable('quality.evaluation').set({ state: 'superseded', changed_at: now }).where('id', '=', row.id).execute();
        await transaction.insertInto('quality.evaluation').values({
            id, interaction_id: row.interaction_id, filled_form_id: draft.id, form_id: row.form_id, form_version_id: row.form_version_id, evaluator_id: row.evaluator_id, agent_id: row.agent_id, team_id: row.team_id, state: 'submitted',
            purpose: 'monitoring', session_id: null, revision: row.revision + 1, revises: row.id, reason: overturned.map(each => each.reason).join('\n'), listened: JSON.stringify(row.listened), listened_share: row.listened_share,
            percent: score.percent, auto_fail: score.autoFail, critical_errors: Object.values(score.criticalErrors).reduce((sum, each) => sum + each.failed, 0), submitted_at: row.submitted_at, changed_at: now, approved_by: principal.personId, released_at: now
        }).execute();
        await keepFigures(transaction, id, score);
        await this.releases.moveOn(transaction, row.id, id);
        log.audit('evaluation.overturned', 'evaluations', id, { revises: row.id, revision: row.revision + 1, questions: overturned.map(each => each.questionId) });
        log.event({ type: 'evaluation.changed', entityId: id }, { permission: 'evaluation:read', ownerId: row.agent_id, teamId: row.team_id, people: [row.evaluator_id] });
        return id;
    }
}

/** The rating itself, without its comment. */
const rated = (answer: Answer | undefined) => ({ value: answer?.value ?? null, notApplicable: answer?.notApplicable ?? false });
