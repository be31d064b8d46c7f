import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormProblem } from '@earshot/forms';
import { Button, Icon, IconButton } from '@earshot/core/lib/browser/widgets';
import { type FormEdit, type FormPlace, addQuestion, addSection, duplicate, move, remove } from '../../../common/form/form-editing';
import { formText } from '../../form-text';
import { errorsText } from '../words/state-text';
import { useFormEditor } from './editor-context';

export const samePlace = (one: FormPlace, other: FormPlace): boolean => one.section === other.section && one.question === other.question;
export const pathOfPlace = ({ section, question }: FormPlace): string => section === undefined ? '' : question === undefined ? `/sections/${section}` : `/sections/${section}/questions/${question}`;

/** What of the form a problem is about: the innermost of form, section and question. */
export const placeOfProblem = ({ path }: Pick<FormProblem, 'path'>): FormPlace => {
    const [, section, , question] = /^\/sections\/(\d+)(\/questions\/(\d+))?/.exec(path) ?? [];
    return { ...section !== undefined && { section: Number(section) }, ...question !== undefined && { question: Number(question) } };
};

export interface FormOutlineProps {
    readonly place: FormPlace;
    onPlace(place: FormPlace): void;
    /** Something was added: its first field is to be written. */
    onAdded(place: FormPlace): void;
    /** Something was taken away that can be brought back. */
    onRemoved(title: string): void;
}

/** Sections and questions from top to bottom, and what can be done to the one that is being edited. */
export function FormOutline({ place, onPlace, onAdded, onRemoved }: FormOutlineProps): React.ReactElement {
    const { form, problems, change } = useFormEditor();
    const list = React.useRef<HTMLElement>(null);
    const focusNext = React.useRef(false);
    React.useEffect(() => {
        if (focusNext.current) {
            focusNext.current = false;
            list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
        }
    }, [place]);
    const edit = (next: FormEdit | undefined): void => {
        if (next) {
            change(next.form);
            focusNext.current = true;
            onPlace(next.place);
        }
    };
    const add = (next: FormEdit): void => {
        change(next.form);
        onAdded(next.place);
    };
    const removeHere = (): void => {
        const section = form.sections[place.section!]!;
        const title = formText(place.question === undefined ? section.title : section.questions[place.question]!.text);
        edit(remove(form, place));
        onRemoved(title);
    };
    const entry = (at: FormPlace, label: string, placeholder: string): React.ReactElement => {
        const errors = problems.filter(each => each.severity === 'error' && samePlace(placeOfProblem(each), at)).length;
        const current = samePlace(at, place);
        return <button type='button' className={`a-outline-entry ${at.question === undefined ? 'a-outline-head' : ''}`} aria-current={current || undefined} onClick={() => onPlace(at)}
            onKeyDown={event => {
                const direction = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
                if (direction && event.altKey) {
                    event.preventDefault();
                    onPlace(at);
                    edit(move(form, at, direction));
                } else if (direction) {
                    event.preventDefault();
                    const all = [...list.current!.querySelectorAll<HTMLElement>('.a-outline-entry')];
                    all[all.indexOf(event.currentTarget) + direction]?.focus();
                }
            }}>
            <span className={label ? undefined : 'a-hint'}>{label || placeholder}</span>
            {errors > 0 && <span className='a-outline-errors' title={errorsText(errors)}><Icon name='warning' />{errors}</span>}
        </button>;
    };
    const chosen = place.section !== undefined;
    return <nav ref={list} className='a-outline' aria-label={nls.localize('earshot/assessment/editor/outline', 'Outline')}>
        <div className='a-outline-tools' role='toolbar' aria-label={nls.localize('earshot/assessment/editor/outline-tools', 'Change the outline')}>
            <Button small icon='add' onClick={() => add(addQuestion(form, place))}>{nls.localize('earshot/assessment/editor/add-question', 'Question')}</Button>
            <Button small icon='add' onClick={() => add(addSection(form, place))}>{nls.localize('earshot/assessment/editor/add-section', 'Section')}</Button>
            <span className='a-outline-space' />
            <IconButton icon='arrow-up' keys='Alt+↑' label={nls.localize('earshot/assessment/editor/up', 'Move up')} disabled={!move(form, place, -1)} onClick={() => edit(move(form, place, -1))} />
            <IconButton icon='arrow-down' keys='Alt+↓' label={nls.localize('earshot/assessment/editor/down', 'Move down')} disabled={!move(form, place, 1)} onClick={() => edit(move(form, place, 1))} />
            <IconButton icon='copy' label={nls.localize('earshot/assessment/editor/duplicate', 'Duplicate')} disabled={!chosen} onClick={() => edit(duplicate(form, place))} />
            <IconButton icon='trash' label={nls.localize('earshot/assessment/editor/remove', 'Remove')} disabled={!chosen} onClick={removeHere} />
        </div>
        <ol className='a-outline-list'>
            <li>{entry({}, formText(form.title), nls.localize('earshot/assessment/editor/untitled-form', 'Form without a title'))}</li>
            {form.sections.map((section, index) => <li key={index}>
                {entry({ section: index }, formText(section.title) && `${index + 1} ${formText(section.title)}`, nls.localize('earshot/assessment/editor/untitled-section', 'Section without a title'))}
                <ol>{section.questions.map((question, at) => <li key={at}>
                    {entry({ section: index, question: at }, formText(question.text) && `${index + 1}.${at + 1} ${formText(question.text)}`, nls.localize('earshot/assessment/editor/untitled-question', 'Question without a text'))}
                </li>)}</ol>
            </li>)}
        </ol>
    </nav>;
}
