import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import type { AnnualReview, ReviewScope } from '../../common/annual-review/annual-review-contract';
import { knowledgeContract } from '../../common/knowledge-contract';

interface Found { rows: AnnualReview[]; next?: string }

export function useReviewScopes(): UseQueryResult<ReviewScope[]> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['annual-review', 'scopes'], queryFn: ({ signal }) => client.annualReviews.scopes(undefined, { signal }) as Promise<ReviewScope[]> });
}

export function useAnnualReviews(): UseInfiniteQueryResult<InfiniteData<Found>> {
    const client = useClient(knowledgeContract);
    return useInfiniteQuery({
        queryKey: ['annual-review', 'list'], initialPageParam: undefined as string | undefined, queryFn: ({ pageParam, signal }) => client.annualReviews.list({ after: pageParam, limit: 50 }, { signal }) as Promise<Found>, getNextPageParam: last => last.next
    });
}

export function useSettling(): { readonly settling: string | undefined; settle(id: string): void } {
    const client = useClient(knowledgeContract);
    const change = useChange({ run: (id: string) => client.annualReviews.settle({ id }), invalidates: [['annual-review'], ['work']], done: () => nls.localize('earshot/knowledge/annual/settled', 'Done.') });
    return { settling: change.isPending ? change.variables : undefined, settle: id => change.mutate(id) };
}

/** What a review is of, as it was called when it was held. */
export const reviewedText = ({ categoryName }: Pick<AnnualReview, 'categoryName'>): string => categoryName ? formText(categoryName) : nls.localize('earshot/knowledge/annual/base', 'The whole base');
