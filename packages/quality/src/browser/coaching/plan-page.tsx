import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, Facts, formatDate, formatNumber, formatPercent, Page, Progress, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { isCoachingOpen } from '../../common/coaching/coaching-state';
import { CoachingBadge, coachingTitle } from './coaching-words';
import { DueDay } from './due-day';
import { CloseDialog, ExtendDialog } from './plan-dialogs';
import { type BackTo, PlanChange } from './plan-change';
import { PlanEffect } from './plan-effect';
import { PlanNotes } from './plan-notes';
import { PlanStep } from './plan-step';
import { useCoachingPlan } from './use-coaching';

/** One coaching plan: what should be different, what the agent does for it, how it shows in later calls, and what was said. */
export default function PlanPage({ params, query }: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const session = useSession();
    const { data: plan, error, refetch } = useCoachingPlan(params.id!);
    const back = { to: '/quality/coaching', label: coachingTitle(plan?.agentId === session.person.id) };
    const title = nls.localize('earshot/quality/coaching/plan-title', 'Coaching plan');
    if (!plan) {
        return <Page title={title} back={back}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />}</Page>;
    }
    return query.has('change') && plan.may.includes('change') ? <PlanChange key={plan.id} plan={plan} back={back} /> : <PlanReading plan={plan} back={back} />;
}

function PlanReading({ plan, back }: { readonly plan: CoachingPlan; readonly back: BackTo }): React.ReactElement {
    const setQuery = useSetQuery();
    const [asking, setAsking] = React.useState<'extend' | 'complete' | 'stop'>();
    const may = (action: CoachingPlan['may'][number]): boolean => plan.may.includes(action);
    const close = (): void => setAsking(undefined);
    return <Page width='wide' title={plan.title} back={back}
        subtitle={<span className='q-coaching-head'><CoachingBadge state={plan.state} /><span>{nls.localize('earshot/quality/coaching/who', '{0}, coached by {1}', plan.agentName, plan.coachName)}</span></span>}
        actions={<>
            {may('stop') && <Button onClick={() => setAsking('stop')}>{nls.localize('earshot/quality/coaching/stop', 'Stop…')}</Button>}
            {may('change') && <Button icon='edit' onClick={() => setQuery({ change: 'true' })}>{nls.localize('earshot/quality/coaching/change', 'Change')}</Button>}
            {may('extend') && <Button icon='calendar' onClick={() => setAsking('extend')}>{nls.localize('earshot/quality/coaching/extend', 'Extend…')}</Button>}
            {may('complete') && <Button variant={plan.state === 'reported' ? 'primary' : 'secondary'} icon='check' onClick={() => setAsking('complete')}>{nls.localize('earshot/quality/coaching/complete', 'Sign off…')}</Button>}
        </>}>
        <div className='q-coaching' data-beside=''>
            <div className='q-coaching-main'>
                <Card title={nls.localize('earshot/quality/coaching/behaviours', 'What should be different')}>
                    <ul className='q-coaching-behaviours'>{plan.behaviours.map((each, place) => <li key={place}>{each.text}</li>)}</ul>
                </Card>
                <Card title={nls.localize('earshot/quality/coaching/steps-title', 'Steps of the agent')}>
                    <ul className='q-coaching-steps'>{plan.steps.map(each => <li key={each.id}><PlanStep plan={plan} step={each} /></li>)}</ul>
                </Card>
                <PlanEffect plan={plan} />
                <PlanNotes plan={plan} />
            </div>
            <div className='q-coaching-main'>
                <Card title={nls.localize('earshot/quality/coaching/facts', 'At a glance')}>
                    <Facts facts={[
                        [nls.localize('earshot/quality/coaching/since', 'Since'), formatDate(plan.startedAt)],
                        [nls.localize('earshot/quality/coaching/due', 'Until'), <DueDay key='due' day={plan.dueOn} open={isCoachingOpen(plan.state)} />],
                        ...plan.evaluation ? [[nls.localize('earshot/quality/coaching/from-evaluation', 'From the evaluation of'), <Link key='from' to={`/quality/evaluations/${plan.evaluation.id}`}>{plan.evaluation.callId}{plan.evaluation.percent === null ? '' : ` · ${formatPercent(plan.evaluation.percent / 100)}`}</Link>] as const] : [],
                        ...plan.formTitle ? [[nls.localize('earshot/quality/evaluation/form', 'Form'), formText(plan.formTitle)] as const] : []
                    ]} />
                </Card>
                {plan.followUp && <FollowUps plan={plan} followUp={plan.followUp} />}
            </div>
        </div>
        {asking === 'extend' && <ExtendDialog plan={plan} onClose={close} />}
        {(asking === 'complete' || asking === 'stop') && <CloseDialog plan={plan} action={asking} onClose={close} />}
    </Page>;
}

function FollowUps({ plan, followUp: { wanted, from, done } }: { readonly plan: CoachingPlan; readonly followUp: NonNullable<CoachingPlan['followUp']> }): React.ReactElement {
    const session = useSession();
    const title = nls.localize('earshot/quality/coaching/follow-ups', 'Follow-up evaluations');
    return <Card title={title}><div className='q-coaching-list'>
        <p>{nls.localize('earshot/quality/coaching/follow-up-said', '{0} of {1} evaluated, of calls from {2} on.', formatNumber(done), formatNumber(wanted), formatDate(from))}</p>
        <Progress value={Math.min(1, done / wanted)} label={title} />
        {done < wanted && isCoachingOpen(plan.state) && session.may('evaluation:write') && session.person.id !== plan.agentId && <p><Link to={`/quality/calls?agent=${plan.agentId}&from=${from}&evaluated=no`}>{nls.localize('earshot/quality/coaching/to-evaluate', 'Calls that can be evaluated')}</Link></p>}
    </div></Card>;
}
