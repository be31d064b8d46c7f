import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleAudience } from '../../common/article/audience';
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
    expect((await database.read().selectFrom('core.notification').select('detail').where('kind', '=', 'article.flag-decided').execute()).map(each => each.detail)).toEqual([{ title: 'Flagged', state: 'taken', answer: 'Thank you' }]);
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

it('names an article to whoever pointed something out only while they may still see it', async () => {
    const { feedback, agent, editor, database, articles, editing } = house;
    const told = async () => (await database.read().selectFrom('core.notification').select('detail').where('person_id', '=', agent.personId).where('kind', '=', 'article.flag-decided').execute()).map(each => each.detail.title);
    const { articleId } = await house.publish(await house.draft('Open once'));
    for (const text of ['first', 'second', 'third']) {
        await feedback.flag(agent, { id: articleId, reason: 'wrong', text, part: null, suggestion: null });
    }
    const [third, second, first] = (await feedback.flags(editor, { limit: 10, articleId })).rows;
    await feedback.decide(editor, { id: first!.id, state: 'taken', answer: null });
    expect(await told()).toContain('Open once');
    await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, articleId)), { title: 'Merger with Acme', audience: [roleAudience('knowledge-editor'), roleAudience('approver')] }));
    await feedback.decide(editor, { id: second!.id, state: 'taken', answer: null });
    expect(await told()).not.toContain('Merger with Acme');
    // Who has left the house is told nothing either, and the decision stands.
    await database.write(editor, async (transaction, log) => {
        await transaction.updateTable('core.person').set({ status: 'deactivated' }).where('id', '=', agent.personId).execute();
        log.audit('person.deactivated', 'people', agent.personId);
    });
    await feedback.decide(editor, { id: third!.id, state: 'declined', answer: null });
    expect((await told()).sort()).toEqual(['Flagged', 'Open once']);
});

it('shows what was pointed out about a revision to nobody who may not know of that revision', async () => {
    const { feedback, approver, database, articles, editing } = house;
    const writer = await house.person('flag-writer', { roles: ['knowledge-editor', 'approver'] });
    const publish = async (id: string): Promise<void> => {
        for (const [by, action] of [[writer, 'submit'], [approver, 'approve'], [writer, 'publish']] as const) {
            await house.workflow.act(by, { id, version: (await articles.revision(writer, id)).version, action });
        }
    };
    const draft = await house.draft('Ceiling', { audience: [roleAudience('approver')], parts: { short: 'Up to 50.', full: 'Secret: up to 75.' } }, writer);
    const { articleId } = draft;
    await publish(draft.id);
    await feedback.flag(approver, { id: articleId, reason: 'wrong', text: 'It is 80 by now.', part: 'full', suggestion: 'Secret: up to 80.' });
    await publish((await house.save(writer, await articles.revision(writer, await editing.begin(writer, articleId)), { audience: ['everyone'], parts: { short: 'Ask.', full: 'Ask.' } })).id);
    const outsider = await house.person('flag-outsider', { roles: ['knowledge-editor'] });
    expect((await articles.get(outsider, articleId)).mayWrite).toBe(true);
    expect((await feedback.flags(outsider, { limit: 10, articleId })).rows).toEqual([]);
    const { rows: [flag] } = await feedback.flags(writer, { limit: 10, articleId });
    expect(flag).toMatchObject({ text: 'It is 80 by now.', original: 'Secret: up to 75.' });
    await expect(feedback.decide(outsider, { id: flag!.id, state: 'declined', answer: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Who answers for the article sees it whatever the audience was.
    const experts = await house.team('Ceiling experts');
    const expert = await house.person('flag-expert', { roles: ['process-owner'], teamId: experts });
    await editing.own(writer, { id: articleId, version: (await articles.get(writer, articleId)).version, ownerId: writer.personId, expertTeamId: experts });
    expect((await feedback.flags(expert, { limit: 10, articleId })).rows).toHaveLength(1);
    await feedback.decide(writer, { id: flag!.id, state: 'taken', answer: null });
    expect(await database.read().selectFrom('core.notification').select('kind').where('person_id', '=', approver.personId).where('kind', '=', 'article.flag-decided').execute()).toHaveLength(1);
});
