import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { anyOption, DateRange, Field, type FilterChip, FilterChips, FilterPopover, formatDate, ListSearch, NumberField, PersonPicker, Select } from '@earshot/core/lib/browser/widgets';
import { channels, occasions } from '../../common/interaction/channel';
import { directions } from '../../common/interaction/interaction-contract';
import { channelText, occasionText } from '../conversation/channel-words';
import { PersonName } from '../filter/person-name';
import { useTeams } from '../filter/teams';
import { type CallFilter, callFilterNames, evaluatedChoices, filterCount, recordingChoices } from './call-filter';
import { directionText, evaluatedText, recordingText } from './call-words';
import { useFacets } from './use-calls';

/** Finds calls by number, agent or pinyin while one types. */
export const CallSearch = ({ filter }: { readonly filter: CallFilter }): React.ReactElement =>
    <ListSearch className='q-search' value={filter.q} label={nls.localize('earshot/quality/calls/search', 'Call or agent')} />;

export function CallFilters({ filter }: { readonly filter: CallFilter }): React.ReactElement {
    const setQuery = useSetQuery();
    const teams = useTeams();
    const { queues, tags } = useFacets();
    return <FilterPopover count={filterCount(filter)} onClear={() => setQuery(Object.fromEntries(callFilterNames.filter(each => each !== 'q').map(each => [each, null])))}>
        <Field group label={nls.localize('earshot/quality/filter/day', 'Day of the call')}>
            <DateRange label={nls.localize('earshot/quality/filter/day', 'Day of the call')} value={{ from: filter.from ?? null, to: filter.to ?? null }} onChange={({ from, to }) => setQuery({ from, to })} />
        </Field>
        <Field label={nls.localize('earshot/quality/filter/evaluated', 'Evaluation')}>
            <Select value={filter.evaluated ?? ''} onChange={value => setQuery({ evaluated: value })} options={[anyOption(), ...evaluatedChoices.map(value => ({ value, label: evaluatedText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/agent', 'Agent')}><PersonPicker value={filter.agent ?? null} onChange={agent => setQuery({ agent })} /></Field>
        <Field label={nls.localize('earshot/quality/call/team', 'Team')}>
            <Select value={filter.team ?? ''} onChange={value => setQuery({ team: value })} options={[anyOption(), ...teams.map(each => ({ value: each.id, label: each.path }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/queue', 'Queue')}>
            <Select value={filter.queue ?? ''} onChange={value => setQuery({ queue: value })} options={[anyOption(), ...queues.map(value => ({ value, label: value }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/direction', 'Direction')}>
            <Select value={filter.direction ?? ''} onChange={value => setQuery({ direction: value })} options={[anyOption(), ...directions.map(value => ({ value, label: directionText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/channel', 'Channel')}>
            <Select value={filter.channel ?? ''} onChange={value => setQuery({ channel: value })} options={[anyOption(), ...channels.map(value => ({ value, label: channelText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/occasion', 'Occasion')}>
            <Select value={filter.occasion ?? ''} onChange={value => setQuery({ occasion: value })} options={[anyOption(), ...occasions.map(value => ({ value, label: occasionText(value) }))]} />
        </Field>
        <Field group label={nls.localize('earshot/quality/call/duration', 'Length')}>
            <span className='q-range'>
                <NumberField aria-label={nls.localize('earshot/quality/filter/at-least', 'At least')} placeholder={nls.localize('earshot/quality/filter/at-least', 'At least')} value={filter.min ?? null} min={0} max={1440}
                    unit={nls.localize('earshot/quality/filter/minutes', 'min')} onChange={min => setQuery({ min: min === null ? null : Math.round(min) })} />
                <NumberField aria-label={nls.localize('earshot/quality/filter/at-most', 'At most')} placeholder={nls.localize('earshot/quality/filter/at-most', 'At most')} value={filter.max ?? null} min={0} max={1440}
                    unit={nls.localize('earshot/quality/filter/minutes', 'min')} onChange={max => setQuery({ max: max === null ? null : Math.round(max) })} />
            </span>
        </Field>
        <Field label={nls.localize('earshot/quality/call/tag', 'Tag')}>
            <Select value={filter.tag ?? ''} onChange={value => setQuery({ tag: value })} options={[anyOption(), ...tags.map(value => ({ value, label: value }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/recording', 'Recording')}>
            <Select value={filter.state ?? ''} onChange={value => setQuery({ state: value })} options={[anyOption(), ...recordingChoices.map(value => ({ value, label: recordingText(value) }))]} />
        </Field>
    </FilterPopover>;
}

/** The filters that are set, each of which can be taken away. */
export function CallChips({ filter }: { readonly filter: CallFilter }): React.ReactElement {
    const teams = useTeams();
    const { from, to, agent, team, queue, direction, channel, occasion, min, max, tag, evaluated, state } = filter;
    const chips: readonly FilterChip[] = [
        (from ?? to) !== undefined && [['from', 'to'], from === to ? formatDate(from) : from && to ? `${formatDate(from)} – ${formatDate(to)}`
            : from ? nls.localize('earshot/quality/filter/since', 'since {0}', formatDate(from)) : nls.localize('earshot/quality/filter/until', 'until {0}', formatDate(to))],
        evaluated !== undefined && [['evaluated'], evaluatedText(evaluated)],
        agent !== undefined && [['agent'], <PersonName key={agent} id={agent} />],
        team !== undefined && [['team'], teams.find(each => each.id === team)?.path ?? '…'],
        queue !== undefined && [['queue'], queue],
        direction !== undefined && [['direction'], directionText(direction)],
        channel !== undefined && [['channel'], channelText(channel)],
        occasion !== undefined && [['occasion'], occasionText(occasion)],
        (min ?? max) !== undefined && [['min', 'max'], min !== undefined && max !== undefined ? nls.localize('earshot/quality/filter/minutes-between', '{0} to {1} min', min, max)
            : min !== undefined ? nls.localize('earshot/quality/filter/minutes-least', 'at least {0} min', min) : nls.localize('earshot/quality/filter/minutes-most', 'at most {0} min', max!)],
        tag !== undefined && [['tag'], `#${tag}`],
        state !== undefined && [['state'], nls.localize('earshot/quality/filter/recording-is', 'Recording: {0}', recordingText(state))]
    ];
    return <FilterChips chips={chips} />;
}
