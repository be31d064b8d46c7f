import { markText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, DateField, IconButton, Menu, TextField } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { marksInOrder } from '../evaluation/marks';
import type { NamedForm } from '../evaluation/use-evaluation';
import { LinkedThing, LinkPicker } from './linked-thing';
import type { StepDraft } from './plan-draft';

export interface StepFieldsProps {
    readonly steps: readonly StepDraft[];
    /** Whose marks can be listened to. */
    readonly evaluation: Evaluation | undefined;
    readonly names: NamedForm | undefined;
    readonly planDueOn: string | null;
    readonly error: string | undefined;
    problem(path: string): string | undefined;
    onChange(steps: readonly StepDraft[]): void;
}

/** What a coach asks for when a mark is to be listened to. */
export const listenText = (question: string | undefined): string => question === undefined ? nls.localize('earshot/quality/coaching/listen', 'Listen to this passage')
    : nls.localize('earshot/quality/coaching/listen-to', 'Listen to this passage: {0}', question);

/** What the agent does: listens to a passage, reads or takes something that is linked, or anything else; each until its own day, if it has one. */
export function StepFields({ steps, evaluation, names, planDueOn, error, problem, onChange }: StepFieldsProps): React.ReactElement {
    const add = (step: Omit<StepDraft, 'key' | 'dueOn'>): void => onChange([...steps, { key: generateUuid(), dueOn: null, ...step }]);
    const change = (key: string, part: Partial<StepDraft>): void => onChange(steps.map(each => each.key === key ? { ...each, ...part } : each));
    const marks = marksInOrder(evaluation?.evidence ?? []);
    const linkLabel = nls.localize('earshot/quality/coaching/add-linked', 'Add an article, a call, an exam…');
    return <div className='q-coaching-list'>
        {steps.map((each, place) => {
            const label = nls.localize('earshot/quality/coaching/step', 'Step {0}', place + 1);
            const wrong = problem(`steps.${place}.dueOn`);
            return <div key={each.key} className='q-coaching-entry' role='group' aria-label={label}>
                <div className='q-coaching-line'>
                    <TextField aria-label={label} value={each.text} maxLength={2000} onChange={text => change(each.key, { text })} placeholder={nls.localize('earshot/quality/coaching/step-hint', 'Two role plays with the team leader')} />
                    <DateField className='q-coaching-day' aria-label={nls.localize('earshot/quality/coaching/step-due', 'Until when, {0}', label)} value={each.dueOn} max={planDueOn ?? undefined} onChange={dueOn => change(each.key, { dueOn })} />
                    <IconButton icon='trash' label={nls.localize('earshot/quality/coaching/remove', 'Remove {0}', label)} onClick={() => onChange(steps.filter(one => one !== each))} />
                </div>
                <LinkedThing link={each.link} span={each.span} />
                {wrong && <p className='q-critical' role='alert'>{wrong}</p>}
            </div>;
        })}
        {error && <p className='q-critical' role='alert'>{error}</p>}
        <div className='q-coaching-line q-coaching-add'>
            <Button icon='add' small onClick={() => add({ text: '', link: null, span: null })}>{nls.localize('earshot/quality/coaching/add-step', 'Add a step')}</Button>
            {evaluation && marks.length > 0 && <Menu label={nls.localize('earshot/quality/coaching/add-mark', 'Listen to a mark')} items={marks.map(mark => ({
                label: `${markText(mark)} ${mark.questionId === null || !names ? '' : names.shortNameOf(mark.questionId)}`, icon: 'play',
                run: () => add({ text: listenText(mark.questionId === null ? undefined : names?.shortNameOf(mark.questionId)), link: linkTo('quality', 'evaluations', evaluation.id), span: { fromMs: mark.fromMs, toMs: mark.toMs } })
            }))}><Button icon='play' small>{nls.localize('earshot/quality/coaching/add-mark', 'Listen to a mark')}</Button></Menu>}
            <LinkPicker label={linkLabel} onChoose={choice => add({ text: choice.title, link: choice.link, span: null })} />
        </div>
    </div>;
}
