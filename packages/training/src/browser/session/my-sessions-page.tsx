import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, Card, EmptyState, Page, Skeleton, useNow } from '@earshot/core/lib/browser/widgets';
import type { MySession } from '../../common/session/session-contract';
import { whenText } from './session-times';
import { markIcon, markText, markTone, sessionStateIcon, sessionStateText, sessionStateTone } from './session-words';
import { useMySessions } from './use-sessions';

/** Trainings that I am invited to: what is to come first, then those that I have been at. */
export default function MySessionsPage(_props: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const { data, error, refetch } = useMySessions();
    const now = useNow();
    const toCome = (data ?? []).filter(each => each.state !== 'held' && Date.parse(each.endsAt) > now).reverse();
    const past = (data ?? []).filter(each => !toCome.includes(each));
    return <Page title={nls.localize('earshot/training/my-sessions/title', 'My trainings')} width='reading'>
        {!data ? error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />
            : data.length === 0 ? <EmptyState icon='calendar' title={nls.localize('earshot/training/my-sessions/none', 'You are not invited to any training.')}>{nls.localize('earshot/training/my-sessions/none-help', 'When a trainer invites you it stands here and on Home, and you are reminded the day before.')}</EmptyState>
                : <div className='t-my-exams'>
                    {toCome.map(each => <SessionCard key={each.id} session={each} />)}
                    {past.length > 0 && <h2>{nls.localize('earshot/training/my-sessions/past', 'Before')}</h2>}
                    {past.map(each => <SessionCard key={each.id} session={each} />)}
                </div>}
    </Page>;
}

const SessionCard = ({ session }: { readonly session: MySession }): React.ReactElement => <Card className='t-exam-card'>
    <div className='t-exam-card-head'><h3><Link to={`/training/my-sessions/${session.id}`}>{session.courseTitle}</Link></h3>
        {session.state === 'held' && session.mark ? <Badge tone={markTone(session.mark)} icon={markIcon(session.mark)}>{markText(session.mark)}</Badge> : <Badge tone={sessionStateTone(session.state)} icon={sessionStateIcon(session.state)}>{sessionStateText(session.state)}</Badge>}</div>
    <p className='t-quiet e-figures'>{[whenText(session), session.place || session.onlineLink, session.trainerName].filter(Boolean).join(' · ')}</p>
    {session.feedback.state === 'open' && <p><Link to={`/training/my-sessions/${session.id}`}>{session.feedback.given ? nls.localize('earshot/training/my-sessions/change-feedback', 'Change what you said') : nls.localize('earshot/training/my-sessions/give-feedback', 'Say how it was')}</Link></p>}
</Card>;
