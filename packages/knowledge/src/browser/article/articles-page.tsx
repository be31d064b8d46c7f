import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Beside, Button, DataTable, EmptyState, Page } from '@earshot/core/lib/browser/widgets';
import { ArticlePanel } from '../reader/article-panel';
import { ExportDialog } from '../export/export-dialog';
import { articleColumns } from './article-columns';
import { articleFilterNames, filterCount, readArticleFilter } from './article-filter';
import { ArticleChips, ArticleFilters, ArticleSearch } from './article-filters';
import { NewArticle } from './new-article';
import { ReadingLanguageSelect, shownLanguage, useReadingLanguage } from './reading-language';
import { useArticleList, useCategories } from './use-articles';

/** All articles that the person may see; one opens beside the list. */
export default function ArticlesPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const setQuery = useSetQuery();
    const navigate = useNavigate();
    const filter = React.useMemo(() => readArticleFilter(query), [query]);
    const [reading, setReading] = useReadingLanguage();
    const articles = useArticleList(filter, session.person.id, shownLanguage(reading, filter));
    const categories = useCategories();
    const columns = React.useMemo(() => articleColumns(categories, id => setQuery({ beside: id })), [categories, setQuery]);
    const rows = React.useMemo(() => articles.data?.pages.flatMap(each => each.rows), [articles.data]);
    const beside = query.get('beside');
    const mayWrite = session.may('article:write');
    const making = query.get('new') !== null;
    const open = (id: string | null): void => setQuery({ beside: id });
    usePageKeys([
        { keys: '/', title: nls.localize('earshot/knowledge/articles/key-search', 'Search articles'), run: () => document.querySelector<HTMLInputElement>('.k-search')?.focus() },
        { keys: 'n', title: nls.localize('earshot/knowledge/articles/new', 'New article'), enabled: mayWrite, run: () => setQuery({ new: 'article' }) },
        { keys: 'o', title: nls.localize('earshot/knowledge/articles/key-open', 'Read the article beside on a page of its own'), enabled: beside !== null, run: () => void navigate(`/knowledge/articles/${beside}`) },
        { keys: 'escape', title: nls.localize('earshot/knowledge/articles/key-close', 'Close the article beside the list'), enabled: beside !== null, when: '!dialogOpen && !inputFocus', run: () => open(null) }
    ]);
    const filtered = filterCount(filter) > 0 || filter.q !== undefined;
    return <Page title={nls.localize('earshot/knowledge/articles/title', 'Articles')} actions={<>{session.may('article:export') && <Button icon='desktop-download' onClick={() => setQuery({ export: 'articles' })}>{nls.localize('earshot/knowledge/export/button', 'Export…')}</Button>}{mayWrite && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'article' })}>{nls.localize('earshot/knowledge/articles/new', 'New article')}</Button>}</>}>
        <Beside panel={beside && <ArticlePanel key={beside} id={beside} onClose={() => open(null)} />}>
            <DataTable name='knowledge.articles' label={nls.localize('earshot/knowledge/articles/title', 'Articles')} columns={columns} rows={rows} keyOf={each => each.id} openKey={beside} onOpen={row => open(row.id)}
                hasMore={articles.hasNextPage} onMore={() => { if (!articles.isFetchingNextPage) { void articles.fetchNextPage(); } }} error={articles.error} onRetry={() => void articles.refetch()}
                rowClass={each => each.state === 'retired' ? 'k-retired' : undefined} toolbar={<><ArticleSearch filter={filter} /><ArticleFilters filter={filter} /><ReadingLanguageSelect value={reading} onChange={setReading} /><ArticleChips filter={filter} /></>}
                empty={filtered
                    ? <EmptyState icon='search' title={nls.localize('earshot/knowledge/articles/none-found', 'No article fits these filters.')}
                        action={<Button onClick={() => setQuery(Object.fromEntries(articleFilterNames.map(each => [each, null])))}>{nls.localize('earshot/knowledge/articles/show-all', 'Show all articles')}</Button>} />
                    : <EmptyState icon='book' title={nls.localize('earshot/knowledge/articles/none', 'No articles yet.')}
                        action={mayWrite && <Button variant='primary' icon='add' onClick={() => setQuery({ new: 'article' })}>{nls.localize('earshot/knowledge/articles/first', 'Write the first one')}</Button>} />} />
        </Beside>
        {query.get('export') !== null && <ExportDialog filter={filter} onClose={() => setQuery({ export: null })} />}
        {making && <NewArticle onClose={() => setQuery({ new: null })} />}
    </Page>;
}
