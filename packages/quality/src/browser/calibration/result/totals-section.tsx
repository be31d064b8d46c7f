import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Card, Figure, formatFixed, formatNumber, formatPercent, NOTHING, signedPoints } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';
import { BlandAltmanPlot } from './bland-altman-plot';
import { LeniencyBar } from './leniency-bar';
import { coefficientText, reasonText } from './result-words';

/** Total scores: how far they agree, and who is stricter or more lenient than the reference. */
export function TotalsSection({ result }: { readonly result: CalibrationResult }): React.ReactElement {
    const { totals, tolerance, raters, minimumUnits } = result;
    const { icc, withinTolerance } = totals;
    const title = nls.localize('earshot/quality/totals/title', 'Total scores');
    const widest = Math.max(tolerance, ...raters.flatMap(({ leniency: { interval, mean } }) => interval ? [Math.abs(interval.low), Math.abs(interval.high)] : mean === null ? [] : [Math.abs(mean)]));
    return <section className='q-result-section' aria-label={title}>
        <h2>{title}</h2>
        <div className='q-totals-figures'>
            <Card><Figure label={nls.localize('earshot/quality/totals/within', 'Within ±{0} points of the reference', formatNumber(tolerance, 1))} value={withinTolerance.share === null ? NOTHING : formatPercent(withinTolerance.share, 0)} n={withinTolerance.n} /></Card>
            <Card><Figure label={nls.localize('earshot/quality/trend/icc', 'ICC of totals')} value={icc.value === null ? NOTHING : formatFixed(icc.value, 2)} n={icc.n}
                interval={icc.interval ? nls.localize('earshot/quality/totals/interval', '{0} to {1}', formatFixed(icc.interval.low, 2), formatFixed(icc.interval.high, 2)) : undefined}>
                <p className='q-quiet'>{icc.value === null ? reasonText(icc.reason, icc.n, minimumUnits) : coefficientText(icc.name).long}</p>
            </Figure></Card>
        </div>
        <div className='q-totals'>
            <Card title={nls.localize('earshot/quality/totals/raters', 'Rater by rater')}>
                <table className='q-table'>
                    <thead><tr>
                        <th scope='col'>{nls.localize('earshot/quality/totals/rater', 'Rater')}</th>
                        <th scope='col' colSpan={2}>{nls.localize('earshot/quality/totals/leniency', 'Stricter or more lenient, points')}</th>
                        <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/totals/within-short', 'Within tolerance')}</th>
                        <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/totals/exact', 'Same rating')}</th>
                        <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/calibration/submitted', 'Rated')}</th>
                    </tr></thead>
                    <tbody>{raters.map(({ raterId, name, expert, leniency, withinTolerance: within, exactShare, submitted, expected }) => <tr key={raterId}>
                        <th scope='row'>{name}{expert && <> <Badge tone='accent' icon='mortar-board'>{nls.localize('earshot/quality/sheet/expert', 'Expert')}</Badge></>}</th>
                        <td><LeniencyBar mean={leniency.mean} interval={leniency.interval} tolerance={tolerance} widest={widest} /></td>
                        <td className='e-figures'>{expert ? nls.localize('earshot/quality/totals/reference', 'the reference') : leniency.mean === null ? reasonText(leniency.reason, leniency.n, minimumUnits)
                            : <>{signedPoints(leniency.mean)}{leniency.interval && ` ±${formatFixed((leniency.interval.high - leniency.interval.low) / 2, 1)}`}<OfN n={leniency.n} /></>}</td>
                        <td className='q-numeric e-figures'>{within.share === null ? NOTHING : <>{formatPercent(within.share, 0)}<OfN n={within.n} /></>}</td>
                        <td className='q-numeric e-figures'>{exactShare.share === null ? NOTHING : <>{formatPercent(exactShare.share, 0)}<OfN n={exactShare.n} /></>}</td>
                        <td className='q-numeric e-figures'>{submitted}/{expected}</td>
                    </tr>)}</tbody>
                </table>
            </Card>
            <Card title={nls.localize('earshot/quality/totals/plot', 'Every total against the reference')}><BlandAltmanPlot result={result} /></Card>
        </div>
    </section>;
}

const OfN = ({ n }: { readonly n: number }): React.ReactElement => <span className='q-quiet'> {nls.localize('earshot/quality/grid/n', 'n = {0}', n)}</span>;
