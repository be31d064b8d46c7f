import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ApiService, useChange, useClient, useService, useSession } from '@earshot/core/lib/browser/application';
import { mediaOperations } from '../../common/media-contract';
import { placeAt } from '../../common/transcript/find-in-transcript';
import type { MaskSuggestion, Transcript } from '../../common/transcript/transcript-contract';
import type { PlayerController } from '../player/player-controller';

/** What is said in a recording; null where nobody has written it down. */
export function useTranscript(recordingId: string): UseQueryResult<Transcript | null> {
    const client = useClient(mediaOperations);
    const mayListen = useSession().may('recording:listen');
    return useQuery({
        queryKey: ['transcript', recordingId], enabled: mayListen, meta: { shows: ['recording'] },
        queryFn: ({ signal }) => client.transcript.get({ id: recordingId }, { signal }) as Promise<Transcript | null>
    });
}

/** What sounds like something to be masked; for those who may mask. */
export function useMaskSuggestions(recordingId: string): readonly MaskSuggestion[] {
    const client = useClient(mediaOperations);
    const mayMask = useSession().may('recording:mask');
    return useQuery({
        queryKey: ['transcript', recordingId, 'mask-suggestions'], enabled: mayMask, meta: { shows: ['recording'] },
        queryFn: ({ signal }) => client.transcript.suggestMasks({ id: recordingId }, { signal }) as Promise<readonly MaskSuggestion[]>
    }).data ?? [];
}

/** Puts a file beside the recording as its transcript. */
export function useTranscriptUpload(recordingId: string): { readonly upload: ((file: File) => void) | undefined; readonly uploading: boolean } {
    const api = useService(ApiService);
    const session = useSession();
    const change = useChange({
        run: async (file: File) => {
            const response = await api.stream(`/media/recordings/${recordingId}/transcript`, { method: 'PUT', body: file, headers: { 'content-type': 'application/octet-stream' } });
            return await response.json() as { readonly turns: number; readonly problems: readonly unknown[] };
        },
        invalidates: [['transcript', recordingId]],
        done: ({ turns, problems }) => problems.length ? nls.localize('earshot/media/transcript/imported-partly', 'Transcript brought in: {0} turns; {1} could not be read.', turns, problems.length)
            : nls.localize('earshot/media/transcript/imported', 'Transcript brought in: {0} turns.', turns)
    });
    return { upload: session.may('recording:transcribe') ? change.mutate : undefined, uploading: change.isPending };
}

/** Looked at so often while a recording is shown: a word lasts longer. */
const LOOK_MS = 120;

/** Which turn and word are being said. Whatever player stands there at the moment is asked: it is made anew when a part is masked. */
export function usePlaceSaid(turns: Transcript['turns'], player: React.RefObject<PlayerController>): { readonly turn: number; readonly word: number } | undefined {
    const [place, setPlace] = React.useState<{ readonly turn: number; readonly word: number }>();
    React.useEffect(() => {
        const look = (): void => {
            const next = player.current ? placeAt(turns, player.current.positionMs) : undefined;
            setPlace(before => before?.turn === next?.turn && before?.word === next?.word ? before : next);
        };
        look();
        const timer = window.setInterval(look, LOOK_MS);
        return () => window.clearInterval(timer);
    }, [turns, player]);
    return place;
}
