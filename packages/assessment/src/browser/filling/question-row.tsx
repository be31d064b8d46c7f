import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Answer, Question, QuestionKinds } from '@earshot/forms';
import { IconButton } from '@earshot/core/lib/browser/widgets/button';
import { Icon } from '@earshot/core/lib/browser/widgets/icon';
import { TextArea } from '@earshot/core/lib/browser/widgets/text-field';
import type { Evidence, Ruling } from '../../common/assessment-contract';
import { withComment } from '../../common/filling/answering';
import { isCommentRequired } from '../../common/filling/comment-required';
import { formText } from '../form-text';
import { CriticalBadge } from './critical-badge';
import { EvidenceChips } from './evidence-chips';
import { QuestionAnswer } from './question-answer';
import { GuidanceText, GuidanceToggle } from './question-guidance';
import { answerText } from './ratings';
import type { Motion } from './use-coming-and-going';

/** What can be done at a question; the same object for all of them. */
export interface QuestionHandlers {
    answer(question: Question, answer: Answer | undefined): void;
    openComment(question: Question): void;
    toggleHelp(question: Question): void;
    mark?(question: Question): void;
    playEvidence?(evidence: Evidence): void;
    removeEvidence?(evidence: Evidence): void;
}

export interface QuestionRowProps {
    readonly question: Question;
    /** Its number in the form: `2.1`. */
    readonly number: string;
    readonly answer: Answer | undefined;
    readonly evidence: readonly Evidence[];
    readonly rulings: readonly Ruling[];
    readonly kinds: QuestionKinds;
    /** What is wrong, in plain words. */
    readonly problems: readonly string[];
    readonly current: boolean;
    readonly commentOpen: boolean;
    readonly helpOpen: boolean;
    readonly readOnly: boolean;
    readonly motion: Motion;
    readonly handlers: QuestionHandlers;
    readonly below?: React.ReactNode;
}

function Comment({ question, answer, required, handlers }: Pick<QuestionRowProps, 'question' | 'answer' | 'handlers'> & { readonly required: boolean }): React.ReactElement {
    const id = React.useId();
    return <div className='a-comment'>
        <label htmlFor={id} className='a-comment-label'>{required ? nls.localize('earshot/assessment/comment/required', 'Comment (required)') : nls.localize('earshot/assessment/comment/label', 'Comment')}</label>
        <TextArea id={id} rows={2} data-comment='' aria-required={required} value={answer?.comment ?? ''} onChange={text => handlers.answer(question, withComment(text)(answer))} />
    </div>;
}

/** One question: calm until it is reached, then with everything that can be done about it. */
export const QuestionRow = React.memo(function QuestionRow(props: QuestionRowProps): React.ReactElement {
    const { question, number, answer, evidence, rulings, kinds, problems, current, commentOpen, helpOpen, readOnly, motion, handlers, below } = props;
    const id = React.useId();
    const required = !readOnly && isCommentRequired(question, answer, kinds);
    const guidance = { question, rulings, open: helpOpen, id: `${id}-guidance` };
    const describedBy = problems.length ? `${id}-problems` : undefined;
    return <li className={`a-question a-question-${motion} ${current ? 'a-question-current' : ''}`} data-question={question.id} {...motion === 'leaving' && { inert: '' }}>
        <div className='a-question-body' role='group' aria-labelledby={`${id}-text`} aria-describedby={describedBy} tabIndex={readOnly ? 0 : -1} data-row='' data-anchor={readOnly ? '' : undefined}>
            <div className='a-question-head'>
                <span className='a-question-number e-figures' aria-hidden='true'>{number}</span>
                <span id={`${id}-text`} className='a-question-text'>{formText(question.text)}</span>
                <CriticalBadge criticalClass={question.critical.class} />
                {question.optional && <span className='a-hint'>{nls.localize('earshot/assessment/question/optional', 'optional')}</span>}
                {!readOnly && <span className='a-question-actions'>
                    {handlers.mark && <IconButton icon='bookmark' keys='M' tabIndex={-1} data-stop='' label={nls.localize('earshot/assessment/evidence/mark', 'Mark this second')} onClick={() => handlers.mark?.(question)} />}
                    <IconButton icon='comment' keys='C' tabIndex={-1} data-stop='' label={nls.localize('earshot/assessment/comment/label', 'Comment')} onClick={() => handlers.openComment(question)} />
                </span>}
            </div>
            <div className='a-question-line'>
                {readOnly ? <p className='a-given'>{answerText(question, answer) ?? nls.localize('earshot/assessment/answer/none', 'Not answered')}</p>
                    : <QuestionAnswer question={question} answer={answer} kinds={kinds} labelledBy={`${id}-text`} describedBy={describedBy} invalid={problems.length > 0} onAnswer={next => handlers.answer(question, next)} />}
                <GuidanceToggle {...guidance} onToggle={() => handlers.toggleHelp(question)} />
            </div>
            <GuidanceText {...guidance} />
            <EvidenceChips evidence={evidence} onPlay={handlers.playEvidence} onRemove={readOnly ? undefined : handlers.removeEvidence} />
            {readOnly ? answer?.comment && <p className='a-given-comment a-preserved'>{answer.comment}</p>
                : (commentOpen || required || answer?.comment) && <Comment question={question} answer={answer} required={required} handlers={handlers} />}
            {problems.length > 0 && <div id={describedBy}>{problems.map(each => <p key={each} className='a-problem'><Icon name='warning' />{each}</p>)}</div>}
            {below && <div data-below=''>{below}</div>}
        </div>
    </li>;
});
