import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { uuid } from '@earshot/core/lib/browser/navigation/address-values';
import { Badge, Button, EmptyState, formatDate, formatList, formatNumber, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { endOfDay } from '@earshot/writing/lib/common/minutes/days';
import type { AnnualReview, ReviewScope } from '../../common/annual-review/annual-review-contract';
import { useCategories } from '../article/use-articles';
import { categoryText } from '../category/category-text';
import { AnnualReviewDialog } from './annual-review-dialog';
import { reviewedText, useAnnualReviews, useReviewScopes } from './use-annual-reviews';

/** Where the base stands with its yearly reviews, and the minutes of all of them. */
export default function AnnualReviewsPage({ query }: PageProps): React.ReactElement {
    const mayRecord = useSession().may('knowledge:administer');
    const setQuery = useSetQuery();
    const { describe } = useErrorText();
    const [scopes, reviews] = [useReviewScopes(), useAnnualReviews()];
    const wanted = query.get('new');
    const error = scopes.error ?? reviews.error;
    const rows = reviews.data?.pages.flatMap(each => each.rows);
    return <Page title={nls.localize('earshot/knowledge/annual/title', 'Annual reviews')} width='wide' subtitle={nls.localize('earshot/knowledge/annual/subtitle', 'Once a year at least it is looked at with those concerned whether the knowledge base is complete and fit, and the result is kept.')}
        actions={mayRecord && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'base' })}>{nls.localize('earshot/knowledge/annual/new', 'Review the whole base')}</Button>}>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !scopes.data || !rows ? <Skeleton lines={6} /> : <>
            {scopes.data.length > 0 && <Scopes scopes={scopes.data} onReview={mayRecord ? id => setQuery({ new: id ?? 'base' }) : undefined} />}
            <h2 className='k-annual-heading'>{nls.localize('earshot/knowledge/annual/archive', 'Minutes')}</h2>
            {rows.length === 0 ? <EmptyState icon='checklist' title={nls.localize('earshot/knowledge/annual/none', 'No review has been held yet.')} /> : <Archive rows={rows} />}
            {reviews.hasNextPage && <Button onClick={() => void reviews.fetchNextPage()} busy={reviews.isFetchingNextPage}>{nls.localize('earshot/knowledge/annual/more', 'Earlier ones')}</Button>}
        </>}
        {mayRecord && wanted !== null && <AnnualReviewDialog key={wanted} categoryId={uuid(wanted) ?? null} onClose={() => setQuery({ new: null })} />}
    </Page>;
}

/** When what was reviewed, and when it is again. */
function Scopes({ scopes, onReview }: { readonly scopes: readonly ReviewScope[]; readonly onReview: ((categoryId: string | null) => void) | undefined }): React.ReactElement {
    const categories = useCategories();
    const name = ({ categoryId }: ReviewScope): string => categoryId ? categoryText(categories, categoryId) : nls.localize('earshot/knowledge/annual/base', 'The whole base');
    return <table className='e-plain-table k-annual-scopes'>
        <thead><tr>
            <th scope='col'>{nls.localize('earshot/knowledge/annual/scope', 'What')}</th><th scope='col'>{nls.localize('earshot/knowledge/annual/last', 'Last review')}</th><th scope='col'>{nls.localize('earshot/knowledge/annual/next', 'Next review')}</th>
            <th scope='col'>{nls.localize('earshot/knowledge/annual/next-owner', 'Who answers for it')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/annual/open-actions', 'Open actions')}</th>
            {onReview && <th scope='col'><span className='e-hidden'>{nls.localize('earshot/knowledge/categories/actions', 'Actions')}</span></th>}
        </tr></thead>
        <tbody>{scopes.map(each => <tr key={each.categoryId ?? 'base'}>
            <th scope='row'>{name(each)}</th>
            <td>{each.last ? <Link to={`/knowledge/annual-reviews/${each.last.id}`}>{formatDate(each.last.heldOn)}</Link> : <span className='e-quiet'>{nls.localize('earshot/knowledge/annual/never', 'Never')}</span>}</td>
            <td>{each.nextOn && <span className='k-annual-due'>{formatDate(each.nextOn)}{endOfDay(each.nextOn) < Date.now() && <Badge tone='critical'>{nls.localize('earshot/knowledge/annual/late', 'Overdue')}</Badge>}</span>}</td>
            <td>{each.nextOwnerName}</td>
            <td className='e-figures e-numeric'>{each.overdueActions > 0 ? nls.localize('earshot/knowledge/annual/open-overdue', '{0}, {1} of them overdue', formatNumber(each.openActions), formatNumber(each.overdueActions)) : formatNumber(each.openActions)}</td>
            {onReview && <td className='k-row-actions'><Button small aria-label={nls.localize('earshot/knowledge/annual/review-one', 'Review: {0}', name(each))} onClick={() => onReview(each.categoryId)}>{nls.localize('earshot/knowledge/annual/review', 'Review…')}</Button></td>}
        </tr>)}</tbody>
    </table>;
}

const Archive = ({ rows }: { readonly rows: readonly AnnualReview[] }): React.ReactElement => <table className='e-plain-table k-annual-archive'>
    <thead><tr>
        <th scope='col'>{nls.localize('earshot/knowledge/annual/held-on', 'Held on')}</th><th scope='col'>{nls.localize('earshot/knowledge/annual/scope', 'What')}</th><th scope='col'>{nls.localize('earshot/knowledge/annual/participants', 'Participants')}</th>
        <th scope='col'>{nls.localize('earshot/knowledge/annual/recorded-by', 'Minutes by')}</th><th scope='col'>{nls.localize('earshot/knowledge/annual/actions', 'Actions done')}</th>
    </tr></thead>
    <tbody>{rows.map(each => <tr key={each.id}>
        <th scope='row'><Link to={`/knowledge/annual-reviews/${each.id}`}>{formatDate(each.heldOn)}</Link></th><td>{reviewedText(each)}</td><td>{formatList(each.participants.map(one => one.name))}</td><td>{each.recordedByName}</td>
        <td className='e-figures'>{each.actions.length === 0 ? nls.localize('earshot/knowledge/annual/no-actions', 'none decided') : nls.localize('earshot/knowledge/annual/done-of', '{0} of {1}', formatNumber(each.actions.filter(one => one.doneAt).length), formatNumber(each.actions.length))}</td>
    </tr>)}</tbody>
</table>;
