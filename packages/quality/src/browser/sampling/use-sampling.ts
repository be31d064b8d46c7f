import { type InfiniteData, keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import type { DrawResult, DrawRow, PlanOutline, PlanRow, Qualification, SamplingItem, SamplingQueue } from '../../common/sampling/sampling-contract';
import type { SamplingDefinition } from '../../common/sampling/sampling-definition';
import { qualityContract } from '../../common/quality-contract';

export type Plan = PlanRow & { readonly draws: DrawRow[] };
interface Rows<T> { readonly rows: T[]; readonly next?: string }

/** What is scored changes what a draw says. */
const meta = { shows: ['evaluation'] };

export function usePlans(): UseInfiniteQueryResult<InfiniteData<Rows<PlanRow>>> {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['sampling', 'list'], meta, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.sampling.list({ after: pageParam, limit: 100 }, { signal }) as Promise<Rows<PlanRow>>, getNextPageParam: last => last.next
    });
}

export function usePlan(id: string): UseQueryResult<Plan> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['sampling', 'one', id], meta, queryFn: ({ signal }) => client.sampling.get({ id }, { signal }) as Promise<Plan> });
}

export function useDrawResult(id: string): UseQueryResult<DrawResult> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['sampling', 'result', id], meta, queryFn: ({ signal }) => client.sampling.result({ id }, { signal }) as Promise<DrawResult> });
}

export function useDrawItems(id: string): UseInfiniteQueryResult<InfiniteData<Rows<SamplingItem>>> {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['sampling', 'items', id], meta, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.sampling.items({ id, after: pageParam, limit: 200 }, { signal }) as Promise<Rows<SamplingItem>>, getNextPageParam: last => last.next
    });
}

/** What a definition would draw from the period of a day; the earlier answer stays until the new one is there. */
export function useOutline(definition: SamplingDefinition | undefined, day: string, planId?: string): UseQueryResult<PlanOutline> {
    const client = useClient(qualityContract);
    return useQuery({
        queryKey: ['sampling', 'outline', definition, day, planId], meta: { shows: ['interaction', 'recording'] }, enabled: definition !== undefined, placeholderData: keepPreviousData,
        queryFn: ({ signal }) => client.sampling.outline({ definition: definition!, day, planId }, { signal }) as Promise<PlanOutline>
    });
}

export function useQueue(enabled = true): UseQueryResult<SamplingQueue> {
    const client = useClient(qualityContract);
    const mayScore = useSession().may('evaluation:write');
    return useQuery({ queryKey: ['sampling', 'queue'], meta, enabled: enabled && mayScore, queryFn: ({ signal }) => client.sampling.queue(undefined, { signal }) as Promise<SamplingQueue> });
}

export function useQualifications(): UseQueryResult<Qualification[]> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['sampling', 'qualifications'], queryFn: ({ signal }) => client.sampling.qualifications(undefined, { signal }) as Promise<Qualification[]> });
}
