import * as React from '@theia/core/shared/react';
import { ApiService, useService } from '@earshot/core/lib/browser/application';
import type { Recording } from '../../common/media-contract';
import type { TimeRange } from '../../common/player/time-range';
import type { Viewport } from '../../common/player/viewport';
import { PlayerModel } from './player-model';

export const audioUrl = ({ id, revision }: Pick<Recording, 'id' | 'revision'>, unmasked = false): string =>
    `${window.location.origin}/api/media/recordings/${id}/audio?revision=${encodeURIComponent(revision)}${unmasked ? '&masks=lifted' : ''}`;

/** Where a player stood when what is heard changed below it. */
interface Standing { readonly recordingId: string; readonly positionMs: number; readonly playing: boolean; readonly rate: number; readonly skipping: boolean; readonly heard: readonly TimeRange[]; readonly viewport: Viewport }

/**
 * The model of a recording for as long as it is shown; a new one when what is heard changes (a part was masked), not when names or figures do.
 * The new one goes on where the old one stood; of what the old one had loaded nothing is left.
 * @param unmasked whether masked parts are to be heard: for those who may lift masks.
 */
export function usePlayerModel(recording: Recording, unmasked: boolean, heardBefore: readonly TimeRange[], onListened: ((ranges: readonly TimeRange[]) => void) | undefined): PlayerModel | undefined {
    const api = useService(ApiService);
    const [model, setModel] = React.useState<PlayerModel>();
    const standing = React.useRef<Standing>();
    const latest = React.useRef({ recording, heardBefore, onListened });
    latest.current = { recording, heardBefore, onListened };
    React.useEffect(() => {
        const before = standing.current?.recordingId === recording.id ? standing.current : undefined;
        const made = new PlayerModel(api, latest.current.recording, audioUrl(latest.current.recording, unmasked), [...latest.current.heardBefore, ...before?.heard ?? []], unmasked);
        if (before) {
            resume(made, before);
        }
        const hearing = made.playback.onHeard(ranges => latest.current.onListened?.(ranges));
        setModel(made);
        return () => {
            const { positionMs, playing, rate } = made;
            const { skipping } = made.playback.state.get();
            made.dispose();                            // tells what was heard last
            standing.current = { recordingId: recording.id, positionMs, playing, rate, skipping, heard: made.heard.get(), viewport: made.viewport.get() };
            hearing.dispose();
            setModel(undefined);
        };
    }, [api, recording.id, recording.revision, unmasked]);
    return model;
}

function resume(model: PlayerModel, { positionMs, playing, rate, skipping, viewport }: Standing): void {
    model.viewport.set(viewport);                      // the picture stands where it stood, as wide as it was
    model.setRate(rate);
    model.playback.setSkipping(skipping);
    model.seek(positionMs);
    if (playing) {
        model.play();
    }
}

/** The position in steps: rendered again only when the next step is reached. */
export function usePosition(model: PlayerModel, stepMs: number): number {
    const stepped = (): number => Math.floor(model.positionMs / stepMs) * stepMs;
    return React.useSyncExternalStore(React.useCallback(changed => {
        const subscription = model.playback.onFrame(changed);
        return () => subscription.dispose();
    }, [model]), stepped);
}
