import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Checkbox, Field } from '@earshot/core/lib/browser/widgets';
import { type DrawnChannel, drawnChannels } from '../../common/sampling/sampling-definition';
import { channelText } from '../conversation/channel-words';

/** Whether a plan draws calls, or what was written. One is always left. */
export const ChannelField = ({ channels, disabled, onChange }: { readonly channels: readonly DrawnChannel[]; readonly disabled: boolean; onChange(channels: readonly DrawnChannel[]): void }): React.ReactElement =>
    <Field group label={nls.localize('earshot/quality/call/channel', 'Channel')} help={nls.localize('earshot/quality/sampling/channels-help', 'Of what is written, minutes are estimated from how long it takes to read.')}>
        <span className='q-plan-channels'>{drawnChannels.map(each => <Checkbox key={each} label={channelText(each)} checked={channels.includes(each)} disabled={disabled || channels.length === 1 && channels[0] === each}
            onChange={wanted => onChange(drawnChannels.filter(one => one === each ? wanted : channels.includes(one)))} />)}</span>
    </Field>;
