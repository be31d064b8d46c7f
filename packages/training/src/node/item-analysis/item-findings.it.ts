import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { testBlueprint } from '../../common/exam/exam-fixture';
import { fewestPeople } from '../../common/item-analysis/item-concern';
import { AttemptService } from '../attempt/attempt-service';
import { SittingReader } from '../attempt/sitting-reader';
import { AssignmentService } from '../exam/assignment-service';
import { ExamService } from '../exam/exam-service';
import { QuestionHandOver } from '../question/question-hand-over';
import { QuestionWork } from '../question/question-work';
import { openTestQuestionHouse, testContent, type TestQuestionHouse } from '../testing/question-house';
import type { TrainingTables } from '../training-tables';
import { ItemFindings } from './item-findings';

let house: TestQuestionHouse;
let findings: ItemFindings;
let work: QuestionWork;
let trainer: TestPerson;
const questions: string[] = [];
let examId: string;
let trainees = 0;
beforeAll(async () => {
    house = await openTestQuestionHouse();
    [findings, work] = [new ItemFindings(house.database), new QuestionWork(house.database)];
    trainer = house.author;
    for (const name of ['Known to all', 'Backwards', 'One', 'Two', 'Three']) {
        questions.push(await house.approved({ name }));
    }
    const exams = new ExamService(house.database, house.bank);
    examId = await exams.add(trainer, 'Yearly');
    await exams.change(trainer, { id: examId, version: 1, title: 'Yearly', blueprint: testBlueprint([{ id: 'all', kind: 'fixed', questionIds: questions, knockOut: false }], { shuffleQuestions: false, attempts: null, waitHours: 0 }) });
    await exams.requestReview(trainer, { id: examId, version: 2 });
    await exams.publish(house.reviewer, { id: examId, version: 3 });
}, 120_000);
afterAll(() => house.close());

/** So many people more sit it: whoever knows the first is right in all but the second, the others only in the second. */
async function sit(people: number): Promise<void> {
    const [assignments, attempts, sittings] = [new AssignmentService(house.database), new AttemptService(house.database, house.bank), new SittingReader(house.database)];
    for (let number = 0; number < people; number++) {
        const person = await house.person(`trainee${trainees++}`, { roles: ['agent'] });
        await assignments.assign(trainer, { id: examId, personIds: [person.personId], teamIds: [], positionIds: [], opensAt: null, closesAt: null });
        const { id: assignment } = await house.database.read<TrainingTables>().selectFrom('training.exam_assignment').select('id').where('person_id', '=', person.personId).executeTakeFirstOrThrow();
        const id = await attempts.begin(person, assignment);
        for (const { place, question } of (await sittings.sit(person, id)).items) {
            const right = place === 0 || number % 2 === 0 !== (place === 1);
            const options = question.kind === 'single' ? question.choices : [];
            await attempts.save(person, { id, place, client: assignment, sequence: 1, flagged: false, answer: { kind: 'single', choice: options.find(each => each.text === (right ? 'The customer' : 'Nobody'))!.id } });
        }
        await attempts.submit(person, id);
    }
}
const duties = async (person: TestPerson) => (await work.items(person)).map(each => [each.kind, each.title, each.detail.concern ?? each.detail.author]);
const standingOut = async () => (await house.reader.list(trainer, { standsOut: true, limit: 50 })).rows.map(each => [each.name, each.concern]).sort();

describe('questions that stand out', () => {
    it('are put before their author once enough have sat the exam, and nobody else', async () => {
        await sit(fewestPeople - 1);
        await findings.run();
        expect(await standingOut()).toEqual([]);
        await sit(1);
        await findings.run();
        expect(await standingOut()).toEqual([['Backwards', 'negative'], ['Known to all', 'everybody']]);
        expect((await duties(trainer)).sort()).toEqual([['question.stands-out', 'Backwards', 'negative'], ['question.stands-out', 'Known to all', 'everybody']]);
        expect(await duties(house.reviewer)).toEqual([]);
        expect(await house.reader.get(trainer, questions[1]!)).toMatchObject({ concern: 'negative', findings: [{ examId, examTitle: 'Yearly', number: 1, concern: 'negative', people: fewestPeople }] });
    }, 120_000);
    it('are left alone when somebody has looked, until many others have sat it', async () => {
        await findings.look(trainer, questions[0]!);
        expect(await standingOut()).toEqual([['Backwards', 'negative']]);
        await sit(2);
        await findings.run();
        expect(await standingOut()).toEqual([['Backwards', 'negative']]);
        await sit(fewestPeople - 2);
        await findings.run();
        expect(await standingOut()).toEqual([['Backwards', 'negative'], ['Known to all', 'everybody']]);
        await expect(findings.look(trainer, examId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }, 120_000);
    it('are analysed once, and anew when a mark changes', async () => {
        const analysed = async () => (await house.database.read<TrainingTables>().selectFrom('training.analysed_version').select('analysed_at').executeTakeFirstOrThrow()).analysed_at.toISOString();
        const before = await analysed();
        await findings.run(new Date(Date.now() + 60_000));
        expect(await analysed()).toBe(before);
        await house.database.read<TrainingTables>().updateTable('training.attempt').set(({ eb }) => ({ version: eb('version', '+', 1) })).where('number', '=', 1).execute();
        const later = new Date(Date.now() + 120_000);
        await findings.run(later);
        expect(await analysed()).toBe(later.toISOString());
    });
    it('go to whoever takes over from their author, and back', async () => {
        const successor = await house.person('successor', { roles: ['trainer'] });
        const handOver = (from: TestPerson, to: TestPerson) => house.database.write(house.reviewer, (transaction, log) => new QuestionHandOver(house.database).handOver(transaction, log, from.personId, to.personId));
        const waiting = await duties(trainer);
        expect(waiting).toHaveLength(2);
        await handOver(trainer, successor);
        expect([await duties(successor), await duties(trainer)]).toEqual([waiting, []]);
        await handOver(successor, trainer);
    });
    it('are no longer, once they are written anew', async () => {
        await house.act(trainer, questions[1]!, 'revise');
        await house.editing.save(trainer, { ...await house.seen(questions[1]!), content: testContent({ name: 'Forwards' }) });
        await house.act(trainer, questions[1]!, 'submit');
        expect(await duties(house.reviewer)).toEqual([['question.review', 'Forwards', 'author']]);
        expect((await duties(trainer)).map(each => each[0])).not.toContain('question.review');
        await house.act(house.reviewer, questions[1]!, 'approve');
        expect(await standingOut()).toEqual([['Known to all', 'everybody']]);
    });
});
