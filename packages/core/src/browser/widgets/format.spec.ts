import { nls } from '@theia/core/lib/common/nls';
import { afterEach, describe, expect, it } from 'vitest';
import { compareTexts, formatDate, formatDuration, formatFixed, formatList, formatNumber, formatPercent, formatRelative, NOTHING, parseNumber } from './format';

const speak = (locale: string): void => { Object.assign(nls, { locale }); };

describe('figures and dates', () => {
    afterEach(() => speak('en'));

    it('write numbers, shares and what is absent', () => {
        expect(formatNumber(12345.678, 1)).toBe('12,345.7');
        expect(formatFixed(4.1, 2)).toBe('4.10');
        expect(formatPercent(0.825)).toBe('82.5%');
        expect([formatNumber(null), formatPercent(undefined), formatDuration(null)]).toEqual([NOTHING, NOTHING, NOTHING]);
    });

    it.each([[0, '0:00'], [402_000, '6:42'], [59_999, '0:59'], [3_600_000, '1:00:00'], [3_725_000, '1:02:05'], [-5_000, '-0:05']])('%d ms lasts %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

    it.each([['1.5', 1.5], ['1,5', 1.5], ['８２．５', 82.5], [' -3 ', -3], ['.5', 0.5], ['', null], ['abc', null], ['1.2.3', null], ['1e3', null]])('reads %j as %s', (text, value) => expect(parseNumber(text)).toBe(value));

    it('say how long ago', () => {
        const now = Date.parse('2026-11-18T12:00:00Z');
        expect(formatRelative('2026-11-18T11:59:40Z', now)).toBe('now');
        expect(formatRelative('2026-11-18T11:30:00Z', now)).toBe('30 minutes ago');
        expect(formatRelative('2026-11-21T12:00:00Z', now)).toBe('in 3 days');
        speak('zh-cn');
        expect(formatRelative('2026-11-18T10:00:00Z', now)).toBe('2小时前');
        speak('zh-tw');
        expect(formatRelative('2026-11-18T10:00:00Z', now)).toBe('2 小時前');
    });

    it('keep a plain date on its day in every time zone', () => expect(formatDate('2026-11-18')).toBe('2026-11-18'));

    it('sort Chinese by pinyin and numbers by value', () => {
        speak('zh-cn');
        expect(['周', '阿', '李'].sort(compareTexts)).toEqual(['阿', '李', '周']);
        expect(['C10', 'C9'].sort(compareTexts)).toEqual(['C9', 'C10']);
    });

    it('join lists as the language does', () => {
        expect(formatList(['a', 'b', 'c'])).toBe('a, b, and c');
        speak('zh-cn');
        expect(formatList(['甲', '乙', '丙'])).toBe('甲、乙和丙');
    });
});
