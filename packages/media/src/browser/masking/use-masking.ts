import { nls } from '@theia/core/lib/common/nls';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { madeMask } from '../../common/masking/made-mask';
import type { MaskReason, MaskRecord } from '../../common/masking/mask';
import { mediaOperations, type Recording } from '../../common/media-contract';

export interface MaskChange { readonly fromMs: number; readonly toMs: number; readonly reason: MaskReason }

export interface Masking {
    /** Absent where the person may not mask. */
    readonly mask: ((change: MaskChange) => Promise<unknown>) | undefined;
    /** Absent where the person may not lift masks. */
    readonly lift: ((maskId: string) => void) | undefined;
}

/**
 * Masks a stretch, and lifts masks; what is heard and seen follows by itself, because it has another revision.
 * @param failures whether a mask that cannot be made is said in the corner, or left to a form.
 */
export function useMasking(recording: Recording, failures: 'toast' | 'form' = 'form'): Masking {
    const client = useClient(mediaOperations);
    const queries = useQueryClient();
    const session = useSession();
    const keep = (changed: Recording): Recording => {
        queries.setQueryData(['recording', changed.id], changed);
        return changed;
    };
    const { id } = recording;
    const mayLift = session.may('recording:unmask');
    const lift = async (maskId: string): Promise<Recording> => keep(await client.recording.liftMask({ id, maskId }) as Recording);
    const masking = useChange({
        run: async (change: MaskChange) => {
            const before = recording.masks;
            return madeMask(before, keep(await client.recording.mask({ id, ...change }) as Recording).masks, change);
        },
        invalidates: [['recording'], ['transcript']], failures,
        done: () => nls.localize('earshot/media/mask/made', 'Masked. Nobody without the permission hears it any more.'),
        undo: mayLift ? made => made && lift(made.id) : undefined
    });
    const lifting = useChange({
        run: lift, invalidates: [['recording'], ['transcript']],
        done: () => nls.localize('earshot/media/mask/lifted', 'The mask is lifted. Everybody who may listen hears this part again.')
    });
    return { mask: session.may('recording:mask') ? masking.mutateAsync : undefined, lift: mayLift ? maskId => lifting.mutate(maskId) : undefined };
}

/** All masks of a recording, those that were lifted too. */
export function useMaskHistory({ id, revision }: Recording): UseQueryResult<readonly MaskRecord[]> {
    const client = useClient(mediaOperations);
    return useQuery({ queryKey: ['recording', id, 'masks', revision], queryFn: ({ signal }) => client.recording.masks({ id }, { signal }) as Promise<readonly MaskRecord[]> });
}
