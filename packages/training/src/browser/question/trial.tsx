import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Button, formatNumber, Notice } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { askQuestion, sealQuestion } from '../../common/question/asked-question';
import { feedbackOf } from '../../common/question/feedback';
import { mark } from '../../common/question/mark';
import type { Question, QuestionAnswer } from '../../common/question/question';
import type { RubricRatings } from '../../common/question/rubric';
import { AnswerField, Prompt } from '../attempt/answer-field';
import { RubricRating } from '../attempt/rubric-rating';

/** Short words that look like nothing; the same for the same id as long as the salt is. A paper has better ones: here nobody is examined. */
const disguise = (salt: number) => (id: string): string => `${[...`${salt}/${id}`].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261).toString(36)}-${id}`;

/** The question as those see it who are asked, to be answered and marked on the spot. Nothing of it is kept. */
export function Trial({ question, language }: { readonly question: Question; readonly language: string }): React.ReactElement {
    const [salt, setSalt] = React.useState(1);
    const [answer, setAnswer] = React.useState<QuestionAnswer | null>(null);
    const [marked, setMarked] = React.useState(false);
    const [ratings, setRatings] = React.useState<RubricRatings>({});
    const sealed = React.useMemo(() => sealQuestion(question, disguise(salt)), [question, salt]);
    const asked = React.useMemo(() => askQuestion(sealed), [sealed]);
    const again = (): void => {
        setAnswer(null);
        setMarked(false);
        setRatings({});
        setSalt(salt + 1);
    };
    const result = marked ? mark(sealed, answer) : undefined;
    return <div className='tq-trial' lang={language}>
        <p className='t-quiet'>{nls.localize('earshot/training/question/trial-points', 'Points: {0}', formatNumber(question.points))}</p>
        {question.prompt.trim() === '' ? <p className='t-quiet'>{nls.localize('earshot/training/question/trial-empty', 'As soon as something is written it stands here as the trainee sees it.')}</p> : <Prompt question={asked} alone />}
        <AnswerField key={`${salt} ${question.kind}`} question={asked} answer={answer?.kind === question.kind ? answer : null} readOnly={marked} onAnswer={setAnswer} />
        {result && <div role='status' className='tq-result'>
            <Badge tone={result.share === 1 ? 'good' : result.share === null || result.share > 0 ? 'caution' : 'critical'}>{!result.answered ? nls.localize('earshot/training/question/trial-none', 'Not answered: 0 points') : result.share === null
                ? nls.localize('earshot/training/question/trial-hand', 'A person marks this') : nls.localize('earshot/training/question/trial-earned', '{0} of {1} points', formatNumber(result.share * question.points), formatNumber(question.points))}</Badge>
            {result.share === null && sealed.kind === 'essay' && sealed.criteria && <RubricRating criteria={sealed.criteria} ratings={ratings} points={question.points} onRatings={setRatings} />}
            {feedbackOf(sealed, result).map(text => <Notice key={text} icon='comment'><MarkdownView text={text} /></Notice>)}
        </div>}
        <div className='tq-trial-actions'>
            {!marked && <Button small icon='check' onClick={() => setMarked(true)}>{nls.localize('earshot/training/question/trial-mark', 'Mark it')}</Button>}
            <Button small variant='quiet' icon='refresh' onClick={again}>{nls.localize('earshot/training/question/trial-again', 'Begin again')}</Button>
        </div>
    </div>;
}
