import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, DateRange, Field, type FilterChip, FilterChips, FilterPopover, formatDate, PersonPicker, Select } from '@earshot/core/lib/browser/widgets';
import { evaluationPurposes, evaluationStates } from '../../common/evaluation/evaluation-contract';
import { occasions } from '../../common/interaction/channel';
import { occasionText } from '../conversation/channel-words';
import { PersonName } from '../filter/person-name';
import { useTeams } from '../filter/teams';
import { useFacets } from '../interaction/use-calls';
import { type EvaluationFilter, evaluationFilterCount, evaluationFilterNames } from './evaluation-filter';
import { purposeText, stateText } from './evaluation-words';
import { useFormNames } from './use-form-names';
import { useForms } from './use-forms';

export function EvaluationFilters({ filter }: { readonly filter: EvaluationFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const teams = useTeams();
    const { forms } = useForms();
    const { queues } = useFacets();
    const day = filter.state === 'submitted' ? nls.localize('earshot/quality/filter/submitted', 'Submitted') : nls.localize('earshot/quality/filter/changed', 'Changed');
    return <FilterPopover count={evaluationFilterCount(filter)} onClear={() => setQuery(Object.fromEntries(evaluationFilterNames.map(each => [each, null])))}>
        <Field group label={day}><DateRange label={day} value={{ from: filter.from ?? null, to: filter.to ?? null }} onChange={({ from, to }) => setQuery({ from, to })} /></Field>
        <Field label={nls.localize('earshot/quality/evaluation/state', 'State')}>
            <Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[anyOption(), ...evaluationStates.map(value => ({ value, label: stateText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator')}><PersonPicker value={filter.evaluator ?? null} onChange={evaluator => setQuery({ evaluator })} /></Field>
        <Field label={nls.localize('earshot/quality/call/agent', 'Agent')}><PersonPicker value={filter.agent ?? null} onChange={agent => setQuery({ agent })} /></Field>
        <Field label={nls.localize('earshot/quality/call/team', 'Team')}>
            <Select value={filter.team ?? ''} onChange={value => setQuery({ team: value })} options={[anyOption(), ...teams.map(each => ({ value: each.id, label: each.path }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/queue', 'Queue')}>
            <Select value={filter.queue ?? ''} onChange={value => setQuery({ queue: value })} options={[anyOption(), ...queues.map(value => ({ value, label: value }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/evaluation/form', 'Form')}>
            <Select value={filter.form ?? ''} onChange={value => setQuery({ form: value, lost: null })} options={[anyOption(), ...(forms ?? []).map(each => ({ value: each.id, label: formText(each.title) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/evaluation/purpose', 'Purpose')}>
            <Select value={filter.purpose ?? ''} onChange={value => setQuery({ purpose: value })} options={[anyOption(), ...evaluationPurposes.map(value => ({ value, label: purposeText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/occasion', 'Occasion')}>
            <Select value={filter.occasion ?? ''} onChange={value => setQuery({ occasion: value })} options={[anyOption(), ...occasions.map(value => ({ value, label: occasionText(value) }))]} />
        </Field>
    </FilterPopover>;
}

/** The filters that are set, each of which can be taken away. */
export function EvaluationChips({ filter: { from, to, agent, team, queue, evaluator, form, lost, state, purpose, occasion } }: { readonly filter: EvaluationFilter }): React.ReactElement {
    const teams = useTeams();
    const names = useFormNames(form, lost);
    const chips: readonly FilterChip[] = [
        (from ?? to) !== undefined && [['from', 'to'], from === to ? formatDate(from) : from && to ? `${formatDate(from)} – ${formatDate(to)}`
            : from ? nls.localize('earshot/quality/filter/since', 'since {0}', formatDate(from)) : nls.localize('earshot/quality/filter/until', 'until {0}', formatDate(to))],
        state !== undefined && [['state'], stateText(state)],
        evaluator !== undefined && [['evaluator'], <React.Fragment key='evaluator'>{nls.localize('earshot/quality/filter/by', 'by')} <PersonName id={evaluator} /></React.Fragment>],
        agent !== undefined && [['agent'], <PersonName key={agent} id={agent} />],
        team !== undefined && [['team'], teams.find(each => each.id === team)?.path ?? '…'],
        queue !== undefined && [['queue'], queue],
        form !== undefined && [['form'], names.form || '…'],
        lost !== undefined && [['lost'], nls.localize('earshot/quality/filter/lost', 'points lost on “{0}”', names.question || '…')],
        purpose !== undefined && [['purpose'], purposeText(purpose)],
        occasion !== undefined && [['occasion'], occasionText(occasion)]
    ];
    return <FilterChips chips={chips} />;
}
