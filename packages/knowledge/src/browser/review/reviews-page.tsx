import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Beside, Button, DataTable, EmptyState, formatNumber, Page, Segmented, Select } from '@earshot/core/lib/browser/widgets';
import { knowledgeContract } from '../../common/knowledge-contract';
import type { ReviewRow } from '../../common/review/review-contract';
import { useCategories } from '../article/use-articles';
import { categoryOptions } from '../category/category-text';
import { ArticlePanel } from '../reader/article-panel';
import { HandOverDialog } from './hand-over-dialog';
import { reviewColumns } from './review-columns';
import { type ReviewFilter, useReviewCount, useReviewQueue } from './use-reviews';

const choices = [0, 30, 90, 365] as const;
/** As many as are confirmed with one request. */
const most = 200;

function daysText(days: number): string {
    switch (days) {
        case 0: return nls.localize('earshot/knowledge/reviews/overdue-only', 'Overdue only');
        case 365: return nls.localize('earshot/knowledge/reviews/within-year', 'Due within a year');
        default: return nls.localize('earshot/knowledge/reviews/within-days', 'Due within {0} days', days);
    }
}

/** What is due for review, the most used on top; one key says that it is still right. */
export default function ReviewsPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const whose = query.get('whose') === 'all' ? 'all' : 'mine';
    const days = choices.find(each => String(each) === query.get('days')) ?? 30;
    const category = query.get('category') ?? undefined;
    const filter: ReviewFilter = React.useMemo(() => ({ days, ...whose === 'mine' ? { ownerId: session.person.id } : {}, ...category ? { categoryId: category } : {} }), [days, whose, category, session]);
    const queue = useReviewQueue(filter);
    const count = useReviewCount(filter);
    const categories = useCategories();
    const columns = React.useMemo(() => reviewColumns(categories), [categories]);
    const rows = React.useMemo(() => queue.data?.pages.flatMap(each => each.rows), [queue.data]);
    const [marked, setMarked] = React.useState<ReadonlySet<string>>(new Set());
    const [handingOver, setHandingOver] = React.useState(false);
    const beside = query.get('beside');
    const open = (id: string | null): void => setQuery({ beside: id });
    const chosen = (rows ?? []).filter(each => marked.has(each.id));
    /** What is marked, or else what is open beside. */
    const meant: readonly ReviewRow[] = chosen.length ? chosen.slice(0, most) : (rows ?? []).filter(each => each.id === beside);
    const confirm = useChange({
        run: (items: readonly ReviewRow[]) => client.reviews.confirm({ items: items.map(each => ({ revisionId: each.revisionId, version: each.revisionVersion })) }), invalidates: [['article'], ['work']],
        done: ({ confirmed, refused }) => refused.length === 0 ? nls.localize('earshot/knowledge/reviews/confirmed', 'Confirmed: {0}. Each has its next review date.', confirmed)
            : nls.localize('earshot/knowledge/reviews/confirmed-some', 'Confirmed: {0}. {1} had changed meanwhile or were done already: look at them again.', confirmed, refused.length),
        undo: (_, items) => client.reviews.takeBack({ revisionIds: items.map(each => each.revisionId) }),
        then: (_, items) => {
            setMarked(new Set());
            // On to the next one, so that a queue is worked off without the mouse.
            const last = Math.max(...items.map(each => rows!.findIndex(row => row.id === each.id)));
            const next = rows!.slice(last + 1).find(each => !items.some(one => one.id === each.id));
            if (beside) { open(next?.id ?? null); }
        }
    });
    const press = (): void => { if (meant.length && !confirm.isPending) { confirm.mutate(meant); } };
    usePageKeys([
        { keys: 'c', title: nls.localize('earshot/knowledge/reviews/key-confirm', 'What is marked, or open beside, is still right'), enabled: meant.length > 0, run: press },
        { keys: 'h', title: nls.localize('earshot/knowledge/reviews/key-hand-over', 'Hand over what is marked, or open beside'), enabled: meant.length > 0, run: () => setHandingOver(true) },
        { keys: 'e', title: nls.localize('earshot/knowledge/reviews/key-edit', 'Edit the article beside'), enabled: beside !== null, run: () => void navigate(`/knowledge/articles/${beside}/edit`) },
        { keys: 'escape', title: nls.localize('earshot/knowledge/articles/key-close', 'Close the article beside the list'), enabled: beside !== null, when: '!dialogOpen && !inputFocus', run: () => open(null) }
    ]);
    return <Page title={nls.localize('earshot/knowledge/reviews/title', 'Reviews')}
        subtitle={count && nls.localize('earshot/knowledge/reviews/subtitle', '{0} overdue, {1} due soon', formatNumber(count.overdue), formatNumber(count.soon))}
        actions={<>
            <Button icon='person-add' disabled={!meant.length} onClick={() => setHandingOver(true)}>{nls.localize('earshot/knowledge/reviews/hand-over-button', 'Hand over…')}</Button>
            <Button variant='primary' icon='verified' disabled={!meant.length} busy={confirm.isPending} onClick={press}>{chosen.length > 1 ? nls.localize('earshot/knowledge/reviews/confirm-several', 'Still right ({0})', chosen.length) : nls.localize('earshot/knowledge/reviews/confirm', 'Still right')}</Button>
        </>}>
        <Beside panel={beside && <ArticlePanel key={beside} id={beside} onClose={() => open(null)} />}>
            <DataTable name='knowledge.reviews' label={nls.localize('earshot/knowledge/reviews/title', 'Reviews')} columns={columns} rows={rows} keyOf={each => each.id} openKey={beside} onOpen={row => open(row.id)} checked={marked} onChecked={setMarked}
                hasMore={queue.hasNextPage} onMore={() => { if (!queue.isFetchingNextPage) { void queue.fetchNextPage(); } }} error={queue.error} onRetry={() => void queue.refetch()}
                toolbar={<>
                    <Segmented label={nls.localize('earshot/knowledge/reviews/whose', 'Whose articles')} value={whose} onChange={value => setQuery({ whose: value === 'all' ? 'all' : null })} options={[
                        { value: 'mine', label: nls.localize('earshot/knowledge/reviews/mine', 'Mine') }, { value: 'all', label: nls.localize('earshot/knowledge/reviews/everybody', 'Everybody’s') }]} />
                    <Select aria-label={nls.localize('earshot/knowledge/reviews/when', 'How far ahead')} value={String(days)} onChange={value => setQuery({ days: value === '30' ? null : value })} options={choices.map(each => ({ value: String(each), label: daysText(each) }))} />
                    <Select aria-label={nls.localize('earshot/knowledge/column/category', 'Category')} value={category ?? ''} onChange={value => setQuery({ category: value || null })} options={[{ value: '', label: nls.localize('earshot/knowledge/reviews/every-category', 'Every category') }, ...categoryOptions(categories)]} />
                </>}
                empty={<EmptyState icon='verified' title={whose === 'mine' ? nls.localize('earshot/knowledge/reviews/none-mine', 'Nothing of yours is due for review.') : nls.localize('earshot/knowledge/reviews/none', 'Nothing is due for review.')}
                    action={whose === 'mine' && <Button onClick={() => setQuery({ whose: 'all' })}>{nls.localize('earshot/knowledge/reviews/show-everybody', 'Show everybody’s')}</Button>} />} />
        </Beside>
        {handingOver && <HandOverDialog articleIds={meant.map(each => each.id)} onClose={() => setHandingOver(false)} />}
    </Page>;
}
