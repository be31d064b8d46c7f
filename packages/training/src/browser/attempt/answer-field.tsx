import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Field, Icon, IconButton, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import type { AskedItem, AskedQuestion } from '../../common/question/asked-question';
import { QuestionRecording } from '../listening/question-recording';
import { Rating } from '../listening/rating';
import { promptParts } from '../../common/question/gap-places';
import type { QuestionAnswer } from '../../common/question/question';
import { trueAndFalse } from './attempt-words';

export interface AnswerFieldProps {
    readonly question: AskedQuestion;
    readonly answer: QuestionAnswer | null;
    /** @param typed whether more is likely to follow at once */
    onAnswer(answer: QuestionAnswer | null, typed: boolean): void;
    readonly readOnly?: boolean;
}

interface PromptProps { readonly question: AskedQuestion; /** No other question is on the page: the keys of the page are those of its recording. */ readonly alone?: boolean }
/** What is asked. Gaps stand as numbered lines, which the fields below take up. */
export function Prompt({ question, alone = false }: PromptProps): React.ReactElement {
    let gap = 0;
    const text = question.kind === 'gaps' ? promptParts(question.prompt).map(each => 'text' in each ? each.text : ` **(${++gap})** \\_\\_\\_\\_ `).join('') : question.prompt;
    return <><div className='t-prompt'><MarkdownView text={text} /></div>{question.recording && <QuestionRecording link={question.recording} keys={alone ? 'page' : 'none'} />}</>;
}

/** Where an answer is given, for every kind of question. */
export function AnswerField(props: AnswerFieldProps): React.ReactElement {
    const { question, answer, onAnswer, readOnly = false } = props;
    // once it is over, whoever marks it reads it, too
    const label = readOnly ? nls.localize('earshot/training/answer/given', 'Answer given') : nls.localize('earshot/training/answer/label', 'Your answer');
    switch (question.kind) {
        case 'single': {
            const chosen = answer?.kind === 'single' ? answer.choice : null;
            return <Options items={question.choices} chosen={chosen === null ? [] : [chosen]} one readOnly={readOnly} onChange={([choice]) => onAnswer({ kind: 'single', choice: choice ?? null }, false)} />;
        }
        case 'multiple':
            return <Options items={question.choices} chosen={answer?.kind === 'multiple' ? answer.choices : []} readOnly={readOnly} onChange={choices => onAnswer({ kind: 'multiple', choices }, false)} />;
        case 'true-false': {
            const value = answer?.kind === 'true-false' ? answer.value : null;
            return <Options items={trueAndFalse()} chosen={value === null ? [] : [String(value)]} one readOnly={readOnly} onChange={([each]) => onAnswer({ kind: 'true-false', value: each === 'true' }, false)} />;
        }
        case 'short':
            return <Field label={label}><TextField value={answer?.kind === 'short' ? answer.text : ''} readOnly={readOnly} maxLength={20_000} onChange={text => onAnswer({ kind: 'short', text }, true)} /></Field>;
        case 'numeric':
            return <Field label={question.unit ? nls.localize('earshot/training/answer/number-unit', 'A number, in {0}', question.unit) : nls.localize('earshot/training/answer/number', 'A number')}>
                <TextField className='t-number' inputMode='decimal' value={answer?.kind === 'numeric' ? answer.text : ''} readOnly={readOnly} maxLength={200} onChange={text => onAnswer({ kind: 'numeric', text }, true)} /></Field>;
        case 'matching': {
            const matches = answer?.kind === 'matching' ? answer.matches : {};
            return <div className='t-pairs'>{question.stems.map(stem => <Field key={stem.id} label={stem.text}>
                <Select value={matches[stem.id] ?? null} disabled={readOnly} placeholder={nls.localize('earshot/training/answer/choose', 'Choose')} onChange={each => onAnswer({ kind: 'matching', matches: { ...matches, [stem.id]: each } }, false)}
                    options={question.matches.map(each => ({ value: each.id, label: each.text }))} /></Field>)}</div>;
        }
        case 'ordering':
            return <Ordering items={question.items} given={answer?.kind === 'ordering' ? answer.items : null} readOnly={readOnly} onChange={items => onAnswer({ kind: 'ordering', items }, false)} />;
        case 'gaps': {
            const gaps = answer?.kind === 'gaps' ? answer.gaps : {};
            const set = (id: string, text: string, typed: boolean): void => onAnswer({ kind: 'gaps', gaps: { ...gaps, [id]: text } }, typed);
            const order = promptParts(question.prompt).flatMap(each => 'gap' in each ? [each.gap] : []);
            return <div className='t-pairs'>{[...question.gaps].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id)).map((gap, place) => <Field key={gap.id} label={nls.localize('earshot/training/answer/gap', 'Gap ({0})', place + 1)}>
                {gap.kind === 'choice'
                    ? <Select value={gaps[gap.id] ?? null} disabled={readOnly} placeholder={nls.localize('earshot/training/answer/choose', 'Choose')} onChange={each => set(gap.id, each, false)} options={gap.choices.map(each => ({ value: each.id, label: each.text }))} />
                    : <TextField value={gaps[gap.id] ?? ''} readOnly={readOnly} inputMode={gap.kind === 'numeric' ? 'decimal' : undefined} maxLength={20_000} onChange={text => set(gap.id, text, true)} />}
            </Field>)}</div>;
        }
        case 'essay':
            return <Field label={label}><TextArea rows={readOnly ? 4 : 10} readOnly={readOnly} maxLength={100_000} value={answer?.kind === 'essay' ? answer.text : readOnly ? '' : question.template ?? ''} onChange={text => onAnswer({ kind: 'essay', text }, true)} /></Field>;
        case 'listening':
            return <Rating form={question.form} answers={answer?.kind === 'listening' ? answer.answers : {}} readOnly={readOnly} onAnswers={answers => onAnswer({ kind: 'listening', answers }, true)} />;
    }
}

interface OptionsProps { readonly items: readonly AskedItem[]; readonly chosen: readonly string[]; readonly one?: boolean; readonly readOnly: boolean; onChange(chosen: readonly string[]): void }

/** Choices as wide lines that can be pressed anywhere; digits press them, too. */
function Options({ items, chosen, one = false, readOnly, onChange }: OptionsProps): React.ReactElement {
    const name = React.useId();
    return <div className='t-options' role={one ? 'radiogroup' : 'group'} aria-label={one ? nls.localize('earshot/training/answer/one', 'Choose one') : nls.localize('earshot/training/answer/several', 'Choose all that are right')}>
        {!one && !readOnly && <p className='t-quiet'>{nls.localize('earshot/training/answer/several', 'Choose all that are right')}</p>}
        {items.map((item, place) => {
            const checked = chosen.includes(item.id);
            return <label key={item.id} className='t-option' data-checked={checked || undefined}>
                <input type={one ? 'radio' : 'checkbox'} name={name} checked={checked} disabled={readOnly} onChange={event => onChange(one ? [item.id] : event.target.checked ? [...chosen, item.id] : chosen.filter(each => each !== item.id))} />
                <span className='t-option-key e-figures' aria-hidden='true'>{place + 1}</span><span className='t-option-text'><MarkdownView text={item.text} /></span>
            </label>;
        })}
    </div>;
}

interface OrderingProps { readonly items: readonly AskedItem[]; readonly given: readonly string[] | null; readonly readOnly: boolean; onChange(items: readonly string[]): void }

function Ordering({ items, given, readOnly, onChange }: OrderingProps): React.ReactElement {
    const order = given ?? items.map(each => each.id);
    const move = (place: number, by: number): void => {
        const next = [...order];
        next.splice(place + by, 0, ...next.splice(place, 1));
        onChange(next);
    };
    return <div>
        {!readOnly && <p className='t-quiet'>{given ? nls.localize('earshot/training/answer/order', 'Put these in order, the first on top') : nls.localize('earshot/training/answer/order-untouched', 'Put these in order, the first on top. As long as you move nothing it counts as not answered.')}</p>}
        <ol className='t-order'>{order.map((id, place) => {
            const text = items.find(each => each.id === id)?.text ?? '';
            return <li key={id}><span className='e-figures t-option-key'>{place + 1}</span><span className='t-option-text'><MarkdownView text={text} /></span>
                {!readOnly && <><IconButton icon='arrow-up' label={nls.localize('earshot/training/answer/up', 'Up: {0}', text)} disabled={place === 0} onClick={() => move(place, -1)} />
                    <IconButton icon='arrow-down' label={nls.localize('earshot/training/answer/down', 'Down: {0}', text)} disabled={place === order.length - 1} onClick={() => move(place, 1)} /></>}</li>;
        })}</ol>
        {given === null && !readOnly && <button type='button' className='e-button' onClick={() => onChange(order)}><Icon name='check' />{nls.localize('earshot/training/answer/order-right', 'This order is right')}</button>}
    </div>;
}

/** Whether there is anything in an answer. */
export function isAnswered(answer: QuestionAnswer | null | undefined): boolean {
    switch (answer?.kind) {
        case undefined: return false;
        case 'single': return answer.choice !== null;
        case 'multiple': return answer.choices.length > 0;
        case 'true-false': return answer.value !== null;
        case 'short': case 'numeric': case 'essay': return answer.text.trim() !== '';
        case 'matching': return Object.keys(answer.matches).length > 0;
        case 'ordering': return answer.items.length > 0;
        case 'gaps': return Object.values(answer.gaps).some(each => each.trim() !== '');
        case 'listening': return Object.keys(answer.answers).length > 0;
    }
}

/** The answer after a digit was pressed; undefined where digits say nothing. */
export function answerByDigit(question: AskedQuestion, answer: QuestionAnswer | null, digit: number): QuestionAnswer | undefined {
    const item = question.kind === 'single' || question.kind === 'multiple' ? question.choices[digit - 1] : undefined;
    if (question.kind === 'true-false' && digit <= 2) {
        return { kind: 'true-false', value: digit === 1 };
    }
    if (question.kind === 'single' && item) {
        return { kind: 'single', choice: item.id };
    }
    const chosen = answer?.kind === 'multiple' ? answer.choices : [];
    return question.kind === 'multiple' && item ? { kind: 'multiple', choices: chosen.includes(item.id) ? chosen.filter(each => each !== item.id) : [...chosen, item.id] } : undefined;
}
