import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, formatDate, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { MinutesView } from '@earshot/writing/lib/browser/minutes/minutes-view';
import type { AnnualReview } from '../../common/annual-review/annual-review-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { ReviewFiguresList } from './review-figures';
import { reviewedText, useSettling } from './use-annual-reviews';

/** The minutes of one review: to read, to settle what was decided, to print. */
export default function AnnualReviewPage({ params }: PageProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const { describe } = useErrorText();
    const { data: review, error } = useQuery({ queryKey: ['annual-review', 'one', params.id], queryFn: ({ signal }) => client.annualReviews.get({ id: params.id! }, { signal }) as Promise<AnnualReview> });
    return <Page title={nls.localize('earshot/knowledge/annual/page', 'Minutes of a review')} width='reading' back={{ to: '/knowledge/annual-reviews', label: nls.localize('earshot/knowledge/annual/title', 'Annual reviews') }}
        actions={review && <Button icon='file' onClick={() => window.print()}>{nls.localize('earshot/knowledge/annual/print', 'Print…')}</Button>}>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : review ? <Minutes review={review} /> : <Skeleton lines={8} />}
    </Page>;
}

function Minutes({ review }: { readonly review: AnnualReview }): React.ReactElement {
    const { settling, settle } = useSettling();
    const findings = [[nls.localize('earshot/knowledge/annual/completeness', 'Completeness'), review.completeness], [nls.localize('earshot/knowledge/annual/fitness', 'Fitness'), review.fitness]] as const;
    return <>
        {!review.intact && <Notice tone='critical'>{nls.localize('earshot/knowledge/annual/broken', 'What is stored is not what was recorded: its checksum differs. Compare it with a backup.')}</Notice>}
        <MinutesView {...review} title={<strong>{reviewedText(review)}</strong>} settling={settling} onSettle={settle} foot={<p className='w-minutes-quiet'>{nls.localize('earshot/knowledge/annual/next-by', 'Next review by {0}: {1}', formatDate(review.nextOn), review.nextOwnerName)}</p>}>
            <ReviewFiguresList figures={review.figures} />
            {findings.map(([label, said]) => <React.Fragment key={label}><h2 className='k-annual-heading'>{label}</h2><p className='w-minutes-said'>{said}</p></React.Fragment>)}
        </MinutesView>
        <p className='k-annual-hash'>{nls.localize('earshot/knowledge/annual/hash', 'SHA-256 of the minutes: {0}', review.hash)}</p>
    </>;
}
