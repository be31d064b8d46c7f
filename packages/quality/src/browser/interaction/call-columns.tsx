import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Column, formatDateTime, formatDuration, Icon } from '@earshot/core/lib/browser/widgets';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { channelIcon, channelText, occasionText } from '../conversation/channel-words';
import { directionIcon, directionText, recordingText } from './call-words';

export const RecordingBadge = ({ state }: { readonly state: Interaction['recordingState'] }): React.ReactElement | null => state === 'ready' || state === null ? null
    : <Badge tone={state === 'failed' ? 'critical' : 'neutral'} icon={({ failed: 'error', processing: 'sync', deleted: 'trash' })[state]}>{recordingText(state)}</Badge>;

/** What the list of calls can show. */
export const callColumns = (): readonly Column<Interaction>[] => [
    {
        id: 'callId', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 170, grow: 2, value: row => row.callId,
        render: row => <span className='q-call-name'>{row.channel !== 'voice' && <Icon name={channelIcon(row.channel)} label={channelText(row.channel)} />}<span className='q-ellipsis'>{row.callId}</span><RecordingBadge state={row.recordingState} />{row.occasion !== 'recorded' && <Badge>{occasionText(row.occasion)}</Badge>}</span>
    },
    { id: 'startedAt', title: nls.localize('earshot/quality/call/started', 'Began'), width: 148, grow: 0, value: row => formatDateTime(row.startedAt), render: row => <span className='e-figures'>{formatDateTime(row.startedAt)}</span> },
    {
        id: 'agent', title: nls.localize('earshot/quality/call/agent', 'Agent'), width: 140, grow: 2, value: row => [row.agentName, row.agentNumber].filter(Boolean).join(' '),
        render: row => row.agentName ? <>{row.agentName}{row.agentNumber && <span className='q-quiet e-figures'> {row.agentNumber}</span>}</>
            : <span className='q-quiet'>{nls.localize('earshot/quality/call/no-agent', 'not known')}</span>
    },
    { id: 'team', title: nls.localize('earshot/quality/call/team', 'Team'), width: 110, value: row => row.teamName },
    { id: 'queue', title: nls.localize('earshot/quality/call/queue', 'Queue'), width: 110, value: row => row.queue },
    {
        id: 'direction', title: nls.localize('earshot/quality/call/direction', 'Direction'), width: 116, grow: 0, value: row => directionText(row.direction),
        render: row => <span className='q-with-icon'><Icon name={directionIcon(row.direction)} />{directionText(row.direction)}</span>
    },
    { id: 'duration', title: nls.localize('earshot/quality/call/duration', 'Length'), width: 72, grow: 0, numeric: true, value: row => formatDuration(row.durationMs) },
    { id: 'channel', title: nls.localize('earshot/quality/call/channel', 'Channel'), width: 110, grow: 0, hidden: true, value: row => channelText(row.channel) },
    { id: 'tags', title: nls.localize('earshot/quality/call/tags', 'Tags'), width: 110, value: row => row.tags.join(', ') },
    { id: 'evaluations', title: nls.localize('earshot/quality/call/evaluations', 'Evaluations'), width: 96, grow: 0, numeric: true, value: row => row.evaluations },
    { id: 'customer', title: nls.localize('earshot/quality/call/customer', 'Customer'), width: 120, hidden: true, value: row => row.customerNumber },
    { id: 'importedAt', title: nls.localize('earshot/quality/call/imported', 'Imported'), width: 148, grow: 0, hidden: true, value: row => formatDateTime(row.importedAt) }
];
