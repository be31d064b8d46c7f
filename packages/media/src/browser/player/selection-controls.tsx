import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useStore } from '@earshot/core/lib/browser/application';
import { formatFixed, IconButton } from '@earshot/core/lib/browser/widgets';
import { positionLabel } from '../../common/player/ruler';
import type { PlayerModel } from './player-model';

export interface SelectionControlsProps {
    readonly model: PlayerModel;
    readonly loopKeys: string | undefined;
    readonly maskKeys: string | undefined;
    /** Somebody wants to mask what is selected. Absent where the person may not. */
    onMask?(): void;
}

/** What can be done with the stretch that is selected; nothing is shown while none is. */
export function SelectionControls({ model, loopKeys, maskKeys, onMask }: SelectionControlsProps): React.ReactElement | null {
    const selection = useStore(model.selected);
    const { looping } = useStore(model.playback.state);
    if (!selection) {
        return null;
    }
    const [from, to] = selection;
    return <span className='m-selection' role='group' aria-label={nls.localize('earshot/media/selection/name', 'Selection')}>
        <span className='e-figures'>{nls.localize('earshot/media/selection/range', '{0} to {1} ({2} s)', positionLabel(from, true), positionLabel(to, true), formatFixed((to - from) / 1000, 1))}</span>
        <IconButton icon='play-circle' label={nls.localize('earshot/media/selection/play', 'Play the selection')} onClick={() => model.playRange(selection)} />
        <IconButton icon='sync' pressed={looping} keys={loopKeys} label={nls.localize('earshot/media/selection/loop', 'Repeat the selection')} onClick={model.toggleLoop} />
        <IconButton icon='screen-full' label={nls.localize('earshot/media/selection/zoom', 'Fill the picture with the selection')} onClick={() => model.showRange(selection)} />
        {onMask && <IconButton icon='eye-closed' keys={maskKeys} label={nls.localize('earshot/media/mask/selection', 'Mask the selection…')} onClick={onMask} />}
        <IconButton icon='close' label={nls.localize('earshot/media/selection/clear', 'Drop the selection')} onClick={() => model.select(undefined)} />
    </span>;
}
