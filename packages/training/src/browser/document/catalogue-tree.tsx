import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Link } from '@earshot/core/lib/browser/navigation';
import { formatNumber, Icon } from '@earshot/core/lib/browser/widgets';
import { chaptersOfKind, documentKinds } from '../../common/document/document-content';
import type { CatalogueEntry } from '../../common/document/document-contract';
import type { DocumentListFilter } from './document-filter';
import { chapterText, kindText } from './document-words';

const addressOf = (filter: Pick<DocumentListFilter, 'kind' | 'chapter' | 'area'>): string => {
    const query = new URLSearchParams(Object.entries(filter).filter((each): each is [string, string] => typeof each[1] === 'string' && each[1] !== ''));
    return `/training/documents${query.size ? `?${query}` : ''}`;
};
const sum = (entries: readonly CatalogueEntry[]): number => entries.reduce((total, each) => total + each.documents, 0);

interface LayerProps { readonly depth: 1 | 2 | 3; readonly filter: Pick<DocumentListFilter, 'kind' | 'chapter' | 'area'>; readonly label: string; readonly count: number; readonly current: boolean; readonly icon?: string }

const Layer = ({ depth, filter, label, count, current, icon }: LayerProps): React.ReactElement =>
    <Link to={addressOf(filter)} className={`t-layer t-layer-${depth}`} aria-current={current ? 'true' : undefined}>
        {icon && <Icon name={icon} />}<span className='t-ellipsis'>{label}</span><span className='t-count e-figures'>{formatNumber(count)}</span>
    </Link>;

/** The layers of the catalogue: kind, channel or field, area; one entry point to every document. */
export function CatalogueTree({ entries, filter }: { readonly entries: readonly CatalogueEntry[]; readonly filter: DocumentListFilter }): React.ReactElement {
    const { kind, chapter, area } = filter;
    return <nav className='t-catalogue' aria-label={nls.localize('earshot/training/documents/catalogue', 'Catalogue')}>
        <Layer depth={1} filter={{}} icon='library' label={nls.localize('earshot/training/documents/all', 'All documents')} count={sum(entries)} current={!kind} />
        {documentKinds.map(ofKind => {
            const inKind = entries.filter(each => each.kind === ofKind);
            return <React.Fragment key={ofKind}>
                <Layer depth={1} filter={{ kind: ofKind }} icon={ofKind === 'business' ? 'call-incoming' : 'organization'} label={kindText(ofKind)} count={sum(inKind)} current={kind === ofKind && !chapter} />
                {chaptersOfKind[ofKind].filter(each => inKind.some(entry => entry.chapter === each)).map(ofChapter => {
                    const inChapter = inKind.filter(each => each.chapter === ofChapter);
                    return <React.Fragment key={ofChapter}>
                        <Layer depth={2} filter={{ kind: ofKind, chapter: ofChapter }} label={chapterText(ofChapter)} count={sum(inChapter)} current={chapter === ofChapter && !area} />
                        {inChapter.filter(each => each.area !== '').map(each => <Layer key={each.area} depth={3} filter={{ kind: ofKind, chapter: ofChapter, area: each.area }} label={each.area} count={each.documents} current={chapter === ofChapter && area === each.area} />)}
                    </React.Fragment>;
                })}
            </React.Fragment>;
        })}
    </nav>;
}
