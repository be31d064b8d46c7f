import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, Facts, Figure, formatDate, formatDateTime, formatDuration, formatNumber, Keys, Notice, Page, Progress, RelativeTime, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { SamplingQueue } from '../../common/sampling/sampling-contract';
import { useNextDrawn } from './next-drawn';
import { lastDay } from './sampling-words';
import { useQueue } from './use-sampling';

/** The calls that were drawn for me: how many there are, and the one that is next. */
export default function ToScorePage(): React.ReactElement {
    const { data, error, refetch } = useQueue();
    const { describe } = useErrorText();
    return <Page title={nls.localize('earshot/quality/to-score/title', 'Calls to score')} width='reading'>
        {data ? data.next ? <Waiting queue={data} next={data.next} /> : <Nothing />
            : error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />}
    </Page>;
}

const Nothing = (): React.ReactElement => <EmptyState icon='pass' title={nls.localize('earshot/quality/to-score/none', 'No drawn call waits for you.')} action={<Link to='/quality/calls' className='e-button'>{nls.localize('earshot/quality/to-score/calls', 'Look at all calls')}</Link>}>
    <p>{nls.localize('earshot/quality/to-score/none-detail', 'When a sampling plan draws calls for you, they appear here and on Home, with the day until which they should be scored.')}</p>
</EmptyState>;

function Waiting({ queue, next }: { readonly queue: SamplingQueue; readonly next: NonNullable<SamplingQueue['next']> }): React.ReactElement {
    const begin = useNextDrawn(false);
    const start = (): void => { if (!begin.isPending) { begin.mutate(undefined); } };
    usePageKeys([{ keys: 'n', title: nls.localize('earshot/quality/to-score/next', 'Score the next call'), run: start }]);
    const all = queue.open + queue.scored;
    return <div className='q-to-score'>
        <div className='q-to-score-figures'>
            <Card><Figure label={nls.localize('earshot/quality/to-score/open', 'Calls that wait')} value={formatNumber(queue.open)}><Progress value={all ? queue.scored / all : 0} label={nls.localize('earshot/quality/to-score/done', '{0} of {1} scored', queue.scored, all)} showLabel /></Figure></Card>
            <Card><Figure label={nls.localize('earshot/quality/to-score/length', 'To listen to')} value={formatDuration(queue.milliseconds)} /></Card>
            <Card><Figure label={nls.localize('earshot/quality/to-score/due', 'Next due')} value={formatDate(lastDay(next.dueAt))}><span className='q-quiet'><RelativeTime moment={next.dueAt} /></span></Figure></Card>
        </div>
        <Card title={next.begun ? nls.localize('earshot/quality/to-score/begun', 'Begun already') : nls.localize('earshot/quality/to-score/up-next', 'Next')}>
            <div className='q-to-score-next'>
                <strong className='q-to-score-call'>{next.callId}</strong>
                <Facts facts={[
                    [nls.localize('earshot/quality/call/started', 'Began'), <span key='at' className='e-figures'>{formatDateTime(next.startedAt)}</span>], [nls.localize('earshot/quality/call/agent', 'Agent'), next.agentName ?? nls.localize('earshot/quality/call/no-agent', 'not known')],
                    ...next.queue ? [[nls.localize('earshot/quality/call/queue', 'Queue'), next.queue] as const] : [], [nls.localize('earshot/quality/call/duration', 'Length'), <span key='length' className='e-figures'>{formatDuration(next.durationMs)}</span>],
                    [nls.localize('earshot/quality/evaluation/form', 'Form'), formText(next.formTitle ?? undefined)]
                ]} />
                <Button variant='primary' icon='edit' busy={begin.isPending} onClick={start}>{next.begun ? nls.localize('earshot/quality/evaluate/continue', 'Continue evaluating') : nls.localize('earshot/quality/to-score/next', 'Score the next call')} <Keys>N</Keys></Button>
            </div>
        </Card>
        <Notice icon='info'>{nls.localize('earshot/quality/to-score/order', 'Calls come in the order in which they were drawn. If one cannot be scored, tell your QA lead: another one of its kind is drawn for it.')}</Notice>
    </div>;
}
