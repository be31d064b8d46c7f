import { describe, expect, it } from 'vitest';
import { asSpelling, spelledName } from './name-spelling';

describe('spelledName', () => {
    it.each([
        ['张伟', 'zhangwei zw'], ['欧阳娜娜', 'ouyangnana oynn'], ['单雄信', 'shanxiongxin sxx'], ['曾国藩', 'zengguofan zgf'],
        ['吕布', 'lvbu lb'], ['陳怡君', 'chenyijun cyj'], ['王Lily', 'wanglily wl']
    ])('spells %s as %s', (name, spelling) => expect(spelledName(name)).toBe(spelling));

    it('leaves names without Chinese characters alone', () => {
        expect(spelledName('Ada Lovelace')).toBeUndefined();
        expect(spelledName('Łukasz')).toBeUndefined();
    });
});

describe('asSpelling', () => {
    it('ignores spaces, apostrophes and case', () => expect(asSpelling("Xi'an Zhang")).toBe('xianzhang'));
});
