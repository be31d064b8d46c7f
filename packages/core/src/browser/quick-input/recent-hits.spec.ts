import { describe, expect, it } from 'vitest';
import type { Hit } from '../../common/house-contract';
import { groupHits, withRecent } from './recent-hits';

const hit = (kind: string, title: string): Hit => ({ kind, id: title, title, subtitle: '', link: `earshot:/${kind}/${title}` });

describe('what quick open shows', () => {
    it('remembers eight things, the latest first, each once', () => {
        const many = Array.from({ length: 10 }, (_, index) => hit('person', String(index))).reduce(withRecent, [] as readonly Hit[]);
        expect(many.map(each => each.title)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2']);
        expect(withRecent(many, many[3]!).map(each => each.title)).toEqual(['6', '9', '8', '7', '5', '4', '3', '2']);
    });
    it('groups by kind in the order of the best hit', () => {
        expect(groupHits([hit('call', 'a'), hit('person', 'b'), hit('call', 'c')]).map(each => [each.kind, each.hits.map(({ title }) => title)])).toEqual([['call', ['a', 'c']], ['person', ['b']]]);
    });
});
