import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import type { Recording } from '@earshot/media/lib/common/media-contract';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { qualityContract } from '../../common/quality-contract';
import { type CallFilter, callListInput } from './call-filter';

interface CallList { readonly rows: Interaction[]; readonly next?: string }
export type Call = Interaction & { readonly recording: Recording | null };

/** A call shows the length and state of its recording, which change when it has been prepared. */
const meta = { shows: ['recording'] };

export function useCallList(filter: CallFilter): UseInfiniteQueryResult<InfiniteData<CallList>> {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['interaction', 'list', filter], meta, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.interactions.list({ ...callListInput(filter), after: pageParam, limit: 100 }, { signal }) as Promise<CallList>,
        getNextPageParam: last => last.next
    });
}

export function useCall(id: string): UseQueryResult<Call> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['interaction', 'one', id], meta, queryFn: ({ signal }) => client.interactions.get({ id }, { signal }) as Promise<Call> });
}

const nothing: { readonly queues: readonly string[]; readonly tags: readonly string[] } = { queues: [], tags: [] };

/** Queues and tags in use, for filters; none for who may not see calls. */
export function useFacets(): { readonly queues: readonly string[]; readonly tags: readonly string[] } {
    const client = useClient(qualityContract);
    const mayRead = useSession().may('interaction:read');
    return useQuery({ queryKey: ['interaction', 'facets'], enabled: mayRead, queryFn: ({ signal }) => client.interactions.facets(undefined, { signal }) }).data ?? nothing;
}
