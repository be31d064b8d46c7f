import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeArticles } from '../article/article-change';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { ArticleEntity, ArticleHandOver, ArticleWork } from './article-work';

let house: TestKnowledgeHouse;
let work: ArticleWork;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    work = new ArticleWork(house.database);
});
afterAll(() => house.close());

describe('Home', () => {
    it('shows each person their own next step, and the next person theirs', async () => {
        const { editor, approver, manager, agent, complaints, act } = house;
        const kinds = async () => Promise.all([editor, approver, manager, agent].map(async each => (await work.items(each)).map(({ kind }) => kind)));
        const draft = await house.draft('Path', { categoryId: complaints });
        expect(await kinds()).toEqual([['article.finish'], [], [], []]);
        const submitted = await act(editor, draft, 'submit');
        expect(await kinds()).toEqual([[], ['article.approve'], [], []]);
        const once = await act(approver, submitted, 'approve');
        expect(await kinds()).toEqual([[], [], ['article.approve-second'], []]);
        const approved = await act(manager, once, 'approve');
        expect(await kinds()).toEqual([['article.publish'], [], [], []]);
        await act(editor, approved, 'publish');
        expect(await kinds()).toEqual([[], [], [], []]);
        await house.workflow.followCalendar(new Date(Date.now() + 91 * 86_400_000));
        expect(await work.items(editor)).toMatchObject([{ kind: 'article.verify', title: 'Path', dueAt: expect.any(String) }]);
    });
});

describe('a link', () => {
    it('is named for whoever may see the article', async () => {
        const { articleId } = await house.publish(await house.draft('Linked'));
        const entity = new ArticleEntity(house.database);
        expect(await entity.describe(house.agent, articleId)).toMatchObject({ kind: 'article', title: 'Linked', subtitle: 'editor' });
        expect(await entity.describe(house.agent, (await house.draft('Unseen')).articleId)).toBeUndefined();
    });
});

describe('whoever leaves', () => {
    it('hands over what they answer for and what they write', async () => {
        const leaver = await house.person('leaver', { roles: ['knowledge-editor'] });
        const successor = await house.person('successor', { roles: ['knowledge-editor'] });
        const published = await house.publish(await house.draft('Left behind', {}, leaver), leaver);
        const draft = await house.draft('Half written', {}, leaver);
        const handOver = new ArticleHandOver(house.database);
        const others = await house.publish(await house.draft('Of somebody else'));
        const approved = await house.act(house.approver, await house.act(leaver, await house.save(leaver, await house.articles.revision(leaver, await house.editing.begin(leaver, others.articleId)), { title: 'Approved, not published' }), 'submit'), 'approve');
        expect(await handOver.count(leaver.personId)).toBe(3);
        await changeArticles(house.database, house.editor, (transaction, log) => handOver.handOver(transaction as never, log, leaver.personId, successor.personId));
        expect([await handOver.count(leaver.personId), await handOver.count(successor.personId)]).toEqual([0, 3]);
        expect(await house.articles.get(successor, published.articleId)).toMatchObject({ ownerName: 'successor' });
        expect((await work.items(successor)).map(each => [each.kind, each.title])).toEqual(expect.arrayContaining([['article.finish', 'Half written'], ['article.publish', 'Of somebody else']]));
        expect((await house.act(successor, await house.articles.revision(successor, approved.id), 'publish')).state).toBe('published');
        expect((await house.articles.revision(successor, draft.id)).may).toContain('submit');
    });

    it('leaves what the successor has approved approved', async () => {
        const leaver = await house.person('second-leaver', { roles: ['knowledge-editor'] });
        const successor = await house.person('approving-successor', { roles: ['knowledge-editor', 'approver'] });
        const submitted = await house.act(leaver, await house.draft('Approved by the successor', {}, leaver), 'submit');
        const approved = await house.act(successor, submitted, 'approve');
        await changeArticles(house.database, house.editor, (transaction, log) => new ArticleHandOver(house.database).handOver(transaction as never, log, leaver.personId, successor.personId));
        expect((await house.act(successor, approved, 'publish')).state).toBe('published');
    });
});
