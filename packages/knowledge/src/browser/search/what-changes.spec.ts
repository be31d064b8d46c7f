import { expect, it } from 'vitest';
import { gainsOf, wordsOf } from './what-changes';

it('says what each word would find besides', () => {
    const words = [{ word: '挂失', links: ['a', 'b'] }, { word: '丢卡', links: ['b', 'c', 'd'] }, { word: '停卡', links: [] }];
    expect(gainsOf(words, false)).toEqual([{ word: '挂失', now: 2, besides: 2 }, { word: '丢卡', now: 3, besides: 1 }, { word: '停卡', now: 0, besides: 4 }]);
    expect(gainsOf(words, true)).toEqual([{ word: '挂失', now: 2, besides: 2 }, { word: '丢卡', now: 3, besides: 0 }, { word: '停卡', now: 0, besides: 0 }]);
});
it('reads entries', () => expect(wordsOf('挂失、丢卡\n 停卡 ,挂失;')).toEqual(['挂失', '丢卡', '停卡']));
