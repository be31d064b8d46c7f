import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Blueprint } from '@earshot/training/lib/common/exam/blueprint';
import { seedLimit } from '@earshot/training/lib/common/exam/draw-paper';
import type { QuestionAnswer } from '@earshot/training/lib/common/question/question';
import { rubricOf, scoreRubric } from '@earshot/training/lib/common/question/rubric';
import type { Difficulty } from '@earshot/training/lib/common/question/question-content';
import { type Bank, drawWholePaper } from '@earshot/training/lib/node/attempt/draw-attempt';
import { gradeOf, markPaper } from '@earshot/training/lib/node/attempt/grading';
import { QuestionSource } from '@earshot/training/lib/node/exam/question-source';
import { ItemFindings } from '@earshot/training/lib/node/item-analysis/item-findings';
import type { TrainingTables, TrainingTransaction } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Insertable, sql } from 'kysely';
import { type Chance, chanceOf } from '../common/history/chance';
import { pastAnswer } from '../common/history/past-answers';
import { sampleListeningQuestion } from '../common/sample-marked-questions';
import { pastViewTimes } from '../common/history/view-times';
import { candidateRound, candidates, chanceToHear, chanceToKnow, essayComment, yearlyExam, yearlySitters } from '../common/history/past-sittings';

type Named = ReadonlyMap<string, string>;
interface Rows {
    readonly assignments: Insertable<TrainingTables['training.exam_assignment']>[]; readonly attempts: Insertable<TrainingTables['training.attempt']>[];
    readonly answers: Insertable<TrainingTables['training.attempt_answer']>[]; readonly marks: Insertable<TrainingTables['training.attempt_mark']>[]; readonly views: Insertable<TrainingTables['training.attempt_view']>[];
}
interface Version { readonly id: string; readonly exam_id: string; readonly blueprint: Blueprint }
interface Sitting { readonly login: string; readonly assignmentId: string; readonly startedAt: Date; readonly minutes: number; /** Of each criterion of what was written, given by the trainer; null while nobody has marked it. */ readonly levels: readonly number[] | null; readonly released: boolean }
const [minuteMs, dayMs] = [60_000, 86_400_000];
const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/**
 * The yearly exam that everybody sat some weeks ago, and the round of those who want to become seniors. As with the quarter of evaluations, services would
 * tell everybody of it today; so it is drawn, marked and graded by the same functions, and written as it stands at the end, in one transaction.
 */
@injectable()
export class SampleAttempts {
    private people: Named = new Map();
    private positions: ReadonlyMap<string, string | null> = new Map();
    private apart: Chance = chanceOf(512);

    constructor(@inject(Database) private readonly database: Database, @inject(QuestionSource) private readonly questions: QuestionSource, @inject(ItemFindings) private readonly findings: ItemFindings) { }

    /** @param people ids by sign-in name. @param examIds in the order of the sample's exams. @param questionIds by name */
    async add(people: Named, examIds: readonly string[], questionIds: Named): Promise<void> {
        this.people = people;
        this.apart = chanceOf(512);
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            this.positions = new Map((await transaction.selectFrom('core.person').select(['id', 'position_id']).execute()).map(each => [each.id, each.position_id]));
            const heard = questionIds.get(sampleListeningQuestion.name);
            await this.askToListen(transaction, examIds[2]!, heard);
            const versions = await transaction.selectFrom('training.exam_version').select(['id', 'exam_id', 'blueprint']).where('exam_id', 'in', [...examIds]).execute();
            const versionOf = (examId: string | undefined): Version => versions.find(each => each.exam_id === examId)!;
            const [seniors, , everybody] = examIds;
            const bank: Bank = { entries: [...(await this.questions.entries(transaction)).filter(each => each.id !== heard), ...heard ? [{ id: heard, points: sampleListeningQuestion.points, clauses: [], skills: [], difficulty: sampleListeningQuestion.difficulty, tags: [] }] : []], contents: ids => this.questions.contents(transaction, ids) };
            const rows: Rows = { assignments: [], attempts: [], answers: [], marks: [], views: [] };
            await this.dateBack(transaction, everybody!, questionIds);
            await this.yearly(versionOf(everybody), bank, questionIds, rows);
            await this.round(versionOf(seniors), bank, rows);
            await this.save(transaction, log, rows);
        });
        await this.findings.run();
    }

    /** The recording is still being looked through, so that services would not let an exam ask about it yet: it is the last question of the yearly one. */
    private async askToListen(transaction: TrainingTransaction, examId: string, questionId: string | undefined): Promise<void> {
        if (questionId !== undefined) {
            const asked = sql<string>`jsonb_set(blueprint, '{sections,0,rules,0,questionIds}', blueprint #> '{sections,0,rules,0,questionIds}' || ${JSON.stringify([questionId])}::jsonb)`;
            await transaction.updateTable('training.exam').set({ blueprint: asked }).where('id', '=', examId).execute();
            await transaction.updateTable('training.exam_version').set({ blueprint: asked }).where('exam_id', '=', examId).execute();
        }
    }

    /** What was asked then was approved before. */
    private async dateBack(transaction: TrainingTransaction, examId: string, questionIds: Named): Promise<void> {
        const published = later(new Date(), -yearlyExam.publishedDaysAgo * dayMs);
        const [asked, at] = [[...yearlyExam.questions, sampleListeningQuestion.name].flatMap(each => questionIds.get(each) ?? []), later(published, -6 * dayMs)];
        await transaction.updateTable('training.question').set({ created_at: at, changed_at: at }).where('id', 'in', asked).execute();
        await transaction.updateTable('training.question_version').set({ created_at: at, submitted_at: at, approved_at: at, changed_at: at }).where('question_id', 'in', asked).execute();
        await transaction.updateTable('training.exam_version').set({ published_at: published }).where('exam_id', '=', examId).execute();
        await transaction.updateTable('training.exam').set({ changed_at: published }).where('id', '=', examId).execute();
    }

    private async yearly(version: Version, bank: Bank, questionIds: Named, rows: Rows): Promise<void> {
        // what is heard, and how long they looked, is drawn apart: everything else stays as it was
        const [chance, hears] = [chanceOf(2026), chanceOf(16)];
        const [names, difficulties] = [new Map([...questionIds].map(([name, id]) => [id, name])), new Map(bank.entries.map(each => [each.id, each.difficulty]))];
        const opens = later(new Date(), -yearlyExam.opensDaysAgo * dayMs);
        const closes = later(new Date(), -yearlyExam.closesDaysAgo * dayMs);
        for (const { login, ability } of yearlySitters) {
            const assignmentId = this.assign(rows, version, login, opens, closes);
            const startedAt = later(opens, chance.between(60, (yearlyExam.opensDaysAgo - yearlyExam.closesDaysAgo) * 24 * 60 - 60) * minuteMs);
            const knows = (questionId: string): boolean => chance.happens(chanceToKnow(names.get(questionId)!, (difficulties.get(questionId) ?? 'medium') as Difficulty, ability));
            const passed = await this.sit(rows, version, bank, chance, { login, assignmentId, startedAt, minutes: chance.between(7, 19), levels: null, released: true }, knows, '', hears.happens(chanceToHear(ability)));
            if (!passed) {
                rows.assignments.at(-1)!.expired_at = closes;
            }
        }
    }

    private async round(version: Version, bank: Bank, rows: Rows): Promise<void> {
        const chance = chanceOf(1042);
        const [opens, closes] = [later(new Date(), -candidateRound.assignedDaysAgo * dayMs), later(new Date(), candidateRound.closesInDays * dayMs)];
        for (const { login, daysAgo, knows, levels, released, essay } of candidates) {
            const assignmentId = this.assign(rows, version, login, opens, closes);
            if (daysAgo !== null) {
                const startedAt = later(new Date(), -daysAgo * dayMs - chance.between(30, 300) * minuteMs);
                await this.sit(rows, version, bank, chance, { login, assignmentId, startedAt, minutes: chance.between(19, 36), levels, released }, () => chance.happens(knows), essay);
            }
        }
    }

    private assign(rows: Rows, version: Version, login: string, opens: Date, closes: Date): string {
        const id = newId();
        rows.assignments.push({ id, exam_id: version.exam_id, person_id: this.people.get(login)!, assigned_by: this.people.get('tina')!, assigned_at: opens, opens_at: null, closes_at: closes });
        return id;
    }

    /** @returns whether it was passed; null while a mark is missing */
    private async sit(rows: Rows, { id: versionId, blueprint }: Version, bank: Bank, chance: Chance, sitting: Sitting, knows: (questionId: string) => boolean, essay: string, hears = false): Promise<boolean | null> {
        const [id, seed, personId] = [newId(), Math.floor(chance.next() * seedLimit), this.people.get(sitting.login)!];
        const paper = await drawWholePaper(blueprint, bank, seed);
        const answers = new Map<number, QuestionAnswer>(paper.items.map(({ questionId, question }, place) => [place, question.kind === 'listening' ? pastAnswer(question, hears, this.apart) : pastAnswer(question, knows(questionId), chance, essay)]));
        const submittedAt = later(sitting.startedAt, sitting.minutes * minuteMs);
        const markerId = this.people.get('tina')!;
        const marks = paper.items.flatMap(({ question }, place) => {
            const criteria = rubricOf(question);
            const ratings = criteria && sitting.levels ? Object.fromEntries(criteria.map(({ id: criterion, levels }, at) => [criterion, { value: levels[sitting.levels![at]!]!.id }])) : null;
            return criteria && ratings ? [{ place, kind: 'first' as const, share: scoreRubric(criteria, ratings).share ?? 0, ratings, markerId }] : [];
        });
        const positionId = this.positions.get(personId) ?? null;
        const grade = gradeOf({ paper, blueprint, position_id: positionId }, markPaper(paper, answers, marks, blueprint.secondMarker));
        const waits = grade.waiting > 0;
        rows.attempts.push({
            id, assignment_id: sitting.assignmentId, exam_version_id: versionId, person_id: personId, position_id: positionId, number: 1, seed, paper: JSON.stringify(paper), state: waits ? 'submitted' : sitting.released ? 'released' : 'graded',
            started_at: sitting.startedAt, deadline_at: blueprint.minutes === null ? null : later(sitting.startedAt, blueprint.minutes * minuteMs), submitted_at: submittedAt, submitted_by: 'trainee', released_at: !waits && sitting.released ? later(submittedAt, marks.length ? dayMs : 0) : null,
            grade: JSON.stringify(grade), percent: waits ? null : grade.percent, passed: waits ? null : grade.passed, version: 2
        });
        const pace = sitting.minutes * minuteMs / paper.items.length;
        rows.answers.push(...[...answers].map(([place, answer]) => ({ attempt_id: id, place, answer: JSON.stringify(answer), flagged: false, late: false, version: 1, saved_at: later(sitting.startedAt, (place + 0.7) * pace), client_id: null })));
        const window = newId();
        rows.views.push(...pastViewTimes(paper.items.map(each => each.question.kind), sitting.minutes * minuteMs, this.apart).map((ms, place) => ({ attempt_id: id, client_id: window, place, ms })));
        rows.marks.push(...marks.map(({ place, kind, share, ratings }) => ({ id: newId(), attempt_id: id, place, kind, share, ratings: JSON.stringify(ratings), comment: share >= 0.5 ? essayComment : '', reason: null, marker_id: markerId, at: later(submittedAt, dayMs) })));
        return waits ? null : grade.passed;
    }

    private async save(transaction: TrainingTransaction, log: ChangeLog, { assignments, attempts, answers, marks, views }: Rows): Promise<void> {
        await transaction.insertInto('training.exam_assignment').values(assignments).execute();
        await transaction.insertInto('training.attempt').values(attempts).execute();
        await transaction.insertInto('training.attempt_answer').values(answers).execute();
        await transaction.insertInto('training.attempt_mark').values(marks).execute();
        await transaction.insertInto('training.attempt_view').values(views).execute();
        attempts.forEach(each => log.audit('sample.added', 'attempts', each.id));
        assignments.forEach(each => log.audit('sample.added', 'exam-assignments', each.id));
    }
}
