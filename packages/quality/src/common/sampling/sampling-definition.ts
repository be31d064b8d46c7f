import { id, shortText, z } from '@earshot/core/lib/common/api/operation';
import { textChannels } from '../interaction/channel';
import { directions, tag } from '../interaction/interaction-contract';

export const strataKinds = ['agent', 'team', 'queue', 'time-of-day', 'tenure'] as const;
export type StrataKind = typeof strataKinds[number];
export const periods = ['week', 'month'] as const;
export type SamplingPeriod = typeof periods[number];
export const allocations = ['proportional', 'equal', 'neyman'] as const;

/** What can be drawn: calls with their recording, and what was written. Nobody can go back to what somebody was at. */
export const drawnChannels = ['voice', ...textChannels] as const;
export type DrawnChannel = typeof drawnChannels[number];

/** Imports of a night, and recordings that take long to prepare, have arrived by then. */
export const usualGraceDays = 1;

const names = z.array(z.string().trim().min(1).max(200)).max(50).default([]);
const people = z.array(id).max(200).default([]);
const milliseconds = z.number().int().min(0).max(86_400_000).nullable().default(null);
const days = z.number().int().min(0).max(20_000).nullable().default(null);

/** Which calls are meant. Of a list any one has to fit, an empty list and null leave a fact open; a team means those below it, too. */
export const callCondition = z.object({
    teamIds: people, agentIds: people, queues: names, directions: z.array(z.enum(directions)).max(3).default([]), tags: z.array(tag).max(50).default([]),
    minDurationMs: milliseconds, maxDurationMs: milliseconds,
    /** Days from the agent's first day at work to the call. */
    tenureFromDays: days, tenureBelowDays: days,
    /** A silence at least so long; so many times both spoke at once. */
    silenceFromMs: milliseconds, talkOverFrom: z.number().int().min(1).max(1000).nullable().default(null)
});
export type CallCondition = z.output<typeof callCondition>;

/** How many calls are drawn from the calls of one period, before rules add to them. */
export const samplingSize = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('per-stratum'), calls: z.number().int().min(1).max(1000) }),
    z.object({ kind: z.literal('total'), calls: z.number().int().min(1).max(20_000), allocation: z.enum(allocations) }),
    /** As many as a share of all calls needs to be known to ± `margin` with this confidence; both as parts of 1. */
    z.object({ kind: z.literal('precision'), confidence: z.number().min(0.5).max(0.999), margin: z.number().min(0.005).max(0.5), allocation: z.enum(allocations) })
]);
export type SamplingSize = z.output<typeof samplingSize>;

/** Calls that are drawn for what they are, with a chance of their own: `share` of them, up to all (1), and never less than by chance. */
export const samplingRule = z.object({ name: shortText, condition: callCondition, share: z.number().min(0.01).max(1) });
export type SamplingRule = z.output<typeof samplingRule>;

export const samplingDefinition = z.object({
    formId: id,
    /** Plans that were made before there was a choice draw calls. */
    channels: z.array(z.enum(drawnChannels)).min(1).max(drawnChannels.length).default(['voice']), population: callCondition, strata: z.array(z.enum(strataKinds)).max(2), period: z.enum(periods), size: samplingSize,
    /** A call belongs to the first rule that it meets. */
    rules: z.array(samplingRule).max(10).default([]),
    /** Largest part of a draw that rules may add to what is drawn by chance, as a part of 1. */
    mostByRules: z.number().min(0).max(0.9).default(0.3),
    /** Whether random draws are spread evenly over the period. */
    spread: z.boolean().default(true),
    /** Up to how many days after their first one agents count as new. */
    newStaffDays: z.number().int().min(1).max(730).default(90),
    evaluatorIds: z.array(id).min(1).max(100), notOwnTeam: z.boolean().default(true),
    /** How much is scored a second time by somebody else, and by the same evaluator after so many weeks; parts of 1 of what is drawn. */
    shadowShare: z.number().min(0).max(0.5).default(0), intraShare: z.number().min(0).max(0.5).default(0), intraWeeks: z.number().int().min(1).max(52).default(4),
    /** Days from the end of a period until it is drawn by itself: calls that are imported or prepared late are among those that can be drawn. */
    graceDays: z.number().int().min(0).max(14).default(usualGraceDays),
    /** Working days from the draw until its calls should be scored. */
    dueDays: z.number().int().min(1).max(60).default(5)
});
export type SamplingDefinition = z.output<typeof samplingDefinition>;
