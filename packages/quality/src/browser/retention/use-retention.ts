import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import type { DeletedContentRow, InteractionRetention, LegalHold, RetentionForecast, RetentionRuleRow } from '../../common/retention/retention-contract';
import { qualityContract } from '../../common/quality-contract';

export type RuleDraft = Pick<RetentionRuleRow, 'name' | 'queue' | 'tag' | 'months' | 'active'> & { readonly id?: string };

export function useRetentionRules() {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['retention', 'rules'], queryFn: ({ signal }) => client.retention.rules(undefined, { signal }) as Promise<RetentionRuleRow[]> });
}

/** What would be deleted now. @param draft with this rule as it is meant to be; not asked while it is null */
export function useForecast(draft?: RuleDraft | null) {
    const client = useClient(qualityContract);
    return useQuery({
        queryKey: ['retention', 'forecast', draft], enabled: draft !== null, placeholderData: keepPreviousData, meta: { shows: ['interaction'] },
        queryFn: ({ signal }) => client.retention.preview({ rule: draft ?? undefined }, { signal }) as Promise<RetentionForecast>
    });
}

export function useHolds() {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['retention', 'holds'], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.retention.holds({ after: pageParam }, { signal }) as Promise<{ rows: LegalHold[]; next?: string }>,
        getNextPageParam: last => last.next
    });
}

export function useDeletions() {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['retention', 'deletions'], initialPageParam: undefined as string | undefined, meta: { shows: ['interaction'] },
        queryFn: ({ pageParam, signal }) => client.retention.deletions({ after: pageParam }, { signal }) as Promise<{ rows: DeletedContentRow[]; next?: string }>,
        getNextPageParam: last => last.next
    });
}

/** What becomes of the content of one call; for those who may see it. */
export function useCallRetention(interactionId: string) {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['retention', 'call', interactionId], meta: { shows: ['interaction', 'recording', 'transcript'] }, queryFn: ({ signal }) => client.retention.ofInteraction({ id: interactionId }, { signal }) as Promise<InteractionRetention> });
}
