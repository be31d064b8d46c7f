import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionFileText } from './question-file';
import { openTestQuestionHouse, refusal, testContent, type TestQuestionHouse } from '../testing/question-house';

let house: TestQuestionHouse;
beforeAll(async () => { house = await openTestQuestionHouse(); });
afterAll(() => house.close());

describe('files of questions', () => {
    const file = (text: string) => ({ format: 'gift' as const, language: 'en' as const, text });
    it('are planned first, come in as drafts, and can be undone', async () => {
        const text = '// [id:f1]\n::One::First?{T}\n\n// [id:f2]\n::Two::Second?{=a ~b}\n\nBroken {=a';
        expect(await house.exchange.plan(file(text))).toMatchObject({ questions: [{ name: 'One', outcome: 'new', line: 2 }, { outcome: 'new' }], broken: [{ line: 7, code: 'brace-missing' }] });
        const { importId, created, broken } = await house.exchange.import(house.author, file(text));
        expect([created, broken]).toEqual([2, 1]);
        expect((await house.exchange.plan(file(text))).questions.map(each => each.outcome)).toEqual(['same', 'same']);
        expect((await house.exchange.plan(file(text.replace('First', '1st')))).questions[0]!.outcome).toBe('busy');
        const { rows } = await house.reader.list(house.author, { text: 'First?', limit: 5 });
        await house.editing.save(house.author, { ...await house.seen(rows[0]!.id), content: testContent({ name: 'Touched' }) });
        expect(await house.exchange.undo(house.author, importId)).toEqual({ removed: 1, kept: 1 });
        await expect(house.exchange.undo(house.author, importId)).rejects.toMatchObject(refusal('undone-already'));
    });
    it('are taken in once, however often it is asked for with its id', async () => {
        const importId = newId();
        const again = () => house.exchange.import(house.author, { ...file('::Only once::Once?{T}\n\nBroken {=a'), importId });
        const expected = { importId, created: 1, revised: 0, broken: 1 };
        expect(await Promise.all([again(), again()])).toEqual([expected, expected]);
        expect(await again()).toEqual(expected);
        expect((await house.reader.list(house.author, { text: 'Only once', limit: 5 })).rows).toHaveLength(1);
        await expect(house.exchange.import(house.reviewer, { ...file('Other?{T}'), importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.exchange.undo(house.author, importId);
        await expect(again()).rejects.toMatchObject(refusal('undone-already'));
    });
    it('go out and come back as the same questions, or as new versions of them', async () => {
        const id = await house.approved({ name: 'Out', tags: ['file'] });
        const { text, written, left } = await house.exchange.export(house.author, { format: 'gift', ids: [id] });
        expect([written, left]).toEqual([1, []]);
        expect((await house.exchange.plan(file(text))).questions).toMatchObject([{ outcome: 'same' }]);
        const changed = file(text.replace('Nobody', 'Somebody else'));
        expect(await house.exchange.import(house.author, changed)).toMatchObject({ created: 0, revised: 1 });
        const after = await house.reader.get(house.author, id);
        expect([after.state, after.openState, after.content.question]).toMatchObject(['approved', 'draft', { choices: [{}, { text: 'Somebody else' }] }]);
    });
    it('go out as a package, and come back from it as the same questions', async () => {
        const id = await house.approved({ name: 'Packed', tags: ['file'] });
        const { text, encoding, fileName } = await house.exchange.export(house.author, { format: 'qti', ids: [id] });
        expect([encoding, fileName]).toEqual(['base64', 'questions.zip']);
        const inside = await questionFileText(Buffer.from(text, 'base64'));
        expect((await house.exchange.plan({ format: 'qti', language: 'en', text: inside })).questions).toMatchObject([{ outcome: 'same', file: 'item-1.xml' }]);
        expect((await house.exchange.plan({ format: 'qti', language: 'en', text: inside.replaceAll('Nobody', 'Somebody else') })).questions).toMatchObject([{ outcome: 'changed' }]);
    });
});
