import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatDuration, formatList, formatNumber, Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { PlanOutline } from '../../common/sampling/sampling-contract';
import type { SamplingPeriod } from '../../common/sampling/sampling-definition';
import { drawText, meaningText, stratumText } from './sampling-words';

/** What would be drawn, in a sentence, with what stands in the way. */
export function OutlineSummary({ outline, period }: { readonly outline: PlanOutline | undefined; readonly period: SamplingPeriod }): React.ReactElement {
    if (!outline) {
        return <Skeleton lines={3} />;
    }
    const able = outline.evaluators.filter(each => each.qualified);
    const missing = outline.evaluators.filter(each => !each.qualified).map(each => each.name);
    return <div className='q-outline'>
        <p className='q-outline-period e-figures'>{drawText(outline)}</p>
        {outline.population === 0 ? <Notice tone='caution'>{nls.localize('earshot/quality/sampling/no-calls', 'No call of this period is meant, or their recordings are not ready.')}</Notice> : <>
            <p className='q-outline-meaning'>{meaningText(outline, period)}</p>
            <p className='q-quiet'>{nls.localize('earshot/quality/sampling/population', 'The population has {0} calls of {1}.', formatNumber(outline.population), formatDuration(outline.populationMs))}
                {outline.byRules > 0 && <> {nls.localize('earshot/quality/sampling/besides', 'Besides, rules draw {0} calls.', formatNumber(outline.byRules))}</>}
                {able.length > 0 && <> {nls.localize('earshot/quality/sampling/each-hears', 'That is about {0} for each of {1} evaluators.', formatDuration(outline.milliseconds / able.length), able.length)}</>}</p>
        </>}
        {missing.length > 0 && <Notice tone='caution'>{nls.localize('earshot/quality/sampling/not-qualified', 'Not qualified on this form, and so without calls: {0}.', formatList(missing))}</Notice>}
    </div>;
}

/** Stratum by stratum how many calls there are and how many are drawn of them. */
export function OutlineStrata({ outline }: { readonly outline: PlanOutline }): React.ReactElement {
    return <div className='q-outline-tables'>
        <table className='q-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/quality/sampling/stratum', 'Stratum')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/calibration/calls', 'Calls')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/sampling/to-draw', 'Drawn')}</th></tr></thead>
            <tbody>{outline.strata.map((each, place) => <tr key={place}><th scope='row'>{stratumText(each.stratum)}</th><td className='q-numeric e-figures'>{formatNumber(each.population)}</td><td className='q-numeric e-figures'>{formatNumber(each.calls)}</td></tr>)}</tbody>
        </table>
        {outline.rules.length > 0 && <table className='q-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/quality/sampling/rule', 'Rule')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/calibration/calls', 'Calls')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/sampling/to-draw', 'Drawn')}</th></tr></thead>
            <tbody>{outline.rules.map((each, place) => <tr key={place}><th scope='row'>{each.name}</th><td className='q-numeric e-figures'>{formatNumber(each.population)}</td>
                <td className='q-numeric e-figures'>{formatNumber(each.calls)}{each.calls < each.wanted && <span className='q-quiet'> {nls.localize('earshot/quality/sampling/of-wanted', 'of {0}', formatNumber(each.wanted))}</span>}</td></tr>)}</tbody>
        </table>}
    </div>;
}
