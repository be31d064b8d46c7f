import { oneOf, uuid, withoutGaps, words } from '@earshot/core/lib/browser/navigation/address-values';
import { type Direction, directions } from '../../common/interaction/interaction-contract';
import { type Channel, channels, type Occasion, occasions } from '../../common/interaction/channel';
import { dayIn, endOfDay, startOfDay } from '../filter/day-range';

export const evaluatedChoices = ['yes', 'no', 'by-me', 'not-by-me'] as const;
export type Evaluated = typeof evaluatedChoices[number];
export const recordingChoices = ['ready', 'processing', 'failed', 'deleted'] as const;
export type RecordingChoice = typeof recordingChoices[number];

/** The query parameters of the list of calls that are filters. */
export const callFilterNames = ['q', 'from', 'to', 'agent', 'team', 'queue', 'direction', 'channel', 'occasion', 'min', 'max', 'tag', 'evaluated', 'state'] as const;

/** Which calls a list shows; as it stands in the address. Days where the person is, lengths in whole minutes. */
export interface CallFilter {
    readonly q?: string;
    readonly from?: string;
    readonly to?: string;
    readonly agent?: string;
    readonly team?: string;
    readonly queue?: string;
    readonly direction?: Direction;
    readonly channel?: Channel;
    readonly occasion?: Occasion;
    readonly min?: number;
    readonly max?: number;
    readonly tag?: string;
    readonly evaluated?: Evaluated;
    readonly state?: RecordingChoice;
}

const minutes = (value: string | null): number | undefined => value !== null && /^\d{1,4}$/.test(value) ? Number(value) : undefined;

/** The filters in an address; what cannot be one (a bookmark that somebody edited) is passed over. */
export const readCallFilter = (query: URLSearchParams): CallFilter => withoutGaps({
    q: words(query.get('q'), 200), from: dayIn(query.get('from')), to: dayIn(query.get('to')), agent: uuid(query.get('agent')), team: uuid(query.get('team')), queue: words(query.get('queue'), 200),
    direction: oneOf(directions, query.get('direction')), channel: oneOf(channels, query.get('channel')), occasion: oneOf(occasions, query.get('occasion')), min: minutes(query.get('min')), max: minutes(query.get('max')), tag: words(query.get('tag'), 60),
    evaluated: oneOf(evaluatedChoices, query.get('evaluated')), state: oneOf(recordingChoices, query.get('state'))
});

/** What the server is asked for. */
export const callListInput = ({ q, from, to, agent, team, queue, direction, channel, occasion, min, max, tag, evaluated, state }: CallFilter) => withoutGaps({
    text: q, from: startOfDay(from), to: endOfDay(to), agentId: agent, teamId: team, queue, direction, channel, occasion, minDurationMs: min === undefined ? undefined : min * 60_000,
    maxDurationMs: max === undefined ? undefined : max * 60_000, tag, evaluated, state
});

/** Filters that are set, the search text aside; both ends of a range are one. */
export const filterCount = ({ q: _, from, to, min, max, ...others }: CallFilter): number =>
    Object.keys(others).length + ((from ?? to) === undefined ? 0 : 1) + ((min ?? max) === undefined ? 0 : 1);
