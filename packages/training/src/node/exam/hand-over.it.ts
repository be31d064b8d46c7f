import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { QuestionHandOver } from '../question/question-hand-over';
import { openTestQuestionHouse, testContent, type TestQuestionHouse } from '../testing/question-house';
import { ExamHandOver } from './exam-hand-over';
import { ExamReader } from './exam-reader';
import { ExamService } from './exam-service';

let house: TestQuestionHouse;
let successor: TestPerson;
beforeAll(async () => {
    house = await openTestQuestionHouse();
    successor = await house.person('successor', { roles: ['trainer'] });
});
afterAll(() => house.close());

const trail = async (action: string) => house.database.read().selectFrom('core.audit_entry').select(['entity_id', 'detail']).where('action', '=', action).execute();

describe('whoever leaves hands over', () => {
    it('questions, with drafts, what is in review and what waits for their author', async () => {
        const { author, database } = house;
        const handOver = new QuestionHandOver(database);
        const [asked, waiting, draft, retired] = [await house.approved(), await house.editing.create(author, testContent({ name: 'Waiting' })), await house.editing.create(author, testContent({ name: 'Draft' })), await house.approved({ name: 'Retired' })];
        await house.act(author, waiting, 'submit');
        await house.act(house.reviewer, retired, 'retire', 'Nobody does this any more.');
        expect(await handOver.count(author.personId)).toBe(3);
        await database.write(house.reviewer, (transaction, log) => handOver.handOver(transaction, log, author.personId, successor.personId));
        expect([await handOver.count(author.personId), await handOver.count(successor.personId)]).toEqual([0, 3]);
        // the draft is theirs now, so that they cannot review it; what they have not written they may
        expect((await house.reader.get(successor, draft)).may).toContain('submit');
        await house.act(successor, draft, 'submit');
        expect((await house.reader.get(successor, draft)).may).not.toContain('approve');
        expect((await house.reader.get(successor, waiting)).may).toContain('approve');
        await house.act(house.reviewer, waiting, 'return', 'Say which customer.');
        expect(await database.read().selectFrom('core.notification').select('person_id').where('kind', '=', 'question.returned').execute()).toContainEqual({ person_id: successor.personId });
        expect((await trail('question.handed-over')).map(each => each.entity_id).sort()).toEqual([asked, waiting, draft, retired].sort());
        expect(JSON.stringify(await trail('question.handed-over'))).not.toContain('Waiting');
    });
    it('exams, which the successor may approve, because they have not written them', async () => {
        const { author, database } = house;
        const source = { entries: () => Promise.resolve([]), contents: () => Promise.resolve(new Map()), listed: () => Promise.resolve([]), choices: () => Promise.reject(new Error('nobody asks')) };
        const [exams, reader, handOver] = [new ExamService(database, source), new ExamReader(database), new ExamHandOver(database)];
        const [id, gone] = [await exams.add(author, 'Yearly'), await exams.add(author, 'Gone')];
        await exams.retire(author, { id: gone, version: 1 });
        expect(await reader.get(successor, id)).toMatchObject({ ownerName: 'author', changedByName: 'author', version: 1 });
        expect(await handOver.count(author.personId)).toBe(1);
        await database.write(house.reviewer, (transaction, log) => handOver.handOver(transaction, log, author.personId, successor.personId));
        expect([await handOver.count(author.personId), await handOver.count(successor.personId)]).toEqual([0, 1]);
        expect(await reader.get(successor, id)).toMatchObject({ ownerName: 'successor', changedByName: 'author', version: 2 });
        expect(await trail('exam.handed-over')).toEqual(expect.arrayContaining([{ entity_id: id, detail: { from: author.personId, to: successor.personId } }]));
    });
});
