import { CallFigures } from '@earshot/media/lib/browser/player';
import { mediaOperations, type Recording } from '@earshot/media/lib/common/media-contract';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Facts } from '@earshot/core/lib/browser/widgets';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { channelText, occasionText } from '../conversation/channel-words';
import { directionText } from '../interaction/call-words';
import { UsedAnswers, usedAnswersTitle } from '../interaction/used-answers';

/** What is known of the call beside the head, and what can be measured on its recording. */
export function CallPane({ interaction }: { readonly interaction: Interaction }): React.ReactElement {
    const client = useClient(mediaOperations);
    const { data: recording } = useQuery({
        queryKey: ['recording', interaction.recordingId], enabled: interaction.recordingId !== null, queryFn: ({ signal }) => client.recording.get({ id: interaction.recordingId! }, { signal }) as Promise<Recording>
    });
    const [call, figures] = [nls.localize('earshot/quality/pane/call', 'The call'), nls.localize('earshot/quality/pane/figures', 'Measured on the recording')];
    return <>
        {recording?.state === 'ready' && <section className='q-pane' aria-label={figures}>
            <h2>{figures}</h2>
            <CallFigures recording={recording} />
        </section>}
        <section className='q-pane' aria-label={call}>
            <h2>{call}</h2>
            <Facts facts={[
                ...interaction.channel === 'voice' ? [] : [[nls.localize('earshot/quality/call/channel', 'Channel'), channelText(interaction.channel)] as const],
                ...interaction.occasion === 'recorded' ? [] : [[nls.localize('earshot/quality/call/occasion', 'Occasion'), occasionText(interaction.occasion)] as const],
                [nls.localize('earshot/quality/call/direction', 'Direction'), directionText(interaction.direction)],
                ...interaction.teamName ? [[nls.localize('earshot/quality/call/team', 'Team'), interaction.teamName] as const] : [],
                ...interaction.agentNumber ? [[nls.localize('earshot/quality/call/agent-number', 'Number of the agent'), <span key='number' className='e-figures'>{interaction.agentNumber}</span>] as const] : [],
                ...interaction.customerNumber ? [[nls.localize('earshot/quality/call/customer', 'Customer'), <span key='customer' className='e-figures'>{interaction.customerNumber}</span>] as const] : []
            ]} />
        </section>
        <section className='q-pane' aria-label={usedAnswersTitle()}>
            <h2>{usedAnswersTitle()}</h2>
            <UsedAnswers id={interaction.id} callId={interaction.callId} />
        </section>
    </>;
}
