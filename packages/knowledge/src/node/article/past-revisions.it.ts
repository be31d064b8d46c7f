import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleAudience } from '../../common/article/audience';
import { ArticleEntity } from '../review/article-work';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { PastRevisions } from './past-revisions';

let house: TestKnowledgeHouse;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

it('what an article said is read by those it was for, when it has changed and when it is retired', async () => {
    const { agent, approver, editor, articles, editing } = house;
    const past = new PastRevisions(house.database);
    const entity = new ArticleEntity(house.database);
    const first = await house.publish(await house.draft('First words'));
    expect(await entity.version(first.articleId)).toBe(first.id);
    expect(await past.get(agent, first.id)).toMatchObject({ state: 'current', content: { title: 'First words' } });
    const draft = await house.save(editor, await articles.revision(editor, await editing.begin(editor, first.articleId)), { title: 'Second words', audience: [roleAudience('knowledge-editor'), roleAudience('approver')] });
    // what was never published is no past
    await expect(past.get(agent, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const second = await house.publish(draft);
    // the article is confidential by now; what was for everyone stays so
    expect(await entity.describe(agent, first.articleId)).toBeUndefined();
    expect(await entity.past(agent, first.articleId, first.id)).toMatchObject({ title: 'First words', state: 'changed', path: `/knowledge/articles/${first.articleId}/as-published/${first.id}` });
    await expect(past.get(agent, second.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await past.get(editor, second.id)).toMatchObject({ state: 'current' });
    await house.act(approver, await articles.revision(editor, second.id), 'retire');
    expect(await past.get(agent, first.id)).toMatchObject({ state: 'gone', content: { title: 'First words' } });
    expect(await entity.version(first.articleId)).toBeUndefined();
});
