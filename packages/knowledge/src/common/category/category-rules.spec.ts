import { expect, it } from 'vitest';
import { categoryPath, categoryRows, type CategoryNode, reviewDays, reviewDueAt, secondApproval, subtree, usualReviewDays } from './category-rules';

const node = (id: string, parentId: string | null, more: Partial<CategoryNode> = {}): CategoryNode => ({ id, parentId, name: { en: id }, place: 0, reviewDays: null, secondApproval: null, ...more });
const tree = [node('cards', null, { place: 2 }), node('fees', 'cards', { reviewDays: 30, secondApproval: 'legal' }), node('annual', 'fees'), node('free', 'fees', { secondApproval: 'none', reviewDays: 200 }), node('accounts', null, { place: 1 })];

it('finds the way down to a category, and what is below one', () => {
    expect(categoryPath(tree, 'annual').map(each => each.id)).toEqual(['cards', 'fees', 'annual']);
    expect(categoryPath(tree, 'unknown')).toEqual([]);
    expect(categoryPath([node('a', 'b'), node('b', 'a')], 'a')).toHaveLength(2);
    expect(subtree(tree, 'fees')).toEqual(['fees', 'annual', 'free']);
    expect(categoryRows(tree).map(each => `${each.depth} ${each.node.id}`)).toEqual(['0 accounts', '0 cards', '1 fees', '2 annual', '2 free']);
});

it('inherits the rules from above', () => {
    expect(['cards', 'fees', 'annual', 'free', 'unknown'].map(each => reviewDays(tree, each))).toEqual([usualReviewDays, 30, 30, 200, usualReviewDays]);
    expect(['cards', 'fees', 'annual', 'free'].map(each => secondApproval(tree, each))).toEqual([undefined, 'legal', 'legal', undefined]);
    expect(reviewDueAt(new Date('2026-01-01T00:00:00Z'), 30).toISOString()).toBe('2026-01-31T00:00:00.000Z');
});
