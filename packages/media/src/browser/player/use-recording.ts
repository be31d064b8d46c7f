import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { type Activity, mediaOperations, type Recording } from '../../common/media-contract';

const LOOK_AGAIN_MS = 1500;

/** A recording as media; asked for again while it is being processed. @param known what the page has of it already. */
export function useRecording(id: string, known?: Recording): UseQueryResult<Recording> {
    const client = useClient(mediaOperations);
    return useQuery({
        queryKey: ['recording', id],
        queryFn: ({ signal }) => client.recording.get({ id }, { signal }) as Promise<Recording>,
        initialData: known,
        refetchInterval: query => query.state.data?.state === 'processing' || query.state.data?.maskState === 'preparing' ? LOOK_AGAIN_MS : false
    });
}

/** Who speaks when. It does not change while what is heard stays the same, except for whose channel is whose. */
export function useActivity({ id, revision, state }: Recording): Activity | undefined {
    const client = useClient(mediaOperations);
    return useQuery({
        queryKey: ['recording', id, 'activity', revision], enabled: state === 'ready', staleTime: Infinity,
        queryFn: ({ signal }) => client.recording.activity({ id }, { signal }) as Promise<Activity>
    }).data;
}
