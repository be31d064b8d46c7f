import { allQuestions } from '@earshot/forms';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Chip, IconButton, Select, TextField } from '@earshot/core/lib/browser/widgets';
import type { NamedForm } from '../evaluation/use-evaluation';
import type { BehaviourDraft } from './plan-draft';

export interface BehaviourFieldsProps {
    readonly behaviours: readonly BehaviourDraft[];
    readonly names: NamedForm | undefined;
    readonly error: string | undefined;
    problem(path: string): string | undefined;
    onChange(behaviours: readonly BehaviourDraft[]): void;
}

/** What should be different, each in a sentence and with the questions that show it. */
export function BehaviourFields({ behaviours, names, error, problem, onChange }: BehaviourFieldsProps): React.ReactElement {
    const questions = names ? allQuestions(names.form).map(each => each.question.id) : [];
    const change = (key: string, part: Partial<BehaviourDraft>): void => onChange(behaviours.map(each => each.key === key ? { ...each, ...part } : each));
    const free = questions.filter(each => !behaviours.some(one => one.questionIds.includes(each)));
    const options = free.map(each => ({ value: each, label: names!.nameOf(each) }));
    return <div className='q-coaching-list'>
        {behaviours.map((each, place) => {
            const label = nls.localize('earshot/quality/coaching/behaviour', 'Behaviour {0}', place + 1);
            const wrong = problem(`behaviours.${place}.questionIds`);
            return <div key={each.key} className='q-coaching-entry' role='group' aria-label={label}>
                <div className='q-coaching-line'>
                    <TextField aria-label={label} value={each.text} maxLength={2000} onChange={text => change(each.key, { text })} placeholder={nls.localize('earshot/quality/coaching/behaviour-hint', 'Asks for name and birthday before the balance is told')} />
                    <IconButton icon='trash' label={nls.localize('earshot/quality/coaching/remove', 'Remove {0}', label)} onClick={() => onChange(behaviours.filter(one => one !== each))} />
                </div>
                {names && <div className='q-coaching-line'>
                    {each.questionIds.map(one => <Chip key={one} removeLabel={nls.localize('earshot/quality/coaching/remove', 'Remove {0}', names.shortNameOf(one))} onRemove={() => change(each.key, { questionIds: each.questionIds.filter(id => id !== one) })}>{names.shortNameOf(one)}</Chip>)}
                    {options.length > 0 && <Select value={null} aria-label={nls.localize('earshot/quality/coaching/bind', 'Bind {0} to a question', label)} placeholder={nls.localize('earshot/quality/coaching/bind-hint', 'Shown by the question…')} options={options}
                        onChange={id => change(each.key, { questionIds: [...each.questionIds, id], ...each.text ? {} : { text: names.shortNameOf(id) } })} />}
                </div>}
                {wrong && <p className='q-critical' role='alert'>{wrong}</p>}
            </div>;
        })}
        {error && <p className='q-critical' role='alert'>{error}</p>}
        <span><Button icon='add' small onClick={() => onChange([...behaviours, { key: generateUuid(), text: '', questionIds: [] }])}>{nls.localize('earshot/quality/coaching/add-behaviour', 'Add a behaviour')}</Button></span>
    </div>;
}
