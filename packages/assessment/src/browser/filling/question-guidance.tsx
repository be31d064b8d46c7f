import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Question } from '@earshot/forms';
import { formatDate } from '@earshot/core/lib/browser/widgets/format';
import { Icon } from '@earshot/core/lib/browser/widgets/icon';
import type { Ruling } from '../../common/assessment-contract';
import { formText } from '../form-text';
import { answerText } from './ratings';

export interface QuestionGuidanceProps {
    readonly question: Question;
    /** The latest first. */
    readonly rulings: readonly Ruling[];
    readonly open: boolean;
    /** The id of the text, which the button opens. */
    readonly id: string;
}

/** What there is to read, in a few words: "guidance · 2 examples · ruling of 18/11/2026". */
const contents = (question: Question, rulings: readonly Ruling[]): readonly string[] => [
    ...formText(question.help) ? [nls.localize('earshot/assessment/guidance/help', 'Guidance')] : [],
    ...question.examples?.length ? [question.examples.length === 1 ? nls.localize('earshot/assessment/guidance/example', '1 example') : nls.localize('earshot/assessment/guidance/examples', '{0} examples', question.examples.length)] : [],
    ...rulings.length ? [nls.localize('earshot/assessment/guidance/ruling', 'Ruling of {0}', formatDate(rulings[0]!.decidedAt))] : []
];

/** Says what there is to read, and unfolds it. Nothing where there is nothing. */
export function GuidanceToggle({ question, rulings, open, id, onToggle }: QuestionGuidanceProps & { onToggle(): void }): React.ReactElement | null {
    const summary = contents(question, rulings);
    return summary.length === 0 ? null : <button type='button' className='a-guidance-toggle' aria-expanded={open} aria-controls={id} aria-keyshortcuts='H' tabIndex={-1} data-stop='' onClick={onToggle}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />{summary.join(' · ')}
    </button>;
}

/** How to decide: what to look for, what each rating looks like, and what calibration sessions have ruled. Folded until it is asked for. */
export function GuidanceText({ question, rulings, open, id }: QuestionGuidanceProps): React.ReactElement | null {
    return contents(question, rulings).length === 0 ? null : <div id={id} hidden={!open} className='a-guidance-text'>
        {formText(question.help) && <p className='a-preserved'>{formText(question.help)}</p>}
        {question.examples && question.examples.length > 0 && <dl className='a-examples'>
            {question.examples.map((each, index) => <React.Fragment key={index}><dt>{answerText(question, { value: each.answer })}</dt><dd className='a-preserved'>{formText(each.text)}</dd></React.Fragment>)}
        </dl>}
        {rulings.map(each => <p key={each.id} className='a-ruling a-preserved'><strong>{nls.localize('earshot/assessment/guidance/ruling', 'Ruling of {0}', formatDate(each.decidedAt))}</strong> {each.text}</p>)}
    </div>;
}
