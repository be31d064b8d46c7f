import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeArticles } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { AnnualReviewService } from './annual-review-service';
import { AnnualReviewHandOver, AnnualReviewWork } from './annual-review-work';

let house: TestKnowledgeHouse;
let reviews: AnnualReviewService;
let work: AnnualReviewWork;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    [reviews, work] = [new AnnualReviewService(house.database), new AnnualReviewWork(house.database)];
});
afterAll(() => house.close());

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
type Input = Parameters<AnnualReviewService['add']>[1];
const minutes = (change: Partial<Input> = {}): Input => ({
    categoryId: null, heldOn: day(-1), scope: 'All', participantIds: [house.approver.personId], completeness: 'Two are missing.', fitness: 'Agents find them.', actions: [], nextOn: day(300), nextOwnerId: house.editor.personId, ...change
});
const kinds = async (person: TestKnowledgeHouse['agent']) => (await work.items(person)).map(each => each.kind);
const notified = async (personId: string) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', personId).execute()).map(each => each.kind);

describe('a review', () => {
    it('counts what is in its scope, and nothing else', async () => {
        const one = await house.publish(await house.draft('Fine'));
        const late = await house.publish(await house.draft('Late'));
        await house.publish(await house.draft('Elsewhere', { categoryId: house.complaints }));
        await house.draft('Unpublished');
        const tables = house.database.read<KnowledgeTables>();
        await tables.updateTable('knowledge.article').set({ review_due_at: new Date(Date.now() - 1000), owner_id: null }).where('id', '=', late.articleId).execute();
        await tables.updateTable('knowledge.article').set({ verified_at: new Date(Date.now() + 1000) }).where('id', '=', one.articleId).execute();
        await house.feedback.flag(house.agent, { id: late.articleId, reason: 'wrong', text: 'No longer true.', part: null, suggestion: null });
        expect(await reviews.figures(house.editor, house.cards)).toEqual({ articles: 2, overdue: 1, unconfirmed: 1, withoutOwner: 1, flagged: 1, searchedInVain: null });
        await sql`insert into core.search_log (id, query, total) select gen_random_uuid(), query, total from (values ('lost', 0), ('lost', 0), ('once', 0), ('found', 3), ('found', 3)) as log (query, total)`.execute(tables);
        expect(await reviews.figures(house.editor, null)).toMatchObject({ articles: 3, searchedInVain: 1 });
        await expect(reviews.figures(house.editor, one.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('counts what somebody answers for who has left as without an owner', async () => {
        const leaver = await house.person('left', { roles: ['knowledge-editor'] });
        const category = await house.categories.add(house.editor, { parentId: null, name: { en: 'Orphans' }, place: 9, reviewDays: null, secondApproval: null });
        await house.publish(await house.draft('Orphan', { categoryId: category.id }, leaver), leaver);
        expect(await reviews.figures(house.editor, category.id)).toMatchObject({ articles: 1, withoutOwner: 0 });
        await house.database.read().updateTable('core.person').set({ status: 'deactivated' }).where('id', '=', leaver.personId).execute();
        expect(await reviews.figures(house.editor, category.id)).toMatchObject({ articles: 1, withoutOwner: 1 });
        await house.act(house.approver, (await house.articles.get(house.editor, (await house.articles.list(house.editor, { limit: 1, order: 'title', text: 'Orphan' })).rows[0]!.id)).live!, 'retire');
        await house.database.read<KnowledgeTables>().updateTable('knowledge.article').set({ category_id: house.cards }).where('title', '=', 'Orphan').execute();
        await house.database.read<KnowledgeTables>().deleteFrom('knowledge.category').where('id', '=', category.id).execute();
    });

    it('keeps closed minutes that the database lets nobody change', async () => {
        const kept = await reviews.add(house.editor, minutes({ categoryId: house.cards, actions: [{ text: 'Write them', ownerId: house.agent.personId, dueOn: day(-1) }] }));
        expect(kept).toMatchObject({ categoryName: { en: 'Cards' }, participants: [{ name: 'approver' }], figures: { articles: 2 }, intact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/), actions: [{ ownerName: 'agent', doneAt: null }], nextOwnerName: 'editor' });
        const tables = house.database.read<KnowledgeTables>();
        await expect(tables.updateTable('knowledge.annual_review').set({ next_on: day(5) }).where('id', '=', kept.id).execute()).rejects.toThrow('closed');
        await expect(tables.updateTable('knowledge.review_action').set({ text: 'Nothing' }).where('review_id', '=', kept.id).execute()).rejects.toThrow('closed');
        await expect(tables.deleteFrom('knowledge.annual_review').where('id', '=', kept.id).execute()).rejects.toThrow('kept');
        expect((await reviews.scopes(house.approver)).map(each => [each.categoryId, each.last?.id ?? null, each.openActions, each.overdueActions])).toEqual([[null, null, 0, 0], [house.cards, kept.id, 1, 1], [house.complaints, null, 0, 0]]);
        expect(await reviews.scopes(house.agent)).toEqual([]);
    });

    it.each<[string, () => Partial<Input>]>([
        ['review-to-come', () => ({ heldOn: day(5), nextOn: day(20) })], ['next-review-late', () => ({ nextOn: day(400) })], ['next-review-late', () => ({ nextOn: day(-1) })],
        ['unknown-category', () => ({ categoryId: house.editor.personId })], ['unknown-person', () => ({ nextOwnerId: house.cards })]
    ])('is refused: %s', async (code, change) => {
        await expect(reviews.add(house.editor, minutes(change()))).rejects.toMatchObject({ data: { problems: [{ code }] } });
    });
});

describe('what is to be done', () => {
    it('stands on the Home of who answers for it, until somebody may say that it is done', async () => {
        const { agent, editor, auditor, manager } = house;
        expect(await kinds(agent)).toEqual(['annual-review.action']);
        const [seen] = (await reviews.list(agent, { limit: 10 })).rows;
        expect(seen!.actions[0]!.maySettle).toBe(true);
        await expect(reviews.settle(auditor, seen!.actions[0]!.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect((await reviews.settle(agent, seen!.actions[0]!.id)).actions[0]!.doneAt).not.toBeNull();
        expect(await kinds(agent)).toEqual([]);
        const stranger = await house.person('stranger', { roles: ['agent'] });
        await expect(reviews.settle(stranger, seen!.actions[0]!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await reviews.list(stranger, { limit: 10 })).rows).toEqual([]);
        expect((await reviews.list(manager, { limit: 10, base: false })).rows).toHaveLength(1);
        expect(await kinds(editor)).toEqual([]);
    });

    it('is the next review, too, which a later one of the same scope settles', async () => {
        const { editor, manager } = house;
        await reviews.add(editor, minutes({ nextOn: day(10), nextOwnerId: manager.personId, heldOn: day(-300) }));
        expect(await kinds(manager)).toEqual(['annual-review.due']);
        expect(await reviews.remind(new Date())).toBe(1);
        expect(await reviews.remind(new Date())).toBe(0);
        expect(await notified(manager.personId)).toEqual(['annual-review.due-soon']);
        const next = await reviews.add(editor, minutes({ actions: [{ text: 'Tidy up', ownerId: manager.personId, dueOn: day(0) }] }));
        expect(await kinds(manager)).toEqual(['annual-review.action']);
        expect(await reviews.remind(new Date())).toBe(1);
        expect(await notified(manager.personId)).toEqual(['annual-review.due-soon', 'annual-review.action', 'annual-review.action-due']);

        const handOver = new AnnualReviewHandOver(house.database);
        expect(await handOver.count(manager.personId)).toBe(1);
        await changeArticles(house.database, editor, (transaction, log) => handOver.handOver(transaction as never, log, manager.personId, house.approver.personId));
        expect([await kinds(manager), await kinds(house.approver)]).toEqual([[], ['annual-review.action']]);
        expect(await reviews.get(editor, next.id)).toMatchObject({ intact: true, actions: [{ ownerName: 'approver' }] });
    });
});

describe('what was never reviewed', () => {
    it('stays on the Home of who sets reviews up until a review had it in its scope', async () => {
        const fresh = await openTestKnowledgeHouse();
        try {
            const [service, home] = [new AnnualReviewService(fresh.database), new AnnualReviewWork(fresh.database)];
            const below = await fresh.categories.add(fresh.editor, { parentId: fresh.complaints, name: { en: 'Branches' }, place: 0, reviewDays: null, secondApproval: null });
            await fresh.publish(await fresh.draft('Young'));
            const old = [await fresh.publish(await fresh.draft('Old card')), await fresh.publish(await fresh.draft('Old branch', { categoryId: below.id }))];
            await fresh.database.read<KnowledgeTables>().updateTable('knowledge.article').set({ published_at: new Date(Date.now() - 400 * 86_400_000) }).where('id', 'in', old.map(each => each.articleId)).execute();
            const due = async () => (await home.items(fresh.editor)).filter(each => each.kind === 'annual-review.due').length;
            const hold = (categoryId: string | null) => service.add(fresh.editor, { ...minutes({ categoryId }), participantIds: [fresh.approver.personId], nextOwnerId: fresh.manager.personId });
            expect(await due()).toBe(1);
            await hold(fresh.cards);
            expect(await due()).toBe(1);
            await hold(fresh.complaints);
            expect(await due()).toBe(0);
        } finally {
            await fresh.close();
        }
    });
});
