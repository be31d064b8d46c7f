import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, DateRange, Field, type FilterChip, FilterChips, FilterPopover, formatDate, formatDateTime, PersonPicker, Segmented, Select, usePrinting } from '@earshot/core/lib/browser/widgets';
import { occasionChoices, periods } from '../../common/report/report-contract';
import { useFormNames } from '../evaluation/use-form-names';
import { useForms } from '../evaluation/use-forms';
import { dayOf } from '../filter/day-range';
import { PersonName } from '../filter/person-name';
import { useTeams } from '../filter/teams';
import { useFacets } from '../interaction/use-calls';
import { daysOf, estimableTabs, reportFilterNames, type ReportTab, type ReportView, spans } from './report-view';
import { occasionChoiceText, periodText, spanText, tabText } from './report-words';
import { SavedReports } from './saved-reports';

/** What all reports on the page are about; in the address, so that a link shows the same. */
export function ReportFilters({ view, query, tab, asOf }: { readonly view: ReportView; readonly query: URLSearchParams; readonly tab: ReportTab; readonly asOf: Date }): React.ReactElement {
    const { from, to, team, agent, evaluator, form, queue, occasion } = view;
    const setQuery = useSetQuery();
    const teams = useTeams();
    const { forms } = useForms();
    const { queues } = useFacets();
    const dates = nls.localize('earshot/quality/reports/submitted', 'Evaluated on');
    const clear = (): void => setQuery(Object.fromEntries(reportFilterNames.map(each => [each, null])));
    const count = [from ?? to, team, agent, evaluator, form, queue, occasion].filter(each => each !== undefined).length;
    const names = useFormNames(form, undefined);
    const chips: readonly FilterChip[] = [
        (from ?? to) !== undefined && [['from', 'to'], from === to ? formatDate(from) : from && to ? `${formatDate(from)} – ${formatDate(to)}`
            : from ? nls.localize('earshot/quality/filter/since', 'since {0}', formatDate(from)) : nls.localize('earshot/quality/filter/until', 'until {0}', formatDate(to))],
        team !== undefined && [['team'], teams.find(each => each.id === team)?.path ?? '…'],
        agent !== undefined && [['agent'], <PersonName key={agent} id={agent} />],
        evaluator !== undefined && [['evaluator'], <React.Fragment key='evaluator'>{nls.localize('earshot/quality/filter/by', 'by')} <PersonName id={evaluator} /></React.Fragment>],
        form !== undefined && [['form'], names.form || '…'],
        queue !== undefined && [['queue'], queue],
        occasion !== undefined && [['occasion'], occasionChoiceText(occasion)]
    ];
    return <><PrintedChoice view={view} tab={tab} asOf={asOf} chips={chips} /><div className='q-report-filters e-no-print'>
        <Segmented value={from ?? to ? null : view.span} onChange={span => setQuery({ span, period: null, from: null, to: null })} label={nls.localize('earshot/quality/reports/span', 'Time')} options={spans.map(value => ({ value, label: spanText(value) }))} />
        <Segmented value={view.period} onChange={period => setQuery({ period })} label={nls.localize('earshot/quality/reports/periods', 'Divided by')} options={periods.map(value => ({ value, label: periodText(value) }))} />
        {estimableTabs.includes(tab) && <Segmented value={view.basis ?? 'scored'} onChange={basis => setQuery({ basis: basis === 'scored' ? null : basis })} label={nls.localize('earshot/quality/reports/basis', 'Figures of')} options={[
            { value: 'scored', label: nls.localize('earshot/quality/reports/basis-scored', 'As scored') }, { value: 'estimated', label: nls.localize('earshot/quality/reports/basis-estimated', 'All calls, estimated') }]} />}
        <SavedReports query={query} />
        <FilterPopover count={count} onClear={clear}>
            <Field group label={dates}><DateRange label={dates} value={{ from: from ?? null, to: to ?? null }} onChange={range => setQuery({ from: range.from, to: range.to })} /></Field>
            <Field label={nls.localize('earshot/quality/call/team', 'Team')}>
                <Select value={team ?? ''} onChange={value => setQuery({ team: value })} options={[anyOption(), ...teams.map(each => ({ value: each.id, label: each.path }))]} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/agent', 'Agent')}><PersonPicker value={agent ?? null} onChange={value => setQuery({ agent: value })} /></Field>
            <Field label={nls.localize('earshot/quality/evaluation/form', 'Form')}>
                <Select value={form ?? ''} onChange={value => setQuery({ form: value })} options={[anyOption(), ...(forms ?? []).map(each => ({ value: each.id, label: formText(each.title) }))]} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/queue', 'Queue')}>
                <Select value={queue ?? ''} onChange={value => setQuery({ queue: value })} options={[anyOption(), ...queues.map(value => ({ value, label: value }))]} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/occasion', 'Occasion')}>
                <Select value={occasion ?? 'recorded'} onChange={value => setQuery({ occasion: value === 'recorded' ? null : value })} options={occasionChoices.map(value => ({ value, label: occasionChoiceText(value) }))} />
            </Field>
            <Field label={nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator')}><PersonPicker value={evaluator ?? null} onChange={value => setQuery({ evaluator: value })} /></Field>
        </FilterPopover>
        <FilterChips chips={chips} />
    </div></>;
}

interface PrintedChoiceProps { readonly view: ReportView; readonly tab: ReportTab; readonly asOf: Date; readonly chips: readonly FilterChip[] }

/** On paper the choice stands in words, with the moment that the figures are of. */
function PrintedChoice({ view, tab, asOf, chips }: PrintedChoiceProps): React.ReactElement {
    // Events keep the figures as they are at the moment: it is drawn anew when it is printed.
    usePrinting();
    const { from, to } = daysOf(view, asOf);
    const days = [from, to ?? dayOf(asOf)].filter(each => each !== undefined).map(each => formatDate(each)).join(' – ');
    const set = chips.filter(each => each !== false).filter(([names]) => !names.includes('from'));
    return <div className='e-print-only q-report-choice'>
        <h2>{tabText(tab)}</h2>
        <p>{days} · {periodText(view.period)}{set.map(([names, text]) => <React.Fragment key={names.join()}> · {text}</React.Fragment>)}{' · '}
            {view.basis === 'estimated' && estimableTabs.includes(tab) ? nls.localize('earshot/quality/reports/basis-estimated', 'All calls, estimated') : nls.localize('earshot/quality/reports/basis-scored', 'As scored')}</p>
        <p>{nls.localize('earshot/quality/reports/as-of', 'As of {0}', formatDateTime(new Date().toISOString()))}</p>
    </div>;
}
