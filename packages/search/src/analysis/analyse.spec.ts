import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse';
import { foldedScript, foldingSize } from './script-folding';
import { syllablesOf } from './pinyin';

const terms = (text: string): string[] => analyse(text).map(each => each.term);
const cut = (text: string): string[] => analyse(text).map(each => text.slice(each.start, each.end));

describe('analysis', { timeout: 30_000 }, () => {
    it('gives characters, pairs that adjoin, and stems', () => {
        expect(terms('信用卡，年费')).toEqual(['信', '信用', '用', '用卡', '卡', '年', '年费', '费']);
        expect(terms('Transfers were cancelled')).toEqual(['transfer', 'were', 'cancel']);
        expect(analyse('the refund').map(each => each.stopWord)).toEqual([true, false]);
    });

    it('gives compounds whole and in parts', () => {
        expect(terms('Wi-Fi')).toEqual(['wi', 'fi', 'wi-fi']);
        expect(terms('C++ c#. e.g.')).toEqual(['c', 'c++', 'c', 'c#', 'e', 'g', 'e.g']);
    });

    it('reads both scripts, widths and accents alike', () => {
        expect(terms('臨時額度')).toEqual(terms('临时额度'));
        expect(terms('ＡＢＣ１２')).toEqual(terms('abc12'));
        expect(terms('Cafe\u0301 ﬁn')).toEqual(terms('café fin'));
        expect(foldedScript('週五佔線，請諮詢')).toBe('周五占线，请咨询');
        expect(foldingSize).toBeGreaterThan(3000);
    });

    it('keeps where each token stands in the original', () => {
        expect(cut('臨時 Ｗｉ-Ｆｉ')).toEqual(['臨', '臨時', '時', 'Ｗｉ', 'Ｆｉ', 'Ｗｉ-Ｆｉ']);
        expect(cut('㈱𠮷野')).toEqual(['㈱', '𠮷', '野']);
        expect(terms('㋿')).toEqual(['令', '令和', '和']);
    });

    it('takes any text, and stays within it', () => {
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
            for (const { start, end, term } of analyse(text)) {
                expect(term).not.toBe('');
                expect(start).toBeLessThan(end);
                expect(end).toBeLessThanOrEqual(text.length);
            }
        }), { numRuns: 500 });
    });

    it('knows how characters sound', () => {
        expect(syllablesOf('信用卡绿色银行')).toEqual(['xin', 'yong', 'ka', 'lv', 'se', 'yin', 'hang']);
    });
});
