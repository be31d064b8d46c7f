import { describe, expect, it } from 'vitest';
import type { Hit } from '../../common/house-contract';
import { groupHits, recentLinks, withRecent } from './recent-hits';

const hit = (kind: string, title: string): Hit => ({ kind, id: title, title, subtitle: '', link: `earshot:/${kind}/${title}` });

describe('what quick open shows', () => {
    it('remembers eight things, the latest first, each once', () => {
        const many = Array.from({ length: 10 }, (_, index) => String(index)).reduce(withRecent, [] as readonly string[]);
        expect(many).toEqual(['9', '8', '7', '6', '5', '4', '3', '2']);
        expect(withRecent(many, many[3]!)).toEqual(['6', '9', '8', '7', '5', '4', '3', '2']);
    });
    it('reads links of what was kept, with a title or without', () => {
        expect([recentLinks([hit('person', 'a'), 'earshot:/b', null, 7, { link: 1 }]), recentLinks(undefined)]).toEqual([['earshot:/person/a', 'earshot:/b'], []]);
    });
    it('groups by kind in the order of the best hit', () => {
        expect(groupHits([hit('call', 'a'), hit('person', 'b'), hit('call', 'c')]).map(each => [each.kind, each.hits.map(({ title }) => title)])).toEqual([['call', ['a', 'c']], ['person', ['b']]]);
    });
});
