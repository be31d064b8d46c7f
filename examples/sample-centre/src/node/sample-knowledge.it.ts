import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { builtInKinds } from '@earshot/forms';
import { AnnualReviewService } from '@earshot/knowledge/lib/node/annual-review/annual-review-service';
import { ArticleEvaluationService } from '@earshot/knowledge/lib/node/evaluation/evaluation-service';
import { sampleArticleEvaluations } from '../common/sample-article-evaluations';
import { SampleArticleEvaluations } from './sample-article-evaluations';
import { SampleKnowledge } from './sample-knowledge';
import { openTestKnowledgeHouse } from '../../../../packages/knowledge/src/node/testing/knowledge-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let house: Awaited<ReturnType<typeof openTestKnowledgeHouse>>;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

it('brings its articles where a base stands that has been read for a while', async () => {
    const people = new Map([['kai', house.editor.personId], ['petra', house.approver.personId], ['otto', house.manager.personId], ['agent1021', house.agent.personId], ['lena', (await house.person('lead', { roles: ['qa-lead'] })).personId]]);
    await new SampleKnowledge(house.database, house.sessions, house.categories, house.articles, house.editing, house.workflow, house.comments, house.feedback, new AnnualReviewService(house.database)).add(people);
    const { rows } = await house.articles.list(house.editor, { limit: 500, order: 'uses' });
    const states = rows.map(each => each.open?.state ?? each.state);
    expect(['draft', 'in-review', 'due-for-review'].map(state => states.filter(each => each === state).length)).toEqual([1, 1, 1]);
    expect(states.filter(each => each === 'published').length).toBe(rows.length - 3);
    const evaluations = new ArticleEvaluationService(house.database, new FilledFormService(house.database, builtInKinds));
    await new SampleArticleEvaluations(house.database, house.sessions, new FormEditing(house.database, builtInKinds), evaluations).add(people);
    const limits = rows.find(each => each.title === sampleArticleEvaluations.at(-1)!.article)!;
    expect((await evaluations.list(house.editor, limits.id)).rows).toMatchObject([{ state: 'submitted', percent: 0, passed: false }]);
    expect(await new AnnualReviewService(house.database).scopes(house.editor)).toContainEqual(expect.objectContaining({ categoryId: null, openActions: 1, overdueActions: 1 }));
    const behind = (await house.articles.list(house.agent, { limit: 10, order: 'title', behind: true })).rows;
    expect(behind.map(each => each.language).sort()).toEqual(['en', 'zh-tw']);
    expect(rows.length).toBeGreaterThan(150);
    expect(rows[0]!.uses).toBeGreaterThan(10);
    const [english] = (await house.articles.list(house.agent, { limit: 1, order: 'changed', text: 'A telephone was lost', inLanguage: 'en' })).rows;
    const article = await house.articles.get(house.agent, english!.id);
    expect(article.translations.map(each => each.language)).toEqual(['zh-cn', 'zh-tw']);
    expect(article.live!.content.parts.full).toMatch(/\[bank cards\]\(earshot:\/knowledge\/articles\/[0-9a-f-]{36}\)/);
});
