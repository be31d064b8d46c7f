import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatNumber } from '@earshot/core/lib/browser/widgets';
import type { ReviewFigures } from '../../common/annual-review/annual-review';

/** What was counted in the scope of a review: where its findings can begin. */
export function ReviewFiguresList({ figures }: { readonly figures: ReviewFigures }): React.ReactElement {
    const rows: readonly (readonly [string, number | null])[] = [
        [nls.localize('earshot/knowledge/annual/articles', 'Published articles'), figures.articles], [nls.localize('earshot/knowledge/annual/overdue', 'Overdue for their own review'), figures.overdue],
        [nls.localize('earshot/knowledge/annual/unconfirmed', 'Not confirmed since publication'), figures.unconfirmed], [nls.localize('earshot/knowledge/annual/without-owner', 'Nobody answers for'), figures.withoutOwner],
        [nls.localize('earshot/knowledge/annual/flagged', 'Pointed out by readers, undecided'), figures.flagged], [nls.localize('earshot/knowledge/annual/in-vain', 'Queries in 90 days that found nothing'), figures.searchedInVain]
    ];
    return <dl className='k-annual-figures'>{rows.map(([label, value]) => value !== null && <div key={label}><dt>{label}</dt><dd className='e-figures'>{formatNumber(value)}</dd></div>)}</dl>;
}
