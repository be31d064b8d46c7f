import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Beside, Button, DataTable, EmptyState, Page } from '@earshot/core/lib/browser/widgets';
import { filtersOf, type SavedView } from '../filter/saved-view';
import { SavedViews } from '../filter/saved-views';
import { callColumns } from './call-columns';
import { callFilterNames, filterCount, readCallFilter } from './call-filter';
import { CallChips, CallFilters, CallSearch } from './call-filters';
import { CallPanel } from './call-panel';
import { useCallList } from './use-calls';
import { FileDrop } from './import/file-drop';
import { useFilePicker } from './import/use-file-picker';
import { useImport } from './import/use-import';

const givenViews = (mayEvaluate: boolean): readonly SavedView[] => [
    { id: 'all', name: nls.localize('earshot/quality/views/all', 'All calls'), search: '' },
    ...mayEvaluate ? [{ id: 'open', name: nls.localize('earshot/quality/views/open', 'To evaluate'), search: 'evaluated=not-by-me&state=ready' }] : [],
    { id: 'unevaluated', name: nls.localize('earshot/quality/views/unevaluated', 'Evaluated by nobody'), search: 'evaluated=no' }
];

/** All calls that the person may see: find one, look at it beside the list, evaluate it. */
export default function CallsPage({ params, query }: PageProps): React.ReactElement {
    const session = useSession();
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const filter = React.useMemo(() => readCallFilter(query), [query]);
    const calls = useCallList(filter);
    const columns = React.useMemo(callColumns, []);
    const rows = React.useMemo(() => calls.data?.pages.flatMap(each => each.rows), [calls.data]);
    const [checked, setChecked] = React.useState<ReadonlySet<string>>(new Set());
    const mayImport = session.may('interaction:import');
    const mayLead = session.may('calibration:lead');
    const service = useImport();
    const importFiles = (files: readonly File[]): void => {
        service.add(files);
        void navigate('/quality/import');
    };
    const { pick, input } = useFilePicker(importFiles);
    const search = filtersOf(query, callFilterNames);
    const open = (id: string | null): void => void navigate(id ? `/quality/calls/${id}` : '/quality/calls', { query: Object.fromEntries(new URLSearchParams(search)), replace: params.id !== undefined });
    const views = React.useMemo(() => givenViews(session.may('evaluation:write')), [session]);
    usePageKeys([
        { keys: '/', title: nls.localize('earshot/quality/calls/key-search', 'Search calls'), run: () => document.querySelector<HTMLInputElement>('.q-search')?.focus() },
        { keys: 'escape', title: nls.localize('earshot/quality/calls/key-close', 'Close the call beside the list'), enabled: params.id !== undefined, when: '!dialogOpen && !inputFocus', run: () => open(null) }
    ]);
    const filtered = filterCount(filter) > 0 || filter.q !== undefined;
    return <Page title={nls.localize('earshot/quality/calls/title', 'Calls')} actions={<>
        {mayLead && checked.size > 0 && <Button icon='organization' onClick={() => void navigate('/quality/calibrations', { query: { prepare: [...checked].join(',') } })}>
            {nls.localize('earshot/quality/calls/calibrate', 'Calibrate with these ({0})', checked.size)}
        </Button>}
        {mayImport && <Button variant='quiet' icon='comment-discussion' onClick={() => void navigate('/quality/note')}>{nls.localize('earshot/quality/note/title', 'Without a recording')}</Button>}
        {mayImport && <Button icon='cloud-upload' onClick={pick}>{nls.localize('earshot/quality/calls/import', 'Import calls')}</Button>}
    </>}>
        {input}
        {mayImport && <FileDrop onFiles={importFiles} />}
        <Beside panel={params.id && <CallPanel key={params.id} id={params.id} from={search} onClose={() => open(null)} />}>
            <DataTable name='quality.calls' label={nls.localize('earshot/quality/calls/title', 'Calls')} columns={columns} rows={rows} keyOf={each => each.id}
                openKey={params.id ?? null} onOpen={row => open(row.id)} hasMore={calls.hasNextPage} onMore={() => { if (!calls.isFetchingNextPage) { void calls.fetchNextPage(); } }}
                error={calls.error} onRetry={() => void calls.refetch()} checked={mayLead ? checked : undefined} onChecked={setChecked}
                toolbar={<>
                    <SavedViews list='calls' query={query} names={callFilterNames} given={views} />
                    <CallSearch filter={filter} />
                    <CallFilters filter={filter} />
                    <CallChips filter={filter} />
                </>}
                empty={filtered
                    ? <EmptyState icon='search' title={nls.localize('earshot/quality/calls/none-found', 'No call fits these filters.')}
                        action={<Button onClick={() => setQuery(Object.fromEntries(callFilterNames.map(each => [each, null])))}>{nls.localize('earshot/quality/calls/show-all', 'Show all calls')}</Button>} />
                    : <NoCalls mayImport={mayImport} onImport={pick} />} />
        </Beside>
    </Page>;
}

const NoCalls = ({ mayImport, onImport }: { readonly mayImport: boolean; onImport(): void }): React.ReactElement =>
    <EmptyState icon='call-incoming' title={nls.localize('earshot/quality/calls/none', 'No calls yet.')}
        action={mayImport && <Button variant='primary' icon='cloud-upload' onClick={onImport}>{nls.localize('earshot/quality/calls/choose', 'Choose recordings…')}</Button>}>
        {mayImport ? <p>{nls.localize('earshot/quality/calls/none-import', 'Drop recordings anywhere on this page, or choose them: WAV, MP3, Opus, FLAC and more, in stereo, mono, or one file for each side. For thousands of calls there is a command; the manual tells how.')}</p>
            : <p>{nls.localize('earshot/quality/calls/none-wait', 'Calls appear here as soon as somebody has imported them and they concern you.')}</p>}
    </EmptyState>;
