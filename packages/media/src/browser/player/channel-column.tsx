import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useStore } from '@earshot/core/lib/browser/application';
import { formatPercent, IconButton } from '@earshot/core/lib/browser/widgets';
import type { ChannelRole } from '../../common/media-contract';
import { LOUDEST } from './channel-mixer';
import type { PlayerModel } from './player-model';
import { roleName } from './player-words';
import type { StageLayout } from './stage-layout';

export interface ChannelColumnProps {
    readonly model: PlayerModel;
    readonly layout: StageLayout;
    readonly roles: readonly ChannelRole[];
    /** Exchanges the names of the channels; absent where the person may not, or there is nothing to exchange. */
    onExchange?(): void;
    readonly exchanging: boolean;
}

/** A name above a volume, with air around them, pixels. In less they stand side by side. */
const TWO_LINES = 36;

/** Beside each waveform: who it is, and how loud. */
export function ChannelColumn({ model, layout, roles, onExchange, exchanging }: ChannelColumnProps): React.ReactElement {
    const { gains } = useStore(model.mixer.mix);
    const before = React.useRef<readonly number[]>(gains);
    const mute = (channel: number): void => {
        const gain = gains[channel]!;
        if (gain > 0) {
            before.current = gains;
        }
        model.mixer.setGain(channel, gain > 0 ? 0 : before.current[channel] || 1);
    };
    return <div className='m-channels' style={{ height: layout.height }}>
        {onExchange && <span className='m-exchange'>
            <IconButton icon='arrow-swap' label={nls.localize('earshot/media/player/exchange', 'Agent and customer are on each other’s channel: exchange them')} disabled={exchanging} onClick={onExchange} />
        </span>}
        {roles.map((role, channel) => {
            const gain = gains[channel];
            const name = roleName(role, roles.length > 1 ? channel : undefined);
            return <div key={channel} className='m-channel' data-role={role} data-low={layout.channelHeight < TWO_LINES || undefined} style={{ top: layout.waves + channel * layout.channelHeight, height: layout.channelHeight }}>
                <span className='m-channel-name' title={name}>{name}</span>
                {gain !== undefined && <>
                    <IconButton icon={gain > 0 ? 'unmute' : 'mute'} pressed={gain === 0} label={nls.localize('earshot/media/player/mute', 'Mute {0}', name)} onClick={() => mute(channel)} />
                    <input type='range' className='m-volume' min={0} max={LOUDEST} step={0.05} value={gain} aria-label={nls.localize('earshot/media/player/volume', 'Volume of {0}', name)}
                        aria-valuetext={formatPercent(gain, 0)} title={formatPercent(gain, 0)} onChange={event => model.mixer.setGain(channel, Number(event.target.value))} onDoubleClick={() => model.mixer.setGain(channel, 1)} />
                </>}
            </div>;
        })}
    </div>;
}
