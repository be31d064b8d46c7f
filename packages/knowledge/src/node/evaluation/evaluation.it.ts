import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { allQuestions, type Answers, articleQualityForm, builtInKinds, complianceForm, type FormDefinition } from '@earshot/forms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ReviewService } from '../review/review-service';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { ArticleEvaluationService } from './evaluation-service';

let house: TestKnowledgeHouse;
let evaluations: ArticleEvaluationService;
let lead: TestKnowledgeHouse['agent'];
let [forArticles, forCalls] = ['', ''];
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    lead = await house.person('lead', { roles: ['qa-lead'] });
    evaluations = new ArticleEvaluationService(house.database, new FilledFormService(house.database, builtInKinds));
    const forms = new FormEditing(house.database, builtInKinds);
    const publish = async (key: string, definition: FormDefinition, subject: 'article' | 'interaction') => {
        const draft = await forms.create(lead, { key, subject, definition });
        const { version } = await forms.act(lead, { id: draft.id, version: draft.version, action: 'submit' });
        return (await forms.act(lead, { id: draft.id, version, action: 'publish' })).formId;
    };
    [forArticles, forCalls] = [await publish('articles', articleQualityForm, 'article'), await publish('calls', complianceForm, 'interaction')];
});
afterAll(() => house.close());

/** The best answer to every question but these. */
const answers = (change: Answers = {}): Answers => ({ ...Object.fromEntries(allQuestions(articleQualityForm).map(({ question }) => [question.id, { value: question.kind === 'scale' ? 4 : true }])), ...change });

it('an article is rated by somebody else, on a form for articles, and what is submitted stays', async () => {
    const { editor, approver, agent, auditor } = house;
    const { articleId } = await house.publish(await house.draft('Rated'));
    await expect(evaluations.begin(editor, articleId, forArticles)).rejects.toMatchObject({ data: { reason: 'own-article' } });
    await expect(evaluations.begin(lead, articleId, forCalls)).rejects.toMatchObject({ data: { reason: 'form-rates-otherwise' } });
    await expect(evaluations.begin(lead, (await house.draft('Unpublished')).articleId, forArticles)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect([await evaluations.list(lead, articleId), await evaluations.list(editor, articleId), await evaluations.list(agent, articleId)].map(each => each.mayBegin)).toEqual([true, false, false]);

    const begun = await evaluations.begin(lead, articleId, forArticles);
    expect(begun).toMatchObject({ state: 'draft', mayEdit: true, articleTitle: 'Rated', number: 1, current: true });
    expect((await evaluations.begin(lead, articleId, forArticles)).id).toBe(begun.id);
    const saved = await evaluations.save(lead, { id: begun.id, version: begun.version, answers: { 'accuracy.correct': { value: true } } });
    await expect(evaluations.save(lead, { id: begun.id, version: begun.version, answers: {} })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
    await expect(evaluations.submit(lead, { id: begun.id, version: saved.version, answers: saved.answers })).rejects.toMatchObject({ code: 'INVALID' });
    for (const other of [approver, auditor, editor]) {
        await expect(evaluations.get(other, begun.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }

    const done = await evaluations.submit(lead, { id: begun.id, version: saved.version, answers: answers({ 'findability.short': { value: 2, comment: 'Too long.' } }) });
    expect(done).toMatchObject({ state: 'submitted', percent: 95, passed: true, mayEdit: false });
    await expect(evaluations.save(lead, { id: begun.id, version: done.version, answers: {} })).rejects.toMatchObject({ data: { reason: 'already-submitted' } });
    await expect(evaluations.discard(lead, begun.id)).rejects.toMatchObject({ data: { reason: 'already-submitted' } });
    for (const other of [approver, auditor, editor]) {
        expect((await evaluations.get(other, begun.id)).mayEdit).toBe(false);
        await expect(evaluations.submit(other as never, { id: begun.id, version: done.version, answers: answers() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(evaluations.get(agent, begun.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await evaluations.list(agent, articleId)).rows).toEqual([]);
});

it('what somebody thinks better of is gone, and a mistake in substance fails the whole', async () => {
    const { articleId } = await house.publish(await house.draft('Wrong'));
    const { id } = await evaluations.begin(house.approver, articleId, forArticles);
    await evaluations.discard(house.approver, id);
    await expect(evaluations.get(house.approver, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const again = await evaluations.begin(house.approver, articleId, forArticles);
    expect(await evaluations.submit(house.approver, { id: again.id, version: again.version, answers: answers({ 'accuracy.correct': { value: false, comment: 'The limit was raised.' } }) })).toMatchObject({ percent: 0, passed: false });
});

it('of an article, the review queue shows the mean of what readers see now', async () => {
    const revision = await house.publish(await house.draft('Measured'));
    for (const [by, level] of [[lead, 4], [house.approver, 3]] as const) {
        const { id, version } = await evaluations.begin(by, revision.articleId, forArticles);
        await evaluations.submit(by, { id, version, answers: answers({ 'language.plain': { value: level } }) });
    }
    const reviews = new ReviewService(house.database, house.workflow);
    const shown = async () => (await reviews.queue(house.editor, { days: 365, limit: 100 })).rows.find(each => each.id === revision.articleId)!.quality;
    expect(await shown()).toEqual({ percent: 98.5, evaluations: 2 });
    await house.editing.begin(house.editor, revision.articleId);
    const open = (await house.articles.get(house.editor, revision.articleId)).open!;
    await house.publish(await house.articles.revision(house.editor, open.id));
    expect(await shown()).toBeNull();
    expect((await evaluations.list(lead, revision.articleId)).rows.map(each => each.current)).toEqual([false, false]);
});

it('a confidential article leaves no trace in evaluations', async () => {
    const { articleId } = await house.publish(await house.draft('Secret', { audience: ['role:approver', 'role:knowledge-editor'] }));
    await expect(evaluations.begin(lead, articleId, forArticles)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id, version } = await evaluations.begin(house.approver, articleId, forArticles);
    await evaluations.submit(house.approver, { id, version, answers: answers() });
    await expect(evaluations.get(lead, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(evaluations.list(lead, articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
