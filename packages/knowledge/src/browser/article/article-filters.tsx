import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, Checkbox, Field, type FilterChip, FilterChips, FilterPopover, ListSearch, Select } from '@earshot/core/lib/browser/widgets';
import { articleOrders, articleStates } from '../../common/article/article-contract';
import { articleKindIds, articleLanguages } from '../../common/article/article-kind';
import { categoryOptions, categoryText } from '../category/category-text';
import { articleStateText, kindText, languageText, orderText } from '../words/article-words';
import { articleFilterNames, type ArticleListFilter, filterCount } from './article-filter';
import { useCategories, useTags } from './use-articles';

export const ArticleSearch = ({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement =>
    <ListSearch className='k-search' value={filter.q} label={nls.localize('earshot/knowledge/articles/search', 'Title, question or tag')} />;

/** All filters of the list behind one button. */
export function ArticleFilters({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const categories = useCategories();
    const tags = useTags();
    return <FilterPopover count={filterCount(filter)} onClear={() => setQuery(Object.fromEntries(articleFilterNames.filter(each => each !== 'q' && each !== 'order').map(each => [each, null])))}>
        <Field label={nls.localize('earshot/knowledge/column/category', 'Category')}><Select value={filter.category ?? ''} onChange={value => setQuery({ category: value })} options={[anyOption(), ...categoryOptions(categories)]} /></Field>
        <Field label={nls.localize('earshot/knowledge/column/kind', 'Kind')}><Select value={filter.kind ?? ''} onChange={value => setQuery({ kind: value })} options={[anyOption(), ...articleKindIds.map(value => ({ value, label: kindText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/knowledge/column/language', 'Language')}><Select value={filter.language ?? ''} onChange={value => setQuery({ language: value })} options={[anyOption(), ...articleLanguages.map(value => ({ value, label: languageText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/knowledge/column/state', 'State')}><Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[anyOption(), ...articleStates.map(value => ({ value, label: articleStateText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/knowledge/filter/tag', 'Tag')}><Select value={filter.tag ?? ''} onChange={value => setQuery({ tag: value })} options={[anyOption(), ...tags.map(each => ({ value: each.tag, label: each.tag }))]} /></Field>
        <Field label={nls.localize('earshot/knowledge/filter/order', 'Order')}><Select value={filter.order ?? 'changed'} onChange={value => setQuery({ order: value === 'changed' ? null : value })} options={articleOrders.map(value => ({ value, label: orderText(value) }))} /></Field>
        <Checkbox label={nls.localize('earshot/knowledge/filter/owned', 'Those that I answer for')} checked={filter.owned ?? false} onChange={on => setQuery({ owned: on || null })} />
        <Checkbox label={nls.localize('earshot/knowledge/filter/behind', 'Translations that are behind')} checked={filter.behind ?? false} onChange={on => setQuery({ behind: on || null })} />
    </FilterPopover>;
}

/** The filters that are set, each of which can be taken away. */
export function ArticleChips({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement {
    const categories = useCategories();
    const chips: readonly FilterChip[] = [
        filter.category !== undefined && [['category'], categoryText(categories, filter.category) || '…'], filter.kind !== undefined && [['kind'], kindText(filter.kind)], filter.language !== undefined && [['language'], languageText(filter.language)],
        filter.state !== undefined && [['state'], articleStateText(filter.state)], filter.tag !== undefined && [['tag'], `#${filter.tag}`],
        filter.waiting !== undefined && [['waiting'], filter.waiting === 'for-me' ? nls.localize('earshot/knowledge/filter/for-me', 'Waiting for my approval') : nls.localize('earshot/knowledge/filter/of-mine', 'Revisions that I write')],
        filter.owned === true && [['owned'], nls.localize('earshot/knowledge/filter/owned', 'Those that I answer for')], filter.behind === true && [['behind'], nls.localize('earshot/knowledge/filter/behind', 'Translations that are behind')]
    ];
    return <FilterChips chips={chips} />;
}
