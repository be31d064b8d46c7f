import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, EmptyState, formatNumber, Page, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { ArticleImport } from '../../common/import/import-contract';
import { ImportDialog } from './import-dialog';
import { importStateText, importStateTone } from './import-words';
import { useImports } from './use-imports';

const sum = (counts: Readonly<Record<string, number | undefined>>, ...names: readonly string[]): number => names.reduce((total, each) => total + (counts[each] ?? 0), 0);

const columns = (): readonly Column<ArticleImport>[] => [
    { id: 'name', title: nls.localize('earshot/knowledge/import/column-name', 'File'), fixed: true, width: 260, grow: 3, value: each => each.name },
    { id: 'state', title: nls.localize('earshot/knowledge/column/state', 'State'), width: 160, value: each => importStateText(each.state), render: each => <Badge tone={importStateTone(each.state)}>{importStateText(each.state)}</Badge> },
    { id: 'found', title: nls.localize('earshot/knowledge/import/column-found', 'Articles in it'), width: 110, grow: 0, numeric: true, value: each => sum(each.outcomes, 'new', 'changed', 'unchanged', 'conflict', 'invalid'), render: each => formatNumber(sum(each.outcomes, 'new', 'changed', 'unchanged', 'conflict', 'invalid')) },
    { id: 'written', title: nls.localize('earshot/knowledge/import/column-written', 'Drafts of it'), width: 110, grow: 0, numeric: true, value: each => sum(each.results, 'written', 'kept'), render: each => formatNumber(sum(each.results, 'written', 'kept')) },
    { id: 'person', title: nls.localize('earshot/knowledge/import/column-person', 'By'), width: 120, value: each => each.personName },
    { id: 'created', title: nls.localize('earshot/knowledge/import/column-created', 'Handed in'), width: 130, grow: 0, value: each => each.createdAt, render: each => <RelativeTime moment={each.createdAt} /> }
];

/** Files with articles that were handed in, and what became of them. */
export default function ImportsPage({ query }: PageProps): React.ReactElement {
    const imports = useImports();
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const rows = React.useMemo(() => imports.data?.pages.flatMap(each => each.rows), [imports.data]);
    const begin = (): void => setQuery({ new: 'import' });
    usePageKeys([{ keys: 'n', title: nls.localize('earshot/knowledge/import/title', 'Import articles'), run: begin }]);
    const button = <Button variant='primary' icon='cloud-upload' onClick={begin}>{nls.localize('earshot/knowledge/import/title', 'Import articles')}</Button>;
    return <Page title={nls.localize('earshot/knowledge/imports/title', 'Imports')} actions={rows?.length ? button : undefined}>
        <DataTable name='knowledge.imports' label={nls.localize('earshot/knowledge/imports/title', 'Imports')} columns={columns()} rows={rows} keyOf={each => each.id} onOpen={each => void navigate(`/knowledge/imports/${each.id}`)}
            hasMore={imports.hasNextPage} onMore={() => { if (!imports.isFetchingNextPage) { void imports.fetchNextPage(); } }} error={imports.error} onRetry={() => void imports.refetch()}
            empty={<EmptyState icon='cloud-upload' title={nls.localize('earshot/knowledge/imports/none', 'Nothing was imported yet.')} action={button}>{nls.localize('earshot/knowledge/imports/none-text', 'Bring the answers that you have: a folder of Markdown, a table of questions and answers, a manual in Word.')}</EmptyState>} />
        {query.get('new') !== null && <ImportDialog onClose={() => setQuery({ new: null })} />}
    </Page>;
}
