import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight, snippet } from './highlight';

const text = '如何提高额度。登录手机银行，在额度管理里申请临时额度。临时额度最长有效三个月。';

it('cuts a text into parts and loses nothing', () => {
    expect(highlight('abcdef', [{ start: 4, end: 9 }, { start: 1, end: 3 }, { start: 2, end: 3 }])).toEqual([
        { text: 'a', marked: false }, { text: 'bc', marked: true }, { text: 'd', marked: false }, { text: 'ef', marked: true }]);
    const range = fc.tuple(fc.nat(50), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(fc.property(fc.string({ maxLength: 40 }), fc.array(range, { maxLength: 5 }), (original, ranges) => {
        expect(highlight(original, ranges).map(each => each.text).join('')).toBe(original);
    }));
});

it('shows the part with the most in it, from the beginning of its sentence', () => {
    const start = text.indexOf('临时');
    const shown = snippet(text, [{ start: 4, end: 6 }, { start, end: start + 4 }, { start: start + 5, end: start + 9 }], 20);
    expect(shown.parts.filter(each => each.marked).map(each => each.text)).toEqual(['临时额度', '临时额度']);
    expect([shown.cutBefore, shown.cutAfter]).toEqual([true, true]);
    expect(snippet(text, [], 500)).toEqual({ parts: [{ text, marked: false }], cutBefore: false, cutAfter: false });
});

it('does not cut words or pairs of surrogates', () => {
    const long = 'The refund follows when the parcel is scanned at the counter of any shop in town';
    const { parts } = snippet(long, [{ start: 28, end: 34 }], 30);
    const shown = parts.map(each => each.text).join('');
    expect(long.split(' ')).toEqual(expect.arrayContaining(shown.trim().split(' ')));
    fc.assert(fc.property(fc.nat(30), start => {
        const piece = snippet('😀'.repeat(30), [{ start: start * 2, end: start * 2 + 2 }], 7).parts.map(each => each.text).join('');
        expect(piece).toMatch(/^(?:😀)+$/u);
    }));
});
