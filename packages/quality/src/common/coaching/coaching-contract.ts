import { id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { coachingStates } from './coaching-state';

const day = z.iso.date();
const text = z.string().trim().min(3).max(2000);
const comment = z.string().trim().max(4000);

/** What should be different, and the questions of the plan's form that show it; none for what no question asks. */
export const behaviour = z.object({ text, questionIds: z.array(z.string().max(200)).max(20) });
export type Behaviour = z.infer<typeof behaviour>;

const span = z.object({ fromMs: z.number().int().min(0), toMs: z.number().int().min(0) });
const stepFields = {
    text,
    /** What it leads to, as an `earshot:` link: a call, an evaluation, an article, an exam … */
    link: z.string().max(300).nullable(),
    /** The seconds of the recording to listen to. */
    span: span.nullable(),
    /** Until when; the plan's own day where there is none. */
    dueOn: day.nullable()
};
/** Something that the agent does for it, and ticks. */
export const coachingStep = z.object({ id, ...stepFields, doneAt: moment.nullable(), comment: z.string().nullable() });
export type CoachingStep = z.infer<typeof coachingStep>;

const followUp = z.object({ wanted: z.number().int().min(1).max(50), from: day });

export const coachingRow = z.object({
    id, title: z.string(), agentId: id, agentName: z.string(), teamName: z.string().nullable(), coachId: id, coachName: z.string(), state: z.enum(coachingStates), startedAt: moment, dueOn: day,
    ticked: z.object({ done: z.number(), of: z.number() }), followUp: followUp.extend({ done: z.number() }).nullable(), changedAt: moment, closedAt: moment.nullable(), version: z.number()
});
export type CoachingRow = z.infer<typeof coachingRow>;

export const noteKinds = ['note', 'extended', 'completed', 'stopped'] as const;
export const coachingNote = z.object({ kind: z.enum(noteKinds), text: z.string(), by: z.string(), at: moment });
export type CoachingNote = z.infer<typeof coachingNote>;

export const coachingPlan = coachingRow.extend({
    formId: id.nullable(), formTitle: z.record(z.string(), z.string()).nullable(),
    /** What it came from, where the caller may see that. */
    evaluation: z.object({ id, callId: z.string(), percent: z.number().nullable() }).nullable(),
    behaviours: z.array(behaviour), steps: z.array(coachingStep), notes: z.array(coachingNote),
    may: z.array(z.enum(['tick', 'note', 'change', 'extend', 'complete', 'stop']))
});
export type CoachingPlan = z.infer<typeof coachingPlan>;

const side = z.object({ value: z.number().nullable(), n: z.number() });
/** `value`s of scores in percent, of behaviours as shares of calls, 0 to 1; `difference` is after minus before. */
export const change = z.object({
    before: side, after: side, difference: z.number().nullable(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(), verdict: z.enum(['too-few', 'up', 'down', 'unclear'])
});

export const coachingEffect = z.object({
    /** Calls from here up to the start of the plan, and from the start up to here, are compared. */
    from: moment, startedAt: moment, to: moment, fewest: z.number(), score: change,
    /** The rest of the agent's team in the same time; null for the agent, and without a team. */
    team: change.nullable(), behaviours: z.array(z.object({ text: z.string(), change }))
});
export type CoachingEffect = z.infer<typeof coachingEffect>;

const route = (method: 'GET' | 'POST' | 'PUT', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['coaching'] });
const planFields = {
    title: shortText, formId: id.nullable(), dueOn: day, followUp: followUp.nullable(),
    behaviours: z.array(behaviour).min(1).max(20), steps: z.array(z.object({ id: id.optional(), ...stepFields })).min(1).max(40)
};
const one = { id, version: z.number().int() };

export const coachingOperations = {
    list: operation('coaching:read').route(route('GET', '/coaching', 'Coaching plans, what changed last first')).input(z.object({ ...paging, state: z.enum(['open', ...coachingStates]).optional(), agentId: id.optional() })).output(page(coachingRow)),
    get: operation('coaching:read').route(route('GET', '/coaching/{id}', 'One plan: behaviours, steps, and what was said')).input(z.object({ id })).output(coachingPlan),
    effect: operation('coaching:read').route(route('GET', '/coaching/{id}/effect', 'How the agent’s evaluations changed with the plan, with intervals, beside those of the rest of the team')).input(z.object({ id })).output(coachingEffect),
    open: operation('coaching:write').route(route('POST', '/coaching', 'Open a plan for an agent, from one of their evaluations or without; the agent is told')).input(z.object({ ...planFields, agentId: id, evaluationId: id.nullable() })).output(coachingPlan),
    change: operation('coaching:write').route(route('PUT', '/coaching/{id}', 'Change a plan; steps that keep their id keep their tick')).input(z.object({ ...planFields, ...one })).output(coachingPlan),
    tick: operation('coaching:respond').route(route('PUT', '/coaching/{id}/tick', 'Tick one of my steps, with a comment, or take the tick back; the last one reports the plan to the coach')).input(z.object({ ...one, stepId: id, done: z.boolean(), comment: comment.default('') })).output(coachingPlan),
    note: operation('coaching:read').route(route('POST', '/coaching/{id}/notes', 'Write something into a plan of mine, as agent or as coach')).input(z.object({ ...one, text })).output(coachingPlan),
    extend: operation('coaching:write').route(route('POST', '/coaching/{id}/extension', 'Give a plan more time, with a reason')).input(z.object({ ...one, dueOn: day, text })).output(coachingPlan),
    close: operation('coaching:write').route(route('POST', '/coaching/{id}/conclusion', 'Sign a plan off as completed, or stop it, with what was reached')).input(z.object({ ...one, action: z.enum(['complete', 'stop']), text })).output(coachingPlan)
};
