import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Checkbox, Field, NumberField, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { newAcceptedNumber, newAcceptedText, newChoice, numberOfKind, percentOfShare, shareOfPercent, withRight } from '../../common/question/edit-question';
import type { AcceptedNumber, AcceptedText, Choice } from '../../common/question/question';
import { ItemRows } from './item-rows';
import { freshId } from './use-questions';

/** The problem at a place of the question, in words. */
export type ProblemAt = (path: string) => string | undefined;
interface Rows<Item> { readonly items: readonly Item[]; onChange(items: readonly Item[]): void; readonly path: string; readonly problemAt: ProblemAt; readonly readOnly: boolean; readonly language: string }

const feedbackText = (): string => nls.localize('earshot/training/question/feedback', 'Feedback');

interface ShareProps { readonly share: number; onChange(share: number): void; readonly readOnly: boolean; readonly error?: string }
/** What an answer earns, in percent of the points. */
export const ShareField = ({ share, onChange, readOnly, error }: ShareProps): React.ReactElement => <Field label={nls.localize('earshot/training/question/share', 'Earns')} hideLabel error={error}>
    <NumberField className='tq-share' value={percentOfShare(share)} min={-100} max={100} step={5} unit='%' readOnly={readOnly} onChange={value => onChange(shareOfPercent(value ?? 0))} />
</Field>;

const Feedback = ({ value, onChange, readOnly, language }: { readonly value: string | undefined; onChange(feedback: string | undefined): void; readonly readOnly: boolean; readonly language: string }): React.ReactElement | null => readOnly && !value ? null
    : <TextField className='tq-feedback' icon='comment' aria-label={feedbackText()} placeholder={feedbackText()} value={value ?? ''} readOnly={readOnly} lang={language} maxLength={10_000} onChange={text => onChange(text === '' ? undefined : text)} />;

interface ChoicesProps extends Rows<Choice> { readonly several: boolean; /** Shares do not count where it is all or nothing. */ readonly allOrNothing?: boolean }

/** Choices: what is right is ticked; what each earns and says can be set beside it. */
export function ChoicesEditor({ items, onChange, path, problemAt, readOnly, language, several, allOrNothing = false }: ChoicesProps): React.ReactElement {
    const name = React.useId();
    const right = new Set(items.filter(each => several ? each.share > 0 : each.share === 1).map(each => each.id));
    const tick = (id: string, on: boolean): void => onChange(several
        ? withRight(items, new Set([...right].filter(each => each !== id).concat(on ? [id] : [])))
        : items.map(each => ({ ...each, share: each.id === id ? 1 : each.share === 1 ? 0 : each.share })));
    return <>
        <ItemRows items={items} onChange={onChange} readOnly={readOnly} least={2} name={nls.localize('earshot/training/question/choice', 'Choice')} addLabel={nls.localize('earshot/training/question/add-choice', 'Add a choice')} make={() => newChoice(freshId)} render={(choice, set, place) => <>
            <div className='tq-answer'>
                <label className='tq-tick' title={nls.localize('earshot/training/question/right', 'Right')}>
                    <input type={several ? 'checkbox' : 'radio'} name={name} checked={right.has(choice.id)} disabled={readOnly} onChange={event => tick(choice.id, event.target.checked)} aria-label={nls.localize('earshot/training/question/right-place', 'Choice {0} is right', place + 1)} />
                </label>
                <Field label={nls.localize('earshot/training/question/choice-place', 'Choice {0}', place + 1)} hideLabel error={problemAt(`${path}/${place}/text`)}><TextField value={choice.text} readOnly={readOnly} lang={language} maxLength={10_000} onChange={text => set({ text })} /></Field>
                {!allOrNothing && <ShareField share={choice.share} readOnly={readOnly} error={problemAt(`${path}/${place}/share`)} onChange={share => set({ share })} />}
            </div>
            <Feedback value={choice.feedback} readOnly={readOnly} language={language} onChange={feedback => set({ feedback })} />
        </>} />
        <ListProblem text={problemAt(path)} />
    </>;
}

/** What is wrong with a list as a whole. */
export const ListProblem = ({ text }: { readonly text: string | undefined }): React.ReactElement | null => text === undefined ? null : <p className='e-field-error' role='alert'>{text}</p>;

/** Texts that count as right, wholly or in part. */
export function TextsEditor({ items, onChange, path, problemAt, readOnly, language }: Rows<AcceptedText>): React.ReactElement {
    return <>
        <ItemRows items={items} onChange={onChange} readOnly={readOnly} least={1} name={nls.localize('earshot/training/question/answer', 'Answer')} addLabel={nls.localize('earshot/training/question/add-answer', 'Add an answer')} make={() => newAcceptedText(freshId)} render={(accepted, set, place) => <>
            <div className='tq-answer'>
                <Field label={nls.localize('earshot/training/question/answer-place', 'Answer {0}', place + 1)} hideLabel error={problemAt(`${path}/${place}/text`)}><TextField value={accepted.text} readOnly={readOnly} lang={language} maxLength={10_000} onChange={text => set({ text })} /></Field>
                <ShareField share={accepted.share} readOnly={readOnly} error={problemAt(`${path}/${place}/share`)} onChange={share => set({ share })} />
            </div>
            <Feedback value={accepted.feedback} readOnly={readOnly} language={language} onChange={feedback => set({ feedback })} />
        </>} />
        <p className='t-quiet'>{nls.localize('earshot/training/question/wildcard-help', 'An asterisk stands for anything: *card fits “identity card”. Width and case of letters make no difference.')}</p>
        <ListProblem text={problemAt(path)} />
    </>;
}

/** Numbers that count as right: one with what it may differ by, or everything between two. */
export function NumbersEditor({ items, onChange, path, problemAt, readOnly, language }: Rows<AcceptedNumber>): React.ReactElement {
    return <>
        <ItemRows items={items} onChange={onChange} readOnly={readOnly} least={1} name={nls.localize('earshot/training/question/answer', 'Answer')} addLabel={nls.localize('earshot/training/question/add-answer', 'Add an answer')} make={() => newAcceptedNumber(freshId)} render={(accepted, set, place) => <>
            <div className='tq-answer'>
                <Select<'value' | 'range'> aria-label={nls.localize('earshot/training/question/number-kind', 'How it is given')} value={'value' in accepted ? 'value' : 'range'} disabled={readOnly} onChange={kind => onChange(items.map(each => each.id === accepted.id ? numberOfKind(each, kind) : each))} options={[
                    { value: 'value', label: nls.localize('earshot/training/question/number-value', 'Number ±') }, { value: 'range', label: nls.localize('earshot/training/question/number-range', 'From – to') }]} />
                {'value' in accepted ? <>
                    <Field label={nls.localize('earshot/training/question/value', 'Number')}><NumberField value={accepted.value} step={1} readOnly={readOnly} onChange={value => set({ value: value ?? 0 })} /></Field>
                    <Field label={nls.localize('earshot/training/question/tolerance', 'May differ by')}><NumberField value={accepted.tolerance} min={0} step={1} readOnly={readOnly} onChange={tolerance => set({ tolerance: tolerance ?? 0 })} /></Field>
                </> : <>
                    <Field label={nls.localize('earshot/training/question/minimum', 'From')}><NumberField value={accepted.minimum} readOnly={readOnly} onChange={minimum => set({ minimum: minimum ?? 0 })} /></Field>
                    <Field label={nls.localize('earshot/training/question/maximum', 'To')}><NumberField value={accepted.maximum} readOnly={readOnly} onChange={maximum => set({ maximum: maximum ?? 0 })} /></Field>
                </>}
                <ShareField share={accepted.share} readOnly={readOnly} error={problemAt(`${path}/${place}/share`)} onChange={share => set({ share })} />
            </div>
            <ListProblem text={problemAt(`${path}/${place}`) ?? problemAt(`${path}/${place}/value`) ?? problemAt(`${path}/${place}/tolerance`)} />
            <Feedback value={accepted.feedback} readOnly={readOnly} language={language} onChange={feedback => set({ feedback })} />
        </>} />
        <ListProblem text={problemAt(path)} />
    </>;
}

export const CaseField = ({ value, onChange, readOnly }: { readonly value: boolean; onChange(value: boolean): void; readonly readOnly: boolean }): React.ReactElement =>
    <Checkbox checked={value} disabled={readOnly} label={nls.localize('earshot/training/question/case-sensitive', 'Upper and lower case make a difference')} onChange={onChange} />;
export const ShuffleField = ({ value, onChange, readOnly }: { readonly value: boolean; onChange(value: boolean): void; readonly readOnly: boolean }): React.ReactElement =>
    <Checkbox checked={value} disabled={readOnly} label={nls.localize('earshot/training/question/shuffle', 'In another order for everybody')} onChange={onChange} />;
