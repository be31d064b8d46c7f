import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Question } from '@earshot/training/lib/common/question/question';
import type { QuestionContent } from '@earshot/training/lib/common/question/question-content';
import { addQuestion } from '@earshot/training/lib/node/question/question-change';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { questionsInReview, questionToCheck, type SampleQuestion, sampleTopics } from '../common/sample-questions';
import { type HeardCall, listeningQuestion, sampleListeningQuestion, sampleRubrics } from '../common/sample-marked-questions';
import { titleOfSampleDocument } from '../common/sample-documents';
import { sampleQuestions } from './sample-question-files';
import { signedIn, type Staff } from './signed-in';

type Named = ReadonlyMap<string, string>;
const dayMs = 86_400_000;
/** What has a tag of its own is drawn by no exam that draws by that of its document. */
type Written = SampleQuestion & { readonly tag?: string; readonly skill?: string };
const withRubric = (name: string, question: Question): Question => question.kind === 'essay' && sampleRubrics[name] ? { ...question, criteria: sampleRubrics[name] } : question;

/** The question bank of the sample centre: the trainer and the owner of the documents write, each approves what the other wrote. */
@injectable()
export class SampleQuestions {
    constructor(@inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService) { }

    /** @param heard what the question is about that is answered by listening; without, there is none. @returns ids of questions by their names */
    async add(people: Named, heard?: HeardCall): Promise<Named> {
        const questions = [...await sampleQuestions(), ...heard ? [{ ...sampleListeningQuestion, question: listeningQuestion(heard) }] : []];
        const english = ({ document }: Written): boolean => document.endsWith('.en');
        const as = signedIn(this.sessions, people);
        const [tina, petra] = [await as('tina'), await as('petra')];
        const ids = new Map([...await this.write(tina, questions.filter(each => !english(each))), ...await this.write(petra, questions.filter(english))]);
        await this.approve(petra, tina.personId, ids);
        await this.approve(tina, petra.personId, ids);
        await this.leaveToCheck(ids.get(questionToCheck)!);
        return ids;
    }

    /** All questions of one author in one transaction, up to the request for approval. */
    private async write(author: Staff, questions: readonly Written[]): Promise<Named> {
        return this.database.write<Named, TrainingTables>(author, async (transaction, log) => {
            const clauses = await transaction.selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id').select(['clause.document_id', 'clause.anchor', 'clause.title', 'document.title as document_title']).where('clause.current', '=', true).execute();
            const ids = new Map<string, string>();
            for (const { document, clause, name, difficulty, question, tag, skill } of questions) {
                const { language, title } = titleOfSampleDocument(document);
                const { topic, skills } = sampleTopics[document]!;
                const bound = clauses.find(each => each.document_title === title && each.title === clause)!;
                const content: QuestionContent = { language, name, category: `${title}/${clause}`, tags: [tag ?? topic], skills: skill ? [skill] : skills, difficulty, clauses: [{ documentId: bound.document_id, clauseId: bound.anchor }], question: withRubric(name, question) };
                const id = await addQuestion(transaction, log, author, content, { importId: null, externalId: null });
                log.audit('question.submit', 'questions', id);
                ids.set(name, id);
            }
            const now = new Date();
            await transaction.updateTable('training.question').set({ state: 'in-review', open_state: 'in-review', version: 2, changed_at: now }).where('id', 'in', [...ids.values()]).execute();
            await transaction.updateTable('training.question_version').set({ state: 'in-review', submitted_at: now, changed_at: now }).where('question_id', 'in', [...ids.values()]).execute();
            return ids;
        });
    }

    /** Everything that an author has asked for, but for what is still in review. */
    private async approve(reviewer: Staff, authorId: string, ids: Named): Promise<void> {
        const waiting = new Set(questionsInReview.map(each => ids.get(each)));
        await this.database.write<void, TrainingTables>(reviewer, async (transaction, log) => {
            const now = new Date();
            const rows = await transaction.selectFrom('training.question').select('id').where('author_id', '=', authorId).where('open_state', '=', 'in-review').execute();
            const approved = rows.map(each => each.id).filter(each => !waiting.has(each));
            await transaction.updateTable('training.question_version').set({ state: 'approved', approved_at: now, approved_by: reviewer.personId, changed_at: now }).where('question_id', 'in', approved).execute();
            await transaction.updateTable('training.question').set({ state: 'approved', open_state: null, version: 3, changed_at: now }).where('id', 'in', approved).execute();
            approved.forEach(each => log.audit('question.approve', 'questions', each));
        });
    }

    /** As if it had been approved before the version of the document that is in effect. */
    private async leaveToCheck(id: string): Promise<void> {
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            const bound = await transaction.selectFrom('training.question_clause').select(['document_id', 'clause_id']).where('question_id', '=', id).executeTakeFirstOrThrow();
            const versions = await transaction.selectFrom('training.document_version').select(['id', 'took_effect_at']).where('document_id', '=', bound.document_id).where('took_effect_at', 'is not', null).orderBy('took_effect_at').execute();
            const [before, inEffect] = versions.slice(-2);
            const at = new Date(inEffect!.took_effect_at!.getTime() - 3 * dayMs);
            await transaction.updateTable('training.question_clause').set({ seen_version_id: before!.id }).where('question_id', '=', id).execute();
            await transaction.insertInto('training.question_check').values({ question_id: id, ...bound, version_id: inEffect!.id, change: 'changed', opened_at: at, resolved_by: null, outcome: null }).execute();
            log.audit('sample.dated', 'questions', id);
        });
    }
}
