import { formText } from '@earshot/assessment/lib/browser/form-text';
import { CallFigures, type PlayerController, TranscriptPane, useTranscript } from '@earshot/media/lib/browser/player';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Facts, formatDateTime, formatDuration, Icon, IconButton, RelativeTime, SidePanel, Skeleton } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { EvaluationRow } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';
import { channelText, occasionText } from '../conversation/channel-words';
import { InteractionPlayer } from '../conversation/interaction-player';
import type { EvidencePlayer } from '../conversation/conversation';
import { EvaluateButton } from '../evaluation/evaluate-button';
import { ScoreCell, StateBadge } from '../evaluation/evaluation-words';
import { CallRetention } from '../retention/call-retention';
import { HoldNotice } from '../retention/hold-notice';
import { CallCorrection } from './call-correction';
import { directionText } from './call-words';
import { type Call, useCall } from './use-calls';
import { UsedAnswers, usedAnswersTitle } from './used-answers';

export interface CallPanelProps {
    readonly id: string;
    /** The filters of the list beside. */
    readonly from: string;
    onClose(): void;
}

/** One call beside the list: what is known of it, how it sounds, how it was evaluated. */
export function CallPanel({ id, from, onClose }: CallPanelProps): React.ReactElement {
    const session = useSession();
    const { describe } = useErrorText();
    const { data: call, error } = useCall(id);
    const evaluations = useEvaluationsOf(id);
    const player = React.useRef<PlayerController>(null);
    const [correcting, setCorrecting] = React.useState(false);
    const mine = evaluations?.find(each => each.evaluatorId === session.person.id && each.purpose === 'monitoring' && (each.state === 'draft' || each.state === 'revision-draft'));
    return <SidePanel title={call?.callId ?? nls.localize('earshot/quality/call/id', 'Call')} onClose={onClose}
        subtitle={call && [formatDateTime(call.startedAt), call.agentName].filter(Boolean).join(' · ')}
        actions={call && session.may('interaction:correct') && <IconButton icon='edit' label={nls.localize('earshot/quality/call/correct', 'Correct what is known of the call')} onClick={() => setCorrecting(true)} />}
        footer={call && session.may('evaluation:write') && call.agentId !== session.person.id && <EvaluateButton interactionId={id} from={from} draft={mine} />}>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !call ? <Skeleton lines={8} /> : <>
            {session.may('retention:read') && <HoldNotice interactionId={id} />}
            <InteractionPlayer interaction={call} recording={call.recording ?? undefined} channelHeight={36} controllerRef={player as React.Ref<EvidencePlayer>} />
            <CallFacts call={call} />
            {call.recordingId !== null && <CallTranscript recordingId={call.recordingId} player={player} />}
            <section className='q-panel-section'>
                <h3>{nls.localize('earshot/quality/call/evaluations', 'Evaluations')}</h3>
                <EvaluationList evaluations={evaluations} />
            </section>
            <section className='q-panel-section'>
                <h3>{usedAnswersTitle()}</h3>
                <UsedAnswers id={id} callId={call.callId} own={call.agentId === session.person.id} />
            </section>
            {session.may('retention:read') && <CallRetention call={call} />}
            {call.recording?.state === 'ready' && <section className='q-panel-section'>
                <h3>{nls.localize('earshot/quality/call/figures', 'Figures of the recording')}</h3>
                <CallFigures recording={call.recording} />
            </section>}
        </>}
        {correcting && call && <CallCorrection call={call} onClose={() => setCorrecting(false)} />}
    </SidePanel>;
}

/** What is said in a call; nothing where nobody has written it down. */
function CallTranscript({ recordingId, player }: { readonly recordingId: string; readonly player: React.RefObject<PlayerController> }): React.ReactElement | null {
    return useTranscript(recordingId).data ? <section className='q-panel-section'>
        <h3>{nls.localize('earshot/quality/transcript/tab', 'Transcript')}</h3>
        <TranscriptPane recordingId={recordingId} player={player} />
    </section> : null;
}

/** What is known of a call. */
export function CallFacts({ call }: { readonly call: Call }): React.ReactElement {
    const person = call.agentName ? `${call.agentName}${call.agentNumber ? ` (${call.agentNumber})` : ''}` : nls.localize('earshot/quality/call/no-agent', 'not known');
    const facts: (readonly [string, React.ReactNode])[] = [
        [nls.localize('earshot/quality/call/agent', 'Agent'), person],
        ...call.teamName ? [[nls.localize('earshot/quality/call/team', 'Team'), call.teamName] as const] : [],
        ...call.queue ? [[nls.localize('earshot/quality/call/queue', 'Queue'), call.queue] as const] : [],
        ...call.channel === 'voice' ? [] : [[nls.localize('earshot/quality/call/channel', 'Channel'), channelText(call.channel)] as const],
        ...call.occasion === 'recorded' ? [] : [[nls.localize('earshot/quality/call/occasion', 'Occasion'), occasionText(call.occasion)] as const],
        [nls.localize('earshot/quality/call/direction', 'Direction'), directionText(call.direction)],
        [nls.localize('earshot/quality/call/duration', 'Length'), <span key='length' className='e-figures'>{formatDuration(call.recording?.durationMs ?? call.durationMs)}</span>],
        ...call.customerNumber ? [[nls.localize('earshot/quality/call/customer', 'Customer'), <span key='customer' className='e-figures'>{call.customerNumber}</span>] as const] : [],
        ...call.tags.length ? [[nls.localize('earshot/quality/call/tags', 'Tags'), <span key='tags' className='q-tags'>{call.tags.map(each => <span key={each} className='q-tag'>{each}</span>)}</span>] as const] : [],
        [nls.localize('earshot/quality/call/imported', 'Imported'), <RelativeTime key='imported' moment={call.importedAt} />]
    ];
    return <Facts facts={facts} />;
}

/** All evaluations of a call that the person may see; undefined while they are loaded. */
export function useEvaluationsOf(interactionId: string): readonly EvaluationRow[] | undefined {
    const client = useClient(qualityContract);
    const mayRead = useSession().may('evaluation:read');
    const { data } = useQuery({
        queryKey: ['evaluation', 'list', { interactionId }], enabled: mayRead,
        queryFn: async ({ signal }) => (await client.evaluations.list({ interactionId, limit: 100 }, { signal })).rows as EvaluationRow[]
    });
    return mayRead ? data : [];
}

function EvaluationList({ evaluations }: { readonly evaluations: readonly EvaluationRow[] | undefined }): React.ReactElement {
    if (!evaluations) {
        return <Skeleton lines={2} />;
    }
    return evaluations.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/call/no-evaluations', 'Nobody has evaluated this call yet.')}</p>
        : <ul className='q-evaluation-list'>{evaluations.map(each => <li key={each.id}>
            <Link to={linkTo('quality', 'evaluations', each.id)} className='q-evaluation-link'>
                <span className='q-evaluation-what'>{each.evaluatorName}<span className='q-quiet'>{formText(each.formTitle)}</span></span>
                {each.purpose === 'calibration' && <Icon name='organization' label={nls.localize('earshot/quality/purpose/calibration', 'Calibration')} />}
                <StateBadge state={each.state} />
                <ScoreCell {...each} />
            </Link>
        </li>)}</ul>;
}
