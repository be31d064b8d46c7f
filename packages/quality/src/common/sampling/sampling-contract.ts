import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { itemKinds } from './draw';
import { samplingDefinition, strataKinds } from './sampling-definition';

/** Why a drawn call cannot be scored. */
export const replacementReasons = ['unusable-recording', 'wrong-facts', 'no-conversation', 'conflict-of-interest', 'other'] as const;
export type ReplacementReason = typeof replacementReasons[number];
/** Why drawn calls go to somebody else. */
export const redistributionReasons = ['absent', 'workload', 'unqualified', 'conflict-of-interest'] as const;
/** Who gets calls that are handed out again: the evaluators of the plan, or everybody who is qualified on its form. */
export const redistributionCircles = ['plan', 'qualified'] as const;
export type RedistributionCircle = typeof redistributionCircles[number];
export type RedistributionReason = typeof redistributionReasons[number];
export const itemStates = ['open', 'begun', 'scored', 'replaced'] as const;
export type ItemState = typeof itemStates[number];

const day = z.iso.date();
/** A stratum in words of the centre: its value, and the name of the agent or team where it is one. Null: not known of its calls. */
const stratum = z.array(z.object({ kind: z.enum(strataKinds), value: z.string().nullable(), name: z.string().nullable() }));
const estimate = z.object({ population: z.number(), covered: z.number(), drawn: z.number(), scored: z.number(), mean: z.number().nullable(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(), alike: z.boolean() });
export type Estimate = z.infer<typeof estimate>;
export type StratumNames = z.infer<typeof stratum>;

export const drawRow = z.object({ id, firstDay: day, lastDay: day, drawnAt: moment, drawnBy: z.string().nullable(), dueAt: moment, population: z.number(), drawn: z.number(), scored: z.number(), unassigned: z.number() });
export type DrawRow = z.infer<typeof drawRow>;

export const planRow = z.object({
    id, title: z.string(), active: z.boolean(), formId: id, formTitle: z.record(z.string(), z.string()).nullable(), definition: samplingDefinition, version: z.number(), createdAt: moment,
    /** The first day of the next period to be drawn by itself; null while the plan rests. */
    nextDrawOn: day.nullable(), lastDraw: drawRow.nullable()
});
export type PlanRow = z.infer<typeof planRow>;

export const planOutline = z.object({
    firstDay: day, lastDay: day, population: z.number(), populationMs: z.number(), random: z.number(), byRules: z.number(), milliseconds: z.number(),
    /** To how much, as a part of 1, the random calls tell a share of all calls, with this confidence; null for none. */
    margin: z.number().nullable(), confidence: z.number(),
    /** Whether that period has been drawn already. */
    drawn: z.boolean(),
    strata: z.array(z.object({ stratum, population: z.number(), calls: z.number() })),
    rules: z.array(z.object({ name: z.string(), population: z.number(), wanted: z.number(), calls: z.number() })),
    /** Calls per evaluator cannot be told before the draw; whom it may go to can. */
    evaluators: z.array(z.object({ personId: id, name: z.string(), qualified: z.boolean() }))
});
export type PlanOutline = z.infer<typeof planOutline>;

const rescored = z.object({ pairs: z.number(), bias: z.number().nullable(), limits: z.object({ low: z.number(), high: z.number() }).nullable() });

export const drawResult = z.object({
    draw: drawRow, planId: id, planTitle: z.string(), formTitle: z.record(z.string(), z.string()).nullable(), seed: z.number(), method: z.number(), populationHash: z.string(),
    /** Calls of the period and kind that arrived, or could be listened to, only after the draw: they had no chance. */
    late: z.number(),
    overall: estimate, strata: z.array(z.object({ stratum, estimate })), byRules: z.number(),
    shadow: rescored, intra: rescored,
    evaluators: z.array(z.object({ personId: id, name: z.string(), calls: z.number(), scored: z.number(), milliseconds: z.number() }))
});
export type DrawResult = z.infer<typeof drawResult>;

export const samplingItem = z.object({
    id, place: z.number(), kind: z.enum(itemKinds), state: z.enum(itemStates), interactionId: id, callId: z.string(), startedAt: moment, agentName: z.string().nullable(), durationMs: z.number(),
    stratum, rule: z.string().nullable(), probability: z.number().nullable(), evaluatorId: id.nullable(), evaluatorName: z.string().nullable(), evaluationId: id.nullable(), percent: z.number().nullable(),
    replacedBy: id.nullable(), reason: z.enum(replacementReasons).nullable(), reasonText: z.string().nullable()
});
export type SamplingItem = z.infer<typeof samplingItem>;

/** What the caller has to score: how much of it, and the call that is next. They cannot choose. */
export const samplingQueue = z.object({
    open: z.number(), scored: z.number(), milliseconds: z.number(), dueAt: moment.nullable(),
    next: z.object({ callId: z.string(), startedAt: moment, durationMs: z.number(), agentName: z.string().nullable(), queue: z.string().nullable(), formTitle: z.record(z.string(), z.string()).nullable(), begun: z.boolean(), dueAt: moment }).nullable()
});
export type SamplingQueue = z.infer<typeof samplingQueue>;

export const qualification = z.object({ personId: id, name: z.string(), formIds: z.array(id) });
export type Qualification = z.infer<typeof qualification>;

const route = (method: 'GET' | 'POST' | 'PUT', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['sampling'] });

export const samplingOperations = {
    list: operation('sampling:read').route(route('GET', '/sampling-plans', 'Sampling plans, newest first')).input(z.object(paging)).output(page(planRow)),
    get: operation('sampling:read').route(route('GET', '/sampling-plans/{id}', 'One plan with its draws, newest first')).input(z.object({ id })).output(planRow.extend({ draws: z.array(drawRow) })),
    create: operation('sampling:manage').route(route('POST', '/sampling-plans', 'Make a sampling plan')).input(z.object({ title: shortText, definition: samplingDefinition, active: z.boolean().default(true) })).output(planRow),
    change: operation('sampling:manage').route(route('PUT', '/sampling-plans/{id}', 'Change a plan, for draws from now on')).input(z.object({ id, version: z.number().int(), title: shortText, definition: samplingDefinition, active: z.boolean() })).output(planRow),
    outline: operation('sampling:manage').route(route('POST', '/sampling-outline', 'What a plan would draw from the period of a day: numbers only, nothing is drawn'))
        .input(z.object({ definition: samplingDefinition, day, planId: id.optional() })).output(planOutline),
    draw: operation('sampling:manage').route(route('POST', '/sampling-plans/{id}/draws', 'Draw from the period of a day; once for each period')).input(z.object({ id, day })).output(drawRow),
    result: operation('sampling:read').route(route('GET', '/sampling-draws/{id}', 'How far a draw is scored, with weighted estimates for all calls of the population')).input(z.object({ id })).output(drawResult),
    items: operation('sampling:read').route(route('GET', '/sampling-draws/{id}/items', 'The calls of a draw, in the order in which they are handed out')).input(z.object({ id, ...paging })).output(page(samplingItem)),
    repeat: operation('sampling:read').route(route('POST', '/sampling-draws/{id}/repetition', 'Draw once more from the frozen population with the same seed, and compare')).input(z.object({ id })).output(z.object({ populationKept: z.boolean(), sameCalls: z.boolean(), calls: z.number() })),
    replace: operation('sampling:manage').route(route('POST', '/sampling-items/{id}/replacement', 'Replace a call that cannot be scored by the next of its stratum, with a reason'))
        .input(z.object({ id, reason: z.enum(replacementReasons), text: z.string().trim().min(3).max(2000) })).output(done),
    redistribute: operation('sampling:manage').route(route('POST', '/sampling-draws/{id}/redistribution', 'Hand the calls of a draw that one evaluator, or nobody, has open to the others of its plan, or to all who are qualified, by minutes; what is begun stays'))
        .input(z.object({ id, /** Null: those that nobody may score or will. */ from: id.nullable(), among: z.enum(redistributionCircles).default('plan'), reason: z.enum(redistributionReasons) })).output(z.object({ moved: z.number(), left: z.number() })),
    queue: operation('evaluation:write').route(route('GET', '/sampling-queue', 'How many drawn calls wait for me, and which is next')).output(samplingQueue),
    next: operation('evaluation:write').route(route('POST', '/sampling-queue/evaluations', 'Begin, or go on with, the evaluation that is next; null where none is left')).output(z.object({ evaluationId: id.nullable() })),
    qualifications: operation('sampling:read').route(route('GET', '/evaluator-forms', 'Who is qualified to score on which forms')).output(z.array(qualification)),
    qualify: operation('sampling:manage').route(route('PUT', '/evaluator-forms', 'Say whether somebody is qualified on a form')).input(z.object({ personId: id, formId: id, qualified: z.boolean() })).output(done)
};
