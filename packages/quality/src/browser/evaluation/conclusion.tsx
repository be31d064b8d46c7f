import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce, useChange, useClient } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Link, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Icon, Keys } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';
import { queueOrigin, useNextDrawn } from '../sampling/next-drawn';
import { useQueue } from '../sampling/use-sampling';
import { useNextBlindCall, useNextCall } from './next-call';
import { useBegin } from './use-begin';
import { TodayCount } from './today-count';
import { useToday } from './use-evaluation';

export interface ConclusionProps {
    readonly evaluation: Evaluation;
    readonly back: { readonly to: string; readonly label: string };
    readonly from: string;
}

/** What was just submitted, said calmly, and the next call one key away. */
export function Conclusion({ evaluation, back, from }: ConclusionProps): React.ReactElement {
    const announce = useAnnounce();
    const text = evaluation.state === 'revision-pending' ? nls.localize('earshot/quality/conclusion/correction', 'Sent for approval. You are told when it is decided.')
        : evaluation.purpose === 'calibration' ? nls.localize('earshot/quality/conclusion/blind', 'Submitted, and unseen until the session closes.')
        : evaluation.purpose === 'agreement' ? nls.localize('earshot/quality/conclusion/second', 'Submitted as a second scoring: it is compared with the first, and the agent does not see it.')
            : nls.localize('earshot/quality/conclusion/submitted', 'Submitted with {0}.', percentText(evaluation.percent));
    React.useEffect(() => announce(text), [announce, text]);
    return <div className='q-conclusion'>
        <Icon name='pass-filled' />
        <strong>{text}</strong>
        <TodayCount count={useToday(true)} />
        <span className='q-desk-space' />
        <Link to={back.to} className='e-button e-button-quiet'>{back.label}</Link>
        {evaluation.purpose === 'calibration' ? <NextBlind evaluation={evaluation} /> : from === queueOrigin ? <NextDrawn /> : evaluation.revises === null && <Next evaluation={evaluation} from={from} />}
    </div>;
}

interface NextButtonProps { readonly callId: string; readonly busy: boolean; onNext(): void }

function NextButton({ callId, busy, onNext }: NextButtonProps): React.ReactElement {
    const ref = React.useRef<HTMLButtonElement>(null);
    React.useEffect(() => ref.current?.focus(), []);
    usePageKeys([{ keys: 'n', title: nls.localize('earshot/quality/conclusion/next', 'Next call'), run: onNext }]);
    return <Button ref={ref} variant='primary' icon='arrow-right' busy={busy} onClick={onNext} title={callId}>{nls.localize('earshot/quality/conclusion/next', 'Next call')} <Keys>N</Keys></Button>;
}

function Next({ evaluation, from }: { readonly evaluation: Evaluation; readonly from: string }): React.ReactElement | null {
    const next = useNextCall(evaluation, from, true);
    const begin = useBegin();
    if (next === null) {
        return <span className='q-quiet'>{nls.localize('earshot/quality/conclusion/none-left', 'No call of that list is left.')}</span>;
    }
    return next ? <NextButton callId={next.callId} busy={begin.isPending} onNext={() => begin.mutate({ interactionId: next.id, formId: evaluation.formId, from, replace: true })} /> : null;
}

function NextBlind({ evaluation }: { readonly evaluation: Evaluation }): React.ReactElement | null {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const next = useNextBlindCall(evaluation, true);
    const begin = useChange({
        run: (interactionId: string) => client.calibrations.score({ id: evaluation.sessionId!, interactionId }), invalidates: [['calibration']],
        then: ({ evaluationId }) => void navigate(`/quality/evaluations/${evaluationId}`, { replace: true })
    });
    if (next === null) {
        return <span className='q-quiet'>{nls.localize('earshot/quality/conclusion/session-done', 'That was your last call of this session.')}</span>;
    }
    return next ? <NextButton callId={next.callId} busy={begin.isPending} onNext={() => begin.mutate(next.interactionId)} /> : null;
}

function NextDrawn(): React.ReactElement | null {
    const { data: queue } = useQueue();
    const begin = useNextDrawn(true);
    if (queue?.next === null) {
        return <span className='q-quiet'>{nls.localize('earshot/quality/conclusion/drawn-done', 'That was your last drawn call.')}</span>;
    }
    return queue?.next ? <NextButton callId={queue.next.callId} busy={begin.isPending} onNext={() => begin.mutate(undefined)} /> : null;
}
