import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, Card, formatDateTime, formatDuration, Icon, Notice, Progress } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import type { CalibrationSession } from './use-calibrations';

/** A session before its result: the calls that wait for me, and how far the panel is. No rating is seen here. */
export function SessionProgress({ session }: { readonly session: CalibrationSession }): React.ReactElement {
    const left = session.mine ? session.mine.expected - session.mine.submitted : 0;
    return <div className='q-session'>
        <Card title={session.mine ? nls.localize('earshot/quality/session/my-calls', 'My calls') : nls.localize('earshot/quality/calibration/calls', 'Calls')}>
            {session.state === 'draft' && <Notice>{nls.localize('earshot/quality/session/draft', 'The session is in preparation: nobody on the panel sees it yet.')}</Notice>}
            {session.state === 'open' && session.mine && (left > 0
                ? <p className='q-session-hint'>{nls.localize('earshot/quality/session/blind', 'Rate on your own. Nobody sees your ratings until the session closes.')}</p>
                : <Notice tone='good'>{nls.localize('earshot/quality/session/done', 'You have rated every call. The result appears here when the session closes.')}</Notice>)}
            <ol className='q-session-calls'>{session.interactions.map((call, index) => <SessionCall key={call.interactionId} session={session} call={call} next={session.interactions.findIndex(each => !each.mySubmitted) === index} />)}</ol>
        </Card>
        <Card title={nls.localize('earshot/quality/calibration/raters', 'Panel')}>
            <ul className='q-session-panel'>{session.panel.map(each => <li key={each.raterId}>
                <span className='q-session-rater'>{each.name}{each.expert && <Badge tone='accent' icon='mortar-board'>{nls.localize('earshot/quality/sheet/expert', 'Expert')}</Badge>}</span>
                <Progress value={session.calls ? each.submitted / session.calls : 0} label={nls.localize('earshot/quality/session/progress-of', 'Calls rated by {0}', each.name)} />
                <span className='e-figures'>{nls.localize('earshot/quality/session/of', '{0} of {1}', each.submitted, session.calls)}</span>
            </li>)}</ul>
        </Card>
    </div>;
}

interface SessionCallProps { readonly session: CalibrationSession; readonly call: CalibrationSession['interactions'][number]; readonly next: boolean }

function SessionCall({ session, call, next }: SessionCallProps): React.ReactElement {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const mayEvaluate = useSession().may('evaluation:write');
    const begin = useChange({
        run: () => client.calibrations.score({ id: session.id, interactionId: call.interactionId }), invalidates: [['calibration']],
        then: ({ evaluationId }) => void navigate(`/quality/evaluations/${evaluationId}`)
    });
    const open = session.state === 'open' && session.mine !== null && mayEvaluate;
    return <li className='q-session-call'>
        <span className='q-session-what'><strong>{call.callId}</strong><span className='q-quiet e-figures'>{[formatDateTime(call.startedAt), call.agentName, formatDuration(call.durationMs)].filter(Boolean).join(' · ')}</span></span>
        {call.mySubmitted
            ? <><span className='q-good'><Icon name='pass' /> {nls.localize('earshot/quality/session/rated', 'Rated')}</span>{call.myEvaluationId && <Link to={`/quality/evaluations/${call.myEvaluationId}`}>{nls.localize('earshot/quality/session/look', 'Look at mine')}</Link>}</>
            : open && <Button variant={next ? 'primary' : 'secondary'} small icon='edit' busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
                {call.myEvaluationId ? nls.localize('earshot/quality/session/continue', 'Continue') : nls.localize('earshot/quality/session/rate', 'Rate')}
            </Button>}
    </li>;
}
