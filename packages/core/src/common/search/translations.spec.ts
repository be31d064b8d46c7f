import { expect, it } from 'vitest';
import { byGroup, shownOf, surplusOf } from './translations';

const hits = [{ id: 'a', group: 'x', language: 'en' }, { id: 'b', language: 'en' }, { id: 'c', group: 'x', language: 'zh-Hant' }, { id: 'd', language: 'en' }, { id: 'e', group: 'x', language: 'zh-Hans' }];

it('translations stand where the best of them stands, in the language that is read if it was found', () => {
    const groups = byGroup<{ readonly id: string; readonly group?: string; readonly language: string }>(hits, each => each.group);
    expect(groups.map(each => each.map(({ id }) => id))).toEqual([['a', 'c', 'e'], ['b'], ['d']]);
    expect(groups.map(each => shownOf(each, one => one.language, 'zh-Hans').id)).toEqual(['e', 'b', 'd']);
    expect(groups.map(each => shownOf(each, one => one.language, 'fr').id)).toEqual(['a', 'b', 'd']);
});

it('counts of them lose what is counted twice, but no category in which one of them is found', () => {
    const article = (category?: string) => ({ kind: 'article', category });
    const { total, kind, category } = surplusOf([[article('cards'), article('cards'), article('fees')], [article('cards')], [article(), article()]]);
    expect([total, [...kind], [...category]]).toEqual([3, [['article', 3]], [['cards', 1]]]);
});
