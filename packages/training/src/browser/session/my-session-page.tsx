import { FormFilling } from '@earshot/assessment/lib/browser/filling/form-filling';
import type { FormFillingHandle } from '@earshot/assessment/lib/browser/filling/filling-actions';
import { useFillingKeys } from '@earshot/assessment/lib/browser/filling/use-filling-keys';
import { withAnswer } from '@earshot/assessment/lib/common/filling/answering';
import { useQueryClient } from '@tanstack/react-query';
import type { Answers, FormDefinition } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft, useErrorText } from '@earshot/core/lib/browser/application';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, Facts, formatDateTime, FormErrors, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { MyFeedback } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { CoveredThings } from './covered-things';
import { whenText } from './session-times';
import { markIcon, markText, markTone, sessionStateIcon, sessionStateText, sessionStateTone } from './session-words';
import { useMySession } from './use-sessions';

const back = (): { readonly to: string; readonly label: string } => ({ to: '/training/my-sessions', label: nls.localize('earshot/training/my-sessions/title', 'My trainings') });

/** One of my trainings: where to be, and afterwards, how it was. */
export default function MySessionPage({ params }: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const { data: session, error } = useMySession(params.id!);
    if (!session) {
        return <Page title={nls.localize('earshot/training/session/name', 'Training')} back={back()}>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={8} />}</Page>;
    }
    const { mark, state } = session;
    return <Page title={session.courseTitle} width='reading' back={back()} subtitle={state === 'held' && mark ? <Badge tone={markTone(mark)} icon={markIcon(mark)}>{markText(mark)}</Badge> : <Badge tone={sessionStateTone(state)} icon={sessionStateIcon(state)}>{sessionStateText(state)}</Badge>}>
        <div className='t-my-session'>
            {state === 'cancelled' && <Notice tone='caution'>{session.cancelReason || nls.localize('earshot/training/my-sessions/cancelled', 'This training does not take place.')}</Notice>}
            <Facts facts={[
                [nls.localize('earshot/training/sessions/when', 'When'), <span key='when' className='e-figures'>{whenText(session)}</span>], [nls.localize('earshot/training/session/trainer', 'Trainer'), session.trainerName],
                ...session.place ? [[nls.localize('earshot/training/session/place', 'Place'), session.place] as const] : [], ...session.onlineLink ? [[nls.localize('earshot/training/session/online', 'Online at'), <a key='link' href={session.onlineLink} target='_blank' rel='noreferrer'>{session.onlineLink}</a>] as const] : []
            ]} />
            {session.aim && <p>{session.aim}</p>}
            <CoveredThings links={session.covers} />
            {session.feedback.state === 'open' && session.form && <Feedback key={session.version} session={session} form={session.form as unknown as FormDefinition} />}
            {session.feedback.state === 'over' && <Notice icon='lock'>{nls.localize('earshot/training/my-sessions/over', 'The time for feedback is over. What was said stands without names.')}</Notice>}
        </div>
    </Page>;
}

function Feedback({ session, form }: { readonly session: MyFeedback; readonly form: FormDefinition }): React.ReactElement {
    const client = useClient(trainingContract);
    const queries = useQueryClient();
    const filling = React.useRef<FormFillingHandle>(null);
    const [answers, setAnswers, forget] = useDraft<Answers>(`training-feedback.${session.id}.${session.version}`, session.answers as Answers);
    useFillingKeys(form, filling);
    const give = useChange<undefined, MyFeedback>({
        run: () => client.trainingSessions.giveFeedback({ id: session.id, version: session.version, answers: answers as MyFeedback['answers'] }) as Promise<MyFeedback>, invalidates: [['training-session'], ['work']], failures: 'form',
        done: () => nls.localize('earshot/training/my-sessions/thanks', 'Thank you. You can change it until {0}.', formatDateTime(session.feedback.until!)), then: given => { forget(); queries.setQueryData(['training-session', 'my', session.id], given); }
    });
    return <section className='t-my-feedback'>
        <Notice icon='lock'>{nls.localize('earshot/training/my-sessions/anonymous', 'The trainer sees means and texts without names, and nothing before five have answered. After {0} your name is taken off for good.', formatDateTime(session.feedback.until!))}</Notice>
        <FormErrors error={give.error} />
        <FormFilling ref={filling} form={form} answers={answers} onAnswer={(question, answer) => setAnswers(withAnswer(answers, question, answer))} />
        <div className='t-my-feedback-send'><Button variant='primary' icon='check' busy={give.isPending} onClick={() => { if (filling.current?.complete()) { give.mutate(undefined); } }}>
            {session.feedback.given ? nls.localize('earshot/training/my-sessions/save', 'Save') : nls.localize('earshot/training/my-sessions/send', 'Send')}</Button></div>
    </section>;
}
