import { describe, expect, it } from 'vitest';
import { comparePieces, compareTexts } from './compare-texts';

const marked = (before: string, after: string, language: string) => comparePieces(before, after, language).map(({ text, kind }) => kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`).join('');

describe('what changed within a line', () => {
    it('goes by words in Chinese, not by characters and not by the whole sentence', () => {
        expect(marked('客户需要在三天内提交申请。', '客户需要在五天内提交申请。', 'zh-cn')).toBe('客户需要在-[三天内]+[五天内]提交申请。');
        expect(marked('我要申请贷款', '我要申请存款', 'zh-cn')).toBe('我要申请-[贷款]+[存款]'); // they share a character, and are two words all the same
        expect(marked('请拨打客服热线', '请拨打投诉热线', 'zh-cn')).toBe('请拨打-[客服]+[投诉]热线');
    });
    it('takes an amount as a whole', () => expect(marked('每日 500,000 元', '每日 1,000,000 元', 'zh-cn')).toBe('每日 -[500,000]+[1,000,000] 元'));
    it('goes by words in English', () => expect(marked('The fee is 20 euro.', 'The fee was 20 euro.', 'en')).toBe('The fee -[is]+[was] 20 euro.'));
});

describe('the difference of two texts', () => {
    it.each([
        ['', ''], ['a', ''], ['', 'a'], ['a\nb\nc', 'a\nc'], ['a\nb', 'a\nx\nb'], ['请在三天内办理\n\n| 甲 | 乙 |', '请在五天内办理\n| 甲 | 丙 |\n'], ['one line here\nanother line there', 'another line here\none'], ['\n\n', '\n']
    ])('%j and %j can be put together from it', (before, after) => {
        const rows = compareTexts(before, after, 'zh-cn');
        const joined = (side: 'before' | 'after') => rows.flatMap(each => each[side] ? [each[side].map(({ text }) => text).join('')] : []).join('\n');
        expect([joined('before'), joined('after')]).toEqual([before, after]);
        expect(rows.every(each => each.kind === 'same') || before !== after).toBe(true);
    });
    it('puts lines that are much alike into one row', () => {
        expect(compareTexts('The card costs 20 a year.\nGone entirely', 'The card costs 25 a year.\n完全不同', 'en').map(each => each.kind)).toEqual(['changed', 'removed', 'added']);
    });
});
