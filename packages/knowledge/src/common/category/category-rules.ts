import type { LocalizedText } from '@earshot/forms';

/** Who gives the second approval. */
export const secondApprovals = ['legal', 'compliance'] as const;
export type SecondApproval = typeof secondApprovals[number];

/** A year at most without a look: what a category says if neither it nor one above it says something else. */
export const usualReviewDays = 365;

/** A category in the tree. What is null is as the category above has it. */
export interface CategoryNode {
    readonly id: string;
    readonly parentId: string | null;
    readonly name: LocalizedText;
    readonly place: number;
    readonly reviewDays: number | null;
    /** `none`: explicitly not, whatever the category above says. */
    readonly secondApproval: SecondApproval | 'none' | null;
}

/** From the root down to the category; empty for an unknown one. A circle, which the server never lets come about, ends the walk. */
export function categoryPath(categories: readonly CategoryNode[], id: string): readonly CategoryNode[] {
    const path: CategoryNode[] = [];
    for (let next = categories.find(each => each.id === id); next && !path.includes(next);) {
        path.unshift(next);
        const above: string | null = next.parentId;
        next = categories.find(each => each.id === above);
    }
    return path;
}

const nearest = <T>(path: readonly CategoryNode[], value: (node: CategoryNode) => T | null): T | undefined =>
    [...path].reverse().map(value).find(each => each !== null) ?? undefined;

/** Days after which an article of this category is due for review. */
export const reviewDays = (categories: readonly CategoryNode[], id: string): number => nearest(categoryPath(categories, id), each => each.reviewDays) ?? usualReviewDays;

/** The second approval that articles of this category need; undefined for none. */
export function secondApproval(categories: readonly CategoryNode[], id: string): SecondApproval | undefined {
    const found = nearest(categoryPath(categories, id), each => each.secondApproval);
    return found === 'none' ? undefined : found;
}

/** A category and everything below it. */
export function subtree(categories: readonly CategoryNode[], id: string): readonly string[] {
    return categories.filter(each => categoryPath(categories, each.id).some(above => above.id === id)).map(each => each.id);
}

export const reviewDueAt = (verifiedAt: Date, days: number): Date => new Date(verifiedAt.getTime() + days * 86_400_000);

/** The categories as one reads them: each followed by those below it, with its depth. */
export function categoryRows<T extends CategoryNode>(categories: readonly T[]): readonly { readonly node: T; readonly depth: number }[] {
    const below = (parentId: string | null, depth: number): { node: T; depth: number }[] =>
        categories.filter(each => each.parentId === parentId).sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
            .flatMap(node => [{ node, depth }, ...below(node.id, depth + 1)]);
    return below(null, 0);
}
