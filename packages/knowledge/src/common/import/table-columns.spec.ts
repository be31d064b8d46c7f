import { expect, it } from 'vitest';
import type { ImportSettings } from './import-file';
import { articleOfRow, recogniseColumns } from './table-columns';

const settings: ImportSettings = { language: 'zh-cn', kind: 'faq', categoryId: null, splitAt: null, columns: null };

it('recognises the headings of the trade', () => {
    expect(recogniseColumns(['标准问题', '答案', '相似问法', '分类', 'Extra'])).toEqual({ title: '标准问题', answer: '答案', questions: '相似问法', category: '分类' });
    expect(recogniseColumns(['Question', 'Short answer', 'Answer', 'Valid until', 'escalate'])).toEqual({ title: 'Question', short: 'Short answer', answer: 'Answer', until: 'Valid until', 'part:escalate': 'escalate' });
});
it('makes a row an article', () => {
    const columns = { title: 'Q', answer: 'A', questions: 'S', tags: 'T', category: 'C', language: 'L' };
    expect(articleOfRow({ Q: ' 挂失 ', A: '步骤', S: '丢卡;卡没了', T: '卡、安全', C: '银行卡 / 挂失', L: 'zh-Hant' }, columns, settings, 'x.csv:2')).toEqual({
        source: 'x.csv:2', title: '挂失', partial: true, problems: [],
        article: { title: '挂失', kind: 'faq', language: 'zh-tw', draft: true, others: {}, categories: ['银行卡', '挂失'], tags: ['卡', '安全'], parts: { full: '步骤', similar: '丢卡\n卡没了' } }
    });
});
it.each<[string, string, string, string]>([
    ['several questions of another system', '', '丢卡；卡没了|卡不见了', '丢卡\n卡没了\n卡不见了'], ['lines, which may hold any sign', '', 'Lost; stolen?\nA | B', 'Lost; stolen?\nA | B'],
    ['one question that went out of here', '0190a000-0000-7000-8000-000000000001', 'Lost; or stolen?', 'Lost; or stolen?'], ['addresses with signs in them', '', 'https://a.example/x;y=1|z; https://b.example', 'https://a.example/x;y=1|z\nhttps://b.example']
])('takes apart %s', (_, id, cell, expected) => {
    expect(articleOfRow({ Q: 'q', S: cell, O: cell, I: id }, { title: 'Q', questions: 'S', sources: 'O', id: 'I' }, settings, 'x:2').article?.parts).toMatchObject({ similar: expected, sources: expected });
});
it('says what is wrong with a row', () => {
    expect(articleOfRow({ Q: '', K: 'recipe' }, { title: 'Q', kind: 'K' }, settings, 'x:3')).toEqual({ source: 'x:3', title: '', problems: [{ code: 'title-missing' }, { code: 'kind-unknown', detail: 'recipe' }] });
});
