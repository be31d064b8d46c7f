import type { Direction } from '../interaction/interaction-contract';
import type { CallCondition, StrataKind } from './sampling-definition';

/** A call of the population, with what plans go by. */
export interface SamplingUnit {
    readonly id: string;
    /** ISO 8601 in UTC. */
    readonly startedAt: string;
    readonly agentId: string | null;
    readonly teamId: string | null;
    /** The team and those above it. */
    readonly teamPath: readonly string[];
    readonly queue: string | null;
    readonly direction: Direction;
    readonly durationMs: number;
    readonly tags: readonly string[];
    /** Minutes after midnight at which it began, where the centre is. */
    readonly minuteOfDay: number;
    /** Days from the agent's first one; null where that is not known. */
    readonly tenureDays: number | null;
    /** Null where nobody could tell, as talk-over on a recording with one channel. */
    readonly longestSilenceMs: number | null;
    readonly talkOverCount: number | null;
}

const open = <T>(wanted: readonly T[], has: (value: T) => boolean): boolean => wanted.length === 0 || wanted.some(has);
const from = (value: number | null, least: number | null): boolean => least === null || value !== null && value >= least;

/** Whether a call is meant. What is not known of a call never fits a condition about it. */
export const meets = (unit: SamplingUnit, condition: CallCondition): boolean =>
    open(condition.teamIds, each => unit.teamPath.includes(each)) && open(condition.agentIds, each => each === unit.agentId) && open(condition.queues, each => each === unit.queue)
    && open(condition.directions, each => each === unit.direction) && open(condition.tags, each => unit.tags.includes(each))
    && from(unit.durationMs, condition.minDurationMs) && (condition.maxDurationMs === null || unit.durationMs <= condition.maxDurationMs)
    && from(unit.tenureDays, condition.tenureFromDays) && (condition.tenureBelowDays === null || unit.tenureDays !== null && unit.tenureDays < condition.tenureBelowDays)
    && from(unit.longestSilenceMs, condition.silenceFromMs) && from(unit.talkOverCount, condition.talkOverFrom);

export const dayParts = ['night', 'morning', 'afternoon', 'evening'] as const;
/** From which minute of the day each part of it lasts: 0, 6, 12 and 18 o'clock. */
const dayPartOf = (minute: number): typeof dayParts[number] => dayParts[Math.floor(minute / 360)]!;

/** What the call is in each respect; null where that is not known. */
export const stratumOf = (unit: SamplingUnit, kinds: readonly StrataKind[], newStaffDays: number): readonly (string | null)[] => kinds.map(kind => {
    switch (kind) {
        case 'agent': return unit.agentId;
        case 'team': return unit.teamId;
        case 'queue': return unit.queue;
        case 'time-of-day': return dayPartOf(unit.minuteOfDay);
        case 'tenure': return unit.tenureDays === null ? null : unit.tenureDays < newStaffDays ? 'new' : 'settled';
    }
});
