import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { Findings } from '../../common/search/search-contract';
import { formatNumber } from '../widgets/format';
import type { PanelFilter } from './panel-session';

/** Offered at once; fewer than two are no choice. */
const mostCategories = 5;

export interface PanelFiltersProps {
    readonly facets: Findings['facets'];
    readonly filter: PanelFilter;
    onChoose(filter: PanelFilter): void;
}

const toggled = (values: readonly string[], value: string): readonly string[] => values.includes(value) ? values.filter(each => each !== value) : [...values, value];

/** Categories and languages of what was found, to see only some of it. */
export function PanelFilters({ facets, filter, onChoose }: PanelFiltersProps): React.ReactElement | null {
    const languages = React.useMemo(() => new Intl.DisplayNames([nls.locale ?? 'en'], { type: 'language' }), []);
    const choices = (values: Findings['facets']['category'], chosen: readonly string[]): Findings['facets']['category'] =>
        values.length > 1 || chosen.length > 0 ? values.slice(0, mostCategories) : [];
    const chips = [
        ...choices(facets.category, filter.categories).map(each => ({
            ...each, chosen: filter.categories.includes(each.value), toggle: () => onChoose({ ...filter, categories: toggled(filter.categories, each.value) })
        })),
        ...choices(facets.language, filter.languages).map(each => ({
            ...each, name: languages.of(each.value) ?? each.name, chosen: filter.languages.includes(each.value), toggle: () => onChoose({ ...filter, languages: toggled(filter.languages, each.value) })
        }))
    ];
    return chips.length === 0 ? null : <div className='e-find-filters' role='group' aria-label={nls.localize('earshot/core/search/narrow', 'Show only')}>
        {chips.map(({ value, name, count, chosen, toggle }) =>
            <button key={value} type='button' className='e-find-filter' aria-pressed={chosen} onClick={toggle}>{name} <span className='e-figures'>{formatNumber(count)}</span></button>)}
    </div>;
}
