import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, EmptyState, formatNumber, Notice, Page, Progress, Segmented, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { ArticleImport, ImportRow } from '../../common/import/import-contract';
import { type ImportOutcome, importOutcomes, type ImportProblemCode, type ImportSettings as Settings } from '../../common/import/import-file';
import { mayDo } from '../../common/import/import-state';
import { knowledgeContract } from '../../common/knowledge-contract';
import { ImportSettings } from './import-settings';
import { importProblemText, importStateText, importStateTone, outcomeText, outcomeTone, resultText } from './import-words';
import { isBusy, useImport, useImportRows } from './use-imports';

/** @param written whether something has happened yet */
const columns = (written: boolean): readonly Column<ImportRow>[] => [
    { id: 'outcome', title: nls.localize('earshot/knowledge/import/column-outcome', 'What would happen'), fixed: true, width: 150, grow: 0, value: each => outcomeText(each.outcome), render: each => <Badge tone={outcomeTone(each.outcome)}>{outcomeText(each.outcome)}</Badge> },
    { id: 'title', title: nls.localize('earshot/knowledge/column/title', 'Title'), width: 220, grow: 3, value: each => each.title, render: each => each.articleId ? <Link to={`/knowledge/articles/${each.articleId}`}>{each.title}</Link> : <span className='k-ellipsis'>{each.title}</span> },
    { id: 'source', title: nls.localize('earshot/knowledge/import/column-source', 'Stands in'), width: 180, grow: 2, value: each => each.source },
    { id: 'problems', title: nls.localize('earshot/knowledge/import/column-problems', 'Why'), width: 260, grow: 3, value: each => each.problems.map(({ code, detail }) => importProblemText(code as ImportProblemCode, detail)).join(' ') },
    ...written ? [{ id: 'result', title: nls.localize('earshot/knowledge/import/column-result', 'What happened'), width: 160, grow: 0, value: (each: ImportRow) => each.result ? resultText(each.result) : '' }] : []
];

/** One import: how it is read, what would become of each article, and then what did. */
export default function ImportPage({ params, query }: PageProps): React.ReactElement {
    const id = params.id!;
    const { data, error } = useImport(id);
    const errors = useErrorText();
    const setQuery = useSetQuery();
    const outcome = importOutcomes.find(each => each === query.get('outcome'));
    const rows = useImportRows(id, data && !isBusy(data) ? data.version : undefined, outcome);
    const shown = React.useMemo(() => rows.data?.pages.flatMap(each => each.rows), [rows.data]);
    if (!data) {
        return <Page title={nls.localize('earshot/knowledge/import/page', 'Import')}>{error ? <Notice tone='critical'>{errors.describe(error)}</Notice> : <Skeleton />}</Page>;
    }
    return <Page title={data.name} subtitle={<Badge tone={importStateTone(data.state)}>{importStateText(data.state)}</Badge>} actions={<ImportActions of={data} />}>
        {isBusy(data) ? <Progress showLabel value={data.progress} label={importStateText(data.state)} /> : <>
            {data.problem && <Notice tone='critical'>{errors.problems({ code: 'INVALID', data: { problems: [{ path: 'file', code: data.problem.code }] } })[0]?.text}</Notice>}
            {data.state === 'done' && <div className='k-import-note'><Notice tone='good'>{nls.localize('earshot/knowledge/import/done', 'Drafts written: {0}. Readers see none of it yet: submit them for review when they are as you want them.', formatNumber(data.results.written ?? 0))}</Notice></div>}
            {data.state === 'undone' && <div className='k-import-note'><Notice>{nls.localize('earshot/knowledge/import/undone', 'Drafts taken away: {0}. Kept, because somebody has changed them since: {1}.', formatNumber(data.results.removed ?? 0), formatNumber(data.results.kept ?? 0))}</Notice></div>}
            {mayDo(data.state, 'set') && <Reading of={data} />}
            {data.state !== 'failed' && <DataTable name='knowledge.import-rows' label={nls.localize('earshot/knowledge/import/rows', 'Articles in the file')} columns={columns(Object.keys(data.results).length > 0)} rows={shown} keyOf={each => String(each.place)}
                hasMore={rows.hasNextPage} onMore={() => { if (!rows.isFetchingNextPage) { void rows.fetchNextPage(); } }} error={rows.error} onRetry={() => void rows.refetch()}
                toolbar={<OutcomeFilter of={data} value={outcome} onChange={value => setQuery({ outcome: value ?? null })} />}
                empty={<EmptyState icon='book' title={nls.localize('earshot/knowledge/import/no-rows', 'No articles here.')} />} />}
        </>}
    </Page>;
}

/** The counts are the filter. */
function OutcomeFilter({ of, value, onChange }: { readonly of: ArticleImport; readonly value: ImportOutcome | undefined; onChange(value: ImportOutcome | undefined): void }): React.ReactElement {
    const total = Object.values(of.outcomes).reduce((sum, each) => sum + each, 0);
    const counted = (label: string, count: number): string => nls.localize('earshot/knowledge/import/counted', '{0} {1}', label, formatNumber(count));
    return <Segmented label={nls.localize('earshot/knowledge/import/column-outcome', 'What would happen')} value={value ?? 'all'} onChange={each => onChange(importOutcomes.find(one => one === each))}
        options={[{ value: 'all', label: counted(nls.localize('earshot/knowledge/import/all', 'All'), total) }, ...importOutcomes.filter(each => of.outcomes[each]).map(each => ({ value: each, label: counted(outcomeText(each), of.outcomes[each] ?? 0) }))]} />;
}

function Reading({ of }: { readonly of: ArticleImport }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const read = useChange({ run: (settings: Settings) => client.imports.set({ id: of.id, version: of.version, settings }), invalidates: [['article-import']] });
    return <ImportSettings key={of.version} of={of} busy={read.isPending} onRead={settings => read.mutate(settings)} />;
}

function ImportActions({ of }: { readonly of: ArticleImport }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const about = { id: of.id, version: of.version };
    const write = useChange({ run: () => client.imports.write(about), invalidates: [['article-import']] });
    const undo = useChange({ run: () => client.imports.undo(about), invalidates: [['article-import']] });
    const cancel = useChange({ run: () => client.imports.cancel({ id: of.id }), invalidates: [['article-import']] });
    const remove = useChange({ run: () => client.imports.remove({ id: of.id }), invalidates: [['article-import']], then: () => void navigate('/knowledge/imports') });
    const useful = (of.outcomes.new ?? 0) + (of.outcomes.changed ?? 0) - (of.results.written ?? 0) - (of.results.removed ?? 0) - (of.results.kept ?? 0) - (of.results.failed ?? 0);
    return <>
        {mayDo(of.state, 'remove') && <Button variant='quiet' busy={remove.isPending} onClick={() => remove.mutate(undefined)}>{nls.localize('earshot/knowledge/import/remove', 'Forget it')}</Button>}
        {mayDo(of.state, 'cancel') && <Button busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>{nls.localize('earshot/knowledge/import/cancel', 'Stop')}</Button>}
        {mayDo(of.state, 'undo') && <Button icon='discard' busy={undo.isPending} onClick={() => undo.mutate(undefined)}>{nls.localize('earshot/knowledge/import/undo', 'Undo the import')}</Button>}
        {mayDo(of.state, 'write') && <Button variant='primary' icon='cloud-upload' disabled={useful <= 0} busy={write.isPending} onClick={() => write.mutate(undefined)}>{nls.localize('earshot/knowledge/import/write', 'Import as drafts ({0})', formatNumber(Math.max(0, useful)))}</Button>}
    </>;
}
