import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Gap, Pin, ProposedSynonym, Synonym } from '@earshot/core/lib/common/search/search-contract';

export function useGaps(): UseQueryResult<Gap[]> {
    const client = useClient(coreContract);
    return useQuery({ queryKey: ['search-gap', 'list'], queryFn: ({ signal }) => client.search.gaps({ limit: 500 }, { signal }) as Promise<Gap[]> });
}

export function useSynonyms(): UseQueryResult<Synonym[]> {
    const client = useClient(coreContract);
    return useQuery({ queryKey: ['synonym', 'list'], queryFn: ({ signal }) => client.search.synonyms(undefined, { signal }) as Promise<Synonym[]> });
}

/** Asked again when synonyms change: what one covers is proposed no more. */
export function useProposals(): UseQueryResult<ProposedSynonym[]> {
    const client = useClient(coreContract);
    return useQuery({ queryKey: ['synonym', 'proposals'], queryFn: ({ signal }) => client.search.proposals(undefined, { signal }) as Promise<ProposedSynonym[]> });
}

export function usePins(): UseQueryResult<Pin[]> {
    const client = useClient(coreContract);
    return useQuery({ queryKey: ['pinned-answer', 'list'], queryFn: ({ signal }) => client.search.pins(undefined, { signal }) as Promise<Pin[]>, meta: { shows: ['article'] } });
}
