import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleAudience, teamAudience } from '../../common/article/audience';
import type { ArticleFilter } from './article-query';
import { ArticleEntity, ArticleWork } from '../review/article-work';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import type { TestPerson } from '../../../../core/src/node/people/test-house';

let house: TestKnowledgeHouse;
let secret: string;
let open: string;
let outsider: TestPerson;
const all: ArticleFilter = { limit: 100, order: 'changed' };

beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    outsider = await house.person('outsider', { roles: ['agent'] });
    open = (await house.publish(await house.draft('Known to all', { tags: ['fees'] }))).articleId;
    const editor = await house.person('writer', { roles: ['knowledge-editor'] });
    const draft = await house.draft('Goodwill ceiling', { tags: ['goodwill'], audience: [teamAudience(house.cardsTeam)], parts: { similar: 'how much may I give', short: 'Up to 50.', full: `See [](earshot:/knowledge/articles/${open}).` } }, editor);
    // the approver is no member of the audience and must be let in
    const approver = await house.person('cards-approver', { roles: ['approver'], teamId: house.cardsTeam });
    await house.workflow.act(editor, { id: draft.id, version: draft.version, action: 'submit' });
    await house.workflow.act(approver, { id: draft.id, version: draft.version + 1, action: 'approve' });
    await house.workflow.act(editor, { id: draft.id, version: draft.version + 2, action: 'publish' });
    secret = draft.articleId;
});
afterAll(() => house.close());

describe('a confidential article', () => {
    it('is there for its audience, its owner and who sees everything', async () => {
        for (const person of [house.agent, house.auditor]) {
            expect((await house.articles.list(person, all)).rows.map(each => each.title)).toContain('Goodwill ceiling');
            expect(await house.articles.get(person, secret)).toMatchObject({ confidential: true });
        }
    });

    it.each([['a reader', () => outsider], ['an editor', () => house.editor], ['an approver', () => house.approver]])('leaves %s no trace', async (_, person) => {
        const { articles, categories, feedback, comments, duplicates, database } = house;
        const who = person();
        expect((await articles.list(who, all)).rows.map(each => each.id)).toEqual([open]);
        expect((await articles.list(who, { ...all, text: 'give' })).rows).toEqual([]);
        expect(await articles.suggest(who, 'Goodwill', 10)).toEqual([]);
        expect(await articles.titles(who, [secret, open])).toMatchObject([{ id: open }]);
        expect((await articles.tags(who)).map(each => each.tag)).toEqual(['fees']);
        expect((await categories.list(who)).find(each => each.id === house.cards)!.articles).toBe(1);
        expect(await house.references.of(who, open)).toEqual({ seen: [], unseen: 0 });
        expect(await comments.list(who, secret)).toEqual([]);
        expect(await new ArticleEntity(database).describe(who, secret)).toBeUndefined();
        expect(await new ArticleWork(database).items(who)).toEqual([]);
        expect((await duplicates.find(who, 'Goodwill ceiling how much may I give Up to 50.')).map(each => each.id)).not.toContain(secret);
        const attempts = [
            () => articles.get(who, secret), () => house.references.of(who, secret), () => articles.used(who, secret, 'opened'), () => articles.revisions(who, secret), () => feedback.verdicts(who, secret), () => feedback.say(who, secret, true, null),
            () => feedback.flag(who, { id: secret, reason: 'wrong', text: 'x', part: null, suggestion: null })
        ];
        for (const attempt of attempts) {
            await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
    });

    it('is found by its audience in every place where the others found nothing', async () => {
        const { agent, articles, categories } = house;
        expect((await articles.list(agent, { ...all, text: 'give' })).rows).toHaveLength(1);
        expect(await articles.suggest(agent, 'Goodwill', 10)).toHaveLength(1);
        expect((await house.references.of(agent, open)).seen.map(each => each.link)).toEqual([`earshot:/knowledge/articles/${secret}`]);
        expect((await categories.list(agent)).find(each => each.id === house.cards)!.articles).toBe(2);
    });

    it('reaches the teams below the one that is named', async () => {
        const below = await house.team('Cards, night', { parentId: house.cardsTeam });
        const night = await house.person('night', { roles: ['agent'], teamId: below });
        expect((await house.articles.get(night, secret)).title).toBe('Goodwill ceiling');
    });

    it('stays hidden while a revision that would open it is not published', async () => {
        const writer = await house.person('second-writer', { roles: ['knowledge-editor'], teamId: house.cardsTeam });
        const id = await house.editing.begin(writer, secret);
        await house.save(writer, await house.articles.revision(writer, id), { audience: ['everyone'] });
        expect((await house.articles.list(outsider, all)).rows.map(each => each.id)).toEqual([open]);
        await expect(house.articles.revision(house.editor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('hides a draft that closes an open article from those whom it shuts out', async () => {
        const writer = await house.person('third-writer', { roles: ['knowledge-editor', 'qa-lead'] });
        const id = await house.editing.begin(writer, open);
        await house.save(writer, await house.articles.revision(writer, id), { audience: [roleAudience('qa-lead')] });
        const other = await house.person('fourth-writer', { roles: ['knowledge-editor'] });
        expect((await house.articles.get(other, open)).open).toBeNull();
        await expect(house.articles.revision(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.editing.begin(other, open)).rejects.toMatchObject({ data: { reason: 'draft-exists', detail: {} } });
    });
});

describe('validity', () => {
    it('hides from readers what is not valid yet or no longer, and not from editors', async () => {
        const past = await house.publish(await house.draft('Over', { validUntil: '2026-01-01T00:00:00.000Z' }));
        const future = await house.publish(await house.draft('Not yet', { validFrom: '2099-01-01T00:00:00.000Z' }));
        for (const { articleId } of [past, future]) {
            await expect(house.articles.get(outsider, articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
            expect((await house.articles.get(house.editor, articleId)).live).not.toBeNull();
        }
        expect((await house.articles.list(outsider, all)).rows.map(each => each.title)).toEqual(['Known to all']);
    });
});
