import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatFixed, formatNumber } from '@earshot/core/lib/browser/widgets';
import type { FormReplayResult } from '../../../common/assessment-contract';
import { versionText } from '../words/state-text';

type Point = FormReplayResult['series'][number];

const WIDTH = 640;
const HEIGHT = 180;
const EDGE = 34;

/** Runs of points that may be joined: a line ends where scores can no longer be compared. */
export function runsOf(series: readonly Point[], breaks: readonly number[]): readonly (readonly number[])[] {
    const runs: number[][] = [];
    series.forEach((point, place) => {
        const before = series[place - 1];
        const broken = before !== undefined && breaks.some(each => each > Math.min(before.number, point.number) && each <= Math.max(before.number, point.number));
        if (!before || broken) {
            runs.push([]);
        }
        runs[runs.length - 1]!.push(place);
    });
    return runs;
}

export interface ScoreSeriesProps {
    readonly series: readonly Point[];
    /** Versions with which a new series begins. */
    readonly breaks: readonly number[];
    /** The version on which everything is replayed. */
    readonly number: number;
}

/** Mean scores over time: as they were given, with a gap where they cannot be compared, and on the new version, all in one series. */
export function ScoreSeries({ series, breaks, number }: ScoreSeriesProps): React.ReactElement {
    const x = (place: number): number => series.length < 2 ? WIDTH / 2 : EDGE + (WIDTH - 2 * EDGE) * place / (series.length - 1);
    const y = (percent: number): number => HEIGHT - 20 - (HEIGHT - 30) * percent / 100;
    const line = (places: readonly number[], value: (point: Point) => number | null): string =>
        places.flatMap(place => { const percent = value(series[place]!); return percent === null ? [] : [`${x(place)},${y(percent)}`]; }).join(' ');
    const runs = runsOf(series, breaks);
    const begins = runs.slice(1).map(run => run[0]!);
    const [given, replayed] = [nls.localize('earshot/assessment/replay/as-given', 'As scored'), nls.localize('earshot/assessment/replay/on-version', 'On version {0}', number)];
    return <figure className='a-series'>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role='img' aria-label={nls.localize('earshot/assessment/replay/series', 'Mean score by month and version')}>
            {[0, 50, 100].map(percent => <g key={percent} className='a-series-grid'><line x1={EDGE} x2={WIDTH - 6} y1={y(percent)} y2={y(percent)} /><text x={EDGE - 6} y={y(percent) + 4} textAnchor='end'>{percent}</text></g>)}
            {begins.map(place => <g key={place} className='a-series-break'><line x1={(x(place - 1) + x(place)) / 2} x2={(x(place - 1) + x(place)) / 2} y1={4} y2={HEIGHT - 20} /><text x={(x(place - 1) + x(place)) / 2 + 4} y={14}>{versionText(series[place]!.number)}</text></g>)}
            <polyline className='a-series-after' points={line(series.map((_, place) => place), each => each.meanAfter)} />
            {runs.map(run => <polyline key={run[0]} className='a-series-before' points={line(run, each => each.meanBefore)} />)}
            {series.map((each, place) => each.meanBefore !== null && each.meanAfter !== null && <g key={place}>
                <rect className='a-series-after-dot' x={x(place) - 3.5} y={y(each.meanAfter) - 3.5} width={7} height={7} /><circle className='a-series-before-dot' cx={x(place)} cy={y(each.meanBefore)} r={4} />
            </g>)}
            {series.map((each, place) => (place === 0 || place === series.length - 1 || series.length <= 12) && <text key={place} x={x(place)} y={HEIGHT - 4} textAnchor='middle'>{each.month}</text>)}
        </svg>
        <figcaption><span className='a-series-key'>{given}</span><span className='a-series-key a-series-key-after'>{replayed}</span></figcaption>
        <table className='a-version-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/assessment/replay/month', 'Month')}</th><th scope='col'>{nls.localize('earshot/assessment/form/version-column', 'Version')}</th><th scope='col' className='e-numeric'>n</th><th scope='col' className='e-numeric'>{given}</th><th scope='col' className='e-numeric'>{replayed}</th></tr></thead>
            <tbody>{series.map((each, place) => <tr key={place} data-break={begins.includes(place) || undefined}><th scope='row' className='e-figures'>{each.month}</th><td>{versionText(each.number)}</td><td className='e-numeric e-figures'>{formatNumber(each.n)}</td>
                <td className='e-numeric e-figures'>{each.meanBefore === null ? '–' : formatFixed(each.meanBefore, 1)}</td><td className='e-numeric e-figures'>{each.meanAfter === null ? '–' : formatFixed(each.meanAfter, 1)}</td></tr>)}</tbody>
        </table>
    </figure>;
}
