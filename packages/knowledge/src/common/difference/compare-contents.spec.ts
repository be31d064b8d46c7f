import { expect, it } from 'vitest';
import { newContent } from '../article/article-content';
import { compareContents } from './compare-contents';

it('compares all that is approved of two revisions', () => {
    const before = newContent({ kind: 'faq', language: 'en', title: 'A', categoryId: 'c', parts: { short: 's', full: 'f' } });
    expect(compareContents(before, before)).toEqual([]);
    expect(compareContents(before, { ...before, others: { weight: 8, shape: { round: true } } })).toMatchObject([{ path: 'others', rows: [{}, {}] }]);
    expect(compareContents(before, { ...before, title: 'B', audience: ['role:agent'], parts: { short: 's', full: 'g', sources: 'x' } }).map(each => each.path)).toEqual(['title', 'audience', 'parts.full', 'parts.sources']);
});
