import { useIsMutating, useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { oneOf } from '@earshot/core/lib/browser/navigation/address-values';
import { Badge, Button, Dialog, EmptyState, Facts, Field, formatDateTime, formatNumber, Notice, Page, Skeleton, Tabs, TextField } from '@earshot/core/lib/browser/widgets';
import { missed } from '../../common/session/attendance';
import type { Session } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { CoveredThings } from './covered-things';
import { AttendanceList } from './attendance-list';
import { EffectPane } from './effect-pane';
import { FeedbackPane } from './feedback-pane';
import { ChangeDialog, InviteDialog, PlanDialog } from './plan-dialog';
import { whenText } from './session-times';
import { sessionStateIcon, sessionStateText, sessionStateTone } from './session-words';
import { useTrainingSession } from './use-sessions';

const panes = ['people', 'feedback', 'effect'] as const;
type Asking = 'change' | 'invite' | 'cancel' | 'plan';
type Step = { readonly action: 'cancel' | 'reinstate' | 'hold' | 'reopen'; readonly reason?: string };

/** One session: who is invited and who came, what they thought, and whether it helped. */
export default function SessionPage({ params }: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const { data: session, error, refetch } = useTrainingSession(params.id!);
    if (!session) {
        return <Page title={nls.localize('earshot/training/session/name', 'Training')} back={back()}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}</Page>;
    }
    return <Shown session={session} />;
}

const back = (): { readonly to: string; readonly label: string } => ({ to: '/training/sessions', label: nls.localize('earshot/training/sessions/title', 'Training plan') });

function Shown({ session }: { readonly session: Session }): React.ReactElement {
    const client = useClient(trainingContract);
    const [value, setPane] = useQueryParameter('pane', 'people');
    const pane = oneOf(panes, value) ?? 'people';
    const [asking, setAsking] = React.useState<Asking>();
    const may = (action: Session['may'][number]): boolean => session.may.includes(action);
    const act = (version: number, { action, reason = '' }: Step): Promise<Session> => client.trainingSessions.act({ id: session.id, version, action, reason }) as Promise<Session>;
    const step = useChange<Step, Session>({
        run: which => act(session.version, which), invalidates: [['training-session'], ['course'], ['work']],
        done: (made, { action }) => action === 'cancel' ? nls.localize('earshot/training/session/done/cancelled', 'Cancelled. Everybody invited is told.') : action === 'hold' ? !made.hasFeedbackForm ? nls.localize('earshot/training/session/done/closed', 'Attendance is closed.') : nls.localize('earshot/training/session/done/held', 'Attendance is closed. Whoever was there is asked how it was.') : nls.localize('earshot/training/session/done/reopened', 'Open again.'),
        undo: (made, { action }) => action === 'cancel' ? act(made.version, { action: 'reinstate' }) : action === 'hold' ? act(made.version, { action: 'reopen' }) : undefined, then: () => setAsking(undefined)
    });
    const open = session.counts.open;
    // what was noted last may be on its way still, and has to be there first
    const saving = useIsMutating() > 0;
    return <Page title={session.courseTitle} back={back()} subtitle={<Badge tone={sessionStateTone(session.state)} icon={sessionStateIcon(session.state)}>{sessionStateText(session.state)}</Badge>} actions={<>
        {may('cancel') && <Button variant='quiet' onClick={() => setAsking('cancel')}>{nls.localize('earshot/training/session/cancel', 'Cancel the session')}</Button>}
        {may('reinstate') && <Button busy={step.isPending} onClick={() => step.mutate({ action: 'reinstate' })}>{nls.localize('earshot/training/session/reinstate', 'Plan it again')}</Button>}
        {may('reopen') && session.feedback === 0 && <Button variant='quiet' busy={step.isPending} onClick={() => step.mutate({ action: 'reopen' })}>{nls.localize('earshot/training/session/reopen', 'Open attendance again')}</Button>}
        {may('change') && <Button icon='edit' onClick={() => setAsking('change')}>{nls.localize('earshot/training/session/change', 'Change')}</Button>}
        {may('invite') && <Button icon='person-add' onClick={() => setAsking('invite')}>{nls.localize('earshot/training/plan/invite', 'Invite people')}</Button>}
        {may('hold') && <Button variant='primary' icon='check' disabled={open > 0 || saving} busy={step.isPending} onClick={() => step.mutate({ action: 'hold' })}>{open > 0 ? nls.localize('earshot/training/session/hold-open', 'Close attendance ({0} open)', formatNumber(open)) : nls.localize('earshot/training/session/hold', 'Close attendance')}</Button>}
    </>}>
        <div className='t-session'>
            <Head session={session} />
            <Tabs<typeof panes[number]> label={session.courseTitle} value={pane} onChange={setPane} tabs={[
                { id: 'people', label: nls.localize('earshot/training/session/people', 'Participants'), count: session.invited }, { id: 'feedback', label: nls.localize('earshot/training/session/feedback', 'Feedback'), count: session.feedback }, { id: 'effect', label: nls.localize('earshot/training/session/effect/title', 'Effect') }]}>
                {pane === 'people' ? <><Missed session={session} onPlan={() => setAsking('plan')} /><AttendanceList session={session} /></> : pane === 'feedback' ? <FeedbackPane session={session} /> : session.state === 'held' ? <EffectPane of='session' id={session.id} />
                    : <EmptyState icon='beaker' title={nls.localize('earshot/training/session/effect/not-held', 'What changes with a training can be seen when it was held.')} />}
            </Tabs>
        </div>
        {asking === 'change' && <ChangeDialog session={session} onClose={() => setAsking(undefined)} />}
        {asking === 'invite' && <InviteDialog session={session} onClose={() => setAsking(undefined)} />}
        {asking === 'plan' && <PlanDialog courseId={session.courseId} people={session.participants.filter(each => missed(each.mark)).map(each => ({ id: each.personId, name: each.personName }))} onClose={() => setAsking(undefined)} />}
        {asking === 'cancel' && <CancelDialog busy={step.isPending} onCancel={reason => step.mutate({ action: 'cancel', reason })} onClose={() => setAsking(undefined)} />}
    </Page>;
}

const Head = ({ session }: { readonly session: Session }): React.ReactElement => <div className='t-session-head'>
    <Facts facts={[
        [nls.localize('earshot/training/sessions/when', 'When'), <span key='when' className='e-figures'>{whenText(session)}</span>], [nls.localize('earshot/training/session/trainer', 'Trainer'), session.trainerName],
        ...session.place ? [[nls.localize('earshot/training/session/place', 'Place'), session.place] as const] : [], ...session.onlineLink ? [[nls.localize('earshot/training/session/online', 'Online at'), <a key='link' href={session.onlineLink} target='_blank' rel='noreferrer'>{session.onlineLink}</a>] as const] : [],
        ...session.seats === null ? [] : [[nls.localize('earshot/training/plan/seats', 'Seats'), nls.localize('earshot/training/sessions/of-seats', '{0} / {1}', formatNumber(session.invited), formatNumber(session.seats))] as const],
        [nls.localize('earshot/training/course/name', 'Course'), <Link key='course' to={`/training/courses/${session.courseId}`}>{session.courseTitle}</Link>]
    ]} />
    <div>{session.aim && <p>{session.aim}</p>}<CoveredThings links={session.covers} /></div>
    {session.state === 'cancelled' && session.cancelReason && <Notice tone='caution'>{session.cancelReason}</Notice>}
</div>;

/** Who missed earlier sessions is offered for this one; whoever missed this one, for the next. */
function Missed({ session, onPlan }: { readonly session: Session; onPlan(): void }): React.ReactElement | null {
    const client = useClient(trainingContract);
    const asks = session.may.includes('invite');
    const { data: missing } = useQuery({ queryKey: ['training-session', 'missing', session.id], enabled: asks, queryFn: ({ signal }) => client.trainingSessions.missing({ id: session.id }, { signal }) });
    const invite = useChange<{ readonly id: string; readonly personIds: string[] }, { invited: number }>({
        run: ({ id, personIds }) => client.trainingSessions.invite({ id, personIds, teamIds: [], positionIds: [] }), invalidates: [['training-session']], done: ({ invited }) => nls.localize('earshot/training/plan/invited', 'Invited: {0}. They are told.', invited)
    });
    if (asks && missing && missing.length > 0) {
        return <Notice icon='history' actions={<Button small busy={invite.isPending} onClick={() => invite.mutate({ id: session.id, personIds: missing.map(each => each.id) })}>{nls.localize('earshot/training/session/missed/invite', 'Invite them')}</Button>}>
            {nls.localize('earshot/training/session/missed/earlier', 'Missed an earlier session of this course: {0}', missing.map(each => each.name).join(', '))}</Notice>;
    }
    const away = session.state === 'held' ? session.participants.filter(each => missed(each.mark)) : [];
    if (away.length === 0) {
        return null;
    }
    const { next } = session;
    return <Notice icon='history' actions={next ? <Button small busy={invite.isPending} onClick={() => invite.mutate({ id: next.id, personIds: away.map(each => each.personId) })}>{nls.localize('earshot/training/session/missed/next', 'Invite to {0}', formatDateTime(next.startsAt))}</Button>
        : <Button small onClick={onPlan}>{nls.localize('earshot/training/session/missed/plan', 'Plan a session for them')}</Button>}>{nls.localize('earshot/training/session/missed/this', 'Were not there: {0}', away.map(each => each.personName).join(', '))}</Notice>;
}

function CancelDialog({ busy, onCancel, onClose }: { readonly busy: boolean; onCancel(reason: string): void; onClose(): void }): React.ReactElement {
    const [reason, setReason] = React.useState('');
    return <Dialog title={nls.localize('earshot/training/session/cancel', 'Cancel the session')} size='small' onClose={onClose} onSubmit={() => onCancel(reason)} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/session/keep', 'Keep it')}</Button><Button variant='primary' type='submit' busy={busy}>{nls.localize('earshot/training/session/cancel', 'Cancel the session')}</Button></>}>
        <Field label={nls.localize('earshot/training/session/reason', 'Why, for those invited')}><TextField value={reason} onChange={setReason} maxLength={500} data-autofocus /></Field>
    </Dialog>;
}
