import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { type Blueprint, newBlueprint } from '../../common/exam/blueprint';
import { checkBlueprint, type BlueprintCheck } from '../../common/exam/check-blueprint';
import type { AskableQuestion, QuestionChoices } from '../../common/exam/exam-contract';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { QuestionSource } from './question-source';

type Caller = Principal & { readonly personId: string };
interface Version { readonly id: string; readonly version: number }

export const tellOfExam = (log: ChangeLog, id: string): void => log.event({ type: 'exam.changed', entityId: id }, { permission: 'exam:read' });

/** How an exam is written, approved by somebody else, and taken out of use. */
@injectable()
export class ExamService {
    constructor(@inject(Database) private readonly database: Database, @inject(QuestionSource) private readonly questions: QuestionSource) { }

    async add(principal: Caller, title: string): Promise<string> {
        const id = newId();
        return this.database.write<string, TrainingTables>(principal, async (transaction, log) => {
            await transaction.insertInto('training.exam').values({ id, title, blueprint: JSON.stringify(newBlueprint(newId())), state: 'draft', published_id: null, owner_id: principal.personId, changed_by: principal.personId, contributors: [principal.personId] }).execute();
            log.audit('exam.added', 'exams', id);
            tellOfExam(log, id);
            return id;
        });
    }

    /** A change takes a request for approval back. What is published is sat on. @throws CONFLICT `changed-meanwhile` */
    async change(principal: Caller, { id, version, title, blueprint }: Version & { readonly title: string; readonly blueprint: Blueprint }): Promise<void> {
        await this.step(principal, { id, version }, async (transaction, log, exam) => {
            // what was approved, or given up, is begun anew
            const before = exam.state === 'draft' || exam.state === 'in-review' ? exam.contributors : [];
            await transaction.updateTable('training.exam').set({ title, blueprint: JSON.stringify(blueprint), state: 'draft', changed_by: principal.personId, contributors: [...new Set([...before, principal.personId])], changed_at: new Date() }).where('id', '=', id).execute();
            log.audit('exam.draft-saved', 'exams', id);
        });
    }

    async check(blueprint: Blueprint): Promise<BlueprintCheck> {
        return checkBlueprint(blueprint, await this.questions.entries(this.database.read<TrainingTables>()));
    }

    askable(which: { readonly text: string; readonly ids?: readonly string[]; readonly limit: number }): Promise<AskableQuestion[]> {
        return this.questions.listed(this.database.read<TrainingTables>(), which);
    }

    choices(): Promise<QuestionChoices> {
        return this.questions.choices(this.database.read<TrainingTables>());
    }

    /** @throws INVALID with what the bank lacks; CONFLICT `wrong-state` */
    async requestReview(principal: Caller, input: Version): Promise<void> {
        await this.step(principal, input, async (transaction, log, exam) => {
            if (exam.state !== 'draft') {
                throw conflict('wrong-state', { state: exam.state });
            }
            await this.requireSound(transaction, exam.blueprint);
            await transaction.updateTable('training.exam').set({ state: 'in-review' }).where('id', '=', input.id).execute();
            log.audit('exam.review-requested', 'exams', input.id);
        });
    }

    /** @throws CONFLICT `own-exam` for whoever has changed it since it was approved last; INVALID when questions have gone meanwhile */
    async publish(principal: Caller, input: Version): Promise<void> {
        await this.step(principal, input, async (transaction, log, exam) => {
            if (exam.state !== 'in-review') {
                throw conflict('wrong-state', { state: exam.state });
            }
            if (exam.contributors.includes(principal.personId)) {
                throw conflict('own-exam');
            }
            await this.requireSound(transaction, exam.blueprint);
            const { last } = await transaction.selectFrom('training.exam_version').select(({ fn }) => fn.max('number').as('last')).where('exam_id', '=', input.id).executeTakeFirstOrThrow();
            const [id, number] = [newId(), (last ?? 0) + 1];
            await transaction.insertInto('training.exam_version').values({ id, exam_id: input.id, number, title: exam.title, blueprint: JSON.stringify(exam.blueprint), written_by: exam.changed_by, published_by: principal.personId }).execute();
            await transaction.updateTable('training.exam').set({ state: 'published', published_id: id }).where('id', '=', input.id).execute();
            log.audit('exam.published', 'exams', input.id, { number });
            log.notify(exam.changed_by, 'exam.published', { title: exam.title }, linkTo('training', 'exams', input.id));
        });
    }

    /** @throws CONFLICT `wrong-state`, `asked-by-positions` while the rule of a position asks for it: nobody could meet that any more */
    async retire(principal: Caller, input: Version): Promise<void> {
        await this.step(principal, input, async (transaction, log, exam) => {
            if (exam.state === 'retired') {
                throw conflict('wrong-state', { state: exam.state });
            }
            const asking = await transaction.selectFrom('training.certification_rule as ruled').innerJoin('core.position as position', 'position.id', 'ruled.position_id').select('position.name')
                .where(sql<boolean>`ruled.rule -> 'requirements' @> ${JSON.stringify([{ kind: 'exam', examId: input.id }])}::jsonb`).orderBy('position.name').execute();
            if (asking.length) {
                throw conflict('asked-by-positions', { positions: asking.map(each => each.name) });
            }
            await transaction.updateTable('training.exam').set({ state: 'retired', published_id: null }).where('id', '=', input.id).execute();
            log.audit('exam.retired', 'exams', input.id);
        });
    }

    private async requireSound(transaction: TrainingTransaction, blueprint: Blueprint): Promise<void> {
        const { problems } = checkBlueprint(blueprint, await this.questions.entries(transaction));
        if (problems.length) {
            throw invalid(problems.map(each => ({ ...each, path: `blueprint.${each.path}` })));
        }
    }

    private async step(principal: Caller, { id, version }: Version, change: (transaction: TrainingTransaction, log: ChangeLog, exam: { readonly state: string; readonly title: string; readonly blueprint: Blueprint; readonly changed_by: string; readonly contributors: readonly string[] }) => Promise<void>): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const exam = orNotFound(await transaction.selectFrom('training.exam').select(['state', 'title', 'blueprint', 'changed_by', 'contributors', 'version']).where('id', '=', id).forUpdate().executeTakeFirst());
            if (exam.version !== version) {
                throw conflict('changed-meanwhile', { version: exam.version });
            }
            await change(transaction, log, exam);
            await transaction.updateTable('training.exam').set(({ eb }) => ({ version: eb('version', '+', 1) })).where('id', '=', id).execute();
            tellOfExam(log, id);
        });
    }
}
