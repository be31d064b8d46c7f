import { describe, expect, it } from 'vitest';
import type { Hit } from '../house-contract';
import { rankHits, rankOf } from './rank-hits';

const hit = (title: string, subtitle = ''): Hit => ({ kind: 'person', id: title, title, subtitle, link: `earshot:/core/people/${title}` });

describe('rankOf', () => {
    it.each([
        ['张伟', '1042 · Hotline', '张伟', 0], ['张伟', '1042 · Hotline', '1042', 0], ['Zhang Wei', '', 'zhang  WEI', 0], ['张伟', '', '张伟', 0],
        ['张伟', '', '张', 1], ['General service', '', 'gen', 1],
        ['张伟', '', 'zw', 2], ['张伟', '', 'zhang w', 2], ['张伟', '', 'zhangwei', 2],
        ['General service', '', 'serv', 3], ['张伟', '1042', '10', 3],
        ['张伟', '', 'angwe', 4], ['张伟', '', '伟', 4], ['General service', '', 'rvic', 4],
        ['张伟', '', 'li', 5]
    ])('%s (%s) for “%s” is %i', (title, subtitle, text, rank) => expect(rankOf({ title, subtitle }, text)).toBe(rank));
});

describe('rankHits', () => {
    it('puts the exact before the beginning before pinyin before the rest, each once', () => {
        const hits = [hit('李张'), hit('章五'), hit('张伟'), hit('张'), hit('张伟'), hit('王张')];
        expect(rankHits(hits, '张', 10).map(each => each.title)).toEqual(['张', '张伟', '李张', '王张', '章五']);
        expect(rankHits(hits, 'zw', 2).map(each => each.title)).toEqual(['章五', '张伟']);
    });
});
