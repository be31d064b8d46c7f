import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormDefinition, FormScore } from '@earshot/forms';
import { Icon } from '@earshot/core/lib/browser/widgets/icon';
import { Badge } from '@earshot/core/lib/browser/widgets/notice';
import { formText } from '../form-text';
import { ScoreTrace, percentText } from './score-trace';

export interface FillingHeadProps {
    readonly form: FormDefinition;
    readonly number: number | undefined;
    readonly score: FormScore;
    /** How many of the questions that are shown need an answer. */
    readonly needed: number;
    readonly readOnly: boolean;
    onNextOpen(): void;
}

/** What came of the form: zero by a critical error, or passed or not where the form has a pass mark. */
export function Outcome({ score }: { readonly score: FormScore }): React.ReactElement | null {
    if (score.autoFail) {
        return <Badge tone='critical' icon='error'>{nls.localize('earshot/assessment/score/auto-fail', 'Zero by critical error')}</Badge>;
    }
    return score.passed === null ? null : <PassBadge passed={score.passed} />;
}

/** Whether the pass mark of the form was reached. */
export const PassBadge = ({ passed }: { readonly passed: boolean }): React.ReactElement => passed ? <Badge tone='good' icon='pass'>{nls.localize('earshot/assessment/score/passed', 'Passed')}</Badge>
    : <Badge tone='caution' icon='circle-slash'>{nls.localize('earshot/assessment/score/not-passed', 'Not passed')}</Badge>;

/** The form's title, how far it is filled in, and the score with its reasons. */
export function FillingHead({ form, number, score, needed, readOnly, onNextOpen }: FillingHeadProps): React.ReactElement {
    const [open, setOpen] = React.useState(false);
    const id = React.useId();
    const progress = nls.localize('earshot/assessment/filling/progress', '{0} of {1} answered', Math.max(0, needed - score.unanswered), needed);
    return <header className='a-filling-head'>
        <div className='a-filling-line'>
            <h2>{formText(form.title)}{number !== undefined && <span className='a-version'> {nls.localize('earshot/assessment/form/version-short', 'v{0}', number)}</span>}</h2>
            {!readOnly && (score.unanswered > 0 ? <button type='button' className='a-progress' title={nls.localize('earshot/assessment/keys/next-open', 'Next open question')} onClick={onNextOpen}>{progress}<Icon name='arrow-down' /></button>
                : <span className='a-progress a-progress-done'><Icon name='check' />{progress}</span>)}
            <span className='a-score-box'>
                <Outcome score={score} />
                <button type='button' className='a-score' aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
                    <span className='a-score-value e-figures'>{percentText(score.percent)}</span> <span className='a-score-why'>{nls.localize('earshot/assessment/score/why', 'why?')}</span>
                </button>
            </span>
        </div>
        <div id={id} hidden={!open}>{open && <ScoreTrace score={score} form={form} />}</div>
    </header>;
}
