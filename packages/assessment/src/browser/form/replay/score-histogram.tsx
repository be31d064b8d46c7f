import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatNumber } from '@earshot/core/lib/browser/widgets';

export interface ScoreHistogramProps {
    readonly title: string;
    /** Evaluations in each band of equal width from 0 to 100 %. */
    readonly bands: readonly number[];
    /** The largest band of all that stand side by side. */
    readonly largest: number;
    readonly tone: 'before' | 'after';
}

/** `70–80 %`; the last band includes 100. */
export const bandText = (band: number, bands: number): string => nls.localize('earshot/assessment/replay/band', '{0}–{1} %', formatNumber(band * 100 / bands), formatNumber((band + 1) * 100 / bands));

/** How many evaluations lie in each band of scores, as bars with their figures: a table that is drawn. */
export function ScoreHistogram({ title, bands, largest, tone }: ScoreHistogramProps): React.ReactElement {
    return <table className={`a-histogram a-histogram-${tone}`}>
        <caption>{title}</caption>
        <thead className='e-hidden'><tr><th scope='col'>{nls.localize('earshot/assessment/replay/score', 'Score')}</th><th scope='col'>{nls.localize('earshot/assessment/replay/evaluations', 'Evaluations')}</th></tr></thead>
        <tbody>{bands.map((count, band) => <tr key={band}>
            <th scope='row' className='e-figures'>{bandText(band, bands.length)}</th>
            <td><span className='a-histogram-bar' aria-hidden='true' style={{ inlineSize: `${largest > 0 ? 80 * count / largest : 0}%` }} /><span className='e-figures'>{formatNumber(count)}</span></td>
        </tr>)}</tbody>
    </table>;
}
