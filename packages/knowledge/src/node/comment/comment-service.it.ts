import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';

let house: TestKnowledgeHouse;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

it('is said on a passage, answered, settled and opened again, among those who write and approve', async () => {
    const { comments, editor, approver, agent, auditor, database } = house;
    const published = await house.publish(await house.draft('Commented'));
    const passage = { part: 'full', start: 6, exact: 'Commented', prefix: 'Full: ', suffix: '' };
    const first = await comments.add(approver, { id: published.id, text: 'Which fee?', passage, parentId: null });
    expect(first).toMatchObject({ articleId: published.articleId, revisionNumber: 1, passage, authorName: 'approver', resolvedAt: null });
    const answer = await comments.add(editor, { id: published.id, text: 'The yearly one.', passage: null, parentId: first.id });
    await comments.add(approver, { id: published.id, text: 'Thanks.', passage: null, parentId: answer.id });
    expect((await comments.list(auditor, published.articleId)).map(each => [each.text, each.parentId])).toEqual([['Which fee?', null], ['The yearly one.', first.id], ['Thanks.', first.id]]);
    const told = await database.read().selectFrom('core.notification').select(['person_id', 'kind']).where('kind', '=', 'article.commented').execute();
    expect(told.map(each => each.person_id).sort()).toEqual([editor.personId, editor.personId, approver.personId].sort());

    await comments.resolve(editor, first.id, true);
    expect((await comments.list(editor, published.articleId))[0]).toMatchObject({ resolvedByName: 'editor' });
    await comments.resolve(editor, first.id, false);
    expect((await comments.list(editor, published.articleId))[0]).toMatchObject({ resolvedAt: null, resolvedByName: null });

    expect(await comments.list(agent, published.articleId)).toEqual([]);
    for (const attempt of [() => comments.add(agent, { id: published.id, text: 'x', passage: null, parentId: null }), () => comments.resolve(agent, first.id, true), () => comments.resolve(editor, newId(), true)]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const other = await house.draft('Another');
    await expect(comments.add(editor, { id: other.id, text: 'x', passage: null, parentId: first.id })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-comment' }] } });
});
