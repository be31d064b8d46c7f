import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArticleWork } from '../review/article-work';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';

let house: TestKnowledgeHouse;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

it('counts one word for each reader and revision, the last one', async () => {
    const { feedback, agent, auditor, editor, editing, articles } = house;
    const { articleId } = await house.publish(await house.draft('Judged'));
    await feedback.say(agent, articleId, true, null);
    await feedback.say(auditor, articleId, false, 'outdated');
    expect(await feedback.say(agent, articleId, false, 'unclear')).toEqual({ helpful: 0, notHelpful: 2, mine: false, reasons: expect.arrayContaining([{ reason: 'outdated', count: 1 }, { reason: 'unclear', count: 1 }]) });
    expect(await feedback.say(agent, articleId, true, 'wrong')).toMatchObject({ helpful: 1, notHelpful: 1, mine: true, reasons: [{ reason: 'outdated', count: 1 }] });
    await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, articleId)), { title: 'Judged anew' }));
    expect(await feedback.verdicts(agent, articleId)).toEqual({ helpful: 0, notHelpful: 0, mine: null, reasons: [] });
});

it('brings a hint with its difference to whoever answers for the article, and the decision back', async () => {
    const { feedback, agent, editor, approver, database } = house;
    const { articleId } = await house.publish(await house.draft('Flagged'));
    await feedback.flag(agent, { id: articleId, reason: 'wrong', text: 'It is 25 now.', part: 'full', suggestion: 'Full: 25' });
    const { rows: [flag] } = await feedback.flags(editor, { limit: 10, articleId });
    expect(flag).toMatchObject({ articleTitle: 'Flagged', personName: 'agent', part: 'full', original: 'Full: Flagged', suggestion: 'Full: 25', state: 'open', revisionNumber: 1 });
    expect((await new ArticleWork(database).items(editor)).filter(each => each.kind === 'article.flagged')).toMatchObject([{ title: 'Flagged', link: `earshot:/knowledge/articles/${articleId}` }]);
    await expect(feedback.decide(approver, { id: flag!.id, state: 'taken', answer: null })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await feedback.decide(editor, { id: flag!.id, state: 'taken', answer: 'Thank you' });
    await expect(feedback.decide(editor, { id: flag!.id, state: 'declined', answer: null })).rejects.toMatchObject({ data: { reason: 'flag-decided' } });
    expect((await feedback.flags(editor, { limit: 10, articleId, state: 'open' })).rows).toEqual([]);
    const told = await database.read().selectFrom('core.notification').select(['person_id', 'kind']).where('kind', 'like', 'article.flag%').execute();
    expect(told).toEqual(expect.arrayContaining([{ person_id: editor.personId, kind: 'article.flagged' }, { person_id: agent.personId, kind: 'article.flag-decided' }]));
    await expect(feedback.flag(agent, { id: articleId, reason: 'wrong', text: 'x', part: 'grade', suggestion: null })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-part' }] } });
    await expect(feedback.say(agent, (await house.draft('Unpublished')).articleId, true, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('pages through the hints', async () => {
    const { feedback, agent, editor } = house;
    const { articleId } = await house.publish(await house.draft('Often flagged'));
    for (let index = 0; index < 5; index++) {
        await feedback.flag(agent, { id: articleId, reason: 'unclear', text: String(index), part: null, suggestion: null });
    }
    const first = await feedback.flags(editor, { limit: 3, articleId });
    const second = await feedback.flags(editor, { limit: 3, articleId, after: first.next });
    expect([...first.rows, ...second.rows].map(each => each.text)).toEqual(['4', '3', '2', '1', '0']);
    expect(second.next).toBeUndefined();
});
