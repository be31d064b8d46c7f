import { answer, evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { done, id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { evaluationRow } from '../evaluation/evaluation-contract';
import { firstLevels, releasePolicies } from './feedback-policy';
import { feedbackStates } from './feedback-state';

export const feedbackPolicy = z.object({
    release: z.enum(releasePolicies), releaseTimes: z.object({ weekdays: z.array(z.number().int().min(1).max(7)).max(7), minutes: z.number().int().min(0).max(1439) }),
    disputeDays: z.number().int().min(1).max(60), firstLevel: z.enum(firstLevels), firstScorerAnswers: z.boolean(), answerDays: z.number().int().min(1).max(60), escalationDays: z.number().int().min(1).max(60), neverLower: z.boolean()
});

const reason = z.string().trim().min(3).max(4000);
export const decisions = ['upheld', 'overturned'] as const;

/** One question that is disputed, with what was said about it on each level. `upheld`: the rating stands. */
export const disputedQuestion = z.object({
    questionId: z.string(), reason: z.string(), evidence: z.array(evidence),
    answers: z.array(z.object({ level: z.number(), decision: z.enum(decisions), reason: z.string(), by: z.string(), at: moment })),
    /** Why the agent took it to the second level; null where they did not. */
    escalationReason: z.string().nullable()
});
export type DisputedQuestion = z.infer<typeof disputedQuestion>;

export const feedbackRow = evaluationRow.extend({
    feedback: z.enum(feedbackStates), releasedAt: moment.nullable(),
    /** Until when the one who is next has to act; null where nobody is. */
    dueAt: moment.nullable(), acknowledgedAt: moment.nullable()
});
export type FeedbackRow = z.infer<typeof feedbackRow>;

export const feedback = z.object({
    evaluationId: id, state: z.enum(feedbackStates), releasedAt: moment.nullable(), dueAt: moment.nullable(), acknowledgedAt: moment.nullable(), comment: z.string().nullable(), version: z.number(),
    disputedAt: moment.nullable(), settledAt: moment.nullable(), questions: z.array(disputedQuestion),
    /** What the agent disputed before the result was released anew, the latest round first. */
    earlier: z.array(disputedQuestion.extend({ round: z.number() })), policy: feedbackPolicy,
    /** Whether somebody is there who can answer the dispute that waits for an answer. */
    answerable: z.boolean(),
    may: z.array(z.enum(['release', 'acknowledge', 'dispute', 'withdraw', 'answer', 'accept', 'escalate']))
});
export type Feedback = z.infer<typeof feedback>;

export const policyRow = z.object({ formId: id.nullable(), formTitle: z.record(z.string(), z.string()).nullable(), policy: feedbackPolicy });
export const calendarDay = z.object({ day: z.iso.date(), worked: z.boolean(), name: z.string().trim().min(1).max(100) });

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['feedback'] });
const one = { id, version: z.number().int() };
const disputed = z.object({ questionId: z.string().max(200), reason, evidence: z.array(evidence).max(20).default([]) });

/** `id` is that of the evaluation. */
export const feedbackOperations = {
    list: operation('evaluation:read').route(route('GET', '/feedback', 'Results on their way to agents and back, newest first'))
        .input(z.object({ ...paging, state: z.enum(feedbackStates).optional(), agentId: id.optional(), mine: z.stringbool().optional() })).output(page(feedbackRow)),
    get: operation('evaluation:read').route(route('GET', '/evaluations/{id}/feedback', 'What has become of one result, with its dispute')).input(z.object({ id })).output(feedback),
    release: operation('feedback:release').route(route('POST', '/evaluations/{id}/release', 'Let the agent see the result')).input(z.object({ id })).output(feedback),
    releaseMany: operation('feedback:release').route(route('POST', '/feedback/releases', 'Let agents see several results at once: those that are still held and within reach; the others stay as they are')).input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({ released: z.number() })),
    acknowledge: operation('feedback:respond').route(route('POST', '/evaluations/{id}/acknowledgement', 'I have taken note of my result')).input(z.object({ ...one, comment: z.string().trim().max(4000).default('') })).output(feedback),
    dispute: operation('feedback:respond').route(route('POST', '/evaluations/{id}/dispute', 'Contest single questions of my result, each with a reason and evidence')).input(z.object({ ...one, questions: z.array(disputed).min(1).max(100) })).output(feedback),
    withdraw: operation('feedback:respond').route(route('DELETE', '/evaluations/{id}/dispute', 'Withdraw my dispute')).input(z.object({ id, version: z.coerce.number().int() })).output(feedback),
    accept: operation('feedback:respond').route(route('POST', '/evaluations/{id}/dispute/acceptance', 'Accept the answer to my dispute')).input(z.object(one)).output(feedback),
    escalate: operation('feedback:respond').route(route('POST', '/evaluations/{id}/dispute/escalation', 'Take what was upheld to the second level, once')).input(z.object({ ...one, questions: z.array(z.object({ questionId: z.string().max(200), reason })).min(1).max(100) })).output(feedback),
    answer: operation('dispute:answer').route(route('POST', '/evaluations/{id}/dispute/answer', 'Decide on every disputed question; what is overturned becomes a new revision of the evaluation'))
        .input(z.object({ ...one, decisions: z.array(z.object({ questionId: z.string().max(200), decision: z.enum(decisions), reason, answer: answer.optional() })).min(1).max(100) })).output(feedback),
    policies: operation('feedback:administer').route(route('GET', '/feedback-policies', 'How results are released and disputed: for the centre, and for forms that differ')).output(z.array(policyRow)),
    setPolicy: operation('feedback:administer').route(route('PUT', '/feedback-policies', 'Change the policy of the centre, or of one form')).input(z.object({ formId: id.nullable(), policy: feedbackPolicy })).output(done),
    dropPolicy: operation('feedback:administer').route(route('DELETE', '/feedback-policies', 'Let a form follow the policy of the centre')).input(z.object({ formId: id })).output(done),
    calendar: operation('feedback:administer').route(route('GET', '/work-calendar', 'Days of the week that are worked, and single days that differ')).output(z.object({ weekdays: z.array(z.number()), days: z.array(calendarDay) })),
    setCalendar: operation('feedback:administer').route(route('PUT', '/work-calendar', 'Change the working days')).input(z.object({ weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7), days: z.array(calendarDay).max(500) })).output(done)
};
