import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, Checkbox, Field, type FilterChip, FilterChips, FilterPopover, ListSearch, Select } from '@earshot/core/lib/browser/widgets';
import { questionKinds } from '../../common/question/question';
import { difficulties, questionLanguages } from '../../common/question/question-content';
import { questionStates } from '../../common/question/question-workflow';
import { filterCount, questionFilterNames, type QuestionListFilter } from './question-filter';
import { difficultyText, kindText, languageText, versionStateText } from './question-words';
import { type Facets, useFacets } from './use-questions';

export const QuestionSearch = ({ filter }: { readonly filter: QuestionListFilter }): React.ReactElement =>
    <ListSearch className='tq-search' value={filter.q} label={nls.localize('earshot/training/question/search', 'Name, words or category')} />;

const toCheckText = (): string => nls.localize('earshot/training/question/to-check', 'To be checked');
const oddText = (): string => nls.localize('earshot/training/question/stands-out', 'Stands out in the item analysis');
const mineText = (): string => nls.localize('earshot/training/question/mine', 'Written by me');

/** All filters of the question bank behind one button. */
export function QuestionFilters({ filter }: { readonly filter: QuestionListFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const { categories, tags, skills } = useFacets();
    const words = (all: Facets['tags']) => [anyOption(), ...all.map(each => ({ value: each.word, label: `${each.word} (${each.questions})` }))];
    return <FilterPopover count={filterCount(filter)} onClear={() => setQuery(Object.fromEntries(questionFilterNames.filter(each => each !== 'q').map(each => [each, null])))}>
        <Field label={nls.localize('earshot/training/question/state', 'State')}><Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[anyOption(), ...questionStates.map(value => ({ value, label: versionStateText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/training/question/kind', 'Kind')}><Select value={filter.kind ?? ''} onChange={value => setQuery({ kind: value })} options={[anyOption(), ...questionKinds.map(value => ({ value, label: kindText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/training/question/category', 'Category')}><Select value={filter.category ?? ''} onChange={value => setQuery({ category: value })} options={words(categories)} /></Field>
        <Field label={nls.localize('earshot/training/question/skill', 'Skill')}><Select value={filter.skill ?? ''} onChange={value => setQuery({ skill: value })} options={words(skills)} /></Field>
        <Field label={nls.localize('earshot/training/question/tag', 'Tag')}><Select value={filter.tag ?? ''} onChange={value => setQuery({ tag: value })} options={words(tags)} /></Field>
        <Field label={nls.localize('earshot/training/question/difficulty', 'Difficulty')}><Select value={filter.difficulty ?? ''} onChange={value => setQuery({ difficulty: value })} options={[anyOption(), ...difficulties.map(value => ({ value, label: difficultyText(value) }))]} /></Field>
        <Field label={nls.localize('earshot/training/question/language', 'Language')}><Select value={filter.language ?? ''} onChange={value => setQuery({ language: value })} options={[anyOption(), ...questionLanguages.map(value => ({ value, label: languageText(value) }))]} /></Field>
        <Checkbox label={toCheckText()} checked={filter.check ?? false} onChange={on => setQuery({ check: on || null })} />
        <Checkbox label={oddText()} checked={filter.odd ?? false} onChange={on => setQuery({ odd: on || null })} />
        <Checkbox label={mineText()} checked={filter.mine ?? false} onChange={on => setQuery({ mine: on || null })} />
    </FilterPopover>;
}

/** The filters that are set, each of which can be taken away. */
export function QuestionChips({ filter }: { readonly filter: QuestionListFilter }): React.ReactElement {
    const chips: readonly FilterChip[] = [
        filter.state !== undefined && [['state'], versionStateText(filter.state)], filter.kind !== undefined && [['kind'], kindText(filter.kind)], filter.category !== undefined && [['category'], filter.category], filter.skill !== undefined && [['skill'], filter.skill],
        filter.tag !== undefined && [['tag'], `#${filter.tag}`], filter.difficulty !== undefined && [['difficulty'], difficultyText(filter.difficulty)], filter.language !== undefined && [['language'], languageText(filter.language)],
        filter.check === true && [['check'], toCheckText()], filter.odd === true && [['odd'], oddText()], filter.mine === true && [['mine'], mineText()], filter.document !== undefined && [['document'], nls.localize('earshot/training/question/of-document', 'About one document')]
    ];
    return <FilterChips chips={chips} />;
}
