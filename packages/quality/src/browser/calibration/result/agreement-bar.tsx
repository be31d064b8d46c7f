import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatFixed, formatPercent } from '@earshot/core/lib/browser/widgets';
import type { Coefficient, QuestionResult } from '../../../common/calibration/calibration-contract';
import { scaleWord } from '../../../common/calibration/agreement-scale';
import { agreementText, coefficientText, scaleWordText } from './result-words';

const width = 72;
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

/**
 * How far the panel agrees on a question: the share of the same ratings and, where it can be said, agreement beyond chance, each read and
 * coloured on a scale of its own; always with n.
 */
export function AgreementCell({ question: { exact, coefficients } }: { readonly question: QuestionResult }): React.ReactElement {
    const best = coefficients.find(each => each.value !== null);
    return <span className='q-agreement'>
        {exact.value === null ? <span className='q-quiet'>{agreementText('too-few')} <SampleSize n={exact.n} /></span> : <>
            <Reading figure={exact} value={exact.value} text={nls.localize('earshot/quality/grid/same', '{0} the same', formatPercent(exact.value, 0))} />
            {best && <Reading figure={best} value={best.value!} text={`${coefficientText(best.name).short} ${formatFixed(best.value, 2)}`} />}
        </>}
    </span>;
}

function Reading({ figure, value, text }: { readonly figure: Coefficient; readonly value: number; readonly text: string }): React.ReactElement {
    const { word, tone } = scaleWord(figure.name, value);
    return <span className='q-agreement-reading' data-tone={tone}>
        <CoefficientBar value={value} interval={figure.interval} />
        <span className='q-agreement-text e-figures'>{text} <span className='q-agreement-word'>{scaleWordText(word)}</span> <SampleSize n={figure.n} /></span>
    </span>;
}

const SampleSize = ({ n }: { readonly n: number }): React.ReactElement => <span className='q-quiet'>{nls.localize('earshot/quality/grid/n', 'n = {0}', n)}</span>;
