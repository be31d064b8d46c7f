import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { qualityContract } from '../../common/quality-contract';
import { callListInput, readCallFilter } from '../interaction/call-filter';

/** Calls of one's own cannot be evaluated; a few are passed over without asking again. */
const candidates = 10;

/** The next call to evaluate: in the order of the list that the person came from (newest first), after this one; at its end, from its beginning. Null: none is left. */
export function useNextCall({ interactionId, startedAt, id, purpose }: Evaluation, from: string, enabled: boolean): Interaction | null | undefined {
    const client = useClient(qualityContract);
    const { person } = useSession();
    return useQuery({
        queryKey: ['interaction', 'next', id, from], enabled: enabled && purpose === 'monitoring', staleTime: 0,
        queryFn: async ({ signal }) => {
            const filter = { ...callListInput(readCallFilter(new URLSearchParams(from))), evaluated: 'not-by-me' as const, state: 'ready' as const, limit: candidates };
            const to = filter.to && filter.to < startedAt ? filter.to : startedAt;
            const fits = ({ rows }: { readonly rows: readonly Interaction[] }): Interaction | undefined => rows.find(each => each.id !== interactionId && each.agentId !== person.id);
            return fits(await client.interactions.list({ ...filter, to }, { signal })) ?? fits(await client.interactions.list(filter, { signal })) ?? null;
        }
    }).data;
}

/** The next call of a calibration session that waits for the person's blind scores. */
export function useNextBlindCall({ sessionId, interactionId }: Evaluation, enabled: boolean): { readonly interactionId: string; readonly callId: string; readonly left: number } | null | undefined {
    const client = useClient(qualityContract);
    return useQuery({
        queryKey: ['calibration', 'next', sessionId, interactionId], enabled: enabled && sessionId !== null, staleTime: 0,
        queryFn: async ({ signal }) => {
            const { interactions } = await client.calibrations.get({ id: sessionId! }, { signal });
            const open = interactions.filter(each => !each.mySubmitted && each.interactionId !== interactionId);
            return open[0] ? { interactionId: open[0].interactionId, callId: open[0].callId, left: open.length } : null;
        }
    }).data;
}
