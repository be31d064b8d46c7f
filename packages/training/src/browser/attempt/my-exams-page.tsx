import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, Card, EmptyState, formatDateTime, Notice, Page, RelativeTime, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { OwnExam } from '../../common/attempt/attempt-contract';
import { trainingContract } from '../../common/training-contract';
import { beginningText } from '../exam/exam-texts';
import { TranscriptLink } from '../transcript/transcript-link';
import { assignmentIcon, assignmentText, assignmentTone, attemptText, passedText, percentText } from './attempt-words';
import { useOwnExams } from './use-sitting';

/** What I have to sit first, each one press from its first question; then what I have sat. */
export default function MyExamsPage({ params }: PageProps): React.ReactElement {
    const { describe } = useErrorText();
    const session = useSession();
    const { data, error, refetch } = useOwnExams();
    const isDue = (each: OwnExam): boolean => each.runningAttemptId !== null || each.beginning.may || each.state === 'open' || each.state === 'failed' && (each.beginning.why === 'wait' || each.beginning.why === 'not-open');
    const due = data?.filter(isDue) ?? [];
    const past = data?.filter(each => !isDue(each)) ?? [];
    return <Page title={nls.localize('earshot/training/my-exams/title', 'My exams')} width='reading' actions={<TranscriptLink personId={session.person.id} />}>
        {!data ? error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />
            : data.length === 0 ? <EmptyState icon='mortar-board' title={nls.localize('earshot/training/my-exams/none', 'There is no exam for you.')}>{nls.localize('earshot/training/my-exams/none-help', 'When a trainer assigns you one it stands here and on Home.')}</EmptyState>
                : <div className='t-my-exams'>
                    {due.map(each => <ExamCard key={each.id} exam={each} marked={each.id === params.id} />)}
                    {past.length > 0 && <h2>{nls.localize('earshot/training/my-exams/past', 'Sat before')}</h2>}
                    {past.map(each => <ExamCard key={each.id} exam={each} marked={each.id === params.id} />)}
                </div>}
    </Page>;
}

function ExamCard({ exam, marked }: { readonly exam: OwnExam; readonly marked: boolean }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const begin = useChange({ run: () => client.attempts.begin({ id: exam.id }), invalidates: [['exam'], ['work']], then: ({ id }) => void navigate(`/training/attempts/${id}`) });
    const left = exam.attemptsAllowed === null ? null : Math.max(0, exam.attemptsAllowed - exam.attempts);
    const facts = [
        nls.localize('earshot/training/my-exams/questions', 'Questions: {0}', exam.questions),
        exam.minutes === null ? nls.localize('earshot/training/my-exams/no-limit', 'No time limit') : nls.localize('earshot/training/my-exams/minutes', '{0} minutes', exam.minutes),
        nls.localize('earshot/training/result/wanted', 'To pass: {0}', percentText(exam.passPercent)),
        ...left === null ? [] : [nls.localize('earshot/training/my-exams/attempts-left', 'Attempts left: {0}', left)]
    ];
    return <Card className={`t-exam-card ${marked ? 't-exam-marked' : ''}`}>
        <div className='t-exam-card-head'><h3>{exam.examTitle}</h3><Badge tone={assignmentTone(exam.state)} icon={assignmentIcon(exam.state)}>{assignmentText(exam.state)}</Badge>
            {exam.closesAt && exam.state !== 'passed' && <RelativeTime moment={exam.closesAt} text={when => nls.localize('earshot/training/my-exams/until', 'until {0}', when)} />}</div>
        {exam.byRule && exam.state !== 'passed' && <p>{exam.dueAt ? nls.localize('earshot/training/my-exams/by-rule-due', 'Your position asks for it. Needed by {0}.', formatDateTime(exam.dueAt)) : nls.localize('earshot/training/my-exams/by-rule', 'Your position asks for it before you may take calls.')}</p>}
        <p className='t-quiet e-figures'>{facts.join(' · ')}</p>
        {exam.proctored && (exam.runningAttemptId !== null || exam.beginning.may) && <Notice tone='accent'>{nls.localize('earshot/training/my-exams/proctored', 'This exam is supervised: while you sit it, it is recorded when you leave its window and when you return. Trainers and those who see your result see that.')}</Notice>}
        {exam.runningAttemptId !== null ? <Button variant='primary' icon='debug-continue' onClick={() => void navigate(`/training/attempts/${exam.runningAttemptId}`)}>{nls.localize('earshot/training/my-exams/continue', 'Go on')}</Button>
            : exam.beginning.may ? <div><Button variant='primary' icon='play' busy={begin.isPending} onClick={() => begin.mutate(undefined)}>{exam.attempts === 0 ? nls.localize('earshot/training/my-exams/begin', 'Begin') : nls.localize('earshot/training/my-exams/again', 'Try again')}</Button>
                {exam.minutes !== null && <span className='t-quiet'> {nls.localize('earshot/training/my-exams/clock', 'The time begins to run with it. You can close the window and come back.')}</span>}</div>
                : exam.beginning.why && exam.beginning.why !== 'passed' && <p>{beginningText(exam.beginning.why, exam.beginning.from)}</p>}
        {exam.past.length > 0 && <ul className='t-past'>{exam.past.map(each => <li key={each.id}><Link to={`/training/attempts/${each.id}`}>
            {nls.localize('earshot/training/my-exams/attempt', 'Attempt {0}, {1}', each.number, formatDateTime(each.submittedAt ?? each.startedAt))}</Link>
            <span className='e-figures'>{each.state === 'released' ? `${passedText(each.passed)} · ${percentText(each.percent)}` : attemptText(each.state)}</span></li>)}</ul>}
    </Card>;
}
