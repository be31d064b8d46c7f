import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Column, formatDate, formatPercent, Icon, Progress, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { DocumentRow } from '../../common/document/document-contract';
import { chapterText, documentStateText, documentTone, languageText, versionStateText, versionTone } from './document-words';

/** The state of a document, and beside it that of the version on its way. */
export function DocumentStates({ document }: { readonly document: DocumentRow }): React.ReactElement {
    return <span className='t-states'>
        {(document.state !== 'new' || !document.open) && <Badge tone={documentTone(document.state)}>{documentStateText(document.state)}</Badge>}
        {document.open && <Badge tone={versionTone(document.open.state)} icon='edit'>{`${document.open.number} ${versionStateText(document.open.state)}`}</Badge>}
    </span>;
}

const overdue = (moment: string | null): boolean => moment !== null && Date.parse(moment) < Date.now();

/** What a document wants of the reader. */
export function Duty({ document }: { readonly document: DocumentRow }): React.ReactElement | null {
    switch (document.duty) {
        case 'due': return <Badge tone={overdue(document.dutyDueAt) ? 'critical' : 'caution'} icon='eye'>{nls.localize('earshot/training/documents/to-read', 'To read')}</Badge>;
        case 'done': return <span className='t-done'><Icon name='check' />{nls.localize('earshot/training/documents/read', 'Read')}</span>;
        case 'none': return null;
    }
}

const dutyText = ({ duty }: DocumentRow): string => duty === 'due' ? nls.localize('earshot/training/documents/to-read', 'To read') : duty === 'done' ? nls.localize('earshot/training/documents/read', 'Read') : '';

export const documentColumns = (withReaders: boolean): readonly Column<DocumentRow>[] => [
    {
        id: 'title', title: nls.localize('earshot/training/column/title', 'Title'), fixed: true, width: 240, grow: 4, value: each => each.title,
        render: each => <span className='t-title-cell'><span className='t-ellipsis'>{each.title}</span>{each.restricted && <Icon name='lock' label={nls.localize('earshot/training/documents/restricted', 'Restricted')} />}</span>
    },
    { id: 'number', title: nls.localize('earshot/training/column/number', 'Version'), width: 80, grow: 0, value: each => each.number ?? '' },
    { id: 'state', title: nls.localize('earshot/training/column/state', 'State'), width: 190, grow: 1, value: each => [documentStateText(each.state), each.open && versionStateText(each.open.state)].filter(Boolean).join(', '), render: each => <DocumentStates document={each} /> },
    { id: 'duty', title: nls.localize('earshot/training/column/duty', 'For me'), width: 100, grow: 0, value: dutyText, render: each => <Duty document={each} /> },
    ...withReaders ? [{
        id: 'readers', title: nls.localize('earshot/training/column/readers', 'Acknowledged'), width: 150, grow: 0, value: (each: DocumentRow) => each.acknowledged ? `${each.acknowledged.done}/${each.acknowledged.people}` : '',
        render: ({ acknowledged }: DocumentRow) => acknowledged && <span className='t-readers'><Progress value={acknowledged.done / acknowledged.people} label={formatPercent(acknowledged.done / acknowledged.people, 0)} /><span className='e-figures'>{`${acknowledged.done}/${acknowledged.people}`}</span></span>
    }] : [],
    { id: 'owner', title: nls.localize('earshot/training/column/owner', 'Owner'), width: 120, value: each => each.ownerName ?? '' },
    {
        id: 'due', title: nls.localize('earshot/training/column/review', 'Next review'), width: 120, grow: 0, value: each => each.reviewDueAt && formatDate(each.reviewDueAt),
        render: each => each.reviewDueAt && (overdue(each.reviewDueAt) ? <Badge tone='critical' icon='warning'>{formatDate(each.reviewDueAt)}</Badge> : formatDate(each.reviewDueAt))
    },
    { id: 'effective', title: nls.localize('earshot/training/column/effective', 'In effect since'), width: 120, grow: 0, value: each => each.effectiveAt && formatDate(each.effectiveAt) },
    { id: 'chapter', title: nls.localize('earshot/training/column/chapter', 'Channel or field'), width: 140, hidden: true, value: each => chapterText(each.chapter) },
    { id: 'area', title: nls.localize('earshot/training/column/area', 'Area'), width: 120, hidden: true, value: each => each.area },
    { id: 'language', title: nls.localize('earshot/training/column/language', 'Language'), width: 120, hidden: true, value: each => languageText(each.language) },
    { id: 'changed', title: nls.localize('earshot/training/column/changed', 'Changed'), width: 120, hidden: true, value: each => each.changedAt, render: each => <RelativeTime moment={each.changedAt} /> }
];
