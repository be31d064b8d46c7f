import * as React from '@theia/core/shared/react';
import { ApiService, useService } from '@earshot/core/lib/browser/application';
import type { Recording } from '../../common/media-contract';
import type { TimeRange } from '../../common/player/time-range';
import { PlayerModel } from './player-model';

export const audioUrl = ({ id, revision }: Pick<Recording, 'id' | 'revision'>): string => `${window.location.origin}/api/media/recordings/${id}/audio?revision=${encodeURIComponent(revision)}`;

/** The model of a recording for as long as it is shown; a new one when what is heard changes, not when names or figures do. */
export function usePlayerModel(recording: Recording, heardBefore: readonly TimeRange[], onListened: ((ranges: readonly TimeRange[]) => void) | undefined): PlayerModel | undefined {
    const api = useService(ApiService);
    const [model, setModel] = React.useState<PlayerModel>();
    const latest = React.useRef({ recording, heardBefore, onListened });
    latest.current = { recording, heardBefore, onListened };
    React.useEffect(() => {
        const made = new PlayerModel(api, latest.current.recording, audioUrl(latest.current.recording), latest.current.heardBefore);
        const hearing = made.playback.onHeard(ranges => latest.current.onListened?.(ranges));
        setModel(made);
        return () => {
            made.dispose();                            // tells what was heard last
            hearing.dispose();
            setModel(undefined);
        };
    }, [api, recording.id, recording.revision]);
    return model;
}

/** The position in steps: rendered again only when the next step is reached. */
export function usePosition(model: PlayerModel, stepMs: number): number {
    const stepped = (): number => Math.floor(model.positionMs / stepMs) * stepMs;
    return React.useSyncExternalStore(React.useCallback(changed => {
        const subscription = model.playback.onFrame(changed);
        return () => subscription.dispose();
    }, [model]), stepped);
}
