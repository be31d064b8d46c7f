import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestQuestionHouse, refusal, testContent, type TestQuestionHouse } from '../testing/question-house';
import type { TrainingTables } from '../training-tables';
import type { QuestionReader } from './question-reader';

let house: TestQuestionHouse;
beforeAll(async () => { house = await openTestQuestionHouse(); });
afterAll(() => house.close());

describe('the life of a question', () => {
    it('goes by review to exams, and nobody reviews what they wrote', async () => {
        const id = await house.editing.create(house.author, testContent());
        expect(await house.reader.get(house.author, id)).toMatchObject({ state: 'draft', prompt: 'Who is greeted first?', may: ['edit', 'submit', 'discard'] });
        await house.act(house.author, id, 'submit');
        await expect(house.act(house.author, id, 'approve')).rejects.toMatchObject(refusal('own-question'));
        await expect(house.act(house.auditor, id, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(house.act(house.reviewer, id, 'return')).rejects.toMatchObject(refusal('reason-missing'));
        await house.act(house.reviewer, id, 'return', 'Too easy');
        expect((await house.reader.get(house.author, id)).versions[0]).toMatchObject({ state: 'draft', reason: 'Too easy' });
        expect(await house.entryOf(id)).toBeUndefined();
        await house.act(house.author, id, 'submit');
        await house.act(house.reviewer, id, 'approve');
        expect(await house.entryOf(id)).toMatchObject({ points: 1, tags: ['phone'], difficulty: 'easy' });
    });
    it('lets exams ask what is approved until the next version is', async () => {
        const id = await house.approved();
        await house.act(house.author, id, 'revise');
        await expect(house.act(house.author, id, 'revise')).rejects.toMatchObject(refusal('not-possible-now'));
        await house.editing.save(house.author, { ...await house.seen(id), content: testContent({ name: 'Later', tags: ['chat'] }) });
        expect(await house.reader.get(house.author, id)).toMatchObject({ name: 'Greeting', state: 'approved', openState: 'draft', content: { name: 'Later' }, approved: { name: 'Greeting' } });
        expect((await house.entryOf(id))?.tags).toEqual(['phone']);
        const before = (await house.bank.contents(house.database.read<TrainingTables>(), [id])).get(id)!.versionId;
        await house.act(house.author, id, 'submit');
        await house.act(house.reviewer, id, 'approve');
        expect((await house.entryOf(id))?.tags).toEqual(['chat']);
        expect((await house.bank.contents(house.database.read<TrainingTables>(), [id])).get(id)!.versionId).not.toBe(before);
        await house.act(house.author, id, 'retire');
        expect(await house.entryOf(id)).toBeUndefined();
        expect((await house.reader.get(house.author, id)).versions.map(each => each.state)).toEqual(['retired', 'superseded']);
        await house.act(house.author, id, 'revise');
        expect((await house.reader.get(house.author, id)).may).toContain('submit');
    });
    it('does not begin a review of what is not sound, or overwrite what somebody else saved', async () => {
        const id = await house.editing.create(house.author, testContent({ question: { kind: 'short', prompt: '', points: 1, accepted: [], caseSensitive: false } }));
        const before = await house.seen(id);
        await expect(house.act(house.author, id, 'submit')).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'content/question/prompt', code: 'empty-text' }, { path: 'content/question/accepted', code: 'nothing-right' }] } });
        await house.editing.save(house.author, { ...before, content: testContent() });
        await expect(house.editing.save(house.author, { ...before, content: testContent() })).rejects.toMatchObject(refusal('changed-meanwhile'));
        expect(await house.editing.discard(house.author, await house.seen(id))).toBe(true);
        await expect(house.reader.get(house.author, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is offered to be fixed in exams by its words or its id, while it may be asked', async () => {
        const [asked, retired] = [await house.approved({ name: 'Offered 50% of the time' }), await house.approved({ name: 'Offered before' })];
        const drafted = await house.editing.create(house.author, testContent({ name: 'Offered later' }));
        await house.act(house.author, retired, 'retire');
        const listed = async (which: { readonly text: string; readonly ids?: readonly string[] }) => (await house.bank.listed(house.database.read<TrainingTables>(), { limit: 10, ...which })).map(each => each.name);
        expect(await listed({ text: 'offered' })).toEqual(['Offered 50% of the time']);
        expect(await listed({ text: '50%' })).toEqual(['Offered 50% of the time']);
        expect(await listed({ text: '', ids: [retired, drafted, asked] })).toEqual(['Offered 50% of the time']);
        expect(await listed({ text: '', ids: [] })).toEqual([]);
    });
    it('is found by its words, states and facets', async () => {
        const id = await house.approved({ name: 'Rare 100% name', skills: ['rare'], category: 'Rare' });
        const found = async (filter: Parameters<QuestionReader['list']>[1]) => (await house.reader.list(house.author, filter)).rows.map(each => each.id);
        expect(await found({ text: '100% n', limit: 5 })).toEqual([id]);
        expect(await found({ skill: 'rare', state: 'approved', kind: 'single', category: 'Rare', limit: 5 })).toEqual([id]);
        expect(await found({ skill: 'rare', state: 'retired', limit: 5 })).toEqual([]);
        expect((await house.reader.facets()).skills).toContainEqual({ word: 'rare', questions: 1 });
        const first = await house.reader.list(house.author, { limit: 1 });
        expect((await house.reader.list(house.author, { limit: 1, after: first.next })).rows[0]!.id).not.toBe(first.rows[0]!.id);
    });
});
