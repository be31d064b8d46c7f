import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatFixed, formatPercent } from '@earshot/core/lib/browser/widgets';
import type { Coefficient, QuestionResult } from '../../../common/calibration/calibration-contract';
import { agreementText, coefficientText } from './result-words';

const width = 96;
const height = 14;
/** Coefficients below zero are worse than chance; how much worse does not matter here. */
const at = (value: number): number => Math.max(0, Math.min(1, value)) * width;

/** A coefficient from 0 to 1 as a bar, with its interval as a line through its end. */
export const CoefficientBar = ({ value, interval }: Pick<Coefficient, 'value' | 'interval'>): React.ReactElement =>
    <svg className='q-bar' viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden='true'>
        <rect className='q-bar-track' x={0} y={4} width={width} height={6} rx={3} />
        {value !== null && <rect className='q-bar-value' x={0} y={4} width={at(value)} height={6} rx={3} />}
        {interval && <g className='q-bar-interval'><path d={`M${at(interval.low)} 7H${at(interval.high)}M${at(interval.low) + 0.5} 3v8M${at(interval.high) - 0.5} 3v8`} /></g>}
    </svg>;

/** How far the panel agrees on a question: beyond chance where that can be said, else the plain share; always with n. */
export function AgreementCell({ question }: { readonly question: QuestionResult }): React.ReactElement {
    const best = question.coefficients.find(each => each.value !== null);
    const shown = best ?? question.exact;
    return <span className='q-agreement' data-agreement={question.agreement}>
        <CoefficientBar value={shown.value} interval={shown.interval} />
        <span className='q-agreement-text e-figures'>
            {shown.value === null ? agreementText('too-few') : best ? `${coefficientText(best.name).short} ${formatFixed(best.value, 2)}` : formatPercent(shown.value, 0)}
            <span className='q-quiet'> {nls.localize('earshot/quality/grid/n', 'n = {0}', shown.n)}</span>
        </span>
    </span>;
}
