import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormDefinition, type FormScore, criticalClasses, roundedPercent } from '@earshot/forms';
import { NOTHING, formatNumber, formatPercent } from '@earshot/core/lib/browser/widgets/format';
import { Badge } from '@earshot/core/lib/browser/widgets/notice';
import { criticalClassText } from './critical-text';
import { noScoreText, traceLines } from './trace-text';

/** A percentage as people read it, rounded as the domain rounds: "82.5%"; an en dash without one. */
export const percentText = (percent: number | null): string => percent === null ? NOTHING : formatPercent(roundedPercent(percent) / 100);

/** A contribution with its sign. */
const signed = (value: number | null): string => value === null ? '' : value < 0 ? `−${formatNumber(-value, 2)}` : value > 0 ? `+${formatNumber(value, 2)}` : formatNumber(0);

/** What was critical, class by class, beside the percentage; classes that were not assessed are left out. */
export function CriticalResults({ score }: { readonly score: Pick<FormScore, 'criticalErrors'> }): React.ReactElement | null {
    const assessed = criticalClasses.filter(each => score.criticalErrors[each].assessed > 0);
    return assessed.length === 0 ? null : <ul className='a-critical' aria-label={nls.localize('earshot/assessment/critical/results', 'Critical results')}>
        {assessed.map(each => {
            const { failed, assessed: all } = score.criticalErrors[each];
            return <li key={each}><Badge tone={failed ? 'critical' : 'good'} icon={failed ? 'error' : 'pass'}>
                {failed ? nls.localize('earshot/assessment/critical/failed', '{0}: {1} of {2} failed', criticalClassText(each), failed, all) : nls.localize('earshot/assessment/critical/accurate', '{0}: no error in {1}', criticalClassText(each), all)}
            </Badge></li>;
        })}
    </ul>;
}

export interface ScoreTraceProps {
    readonly score: FormScore;
    readonly form: FormDefinition;
}

/** Why a score is what it is: every step in words with what it adds, and their sum. */
export function ScoreTrace({ score, form }: ScoreTraceProps): React.ReactElement {
    const lines = traceLines(form, score);
    return <div className='a-trace' role='region' tabIndex={0} aria-label={nls.localize('earshot/assessment/trace/caption', 'How the score comes about')}>
        <CriticalResults score={score} />
        {lines.length > 0 && <table className='a-trace-table'>
            <caption className='e-hidden'>{nls.localize('earshot/assessment/trace/caption', 'How the score comes about')}</caption>
            <thead><tr>
                <th scope='col'>{nls.localize('earshot/assessment/trace/subject', 'Question')}</th>
                <th scope='col'>{nls.localize('earshot/assessment/trace/what', 'What counts')}</th>
                <th scope='col' className='a-trace-points'>{nls.localize('earshot/assessment/trace/points', 'Percentage points')}</th>
            </tr></thead>
            <tbody>{lines.map((line, index) => <tr key={index} className={`a-trace-${line.tone}`}>
                <th scope='row'>{line.subject}</th><td>{line.what}</td><td className='a-trace-points e-figures'>{signed(line.percentPoints)}</td>
            </tr>)}</tbody>
            {score.percent !== null && <tfoot><tr>
                <th scope='row' colSpan={2}>{nls.localize('earshot/assessment/trace/total', 'Score')}</th><td className='a-trace-points e-figures'>{percentText(score.percent)}</td>
            </tr></tfoot>}
        </table>}
        {score.percent === null && <p className='a-hint'>{noScoreText(score.reason)}</p>}
    </div>;
}
