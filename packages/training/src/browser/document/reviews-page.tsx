import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { uuid } from '@earshot/core/lib/browser/navigation/address-values';
import { Badge, Button, EmptyState, Page, Segmented, Skeleton } from '@earshot/core/lib/browser/widgets';
import { MinutesView } from '@earshot/writing/lib/browser/minutes/minutes-view';
import type { DocumentReview } from '../../common/document/care-contract';
import { trainingContract } from '../../common/training-contract';
import { outcomeText, outcomeTone } from './care-words';
import { versionText } from './document-words';
import { ReviewDialog } from './review-dialog';

interface Found { rows: DocumentReview[]; next?: string }
type Shown = 'all' | 'catalogue' | 'documents';

/** The minutes of all reviews: of the catalogue as a whole, and of single documents. */
export default function ReviewsPage({ query }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const setQuery = useSetQuery();
    const { describe } = useErrorText();
    const shown: Shown = query.get('of') === 'catalogue' ? 'catalogue' : query.get('of') === 'documents' ? 'documents' : 'all';
    const reviews = useInfiniteQuery({
        queryKey: ['document', 'reviews', shown], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.documentReviews.list({ ...shown === 'all' ? {} : { catalogue: shown === 'catalogue' }, after: pageParam, limit: 50 }, { signal }) as Promise<Found>, getNextPageParam: last => last.next
    });
    const rows = reviews.data?.pages.flatMap(each => each.rows);
    const wanted = query.get('new');
    const mayWrite = session.may('document:write');
    const record = nls.localize('earshot/training/reviews/new', 'Review the catalogue');
    return <Page title={nls.localize('earshot/training/reviews/title', 'Reviews')} width='wide' subtitle={nls.localize('earshot/training/reviews/subtitle', 'Every document and the catalogue as a whole are looked at once a year at least.')} actions={mayWrite && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'catalogue' })}>{record}</Button>}>
        <Segmented<Shown> label={nls.localize('earshot/training/reviews/of', 'Reviews of')} value={shown} onChange={value => setQuery({ of: value === 'all' ? null : value })} options={[
            { value: 'all', label: nls.localize('earshot/training/readers/all', 'All') }, { value: 'catalogue', label: nls.localize('earshot/training/documents/catalogue', 'Catalogue') }, { value: 'documents', label: nls.localize('earshot/training/documents/title', 'Documents') }]} />
        {reviews.error ? <EmptyState icon='warning' title={describe(reviews.error)} /> : !rows ? <Skeleton lines={6} /> : rows.length === 0
            ? <EmptyState icon='verified' title={nls.localize('earshot/training/reviews/none', 'No minutes yet.')} /> : <div className='t-reviews'>{rows.map(each => <Minutes key={each.id} review={each} />)}</div>}
        {reviews.hasNextPage && <Button onClick={() => void reviews.fetchNextPage()} busy={reviews.isFetchingNextPage}>{nls.localize('earshot/training/reviews/more', 'Earlier ones')}</Button>}
        {mayWrite && wanted !== null && <ReviewDialog key={wanted} documentId={uuid(wanted) ?? null} onClose={() => setQuery({ new: null })} />}
    </Page>;
}

function Minutes({ review }: { readonly review: DocumentReview }): React.ReactElement {
    const client = useClient(trainingContract);
    const settle = useChange({ run: (id: string) => client.documentReviews.settle({ id }), invalidates: [['document'], ['work']], done: () => nls.localize('earshot/training/reviews/settled', 'Done.') });
    return <MinutesView {...review} settling={settle.isPending ? settle.variables : undefined} onSettle={id => settle.mutate(id)} title={<>
        {review.documentId ? <Link to={`/training/documents/${review.documentId}`}>{review.documentTitle}</Link> : <strong>{nls.localize('earshot/training/review/catalogue', 'Review of the catalogue')}</strong>}
        {review.number && <span className='t-quiet'>{versionText(review.number)}</span>}{review.outcome && <Badge tone={outcomeTone(review.outcome)}>{outcomeText(review.outcome)}</Badge>}
    </>}><p className='w-minutes-said'>{review.findings}</p></MinutesView>;
}
