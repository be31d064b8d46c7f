import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, Button, Checkbox, DataTable, EmptyState, Field, FilterChips, FilterPopover, ListSearch, Page, Select } from '@earshot/core/lib/browser/widgets';
import { usePositionOptions } from '@earshot/core/lib/browser/people/lookups';
import { documentOrders, documentStates } from '../../common/document/document-contract';
import { CatalogueTree } from './catalogue-tree';
import { documentColumns } from './document-columns';
import { documentFilterNames, type DocumentListFilter, filterCount, readDocumentFilter } from './document-filter';
import { documentStateText, orderText } from './document-words';
import { NewDocument } from './new-document';
import { useCatalogue, useDocumentList } from './use-documents';

/** The one entry point to process documents: the catalogue in layers, and what stands in the layer that is open. */
export default function DocumentsPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const setQuery = useSetQuery();
    const navigate = useNavigate();
    const filter = React.useMemo(() => readDocumentFilter(query), [query]);
    const documents = useDocumentList(filter, session.person.id);
    const entries = useCatalogue();
    const withReaders = session.may('acknowledgement:read');
    const columns = React.useMemo(() => documentColumns(withReaders), [withReaders]);
    const rows = React.useMemo(() => documents.data?.pages.flatMap(each => each.rows), [documents.data]);
    const mayWrite = session.may('document:write');
    usePageKeys([
        { keys: '/', title: nls.localize('earshot/training/documents/key-search', 'Search documents'), run: () => document.querySelector<HTMLInputElement>('.t-search input, input.t-search')?.focus() },
        { keys: 'n', title: nls.localize('earshot/training/documents/new', 'New document'), enabled: mayWrite, run: () => setQuery({ new: 'document' }) }
    ]);
    const filtered = Object.keys(filter).length > 0;
    return <Page title={nls.localize('earshot/training/documents/title', 'Documents')} actions={mayWrite && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'document' })}>{nls.localize('earshot/training/documents/new', 'New document')}</Button>}>
        <div className='t-documents'>
            <CatalogueTree entries={entries} filter={filter} />
            <DataTable name='training.documents' label={nls.localize('earshot/training/documents/title', 'Documents')} columns={columns} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/training/documents/${row.id}`)}
                hasMore={documents.hasNextPage} onMore={() => { if (!documents.isFetchingNextPage) { void documents.fetchNextPage(); } }} error={documents.error} onRetry={() => void documents.refetch()}
                rowClass={each => each.state === 'obsolete' ? 't-obsolete-row' : undefined} toolbar={<Toolbar filter={filter} />}
                empty={filtered
                    ? <EmptyState icon='search' title={nls.localize('earshot/training/documents/none-found', 'No document fits these filters.')} action={<Button onClick={() => setQuery(Object.fromEntries(documentFilterNames.map(each => [each, null])))}>{nls.localize('earshot/training/documents/show-all', 'Show all documents')}</Button>} />
                    : <EmptyState icon='library' title={nls.localize('earshot/training/documents/none', 'No process documents yet.')} action={mayWrite && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'document' })}>{nls.localize('earshot/training/documents/first', 'Write the first one')}</Button>} />} />
        </div>
        {query.get('new') !== null && <NewDocument filter={filter} onClose={() => setQuery({ new: null })} />}
    </Page>;
}

function Toolbar({ filter }: { readonly filter: DocumentListFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const positions = usePositionOptions();
    const [mine, owned] = [nls.localize('earshot/training/filter/mine', 'Those that I have to read'), nls.localize('earshot/training/filter/owned', 'Those that I answer for')];
    return <>
        <ListSearch className='t-search' value={filter.q} label={nls.localize('earshot/training/documents/search', 'Title of a document')} />
        <FilterPopover count={filterCount(filter)} onClear={() => setQuery({ state: null, position: null, owned: null, mine: null })}>
            <Field label={nls.localize('earshot/training/column/state', 'State')}><Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[anyOption(), ...documentStates.map(value => ({ value, label: documentStateText(value) }))]} /></Field>
            <Field label={nls.localize('earshot/training/column/position', 'Position concerned')}><Select value={filter.position ?? ''} onChange={value => setQuery({ position: value })} options={[anyOption(), ...positions]} /></Field>
            <Field label={nls.localize('earshot/training/filter/order', 'Order')}><Select value={filter.order ?? 'catalogue'} onChange={value => setQuery({ order: value === 'catalogue' ? null : value })} options={documentOrders.map(value => ({ value, label: orderText(value) }))} /></Field>
            <Checkbox label={mine} checked={filter.mine ?? false} onChange={on => setQuery({ mine: on || null })} />
            <Checkbox label={owned} checked={filter.owned ?? false} onChange={on => setQuery({ owned: on || null })} />
        </FilterPopover>
        <FilterChips chips={[
            filter.state !== undefined && [['state'], documentStateText(filter.state)], filter.position !== undefined && [['position'], positions.find(each => each.value === filter.position)?.label ?? '…'],
            filter.mine === true && [['mine'], mine], filter.owned === true && [['owned'], owned]
        ]} />
    </>;
}
