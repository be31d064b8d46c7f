import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { knowledgeContract } from '../../common/knowledge-contract';
import type { ReviewRow } from '../../common/review/review-contract';

export interface ReviewFilter { readonly days: number; readonly ownerId?: string; readonly categoryId?: string }
interface Queue { readonly rows: ReviewRow[]; readonly next?: string }

export function useReviewQueue(filter: ReviewFilter): UseInfiniteQueryResult<InfiniteData<Queue>> {
    const client = useClient(knowledgeContract);
    return useInfiniteQuery({
        queryKey: ['article', 'reviews', filter], initialPageParam: undefined as string | undefined, queryFn: ({ pageParam, signal }) => client.reviews.queue({ ...filter, after: pageParam, limit: 100 }, { signal }) as Promise<Queue>, getNextPageParam: last => last.next
    });
}

export function useReviewCount(filter: ReviewFilter): { readonly overdue: number; readonly soon: number } | undefined {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'review-count', filter], queryFn: ({ signal }) => client.reviews.count(filter, { signal }) }).data;
}
