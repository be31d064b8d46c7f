import { answerText } from '@earshot/assessment/lib/browser/filling/ratings';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { allQuestions, type FormDefinition, type Question } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { EmptyState, formatDateTime, formatFixed, formatNumber, Notice, Skeleton, useNow } from '@earshot/core/lib/browser/widgets';
import type { FeedbackSummary, Session } from '../../common/session/session-contract';
import { useSessionFeedback } from './use-sessions';

type Summarised = FeedbackSummary['questions'][number];

/** What participants thought: means and counts with their n, never who, and nothing of fewer than five. */
export function FeedbackPane({ session }: { readonly session: Session }): React.ReactElement {
    const { describe } = useErrorText();
    const { data, error } = useSessionFeedback(session.id);
    const now = useNow();
    if (!data) {
        return error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={6} />;
    }
    if (!data.form) {
        return <EmptyState icon='feedback' title={session.state === 'held' ? nls.localize('earshot/training/feedback/no-form', 'No feedback form was in force when this session was held.') : nls.localize('earshot/training/feedback/not-held', 'Feedback is asked for when attendance is closed.')}>
            {!session.hasFeedbackForm && <p>{nls.localize('earshot/training/feedback/choose', 'Choose a feedback form for the course: forms are made under Quality, Forms.')}</p>}</EmptyState>;
    }
    const questions = new Map(allQuestions(data.form as unknown as FormDefinition).map(({ question }) => [question.id, question]));
    return <div className='t-opinions'>
        <p className='t-quiet e-figures'>{nls.localize('earshot/training/feedback/given', 'Answers: {0} of {1}', formatNumber(data.given), formatNumber(data.asked))}{data.until && Date.parse(data.until) > now && ` · ${nls.localize('earshot/training/feedback/until', 'possible until {0}', formatDateTime(data.until))}`}</p>
        {!data.shown ? <Notice icon='lock'>{nls.localize('earshot/training/feedback/too-few', 'Answers are shown from {0} on: among fewer, people would be recognised.', formatNumber(data.fewest))}</Notice> : <>
            <Notice icon='lock'>{nls.localize('earshot/training/feedback/anonymous', 'Nobody sees who answered what. Of a question that fewer than {0} answered, only texts are shown.', formatNumber(data.fewest))}</Notice>
            {data.questions.map(each => questions.has(each.questionId) && <Answered key={each.questionId} question={questions.get(each.questionId)!} summary={each} fewest={data.fewest} />)}
        </>}
    </div>;
}

function Answered({ question, summary: { n, mean, counts, texts }, fewest }: { readonly question: Question; readonly summary: Summarised; readonly fewest: number }): React.ReactElement {
    const most = Math.max(1, ...counts.map(each => each.count));
    const best = question.options ? Math.max(...question.options.map(each => Number(each.value))) : null;
    return <section className='t-opinions-question'>
        <h3>{formText(question.text)}</h3>
        <p className='e-figures'>{mean !== null && <strong>{best !== null && Number.isFinite(best) ? nls.localize('earshot/training/feedback/mean-of', '{0} of {1}', formatFixed(mean, 1), formatNumber(best)) : formatFixed(mean, 1)}</strong>} <span className='t-quiet'>{nls.localize('earshot/core/figure/n', 'n = {0}', formatNumber(n))}</span>
            {counts.length === 0 && question.kind !== 'text' && <span className='t-quiet'> {nls.localize('earshot/training/feedback/kept-back', 'Shown from {0} answers on.', formatNumber(fewest))}</span>}</p>
        {counts.length > 0 && <dl className='t-opinions-counts'>{counts.map(each => <React.Fragment key={String(each.value)}><dt>{answerText(question, { value: each.value }) ?? String(each.value)}</dt>
            <dd><span className='t-opinions-bar' style={{ width: `${each.count / most * 100}%` }} /><span className='e-figures'>{formatNumber(each.count)}</span></dd></React.Fragment>)}</dl>}
        {texts.length > 0 && <ul className='t-opinions-texts'>{texts.map((each, place) => <li key={place}>{each}</li>)}</ul>}
    </section>;
}
