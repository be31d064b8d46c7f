import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, formatNumber, Notice } from '@earshot/core/lib/browser/widgets';
import type { ReportTable } from '../../common/report/report-table';

/** What a report rests on, where it is not simply every result once: estimates, unequal chances, what stands apart. */
export function ReportNote({ table: { basis, restsOn } }: { readonly table: ReportTable }): React.ReactElement | null {
    const setQuery = useSetQuery();
    if (!restsOn || restsOn.results + restsOn.elsewhere === 0) {
        return null;
    }
    const { results, drawn, unequal, elsewhere } = restsOn;
    const estimated = basis === 'estimated';
    return <>
        {estimated && <Notice>{drawn === 0 ? nls.localize('earshot/quality/reports/none-drawn', 'No sampling plan drew any of these {0} results: nothing can be estimated for all calls.', formatNumber(results))
            : <>{nls.localize('earshot/quality/reports/estimated-note', 'Estimated for all calls that the sampling plans are about, from the {0} results that they drew: each counts for as many calls as it stands for, the inverse of its chance to be drawn (Horvitz–Thompson, Hájek’s mean). A call that two plans are about counts for each.', formatNumber(drawn))}
                {results > drawn && <> {nls.localize('earshot/quality/reports/not-drawn', 'Results that no plan drew are left out: {0}.', formatNumber(results - drawn))}</>}</>}</Notice>}
        {!estimated && unequal && <Notice actions={basis && <span className='e-no-print'><Button small onClick={() => setQuery({ basis: 'estimated' })}>{nls.localize('earshot/quality/reports/estimate', 'Estimate for all calls')}</Button></span>}>
            {nls.localize('earshot/quality/reports/counted-once', 'Each result counts once, though {0} of {1} were drawn with unequal chances, some kinds of calls more often than others: these figures are of the evaluations, not of all calls.', formatNumber(drawn), formatNumber(results))}</Notice>}
        {elsewhere > 0 && <Notice actions={<span className='e-no-print'><Button small onClick={() => setQuery({ tab: 'people', by: 'occasion', occasion: null })}>{nls.localize('earshot/quality/reports/by-occasion', 'Compare by occasion')}</Button></span>}>
            {nls.localize('earshot/quality/reports/elsewhere', 'Results of other occasions, such as live monitoring and mystery contacts, are not counted here: {0}.', formatNumber(elsewhere))}</Notice>}
    </>;
}
