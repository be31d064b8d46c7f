import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleAudience, teamAudience } from '../../common/article/audience';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { ArticleSearch } from './article-search';

let house: TestKnowledgeHouse;
let source: ArticleSearch;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    source = new ArticleSearch(house.database);
});
afterAll(() => house.close());

it('gives what is published, and nothing that is not', async () => {
    await house.draft('Not yet');
    const published = await house.publish(await house.draft('Lost card', { tags: ['loss'], validUntil: '2099-01-01T00:00:00.000Z', parts: { similar: 'my card is gone\nstolen card', short: 'Call us.', full: '# Steps\n\n- **call** [us](https://example.org)', sources: 'handbook' } }));
    const before = await source.versions();
    expect(before.map(each => each.id)).toEqual([published.articleId]);
    const [document] = await source.load([published.articleId, house.editor.personId]);
    expect(document).toMatchObject({
        id: published.articleId, version: before[0]!.version, fields: { title: 'Lost card', questions: ['my card is gone', 'stolen card'], tags: ['loss'], text: 'Call us.\nSteps\ncall us' }, language: 'en', category: house.cards,
        validUntil: Date.parse('2099-01-01T00:00:00.000Z'), link: `earshot:/knowledge/articles/${published.articleId}`, state: 'current'
    });
    expect(await source.load([])).toEqual([]);
    expect(await source.categoryNames([house.cards], 'zh-cn')).toEqual(new Map([[house.cards, 'Cards']]));

    await house.workflow.followCalendar(new Date(Date.now() + 400 * 86_400_000));
    expect((await source.load([published.articleId]))[0]!.state).toBe('unverified');
    expect((await source.versions())[0]!.version).not.toBe(before[0]!.version);
    await house.act(house.approver, await house.articles.revision(house.editor, published.id), 'retire');
    expect([await source.versions(), await source.load([published.articleId])]).toEqual([[], []]);
});

it('says who may find a confidential one', async () => {
    const closed = await house.publish(await house.draft('Closed', { audience: [roleAudience('knowledge-editor'), roleAudience('approver')] }));
    const { audience } = (await source.load([closed.articleId]))[0]!;
    const finds = async (person: typeof house.agent) => (await source.groups(person)).some(each => audience.includes(each));
    expect([await finds(house.agent), await finds(house.manager), await finds(house.auditor), await finds(house.editor), await finds(house.approver)]).toEqual([false, false, true, true, true]);
    expect(await source.groups(house.agent)).toContain(teamAudience(house.cardsTeam));
});
