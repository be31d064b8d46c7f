import { nls } from '@theia/core/lib/common/nls';
import { useQueryClient } from '@tanstack/react-query';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { mediaOperations, type Recording } from '../../common/media-contract';

/** Says that agent and customer are on each other's channel; with a way back. Absent where it makes no sense, or the person may not. */
export function useChannelExchange(recording: Recording): { readonly exchange: (() => void) | undefined; readonly exchanging: boolean } {
    const client = useClient(mediaOperations);
    const queries = useQueryClient();
    const session = useSession();
    const run = async (version: number): Promise<Recording> => {
        const changed = await client.recording.exchangeChannels({ id: recording.id, version }) as Recording;
        queries.setQueryData(['recording', recording.id], changed);
        return changed;
    };
    const change = useChange({
        run, invalidates: [['recording']],
        done: () => nls.localize('earshot/media/player/exchanged', 'Agent and customer have been exchanged.'),
        undo: changed => run(changed.version)
    });
    const possible = session.may('recording:correct') && recording.roles.includes('agent') && recording.roles.includes('customer');
    return { exchange: possible ? () => change.mutate(recording.version) : undefined, exchanging: change.isPending };
}
