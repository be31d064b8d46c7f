import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Icon } from '@earshot/core/lib/browser/widgets';
import { type PlayerController, RecordingPlayer, type RecordingPlayerProps } from '@earshot/media/lib/browser/player';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { channelIcon, channelText, occasionText } from './channel-words';
import { Conversation, type EvidencePlayer } from './conversation';

export type ShownInteraction = Pick<Interaction, 'id' | 'startedAt' | 'channel' | 'occasion' | 'scenario' | 'recordingId'>;

export interface InteractionPlayerProps extends Omit<RecordingPlayerProps, 'recordingId' | 'controllerRef'> {
    readonly interaction: ShownInteraction;
    readonly controllerRef?: React.Ref<EvidencePlayer>;
}

/** Whether there is something to read instead of to hear. */
export const isWritten = ({ recordingId, occasion, channel }: ShownInteraction): boolean => recordingId === null && occasion === 'recorded' && channel !== 'voice';

/** What there is of an interaction: its recording, its messages, or what was planned and seen by who was there. Nothing for who may not hear it. */
export function InteractionPlayer({ interaction, controllerRef, ...rest }: InteractionPlayerProps): React.ReactElement | null {
    const mayListen = useSession().may('recording:listen');
    const { id, startedAt, recordingId } = interaction;
    if (recordingId === null && !isWritten(interaction)) {
        return <Observed interaction={interaction} />;
    }
    if (!mayListen) {
        return null;
    }
    return recordingId === null
        ? <Conversation key={id} interactionId={id} startedAt={startedAt} marks={rest.marks} openMark={rest.openMark} onMarkOpen={rest.onMarkOpen} controllerRef={controllerRef} />
        : <RecordingPlayer key={recordingId} recordingId={recordingId} controllerRef={controllerRef as React.Ref<PlayerController>} {...rest} />;
}

const Observed = ({ interaction: { occasion, channel, scenario } }: { readonly interaction: ShownInteraction }): React.ReactElement => <section className='q-observed'>
    <p><Icon name={channelIcon(channel)} /> <strong>{occasionText(occasion)}</strong> · {channelText(channel)} · <span className='q-quiet'>{nls.localize('earshot/quality/observed/no-recording', 'no recording: the evaluator was there')}</span></p>
    {scenario && <><h3>{nls.localize('earshot/quality/observed/scenario', 'Scenario')}</h3><p className='q-observed-scenario'>{scenario}</p></>}
</section>;
