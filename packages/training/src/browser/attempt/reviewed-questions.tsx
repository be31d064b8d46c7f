import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import type { Review, ReviewedQuestion } from '../../common/attempt/attempt-contract';
import type { AskedQuestion } from '../../common/question/asked-question';
import { ComparedRatings } from '../listening/rating';
import { optionText, pointsText } from './attempt-words';
import { RubricResult } from './rubric-result';
import { AnswerField, isAnswered, Prompt } from './answer-field';

export interface ReviewedQuestionsProps {
    readonly review: Review;
    /** What stands below a question: marks, for those who give them. */
    below?(item: ReviewedQuestion): React.ReactNode;
}

/** The questions of an attempt, with as much of answers, points and what was right as the server gave out. */
export function ReviewedQuestions({ review, below }: ReviewedQuestionsProps): React.ReactElement | null {
    if (review.items.every(each => each.answer === undefined && each.points === undefined && each.solution === undefined && each.feedback === undefined)) {
        return <p className='t-quiet'>{nls.localize('earshot/training/result/closed', 'Questions and answers of this exam are not shown now.')}</p>;
    }
    return <ol className='t-reviewed'>{review.items.map(item => <li key={item.place} className='t-question'>
        <header><span className='t-quiet'>{nls.localize('earshot/training/sitting/question', 'Question {0}', item.place + 1)}</span><PointsBadge item={item} /></header>
        <Prompt question={item.question as AskedQuestion} />
        {item.answer !== undefined && !(item.expert && isAnswered(item.answer)) && (isAnswered(item.answer) || item.solution === undefined
            ? <AnswerField question={item.question as AskedQuestion} answer={item.answer} readOnly onAnswer={() => { /* it is over */ }} />
            : <p className='t-quiet'>{nls.localize('earshot/training/result/not-answered', 'Not answered')}</p>)}
        {item.late && <p className='t-quiet'>{nls.localize('earshot/training/result/late', 'Arrived within the minute after the end of time.')}</p>}
        {item.expert && item.question.kind === 'listening' && <ComparedRatings form={item.question.form} given={item.answer?.kind === 'listening' ? item.answer.answers : {}} expert={item.expert.expert} tolerance={item.expert.tolerance} />}
        {item.solution && item.solution.length > 0 && <div className='t-solution'><strong>{nls.localize('earshot/training/result/solution', 'Right is')}</strong>
            <ul>{item.solution.map((each, place) => <li key={place}><MarkdownView text={optionText(item.question.kind, each)} /></li>)}</ul></div>}
        {item.feedback?.map((each, place) => <div key={place} className='t-feedback'><MarkdownView text={each} /></div>)}
        {item.rubric && !below && <RubricResult results={item.rubric} />}
        {below?.(item)}
    </li>)}</ol>;
}

function PointsBadge({ item: { points, of, knockedOut } }: { readonly item: ReviewedQuestion }): React.ReactElement | null {
    if (points === undefined) {
        return null;
    }
    const text = points === null ? nls.localize('earshot/training/result/to-mark', 'Not marked yet') : nls.localize('earshot/training/result/points', '{0} of {1} points', pointsText(points), pointsText(of));
    const whole = points !== null && points >= of;
    return <>{knockedOut && <Badge tone='critical' icon='error'>{nls.localize('earshot/training/result/knocked-out', 'Knock-out question')}</Badge>}
        <Badge tone={points === null ? 'caution' : whole ? 'good' : points > 0 ? 'caution' : 'critical'} icon={points === null ? 'pencil' : whole ? 'check' : points > 0 ? 'circle-large-outline' : 'close'}>{text}</Badge></>;
}
