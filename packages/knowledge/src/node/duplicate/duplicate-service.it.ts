import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparableText } from '../../common/article/article-content';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';

let house: TestKnowledgeHouse;
beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

it('names what says nearly the same, and follows what is published and retired', async () => {
    const { duplicates, editor, approver, articles } = house;
    const parts = { short: '请您放心，我马上为您挂失信用卡。', full: '挂失后卡片立即停用，之后发生的盗刷由银行承担，新卡免费补办。' };
    const published = await house.publish(await house.draft('信用卡丢了怎么办', { language: 'zh-cn', parts }));
    await house.publish(await house.draft('Something else', { parts: { short: 'Transfers arrive at once.', full: 'There are limits.' } }));
    const written = comparableText({ ...published.content, title: '信用卡不见了', parts: { ...parts, full: `${parts.full}请确认地址。` } });
    const found = await duplicates.find(editor, written);
    expect(found).toMatchObject([{ id: published.articleId, title: '信用卡丢了怎么办' }]);
    expect(found[0]!.containment).toBeGreaterThan(0.6);
    expect(await duplicates.find(editor, written, published.articleId)).toEqual([]);
    await house.act(approver, await articles.revision(editor, published.id), 'retire');
    expect(await duplicates.find(editor, written)).toEqual([]);
});
