import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, NumberField, Segmented, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { gapOfKind } from '../../common/question/edit-question';
import { type Gap, multipleCredits, type MultipleQuestion, orderingCredits, type OrderingQuestion, type Question } from '../../common/question/question';
import { questionLimits } from '../../common/question/question-limits';
import { CaseField, ChoicesEditor, ListProblem, NumbersEditor, type ProblemAt, ShuffleField, TextsEditor } from './answers-editor';
import { ListeningEditor } from './listening-editor';
import { ItemRows } from './item-rows';
import { RubricEditor } from './rubric-editor';
import { freshId } from './use-questions';

interface KindProps<Kind extends Question = Question> { readonly question: Kind; onChange(question: Question): void; readonly problemAt: ProblemAt; readonly readOnly: boolean; readonly language: string }

/** What is right, for each kind of question. */
export function KindEditor({ question, onChange, ...rest }: KindProps): React.ReactElement {
    const { problemAt, readOnly, language } = rest;
    switch (question.kind) {
        case 'single':
            return <><ChoicesEditor {...rest} items={question.choices} path='/choices' several={false} onChange={choices => onChange({ ...question, choices })} />
                <ShuffleField value={question.shuffle} readOnly={readOnly} onChange={shuffle => onChange({ ...question, shuffle })} /></>;
        case 'multiple':
            return <><Field group label={nls.localize('earshot/training/question/credit', 'Partial credit')}>
                <Segmented value={question.credit} disabled={readOnly} onChange={credit => onChange({ ...question, credit })} options={multipleCredits.map(value => ({ value, label: multipleCreditText(value) }))} /></Field>
                <ChoicesEditor {...rest} items={question.choices} path='/choices' several allOrNothing={question.credit === 'all-or-nothing'} onChange={choices => onChange({ ...question, choices })} />
                <ShuffleField value={question.shuffle} readOnly={readOnly} onChange={shuffle => onChange({ ...question, shuffle })} /></>;
        case 'true-false':
            return <><Field group label={nls.localize('earshot/training/question/true-false', 'The statement is')}>
                <Segmented value={String(question.answer) as 'true' | 'false'} disabled={readOnly} onChange={value => onChange({ ...question, answer: value === 'true' })} options={[{ value: 'true', label: nls.localize('earshot/training/question/true', 'True') }, { value: 'false', label: nls.localize('earshot/training/question/false', 'False') }]} /></Field>
                <OptionalText label={nls.localize('earshot/training/question/feedback-true', 'Said to those who choose “true”')} value={question.feedbackTrue} readOnly={readOnly} language={language} onChange={feedbackTrue => onChange({ ...question, feedbackTrue })} />
                <OptionalText label={nls.localize('earshot/training/question/feedback-false', 'Said to those who choose “false”')} value={question.feedbackFalse} readOnly={readOnly} language={language} onChange={feedbackFalse => onChange({ ...question, feedbackFalse })} /></>;
        case 'short':
            return <><TextsEditor {...rest} items={question.accepted} path='/accepted' onChange={accepted => onChange({ ...question, accepted })} />
                <CaseField value={question.caseSensitive} readOnly={readOnly} onChange={caseSensitive => onChange({ ...question, caseSensitive })} />
                <Otherwise value={question.otherwise} readOnly={readOnly} language={language} onChange={otherwise => onChange({ ...question, otherwise })} /></>;
        case 'numeric':
            return <><NumbersEditor {...rest} items={question.accepted} path='/accepted' onChange={accepted => onChange({ ...question, accepted })} />
                {(!readOnly || question.unit) && <Field label={nls.localize('earshot/training/question/unit', 'Unit')}><TextField className='tq-unit' value={question.unit ?? ''} readOnly={readOnly} lang={language} maxLength={50} onChange={unit => onChange({ ...question, unit: unit === '' ? undefined : unit })} /></Field>}
                <Otherwise value={question.otherwise} readOnly={readOnly} language={language} onChange={otherwise => onChange({ ...question, otherwise })} /></>;
        case 'matching':
            return <>
                <ItemRows items={question.pairs} readOnly={readOnly} least={2} name={nls.localize('earshot/training/question/pair', 'Pair')} addLabel={nls.localize('earshot/training/question/add-pair', 'Add a pair')} make={() => ({ id: freshId(), stem: '', matchId: freshId(), match: '' })}
                    onChange={pairs => onChange({ ...question, pairs })} render={(pair, set, place) => <div className='tq-answer'>
                        <Field label={nls.localize('earshot/training/question/stem-place', 'Left {0}', place + 1)} hideLabel error={problemAt(`/pairs/${place}/stem`)}><TextField value={pair.stem} readOnly={readOnly} lang={language} onChange={stem => set({ stem })} /></Field>
                        <Field label={nls.localize('earshot/training/question/match-place', 'Belongs to {0}', place + 1)} hideLabel error={problemAt(`/pairs/${place}/match`)}><TextField icon='arrow-right' value={pair.match} readOnly={readOnly} lang={language} onChange={match => set({ match })} /></Field>
                    </div>} />
                <ListProblem text={problemAt('/pairs')} />
                {(!readOnly || question.extras.length > 0) && <Field group label={nls.localize('earshot/training/question/extras', 'Matches that belong nowhere')}>
                    <ItemRows items={question.extras} readOnly={readOnly} name={nls.localize('earshot/training/question/extra', 'Extra match')} addLabel={nls.localize('earshot/training/question/add-extra', 'Add one')} make={() => ({ id: freshId(), text: '' })} onChange={extras => onChange({ ...question, extras })}
                        render={(extra, set, place) => <Field label={nls.localize('earshot/training/question/extra-place', 'Extra match {0}', place + 1)} hideLabel error={problemAt(`/extras/${place}/text`)}><TextField value={extra.text} readOnly={readOnly} lang={language} onChange={text => set({ text })} /></Field>} />
                </Field>}
                <ShuffleField value={question.shuffle} readOnly={readOnly} onChange={shuffle => onChange({ ...question, shuffle })} /></>;
        case 'ordering':
            return <><p className='t-quiet'>{nls.localize('earshot/training/question/ordering-help', 'Write them in the right order; they are asked in another one.')}</p>
                <ItemRows items={question.items} readOnly={readOnly} least={2} name={nls.localize('earshot/training/question/item', 'Step')} addLabel={nls.localize('earshot/training/question/add-item', 'Add a step')} make={() => ({ id: freshId(), text: '' })} onChange={items => onChange({ ...question, items })}
                    render={(item, set, place) => <Field label={nls.localize('earshot/training/question/item-place', 'Step {0}', place + 1)} hideLabel error={problemAt(`/items/${place}/text`)}><TextField value={item.text} readOnly={readOnly} lang={language} onChange={text => set({ text })} /></Field>} />
                <ListProblem text={problemAt('/items')} />
                <Field label={nls.localize('earshot/training/question/credit', 'Partial credit')}><Select value={question.credit} disabled={readOnly} onChange={credit => onChange({ ...question, credit })} options={orderingCredits.map(value => ({ value, label: orderingCreditText(value) }))} /></Field></>;
        case 'gaps':
            return <>{question.gaps.map((gap, place) => <GapEditor key={gap.id} gap={gap} path={`/gaps/${place}`} {...rest}
                onRemove={question.prompt.includes(`[[${gap.id}]]`) ? undefined : () => onChange({ ...question, gaps: question.gaps.filter(each => each !== gap) })} onGap={next => onChange({ ...question, gaps: question.gaps.map(each => each.id === gap.id ? next : each) })} />)}
                <ListProblem text={problemAt('/gaps')} /></>;
        case 'essay':
            return <><OptionalText label={nls.localize('earshot/training/question/template', 'Text that is already there')} value={question.template} readOnly={readOnly} language={language} onChange={template => onChange({ ...question, template })} />
                <OptionalText label={nls.localize('earshot/training/question/hints', 'Hints for those who mark')} value={question.hints} readOnly={readOnly} language={language} onChange={hints => onChange({ ...question, hints })} />
                <RubricEditor {...rest} criteria={question.criteria} onCriteria={criteria => onChange({ ...question, criteria })} /></>;
        case 'listening':
            return <ListeningEditor {...rest} question={question} onChange={onChange} />;
    }
}

function multipleCreditText(credit: MultipleQuestion['credit']): string {
    return credit === 'shares' ? nls.localize('earshot/training/question/credit-shares', 'What is right adds up') : nls.localize('earshot/training/question/credit-all', 'All or nothing');
}

function orderingCreditText(credit: OrderingQuestion['credit']): string {
    switch (credit) {
        case 'all-or-nothing': return nls.localize('earshot/training/question/credit-all', 'All or nothing');
        case 'position': return nls.localize('earshot/training/question/credit-position', 'For each that stands where it belongs');
        case 'distance': return nls.localize('earshot/training/question/credit-distance', 'The nearer, the more');
        case 'next': return nls.localize('earshot/training/question/credit-next', 'For each that is followed by the right one');
        case 'longest-run': return nls.localize('earshot/training/question/credit-run', 'For the longest row in the right order');
    }
}

interface OptionalTextProps { readonly label: string; readonly value: string | undefined; onChange(value: string | undefined): void; readonly readOnly: boolean; readonly language: string; /** Characters. */ readonly most?: number }
/** What may be left empty; where nothing can be written any more, emptiness is not shown. */
export const OptionalText = ({ label, value, onChange, readOnly, language, most = questionLimits.text }: OptionalTextProps): React.ReactElement | null => readOnly && !value ? null
    : <Field label={label}><TextArea rows={2} value={value ?? ''} readOnly={readOnly} lang={language} maxLength={most} onChange={text => onChange(text === '' ? undefined : text)} /></Field>;
const Otherwise = (props: Omit<OptionalTextProps, 'label'>): React.ReactElement =>
    <OptionalText {...props} label={nls.localize('earshot/training/question/otherwise', 'Said about any other answer')} />;

interface GapProps { readonly gap: Gap; readonly path: string; onGap(gap: Gap): void; onRemove?(): void; readonly problemAt: ProblemAt; readonly readOnly: boolean; readonly language: string }

function GapEditor({ gap, path, onGap, onRemove, ...rest }: GapProps): React.ReactElement {
    const { problemAt, readOnly } = rest;
    return <fieldset className='tq-gap'>
        <legend>[[{gap.id}]]</legend>
        <div className='tq-answer'>
            <Segmented<Gap['kind']> label={nls.localize('earshot/training/question/gap-kind', 'What goes into the gap')} value={gap.kind} disabled={readOnly} onChange={kind => onGap(gapOfKind(gap, kind, freshId))} options={[
                { value: 'short', label: nls.localize('earshot/training/question/gap-text', 'Text') }, { value: 'choice', label: nls.localize('earshot/training/question/gap-choice', 'Choice') }, { value: 'numeric', label: nls.localize('earshot/training/question/gap-number', 'Number') }]} />
            <Field label={nls.localize('earshot/training/question/weight', 'Counts')} error={problemAt(`${path}/weight`)}><NumberField className='tq-share' value={gap.weight} min={0} max={1000} step={1} unit='×' readOnly={readOnly} onChange={weight => onGap({ ...gap, weight: weight ?? 1 })} /></Field>
            {onRemove && !readOnly && <Button onClick={onRemove}>{nls.localize('earshot/training/question/gap-remove', 'Remove: the text does not have it')}</Button>}
        </div>
        <ListProblem text={problemAt(path) ?? problemAt(`${path}/id`)} />
        {gap.kind === 'short' && <TextsEditor {...rest} items={gap.accepted} path={`${path}/accepted`} onChange={accepted => onGap({ ...gap, accepted })} />}
        {gap.kind === 'numeric' && <NumbersEditor {...rest} items={gap.accepted} path={`${path}/accepted`} onChange={accepted => onGap({ ...gap, accepted })} />}
        {gap.kind === 'choice' && <ChoicesEditor {...rest} items={gap.choices} path={`${path}/choices`} several={false} onChange={choices => onGap({ ...gap, choices })} />}
    </fieldset>;
}
