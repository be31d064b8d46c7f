import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, formatDate, formatFixed, formatPercent, NOTHING, Skeleton } from '@earshot/core/lib/browser/widgets';
import { minimumUnits } from '../../common/calibration/question-agreement';
import { reasonText } from './result/result-words';
import { type TrendPoint, useCalibrationTrend } from './use-calibrations';

const size = { width: 860, height: 260, left: 48, right: 130, top: 16, bottom: 36 };
const [plotWidth, plotHeight] = [size.width - size.left - size.right, size.height - size.top - size.bottom];

type Series = 'exact' | 'within' | 'icc';
const shareOf: Readonly<Record<Series, (point: TrendPoint) => number | null>> = { exact: each => each.exact.value, within: each => each.withinTolerance.share, icc: each => each.icc.value };
const dashes: Readonly<Record<Series, string | undefined>> = { exact: undefined, within: '6 4', icc: '2 3' };

const seriesText = (series: Series): string => {
    switch (series) {
        case 'exact': return nls.localize('earshot/quality/trend/exact', 'same rating');
        case 'within': return nls.localize('earshot/quality/trend/within', 'within tolerance');
        case 'icc': return nls.localize('earshot/quality/trend/icc', 'ICC of totals');
    }
};

/** How agreement has developed from session to session; the numbers stand in the table below. */
export function AgreementTrend(): React.ReactElement {
    const { data, error, refetch } = useCalibrationTrend();
    const { describe } = useErrorText();
    if (!data) {
        return error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />;
    }
    return data.length === 0 ? <EmptyState icon='graph-line' title={nls.localize('earshot/quality/trend/none', 'No session has closed yet, so there is nothing to compare.')} />
        : <div className='q-trend'>
            {data.length > 1 && <TrendChart points={data} />}
            <TrendTable points={data} />
        </div>;
}

function TrendChart({ points }: { readonly points: readonly TrendPoint[] }): React.ReactElement {
    const x = (index: number): number => index / (points.length - 1) * plotWidth;
    const y = (share: number): number => plotHeight * (1 - Math.max(0, Math.min(1, share)));
    const series: readonly Series[] = ['exact', 'within', 'icc'];
    const path = (of: Series): string => points.flatMap((point, index) => {
        const share = shareOf[of](point);
        const before = index > 0 ? shareOf[of](points[index - 1]!) : null;
        return share === null ? [] : [`${before === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(share).toFixed(1)}`];
    }).join('');
    const last = (of: Series): number | null => points.map(shareOf[of]).filter(each => each !== null).pop() ?? null;
    const ends = labelPlaces(series.flatMap(of => { const share = last(of); return share === null ? [] : [{ of, y: y(share) }]; }));
    const every = Math.ceil(points.length / 8);
    return <svg className='q-trend-chart' viewBox={`0 0 ${size.width} ${size.height}`} role='img' aria-label={nls.localize('earshot/quality/trend/name', 'Agreement over {0} sessions; the numbers stand in the table below', points.length)}>
        <g transform={`translate(${size.left} ${size.top})`}>
            {[0, 0.25, 0.5, 0.75, 1].map(tick => <g key={tick}><path className='q-plot-grid' d={`M0 ${y(tick)}H${plotWidth}`} /><text className='q-plot-tick' x={-8} y={y(tick) + 4} textAnchor='end'>{formatPercent(tick, 0)}</text></g>)}
            {points.map((each, index) => index % every === 0 && <text key={each.sessionId} className='q-plot-tick' x={x(index)} y={plotHeight + 22} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>{formatDate(each.closedAt)}</text>)}
            {series.map(of => <g key={of} className={`q-trend-${of}`}>
                <path className='q-trend-line' d={path(of)} strokeDasharray={dashes[of]} />
                {points.map((each, index) => { const share = shareOf[of](each); return share !== null && <circle key={each.sessionId} className='q-trend-point' cx={x(index)} cy={y(share)} r={3}><title>{`${each.title}: ${seriesText(of)} ${formatPercent(share, 0)}`}</title></circle>; })}
            </g>)}
            {ends.map(each => <text key={each.of} className={`q-plot-label q-trend-${each.of}`} x={plotWidth + 10} y={each.y + 4}>{seriesText(each.of)}</text>)}
        </g>
    </svg>;
}

const labelHeight = 16;

/** Names at the ends of lines, moved apart where lines end close together. */
function labelPlaces<T extends { readonly y: number }>(labels: readonly T[]): readonly T[] {
    return [...labels].sort((one, other) => one.y - other.y).reduce<T[]>((placed, label) => {
        const above = placed[placed.length - 1];
        return [...placed, { ...label, y: above ? Math.max(label.y, above.y + labelHeight) : label.y }];
    }, []);
}

function TrendTable({ points }: { readonly points: readonly TrendPoint[] }): React.ReactElement {
    const interval = ({ interval: range }: TrendPoint['exact']): string => range ? ` (${formatFixed(range.low, 2)}–${formatFixed(range.high, 2)})` : '';
    return <table className='q-table'>
        <caption className='e-hidden'>{nls.localize('earshot/quality/trend/caption', 'Agreement session by session')}</caption>
        <thead><tr><th scope='col'>{nls.localize('earshot/quality/calibration/name', 'Session')}</th><th scope='col'>{nls.localize('earshot/quality/calibration/closed', 'Closed')}</th>
            <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/totals/exact', 'Same rating')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/totals/within-short', 'Within tolerance')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/trend/icc', 'ICC of totals')}</th></tr></thead>
        <tbody>{[...points].reverse().map(each => <tr key={each.sessionId}>
            <th scope='row'><Link to={`/quality/calibrations/${each.sessionId}`}>{each.title}</Link></th><td className='e-figures'>{formatDate(each.closedAt)}</td>
            <td className='q-numeric e-figures'>{each.exact.value === null ? NOTHING : formatPercent(each.exact.value, 0)}<OfN n={each.exact.n} /></td>
            <td className='q-numeric e-figures'>{each.withinTolerance.share === null ? NOTHING : formatPercent(each.withinTolerance.share, 0)}<OfN n={each.withinTolerance.n} /></td>
            <td className='q-numeric e-figures'>{each.icc.value === null ? <span className='q-quiet'>{reasonText(each.icc.reason, each.icc.n, minimumUnits)}</span> : <>{formatFixed(each.icc.value, 2) + interval(each.icc)}<OfN n={each.icc.n} /></>}</td>
        </tr>)}</tbody>
    </table>;
}

const OfN = ({ n }: { readonly n: number }): React.ReactElement => <span className='q-quiet'> {nls.localize('earshot/quality/grid/n', 'n = {0}', n)}</span>;
