import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { SearchTables } from '@earshot/core/lib/node/search/search-tables';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import type { KnowledgeTables } from '../knowledge-tables';
import { ReviewService } from './review-service';

const day = 86_400_000;
let house: TestKnowledgeHouse;
let reviews: ReviewService;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    reviews = new ReviewService(house.database, house.workflow);
});
afterAll(() => house.close());

/** Published, with its next review so many days ahead. */
const published = async (title: string, dueIn: number, about: Parameters<TestKnowledgeHouse['draft']>[1] = {}) => {
    const { articleId } = await house.publish(await house.draft(title, about));
    await house.database.read<KnowledgeTables>().updateTable('knowledge.article').set({ review_due_at: new Date(Date.now() + dueIn * day), verified_at: new Date(Date.now() - 300 * day) }).where('id', '=', articleId).execute();
    return articleId;
};
const queue = async (by = house.editor, filter: Partial<Parameters<ReviewService['queue']>[1]> = {}) => (await reviews.queue(by, { days: 30, limit: 100, ...filter })).rows;
const notified = async (personId: string, kind: string) => (await house.database.read().selectFrom('core.notification').select(['kind', 'detail']).where('person_id', '=', personId).where('kind', '=', kind).execute()).map(each => each.detail);

describe('the queue', () => {
    it('shows what is due, overdue first, the most used on top, page by page', async () => {
        const [late, lateUsed, soon, soonInCalls] = [await published('Late', -1), await published('Late and used', -20), await published('Soon', 10), await published('Soon and in calls', 20)];
        await published('Far', 90);
        await house.draft('Never published');
        for (let times = 0; times < 3; times++) { await house.articles.used(house.agent, lateUsed, 'opened'); }
        await house.articles.used(house.agent, soon, 'opened');
        for (const interaction of ['one', 'two']) {
            await house.database.read<SearchTables>().insertInto('core.linked_answer').values({ id: newId(), person_id: house.agent.personId, interaction, link: `earshot:/knowledge/articles/${soonInCalls}` }).execute();
        }
        expect((await queue()).map(each => [each.id, each.overdue, each.uses, each.calls])).toEqual([[lateUsed, true, 3, 0], [late, true, 0, 0], [soonInCalls, false, 0, 2], [soon, false, 1, 0]]);
        const paged: string[] = [];
        for (let after: string | undefined; ;) {
            const { rows, next } = await reviews.queue(house.editor, { days: 30, limit: 1, after });
            paged.push(...rows.map(each => each.id));
            if (!next) { break; }
            after = next;
        }
        expect(paged).toEqual([lateUsed, late, soonInCalls, soon]);
        expect(await reviews.count(house.editor, { days: 30 })).toEqual({ overdue: 2, soon: 2 });
        expect((await queue(house.editor, { days: 0 })).map(each => each.id)).toEqual([lateUsed, late]);
        expect(await queue(house.editor, { ownerId: house.agent.personId })).toEqual([]);
    });

    it('shows nobody what they may not write', async () => {
        const own = await house.person('own', { roles: ['process-owner'] });
        expect(await queue(own)).toEqual([]);
        expect(await reviews.count(own, { days: 30 })).toEqual({ overdue: 0, soon: 0 });
    });
});

describe('confirming', () => {
    it('gives each its next date, and says of which it could not', async () => {
        await published('Confirmed', -3);
        const rows = await queue();
        const [first] = rows;
        const answer = await reviews.confirm(house.editor, [...rows.map(each => ({ revisionId: each.revisionId, version: each.revisionVersion })), { revisionId: first!.revisionId, version: first!.revisionVersion + 7 }, { revisionId: newId(), version: 1 }]);
        expect(answer).toEqual({ confirmed: rows.length, refused: [{ revisionId: first!.revisionId, reason: 'changed-meanwhile' }, { revisionId: expect.any(String), reason: 'not-yours' }] });
        expect(await queue()).toEqual([]);
        expect((await house.articles.get(house.agent, first!.id)).state).toBe('published');
    });
});

describe('taking a confirmation back', () => {
    it('gives the former date, to whoever confirmed, for an hour, while nothing else has happened', async () => {
        const [one, other] = [await published('Taken back', -3), await published('Not taken back', 4)];
        const colleague = await house.person('colleague', { roles: ['knowledge-editor'] });
        await house.workflow.followCalendar(new Date());
        const rows = (await queue()).filter(each => each.id === one || each.id === other);
        const before = await Promise.all([one, other].map(id => house.articles.get(house.editor, id)));
        await reviews.confirm(house.editor, rows.map(each => ({ revisionId: each.revisionId, version: each.revisionVersion })));
        const ids = rows.map(each => each.revisionId);
        expect(await reviews.takeBack(colleague, ids)).toBe(0);
        expect(await reviews.takeBack(house.editor, ids, new Date(Date.now() + 61 * 60_000))).toBe(0);
        const third = rows.find(each => each.id === other)!;
        await reviews.confirm(colleague, [{ revisionId: third.revisionId, version: third.revisionVersion + 1 }]);
        expect(await reviews.takeBack(house.editor, ids)).toBe(1);
        expect(await reviews.takeBack(house.editor, ids)).toBe(0);
        expect(await house.articles.get(house.editor, one)).toMatchObject({ state: 'due-for-review', reviewDueAt: before[0]!.reviewDueAt, verifiedAt: before[0]!.verifiedAt, live: { state: 'due-for-review' } });
        expect((await house.articles.get(house.editor, other)).reviewDueAt).not.toBe(before[1]!.reviewDueAt);
        await expect(reviews.takeBack(house.agent, ids)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('handing over', () => {
    it('gives all of them, or none, and tells the new owner', async () => {
        const successor = await house.person('successor', { roles: ['knowledge-editor'] });
        const [one, other] = [await published('One', 5), await published('Other', 6)];
        await expect(reviews.handOver(house.editor, [one, newId()], successor.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await house.articles.get(house.editor, one)).ownerId).toBe(house.editor.personId);
        await expect(reviews.handOver(house.editor, [one], newId())).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-person' }] } });
        await reviews.handOver(house.editor, [one, other, one], successor.personId);
        expect((await queue(house.editor, { ownerId: successor.personId })).map(each => each.id).sort()).toEqual([one, other].sort());
        expect(await notified(successor.personId, 'article.given')).toEqual([{ count: 2 }]);
    });
});

describe('reminding', () => {
    it('tells an owner once of what is due soon, in one message', async () => {
        const owner = await house.person('owner', { roles: ['knowledge-editor'] });
        const [first, second, far] = [await published('First', 3), await published('Second', 9), await published('Not yet', 20)];
        await reviews.handOver(house.editor, [first, second, far], owner.personId);
        await reviews.remind(new Date());
        expect(await notified(owner.personId, 'article.due-soon')).toEqual([{ title: 'First', others: 1 }]);
        expect(await reviews.remind(new Date())).toBe(0);
        expect(await reviews.remind(new Date(Date.now() + 8 * day))).toBe(1);
        expect(await notified(owner.personId, 'article.due-soon')).toContainEqual({ title: 'Not yet', others: 0 });
    });
});
