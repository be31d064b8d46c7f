import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Link } from '@earshot/core/lib/browser/navigation';
import { formatDate, Icon, Notice } from '@earshot/core/lib/browser/widgets';
import type { Document, DocumentVersion } from '../../common/document/document-contract';

/** What a reader must know before they read on: that it is obsolete, or not in effect yet. It is a sheet across the page, and printed with it. */
export function DocumentBanner({ document, version }: { readonly document: Document; readonly version: DocumentVersion }): React.ReactElement | null {
    const current = document.state === 'effective' && version.state !== 'effective' && <Link className='t-banner-link' to={`/training/documents/${document.id}`}>{nls.localize('earshot/training/banner/current', 'Open version {0}, which is in effect', document.number ?? '')}</Link>;
    switch (version.state) {
        case 'obsolete': return <div className='t-banner t-banner-obsolete' role='alert'><Icon name='circle-slash' />
            <div><strong>{nls.localize('earshot/training/banner/obsolete', 'Obsolete: do not work by this')}</strong>
                <span>{document.state === 'obsolete' ? nls.localize('earshot/training/banner/retired', 'The document was withdrawn on {0}.', formatDate(version.obsoleteAt)) : nls.localize('earshot/training/banner/superseded', 'A later version took its place on {0}.', formatDate(version.obsoleteAt))}</span></div>{current}</div>;
        case 'effective': return document.reviewDueAt !== null && Date.parse(document.reviewDueAt) < Date.now()
            ? <Notice tone='caution'>{nls.localize('earshot/training/banner/review-overdue', 'Its review was due on {0}. Ask its owner where you are in doubt.', formatDate(document.reviewDueAt))}</Notice> : null;
        default: return <div className='t-banner t-banner-coming' role='status'><Icon name='clock' />
            <div><strong>{nls.localize('earshot/training/banner/not-yet', 'Not in effect yet')}</strong>
                <span>{version.effectiveAt ? nls.localize('earshot/training/banner/from', 'It takes effect on {0}.', formatDate(version.effectiveAt)) : nls.localize('earshot/training/banner/no-day', 'The day on which it takes effect is not known yet.')}</span></div>{current}</div>;
    }
}
