import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Figure, formatFixed, formatNumber } from '@earshot/core/lib/browser/widgets';
import type { ExamAnalysisView } from '../../common/item-analysis/item-analysis-contract';
import { pointsText } from '../attempt/attempt-words';
import { type Figure as Value, reasonText } from './analysis-words';

/** The figures of the whole exam, with how far they can be trusted. */
export function TestFigures({ test, people, most }: { readonly test: NonNullable<ExamAnalysisView['test']>; readonly people: number; readonly most: number }): React.ReactElement {
    const one = (label: string, figure: Value, decimals: number, unit?: string): React.ReactElement =>
        <Figure label={label} value={figure.value === null ? '—' : formatFixed(figure.value, decimals)} unit={figure.value === null ? undefined : unit} n={test.n}>{figure.value === null && <p className='t-quiet'>{reasonText(figure.reason)}</p>}</Figure>;
    const of = nls.localize('earshot/training/item-analysis/of-points', 'of {0} points', pointsText(test.of));
    return <section aria-label={nls.localize('earshot/training/item-analysis/whole', 'The whole exam')}>
        <div className='t-analysis-figures'>
            {one(nls.localize('earshot/training/item-analysis/mean', 'Mean'), test.mean, 1, of)}
            {one(nls.localize('earshot/training/item-analysis/deviation', 'Standard deviation'), test.standardDeviation, 2)}
            {test.kr20.value === null ? one(nls.localize('earshot/training/item-analysis/alpha', 'Reliability (alpha)'), test.alpha, 2) : one(nls.localize('earshot/training/item-analysis/kr20', 'Reliability (KR-20)'), test.kr20, 2)}
            {one(nls.localize('earshot/training/item-analysis/error', 'Standard error of measurement'), test.standardErrorOfMeasurement, 2)}
            <Figure label={nls.localize('earshot/training/item-analysis/minutes', 'Time, median')} value={test.medianMinutes === null ? '—' : formatFixed(test.medianMinutes, 0)} unit={nls.localize('earshot/training/item-analysis/minutes-unit', 'min')} n={people} />
        </div>
        <p className='t-quiet t-analysis-note'>{nls.localize('earshot/training/item-analysis/basis', 'Of each person the first attempt counts, with its present marks. Discrimination compares the best {0} with the weakest {0}: one answer moves it by up to {1}.', formatNumber(test.groupSize), formatFixed(1 / Math.max(1, test.groupSize), 2))}
            {people >= most && ` ${nls.localize('earshot/training/item-analysis/latest', 'Only the latest {0} people are counted.', formatNumber(most))}`}</p>
    </section>;
}
