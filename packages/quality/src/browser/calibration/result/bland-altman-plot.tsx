import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatFixed, formatNumber, signedPoints } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';
import { plotScale } from './plot-scale';
import { reasonText } from './result-words';

const size = { width: 560, height: 260, left: 44, right: 118, top: 12, bottom: 40 };
/** Symbols of the raters, so that colour is not needed to tell them apart. */
const symbols: readonly ((x: number, y: number) => string)[] = [
    (x, y) => `M${x - 4} ${y}a4 4 0 1 1 8 0a4 4 0 1 1 -8 0z`, (x, y) => `M${x - 4} ${y - 4}h8v8h-8z`, (x, y) => `M${x} ${y - 5}l5 9h-10z`, (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5-5z`,
    (x, y) => `M${x} ${y + 5}l5-9h-10z`, (x, y) => `M${x - 5} ${y - 1.5}h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5z`
];

/** Differences from the reference against the height of the score, with bias and limits of agreement (Bland and Altman 1986). The numbers stand in a table behind it. */
export function BlandAltmanPlot({ result }: { readonly result: CalibrationResult }): React.ReactElement {
    const { blandAltman } = result.totals;
    const { pairs, bias, lower, upper, n, reason } = blandAltman;
    const raters = result.raters.filter(each => pairs.some(pair => pair.raterId === each.raterId));
    if (pairs.length === 0) {
        return <p className='q-quiet'>{reasonText(reason ?? 'no-reference', n, result.minimumUnits)}</p>;
    }
    const lines = [...bias === null ? [] : [{ value: bias, kind: 'bias', label: nls.localize('earshot/quality/plot/bias', 'bias {0}', signedPoints(bias)) }],
        ...lower === null ? [] : [{ value: lower, kind: 'limit', label: signedPoints(lower) }], ...upper === null ? [] : [{ value: upper, kind: 'limit', label: signedPoints(upper) }]];
    const [plotWidth, plotHeight] = [size.width - size.left - size.right, size.height - size.top - size.bottom];
    const x = plotScale(pairs.map(each => each.mean), plotWidth, { least: 10 });
    const y = plotScale([...pairs.map(each => each.difference), ...lines.map(each => each.value), result.tolerance, -result.tolerance], plotHeight, { reversed: true });
    const nameOf = (raterId: string): string => result.raters.find(each => each.raterId === raterId)?.name ?? '';
    const symbolOf = (raterId: string): (x: number, y: number) => string => symbols[raters.findIndex(each => each.raterId === raterId) % symbols.length]!;
    const label = bias === null ? nls.localize('earshot/quality/plot/name', 'Differences of total scores from the reference')
        : nls.localize('earshot/quality/plot/said', 'Differences of total scores from the reference: bias {0}, limits of agreement {1} to {2}, {3} totals', signedPoints(bias), lower === null ? '' : signedPoints(lower), upper === null ? '' : signedPoints(upper), n);
    return <figure className='q-plot'>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role='img' aria-label={label}>
            <g transform={`translate(${size.left} ${size.top})`}>
                <rect className='q-plot-tolerance' x={0} width={plotWidth} y={y.at(result.tolerance)} height={y.at(-result.tolerance) - y.at(result.tolerance)} />
                {y.ticks.map(tick => <g key={tick}><path className={tick === 0 ? 'q-plot-zero' : 'q-plot-grid'} d={`M0 ${y.at(tick)}H${plotWidth}`} /><text className='q-plot-tick' x={-8} y={y.at(tick) + 4} textAnchor='end'>{formatNumber(tick, 1)}</text></g>)}
                {x.ticks.map(tick => <text key={tick} className='q-plot-tick' x={x.at(tick)} y={plotHeight + 18} textAnchor='middle'>{formatNumber(tick, 1)}</text>)}
                <text className='q-plot-axis' x={plotWidth / 2} y={plotHeight + 36} textAnchor='middle'>{nls.localize('earshot/quality/plot/x', 'Mean of total and reference, %')}</text>
                {lines.map(each => <g key={each.kind + each.value}><path className={`q-plot-${each.kind}`} d={`M0 ${y.at(each.value)}H${plotWidth}`} /><text className='q-plot-label' x={plotWidth + 6} y={y.at(each.value) + 4}>{each.label}</text></g>)}
                {pairs.map((each, index) => <path key={index} className='q-plot-point' d={symbolOf(each.raterId)(x.at(each.mean), y.at(each.difference))}><title>{`${nameOf(each.raterId)}: ${signedPoints(each.difference)}`}</title></path>)}
            </g>
        </svg>
        <ul className='q-plot-legend' aria-hidden='true'>{raters.map(each => <li key={each.raterId}><svg width='12' height='12' viewBox='0 0 12 12'><path className='q-plot-point' d={symbolOf(each.raterId)(6, 6)} /></svg>{each.name}</li>)}</ul>
        <p className='q-quiet'>{nls.localize('earshot/quality/plot/read', 'Each mark is one total: above zero more lenient than the reference, below stricter. Shaded: the tolerance. Dashed: 95 % of the differences lie between these lines.')}</p>
        <details className='q-behind'>
            <summary>{nls.localize('earshot/quality/plot/table', 'As a table')}</summary>
            <table className='q-table'>
                <thead><tr><th scope='col'>{nls.localize('earshot/quality/call/id', 'Call')}</th><th scope='col'>{nls.localize('earshot/quality/totals/rater', 'Rater')}</th>
                    <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/plot/mean', 'Mean, %')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/plot/difference', 'Difference')}</th></tr></thead>
                <tbody>{pairs.map((each, index) => <tr key={index}>
                    <td>{result.calls.find(call => call.interactionId === each.interactionId)?.callId}</td><td>{nameOf(each.raterId)}</td>
                    <td className='q-numeric e-figures'>{formatFixed(each.mean, 1)}</td><td className='q-numeric e-figures'>{signedPoints(each.difference)}</td>
                </tr>)}</tbody>
            </table>
        </details>
    </figure>;
}
