import { answers } from '@earshot/assessment/lib/common/assessment-contract';
import { done, id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import { attendanceMarks } from './attendance';
import { sessionEffect } from './course-contract';
import { sessionActions, sessionStates } from './session-state';

const mark = z.enum(attendanceMarks);
const count = z.number().int().min(0);
const plan = {
    trainerId: id, startsAt: moment, endsAt: moment, place: z.string().trim().max(200), onlineLink: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]), /** How many people fit in; null without a limit. */ seats: z.number().int().min(1).max(1000).nullable()
};
/** People one by one, everybody active in teams with those below, and everybody active in positions. */
const people = { personIds: z.array(id).max(1000).default([]), teamIds: z.array(id).max(200).default([]), positionIds: z.array(id).max(200).default([]) };

export const sessionRow = z.object({
    id, courseId: id, courseTitle: z.string(), trainerId: id, trainerName: z.string(), state: z.enum(sessionStates), startsAt: moment, endsAt: moment, place: z.string(), onlineLink: z.string(), seats: z.number().nullable(),
    /** Of those invited whom the caller may see. */
    invited: z.number(), counts: z.object({ present: count, late: count, excused: count, absent: count, open: count }), feedback: z.number(), cancelReason: z.string().nullable(), version: z.number()
});
export type SessionRow = z.infer<typeof sessionRow>;

export const participant = z.object({ personId: id, personName: z.string(), teamName: z.string().nullable(), positionName: z.string().nullable(), mark: mark.nullable(), notedByName: z.string().nullable(), notedAt: moment.nullable() });
export type Participant = z.infer<typeof participant>;

export const session = sessionRow.extend({
    aim: z.string(), covers: z.array(z.string()), hasFeedbackForm: z.boolean(), participants: z.array(participant), feedbackUntil: moment.nullable(),
    /** The next planned session of the same course, for those who missed this one. */
    next: z.object({ id, startsAt: moment }).nullable(), may: z.array(z.enum(sessionActions))
});
export type Session = z.infer<typeof session>;

const feedbackQuestion = z.object({ questionId: z.string(), n: z.number(), mean: z.number().nullable(), counts: z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), count: z.number() })), texts: z.array(z.string()) });
export const feedbackSummary = z.object({
    form: z.record(z.string(), z.unknown()).nullable(), given: z.number(), /** Who was there, and may say how it was. */ asked: z.number(), fewest: z.number(), shown: z.boolean(), until: moment.nullable(), questions: z.array(feedbackQuestion)
});
export type FeedbackSummary = z.infer<typeof feedbackSummary>;

export const mySession = z.object({
    id, courseTitle: z.string(), aim: z.string(), covers: z.array(z.string()), trainerName: z.string(), state: z.enum(sessionStates), startsAt: moment, endsAt: moment, place: z.string(), onlineLink: z.string(), cancelReason: z.string().nullable(), mark: mark.nullable(),
    /** `open`: it can be given or changed until `until`. */
    feedback: z.object({ state: z.enum(['none', 'open', 'over']), given: z.boolean(), until: moment.nullable() })
});
export type MySession = z.infer<typeof mySession>;
export const myFeedback = mySession.extend({ form: z.record(z.string(), z.unknown()).nullable(), answers, version: z.number() });
export type MyFeedback = z.infer<typeof myFeedback>;

const one = { id, version: z.number().int() };
const invitation = z.object({ invited: z.number(), /** Who was invited already. */ known: z.number() });

export const trainingSessionOperations = {
    list: operation('training-plan:read').route(route('GET', '/sessions', 'Training sessions; what is to come by its day, what is past latest first'))
        .input(z.object({ ...paging, period: z.enum(['upcoming', 'past', 'all']).default('upcoming'), courseId: id.optional(), trainerId: id.optional(), teamId: id.optional(), personId: id.optional(), state: z.enum(sessionStates).optional(), text: z.string().max(200).optional() })).output(page(sessionRow)),
    get: operation('training-plan:read').route(route('GET', '/sessions/{id}', 'One session with its participants')).input(z.object({ id })).output(session),
    plan: operation('training-plan:write').route(route('POST', '/sessions', 'Plan a session of a course; people can be invited with it')).input(z.object({ courseId: id, ...plan, ...people })).output(session),
    change: operation('training-plan:write').route(route('PUT', '/sessions/{id}', 'Change when, where or by whom a session is held; its participants are told')).input(z.object({ ...one, ...plan })).output(session),
    act: operation('training-plan:read').route(route('POST', '/sessions/{id}/actions', 'Cancel a session, take that back, say that it was held, or that it was not closed yet'))
        .input(z.object({ ...one, action: z.enum(['cancel', 'reinstate', 'hold', 'reopen']), reason: z.string().trim().max(500).default('') })).output(session),
    invite: operation('training-plan:read').route(route('POST', '/sessions/{id}/participants', 'Invite people; who is invited already stays so')).input(z.object({ id, ...people })).output(invitation),
    uninvite: operation('training-plan:read').route(route('DELETE', '/sessions/{id}/participants/{personId}', 'Take somebody off a session')).input(z.object({ id, personId: id })).output(done),
    missing: operation('training-plan:read').route(route('GET', '/sessions/{id}/missing', 'Who missed an earlier session of the same course and has not been at another since')).input(z.object({ id })).output(z.array(z.object({ id, name: z.string() }))),
    note: operation('training-session:hold').route(route('PUT', '/sessions/{id}/attendance', 'Note who came; null takes a note back')).input(z.object({ id, marks: z.array(z.object({ personId: id, mark: mark.nullable() })).min(1).max(1000) })).output(session),
    feedback: operation('training-plan:read').route(route('GET', '/sessions/{id}/feedback', 'What participants thought: means with their n, and nothing below five forms')).input(z.object({ id })).output(feedbackSummary),
    effect: operation('training-plan:read').route(route('GET', '/sessions/{id}/effect', 'How scores of its participants changed, and those of colleagues who were not there')).input(z.object({ id })).output(sessionEffect),
    mine: operation('training-session:attend').route(route('GET', '/my-sessions', 'Sessions that I am invited to, the latest first')).output(z.array(mySession)),
    my: operation('training-session:attend').route(route('GET', '/my-sessions/{id}', 'One of my sessions, with its feedback form')).input(z.object({ id })).output(myFeedback),
    giveFeedback: operation('training-session:attend').route(route('PUT', '/my-sessions/{id}/feedback', 'Say how a session was, or change that; trainers see no names')).input(z.object({ ...one, answers })).output(myFeedback)
};
