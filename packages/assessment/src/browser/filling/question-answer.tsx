import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Answer, Question, QuestionKinds } from '@earshot/forms';
import { formatNumber, formatPlainNumber, parseNumber } from '@earshot/core/lib/browser/widgets/format';
import { Icon } from '@earshot/core/lib/browser/widgets/icon';
import { TextArea } from '@earshot/core/lib/browser/widgets/text-field';
import { withNotApplicable, withValue, withoutValue } from '../../common/filling/answering';
import { controlOf, notApplicableText, ratingsOf } from './ratings';

export interface QuestionAnswerProps {
    readonly question: Question;
    readonly answer: Answer | undefined;
    readonly kinds: QuestionKinds;
    readonly labelledBy: string;
    readonly describedBy: string | undefined;
    readonly invalid: boolean;
    onAnswer(answer: Answer | undefined): void;
}

/** The control that a question is answered with. What has `data-anchor` takes the focus when the question is reached. */
export function QuestionAnswer(props: QuestionAnswerProps): React.ReactElement {
    switch (controlOf(props.question)) {
        case 'ratings': return <Ratings {...props} />;
        case 'number': return <NumberAnswer {...props} />;
        case 'text': return <TextAnswer {...props} />;
    }
}

/** A row of buttons, of which one is pressed. The focus moves without pressing: digits or the space bar do that. */
function Ratings({ question, answer, kinds, labelledBy, describedBy, invalid, onAnswer }: QuestionAnswerProps): React.ReactElement {
    const ratings = ratingsOf(question);
    const value = answer?.value ?? null;
    const chosen = answer?.notApplicable ? ratings.length : ratings.findIndex(each => each.value === value);
    const stop = Math.max(0, chosen);
    const failure = value !== null && (kinds.get(question.kind)?.isFailure(question, value) ?? false);
    const button = (index: number, label: string, digit: string | undefined, press: () => void): React.ReactElement =>
        <button key={index} type='button' role='radio' aria-checked={index === chosen} tabIndex={index === stop ? 0 : -1} data-anchor={index === stop ? '' : undefined} data-stop='' data-rating={index}
            aria-keyshortcuts={digit} className={`a-rating ${index === chosen && failure ? 'a-rating-failure' : ''}`} onClick={press}>
            {index === chosen && <Icon name={failure ? 'circle-slash' : 'check'} />}<span>{label}</span>{digit && <kbd className='a-digit' aria-hidden='true'>{digit}</kbd>}
        </button>;
    return <div className='a-ratings' role='radiogroup' aria-labelledby={labelledBy} aria-describedby={describedBy} aria-required={!question.optional} aria-invalid={invalid || undefined}>
        {ratings.map((each, index) => button(index, each.label, each.digit, () => onAnswer(withValue(each.value)(answer))))}
        {question.notApplicable && button(ratings.length, notApplicableText(), 'N', () => onAnswer(withNotApplicable(answer)))}
    </div>;
}

/** For numbers and texts, where there is no row of buttons. */
const NotApplicable = ({ question, answer, onAnswer }: QuestionAnswerProps): React.ReactElement | null => question.notApplicable ?
    <button type='button' className='a-rating' aria-pressed={answer?.notApplicable ?? false} aria-keyshortcuts='N' data-stop='' onClick={() => onAnswer((answer?.notApplicable ? withoutValue : withNotApplicable)(answer))}>
        {answer?.notApplicable && <Icon name='check' />}<span>{notApplicableText()}</span><kbd className='a-digit' aria-hidden='true'>N</kbd>
    </button> : null;

const rangeText = ({ min, max, step }: Question): string | undefined => {
    const range = min !== undefined && max !== undefined ? nls.localize('earshot/assessment/number/range', '{0} to {1}', formatNumber(min, 6), formatNumber(max, 6))
        : min !== undefined ? nls.localize('earshot/assessment/number/at-least', 'at least {0}', formatNumber(min, 6))
            : max !== undefined ? nls.localize('earshot/assessment/number/at-most', 'at most {0}', formatNumber(max, 6)) : undefined;
    return step === undefined ? range : [range, nls.localize('earshot/assessment/number/step', 'in steps of {0}', formatNumber(step, 6))].filter(Boolean).join(', ');
};

/** A number as it is typed; the arrow keys are left to the form, which moves between questions with them. */
function NumberAnswer(props: QuestionAnswerProps): React.ReactElement {
    const { question, answer, labelledBy, describedBy, invalid, onAnswer } = props;
    const value = typeof answer?.value === 'number' ? answer.value : null;
    const [text, setText] = React.useState(() => formatPlainNumber(value));
    const [given, setGiven] = React.useState(value);
    if (given !== value) {
        setGiven(value);
        setText(formatPlainNumber(value));
    }
    const accept = (next: string): void => {
        const number = parseNumber(next);
        setText(next);
        setGiven(number);
        onAnswer(number === null ? withoutValue(answer) : withValue(number)(answer));
    };
    const unread = text.trim() !== '' && parseNumber(text) === null;
    return <div className='a-number'>
        <input type='text' inputMode='decimal' autoComplete='off' className='e-input a-number-input e-figures' data-anchor='' data-number='' aria-labelledby={labelledBy} aria-describedby={describedBy}
            aria-invalid={invalid || unread || undefined} aria-required={!question.optional} value={text} onChange={event => accept(event.target.value)} />
        {rangeText(question) && <span className='a-hint'>{rangeText(question)}</span>}
        <NotApplicable {...props} />
        {unread && <span className='a-problem' role='alert'><Icon name='warning' />{nls.localize('earshot/assessment/answer-problem/not-finite', 'Write a number.')}</span>}
    </div>;
}

function TextAnswer(props: QuestionAnswerProps): React.ReactElement {
    const { question, answer, labelledBy, describedBy, invalid, onAnswer } = props;
    return <div className='a-text'>
        <TextArea rows={2} data-anchor='' data-text='' aria-labelledby={labelledBy} aria-describedby={describedBy} aria-invalid={invalid || undefined} aria-required={!question.optional} maxLength={question.maximumLength}
            value={typeof answer?.value === 'string' ? answer.value : ''} onChange={text => onAnswer(text ? withValue(text)(answer) : withoutValue(answer))} />
        <NotApplicable {...props} />
    </div>;
}
