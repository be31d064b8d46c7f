import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Badge, Button, EmptyState, formatDateTime, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { Review } from '../../common/attempt/attempt-contract';
import { trainingContract } from '../../common/training-contract';
import { passedText, percentText, pointsText } from './attempt-words';
import { AwayRecord } from './away-record';
import { ReviewedQuestions } from './reviewed-questions';

/** One’s own result, as far as it may be seen now. */
export function ResultView({ id }: { readonly id: string }): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const { data: review, error, refetch } = useQuery({ queryKey: ['attempt', 'review', id], queryFn: ({ signal }) => client.attempts.review({ id }, { signal }) as Promise<Review> });
    const back = { to: '/training/my-exams', label: nls.localize('earshot/training/my-exams/title', 'My exams') };
    return <Page title={review?.examTitle ?? nls.localize('earshot/training/attempt/result', 'Result')} width='reading' back={back}
        subtitle={review?.submittedAt && nls.localize('earshot/training/attempt/handed-in-at', 'Attempt {0}, handed in {1}', review.number, formatDateTime(review.submittedAt))}>
        {review ? <div className='t-result'><Verdict review={review} /><SectionGrades review={review} /><AwayRecord away={review.away} /><ReviewedQuestions review={review} /></div>
            : error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}
    </Page>;
}

/** Passed or not, by how much, and why not. */
export function Verdict({ review }: { readonly review: Review }): React.ReactElement {
    const title = (sectionId: string | undefined): string => review.sections.find(each => each.id === sectionId)?.title ?? '';
    if (review.passed === null && review.percent === null) {
        return <section className='t-verdict' data-passed='unknown'>
            <p className='t-verdict-word'>{nls.localize('earshot/training/result/waiting', 'Handed in. Your result is not there yet.')}</p>
            <p className='t-quiet'>{nls.localize('earshot/training/result/waiting-why', 'Somebody looks at it first. You are told when it is there.')}</p>
        </section>;
    }
    return <section className='t-verdict' data-passed={review.passed ?? 'unknown'}>
        <p className='t-verdict-word'>{passedText(review.passed)}</p>
        {review.percent !== null && <p className='t-verdict-percent e-figures'>{percentText(review.percent)}</p>}
        <p className='t-quiet e-figures'>{review.points !== null && `${nls.localize('earshot/training/result/points', '{0} of {1} points', pointsText(review.points), pointsText(review.of))} · `}{nls.localize('earshot/training/result/wanted', 'To pass: {0}', percentText(review.passPercent))}</p>
        {review.reasons.length > 0 && <ul>{review.reasons.map(each => <li key={`${each.why}${each.sectionId ?? ''}${each.place ?? ''}`}>
            {each.why === 'points' ? nls.localize('earshot/training/result/too-few', 'Too few points in all.') : each.why === 'section' ? nls.localize('earshot/training/result/section-failed', 'Too few points in “{0}”.', title(each.sectionId))
                : nls.localize('earshot/training/result/knock-out', 'Question {0} has to be answered wholly right.', (each.place ?? 0) + 1)}</li>)}</ul>}
    </section>;
}

/** How it went in each section, where there are several. */
export function SectionGrades({ review }: { readonly review: Review }): React.ReactElement | null {
    const waits = (sectionId: string): boolean => review.items.some(each => each.sectionId === sectionId && each.points === null);
    return review.sections.length < 2 || review.sections.every(each => each.grade === null) ? null : <table className='t-section-grades'>
        <caption className='e-hidden'>{nls.localize('earshot/training/result/sections', 'By section')}</caption>
        <tbody>{review.sections.map(({ id, title, grade }) => <tr key={id}><th scope='row'>{title}</th>
            <td className='e-figures'>{grade && (waits(id) ? <span className='t-quiet'>{nls.localize('earshot/training/result/to-mark', 'Not marked yet')}</span> : percentText(grade.percent))}</td><td className='e-figures t-quiet'>{grade && grade.passPercent !== null && nls.localize('earshot/training/result/wanted', 'To pass: {0}', percentText(grade.passPercent))}</td>
            <td>{grade && grade.passed !== null && <Badge tone={grade.passed ? 'good' : 'critical'} icon={grade.passed ? 'check' : 'close'}>{passedText(grade.passed)}</Badge>}</td></tr>)}</tbody>
    </table>;
}
