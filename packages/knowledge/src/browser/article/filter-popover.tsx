import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, Checkbox, Chip, Field, Floating, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { articleOrders, articleStates } from '../../common/article/article-contract';
import { articleKindIds, articleLanguages } from '../../common/article/article-kind';
import { categoryOptions, categoryText } from '../category/category-text';
import { articleStateText, kindText, languageText, orderText } from '../words/article-words';
import { articleFilterNames, type ArticleListFilter, filterCount } from './article-filter';
import { useCategories, useTags } from './use-articles';

const any = (): { readonly value: ''; readonly label: string } => ({ value: '', label: nls.localize('earshot/knowledge/filter/any', 'Any') });
/** Milliseconds after the last key before the list follows what is typed. */
const typing = 250;

export function ArticleSearch({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const [typed, setTyped] = React.useState(filter.q ?? '');
    const given = React.useRef(filter.q ?? '');
    React.useEffect(() => {
        if (given.current !== (filter.q ?? '')) {
            given.current = filter.q ?? '';
            setTyped(given.current);
        }
    }, [filter.q]);
    React.useEffect(() => {
        const timer = window.setTimeout(() => {
            if (typed.trim() !== given.current) {
                given.current = typed.trim();
                setQuery({ q: given.current });
            }
        }, typing);
        return () => window.clearTimeout(timer);
    }, [typed, setQuery]);
    const label = nls.localize('earshot/knowledge/articles/search', 'Title, question or tag');
    return <TextField className='k-search' icon='search' clearable value={typed} onChange={setTyped} placeholder={label} aria-label={label} />;
}

/** All filters of the list behind one button. */
export function ArticleFilters({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const categories = useCategories();
    const tags = useTags();
    const [open, setOpen] = React.useState(false);
    const anchor = React.useRef<HTMLSpanElement>(null);
    const panel = React.useRef<HTMLDivElement>(null);
    const close = React.useCallback(() => setOpen(false), []);
    React.useEffect(() => { if (open) { panel.current?.querySelector<HTMLElement>('input, select')?.focus(); } }, [open]);
    const count = filterCount(filter);
    const name = nls.localize('earshot/knowledge/filter/name', 'Filters');
    return <span ref={anchor} className='k-filter-anchor'>
        <Button icon='filter' aria-haspopup='dialog' aria-expanded={open} onClick={() => setOpen(!open)}>{count ? nls.localize('earshot/knowledge/filter/name-count', 'Filters ({0})', count) : name}</Button>
        {open && <Floating anchor={anchor} className='e-popup' onOutside={close}>
            <div ref={panel} className='k-filter-panel' role='dialog' aria-label={name} onKeyDown={event => {
                if (event.key === 'Escape' && !event.defaultPrevented) {
                    event.stopPropagation();
                    close();
                    anchor.current?.querySelector('button')?.focus();
                }
            }}>
                <Field label={nls.localize('earshot/knowledge/column/category', 'Category')}><Select value={filter.category ?? ''} onChange={value => setQuery({ category: value })} options={[any(), ...categoryOptions(categories)]} /></Field>
                <Field label={nls.localize('earshot/knowledge/column/kind', 'Kind')}><Select value={filter.kind ?? ''} onChange={value => setQuery({ kind: value })} options={[any(), ...articleKindIds.map(value => ({ value, label: kindText(value) }))]} /></Field>
                <Field label={nls.localize('earshot/knowledge/column/language', 'Language')}><Select value={filter.language ?? ''} onChange={value => setQuery({ language: value })} options={[any(), ...articleLanguages.map(value => ({ value, label: languageText(value) }))]} /></Field>
                <Field label={nls.localize('earshot/knowledge/column/state', 'State')}><Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[any(), ...articleStates.map(value => ({ value, label: articleStateText(value) }))]} /></Field>
                <Field label={nls.localize('earshot/knowledge/filter/tag', 'Tag')}><Select value={filter.tag ?? ''} onChange={value => setQuery({ tag: value })} options={[any(), ...tags.map(each => ({ value: each.tag, label: each.tag }))]} /></Field>
                <Field label={nls.localize('earshot/knowledge/filter/order', 'Order')}><Select value={filter.order ?? 'changed'} onChange={value => setQuery({ order: value === 'changed' ? null : value })} options={articleOrders.map(value => ({ value, label: orderText(value) }))} /></Field>
                <Checkbox label={nls.localize('earshot/knowledge/filter/owned', 'Those that I answer for')} checked={filter.owned ?? false} onChange={on => setQuery({ owned: on || null })} />
                <Checkbox label={nls.localize('earshot/knowledge/filter/behind', 'Translations that are behind')} checked={filter.behind ?? false} onChange={on => setQuery({ behind: on || null })} />
                <div className='k-filter-footer'>
                    <Button variant='quiet' small disabled={count === 0} onClick={() => setQuery(Object.fromEntries(articleFilterNames.filter(each => each !== 'q' && each !== 'order').map(each => [each, null])))}>{nls.localize('earshot/knowledge/filter/clear', 'Clear all')}</Button>
                    <Button small onClick={close}>{nls.localize('earshot/knowledge/filter/close', 'Done')}</Button>
                </div>
            </div>
        </Floating>}
    </span>;
}

/** The filters that are set, each of which can be taken away. */
export function ArticleChips({ filter }: { readonly filter: ArticleListFilter }): React.ReactElement | null {
    const setQuery = useSetQuery();
    const categories = useCategories();
    const chips: readonly (readonly [string, string] | false)[] = [
        filter.category !== undefined && ['category', categoryText(categories, filter.category) || '…'], filter.kind !== undefined && ['kind', kindText(filter.kind)], filter.language !== undefined && ['language', languageText(filter.language)],
        filter.state !== undefined && ['state', articleStateText(filter.state)], filter.tag !== undefined && ['tag', `#${filter.tag}`],
        filter.waiting !== undefined && ['waiting', filter.waiting === 'for-me' ? nls.localize('earshot/knowledge/filter/for-me', 'In review, not written by me') : nls.localize('earshot/knowledge/filter/of-mine', 'Revisions that I write')],
        filter.owned === true && ['owned', nls.localize('earshot/knowledge/filter/owned', 'Those that I answer for')], filter.behind === true && ['behind', nls.localize('earshot/knowledge/filter/behind', 'Translations that are behind')]
    ];
    const shown = chips.filter(each => each !== false);
    return shown.length === 0 ? null : <span className='k-chips'>{shown.map(([name, label]) =>
        <Chip key={name} removeLabel={nls.localize('earshot/knowledge/filter/remove', 'Remove this filter')} onRemove={() => setQuery({ [name]: null })}>{label}</Chip>)}</span>;
}
