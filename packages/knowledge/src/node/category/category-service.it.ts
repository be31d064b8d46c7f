import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';

let house: TestKnowledgeHouse;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

const settings = { parentId: null, name: { en: 'Fees' }, place: 3, reviewDays: null, secondApproval: null };

it('adds, changes and removes categories', async () => {
    const { categories, editor, cards } = house;
    const fees = await categories.add(editor, { ...settings, parentId: cards });
    expect(fees).toMatchObject({ parentId: cards, name: { en: 'Fees' }, articles: 0, version: 1 });
    const renamed = await categories.set(editor, { ...fees, name: { en: 'Fees', 'zh-cn': '费用' }, reviewDays: 30 });
    expect(renamed).toMatchObject({ version: 2, reviewDays: 30, name: { 'zh-cn': '费用' } });
    await expect(categories.set(editor, { ...fees })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile' } });
    await expect(categories.remove(editor, cards)).rejects.toMatchObject({ data: { reason: 'category-in-use' } });
    await categories.remove(editor, fees.id);
    expect((await categories.list(editor)).map(each => each.id)).not.toContain(fees.id);
    await expect(categories.remove(editor, fees.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('refuses circles, parents that are none, and names that are none', async () => {
    const { categories, editor } = house;
    const above = await categories.add(editor, settings);
    const below = await categories.add(editor, { ...settings, parentId: above.id });
    await expect(categories.set(editor, { ...above, parentId: below.id })).rejects.toMatchObject({ data: { problems: [{ path: 'parentId', code: 'below-itself' }] } });
    await expect(categories.set(editor, { ...above, parentId: above.id })).rejects.toMatchObject({ data: { problems: [{ code: 'below-itself' }] } });
    await expect(categories.add(editor, { ...settings, parentId: newId() })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-category' }] } });
    await expect(categories.add(editor, { ...settings, name: {} })).rejects.toMatchObject({ data: { problems: [{ code: 'name-missing' }] } });
});

it('is not removed while a draft wants to move into it', async () => {
    const { categories, editor, articles, editing } = house;
    const target = await categories.add(editor, settings);
    const published = await house.publish(await house.draft('Moves'));
    await house.save(editor, await articles.revision(editor, await editing.begin(editor, published.articleId)), { categoryId: target.id });
    await expect(categories.remove(editor, target.id)).rejects.toMatchObject({ data: { reason: 'category-in-use' } });
});

it('moves the reviews of its articles, and of those below it, when its rules change', async () => {
    const { categories, editor, articles } = house;
    const above = await categories.add(editor, settings);
    const below = await categories.add(editor, { ...settings, parentId: above.id });
    const own = await categories.add(editor, { ...settings, parentId: above.id, reviewDays: 60 });
    const [moved, kept] = [await house.publish(await house.draft('Moved', { categoryId: below.id })), await house.publish(await house.draft('Kept', { categoryId: own.id }))];
    const days = async (id: string): Promise<number> => {
        const { verifiedAt, reviewDueAt } = await articles.get(editor, id);
        return (Date.parse(reviewDueAt!) - Date.parse(verifiedAt!)) / 86_400_000;
    };
    const both = async () => [await days(moved.articleId), await days(kept.articleId)];
    expect(await both()).toEqual([365, 60]);
    const shorter = await categories.set(editor, { ...above, reviewDays: 30 });
    expect(await both()).toEqual([30, 60]);
    // A shorter interval that is over by now makes it due at once; what is due then stays so until somebody has looked.
    await house.workflow.followCalendar(new Date(Date.now() + 31 * 86_400_000));
    await categories.set(editor, { ...shorter, reviewDays: 300 });
    expect((await articles.get(editor, moved.articleId)).state).toBe('due-for-review');
    expect(await both()).toEqual([30, 60]);
    const elsewhere = await categories.add(editor, { ...settings, reviewDays: 10 });
    await categories.set(editor, { ...own, parentId: elsewhere.id, reviewDays: null });
    expect(await both()).toEqual([30, 10]);
});
