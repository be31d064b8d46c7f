import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { qualityContract } from '../../common/quality-contract';

/** The queues that calls came from, for filters; none for who may not see calls. */
export function useQueues(): readonly string[] {
    const client = useClient(qualityContract);
    const mayRead = useSession().may('interaction:read');
    return useQuery({ queryKey: ['interaction', 'facets'], enabled: mayRead, staleTime: 300_000, queryFn: ({ signal }) => client.interactions.facets(undefined, { signal }) as Promise<{ queues: string[] }> }).data?.queues ?? [];
}
