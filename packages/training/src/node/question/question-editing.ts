import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, invalid } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { QuestionContent } from '../../common/question/question-content';
import { isSound, validateQuestion } from '../../common/question/validate-question';
import { type QuestionAction, questionStep } from '../../common/question/question-workflow';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { addQuestion, beginVersion, type HeldQuestion, holdQuestion, keepClauses, questionChanged, type QuestionVersion, takersOf } from './question-change';
import { resolveChecks } from './question-checks';
import { hashOfQuestion, listedColumns } from './question-rows';
import type { QuestionTable } from './question-tables';

interface Reference { readonly id: string; readonly version: number }
export interface QuestionStepInput extends Reference { readonly action: Exclude<QuestionAction, 'edit' | 'discard'>; readonly reason?: string }
interface Taking { readonly transaction: TrainingTransaction; readonly log: ChangeLog; readonly principal: Principal; readonly held: HeldQuestion; readonly target: QuestionVersion; readonly input: QuestionStepInput; readonly now: Date }

/** Takes questions through their life, as the table of steps has it. */
@injectable()
export class QuestionEditing {
    constructor(@inject(Database) private readonly database: Database) { }

    async create(principal: Principal, content: QuestionContent): Promise<string> {
        return this.database.write<string, TrainingTables>(principal, (transaction, log) => addQuestion(transaction, log, principal, content, { importId: null, externalId: null }));
    }

    /** @throws NOT_FOUND; CONFLICT `changed-meanwhile`, `not-a-draft` */
    async save(principal: Principal, { id, version, content }: Reference & { readonly content: QuestionContent }): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const { open, settled } = await holdQuestion(transaction, id, version);
            if (open?.state !== 'draft') {
                throw conflict('not-a-draft');
            }
            const now = new Date();
            const contributors = principal.personId === null || open.contributors.includes(principal.personId) ? open.contributors : [...open.contributors, principal.personId];
            await transaction.updateTable('training.question_version').set({ content: JSON.stringify(content), hash: hashOfQuestion(content), contributors, changed_at: now }).where('id', '=', open.id).execute();
            // lists show what exams ask, and a draft only before there is such a thing
            await transaction.updateTable('training.question').set({ ...settled ? {} : listedColumns(content), version: version + 1, changed_at: now }).where('id', '=', id).execute();
            if (!settled) {
                await keepClauses(transaction, id, content);
            }
            log.audit('question.draft-saved', 'questions', id);
            questionChanged(log, id);
        });
    }

    /** @returns whether the question went with its only version. @throws NOT_FOUND; CONFLICT `changed-meanwhile`, `not-a-draft` */
    async discard(principal: Principal, { id, version }: Reference): Promise<boolean> {
        return this.database.write<boolean, TrainingTables>(principal, async (transaction, log) => {
            const { open, settled } = await holdQuestion(transaction, id, version);
            if (open?.state !== 'draft') {
                throw conflict('not-a-draft');
            }
            await (settled ? transaction.deleteFrom('training.question_version').where('id', '=', open.id) : transaction.deleteFrom('training.question').where('id', '=', id)).execute();
            if (settled) {
                await transaction.updateTable('training.question').set({ open_state: null, version: version + 1, changed_at: new Date() }).where('id', '=', id).execute();
            }
            log.audit('question.discarded', 'questions', id, { number: open.number });
            questionChanged(log, id);
            return !settled;
        });
    }

    /**
     * @throws NOT_FOUND; FORBIDDEN for a step that is somebody else's; INVALID when the question is not sound; CONFLICT `changed-meanwhile`, `not-possible-now`,
     *         `own-question` (nobody approves what they wrote), `reason-missing`
     */
    async act(principal: Principal, input: QuestionStepInput): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const held = await holdQuestion(transaction, input.id, input.version);
            const target = [held.open, held.settled].find(each => each && questionStep(each.state, input.action));
            if (!target || input.action === 'revise' && held.open) {
                throw conflict('not-possible-now', { action: input.action });
            }
            this.requireTaker(principal, target, input.action);
            const now = new Date();
            await this.take({ transaction, log, principal, held, target, input, now });
            log.audit(`question.${input.action}`, 'questions', input.id, { number: target.number, hash: target.hash });
            questionChanged(log, input.id);
        });
    }

    private requireTaker(principal: Principal, target: QuestionVersion, action: QuestionAction): void {
        const { who } = questionStep(target.state, action)!;
        if (!takersOf(principal, target.contributors).has(who)) {
            throw who === 'reviewer' && principal.permissions.has('question:approve') ? conflict('own-question') : forbidden(who === 'reviewer' ? 'question:approve' : 'question:write');
        }
    }

    private async take({ transaction, log, principal, held, target, input, now }: Taking): Promise<void> {
        const { content } = target;
        const next = questionStep(target.state, input.action)!.next!;
        const question = (columns: Partial<Pick<QuestionTable, 'state' | 'open_state'> & ReturnType<typeof listedColumns>>) => transaction.updateTable('training.question').set({ ...columns, version: input.version + 1, changed_at: now }).where('id', '=', input.id).execute();
        const version = (columns: Partial<{ submitted_at: Date; approved_at: Date; approved_by: string | null; reason: string | null }>) =>
            transaction.updateTable('training.question_version').set({ ...columns, state: next, changed_at: now }).where('id', '=', target.id).execute();
        switch (input.action) {
            case 'submit':
                this.requireSound(content);
                await version({ submitted_at: now, reason: null });
                await question({ open_state: 'in-review', ...held.settled ? {} : { state: 'in-review' } });
                break;
            case 'withdraw':
            case 'return':
                if (input.action === 'return' && !input.reason) {
                    throw conflict('reason-missing');
                }
                await version({ reason: input.reason ?? null });
                await question({ open_state: 'draft', ...held.settled ? {} : { state: 'draft' } });
                if (input.action === 'return') {
                    // whoever has taken it over has not written at it
                    new Set([...target.contributors, ...target.author_id === null ? [] : [target.author_id]].filter(each => each !== principal.personId)).forEach(each => log.notify(each, 'question.returned', { title: content.name }, linkTo('training', 'questions', input.id)));
                }
                break;
            case 'approve':
                this.requireSound(content);
                if (held.settled) {
                    await transaction.updateTable('training.question_version').set({ state: 'superseded', changed_at: now }).where('id', '=', held.settled.id).execute();
                }
                await version({ approved_at: now, approved_by: principal.personId });
                await question({ ...listedColumns(content), state: 'approved', open_state: null });
                await resolveChecks(transaction, principal, input.id, 'revised', target.submitted_at ?? now);
                await keepClauses(transaction, input.id, content);
                break;
            case 'revise':
                await beginVersion(transaction, principal, input.id, await this.nextNumber(transaction, input.id), content, null, now);
                await question({ open_state: 'draft' });
                break;
            case 'retire':
                await version({});
                await question({ state: 'retired' });
                await resolveChecks(transaction, principal, input.id, 'retired');
                break;
        }
    }

    private requireSound(content: QuestionContent): void {
        const problems = validateQuestion(content.question);
        if (!isSound(problems) || content.name === '') {
            throw invalid([...problems.filter(each => each.severity === 'error').map(each => ({ path: `content/question${each.path}`, code: each.code })), ...content.name === '' ? [{ path: 'content/name', code: 'empty-text' }] : []]);
        }
    }

    private async nextNumber(transaction: TrainingTransaction, questionId: string): Promise<number> {
        const { last } = await transaction.selectFrom('training.question_version').select(({ fn }) => fn.max('number').as('last')).where('question_id', '=', questionId).executeTakeFirstOrThrow();
        return last + 1;
    }
}
