import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { questionKinds } from '../question/question';
import { attemptStates } from '../attempt/attempt-state';
import { type Blueprint, reviewParts } from './blueprint';

const key = z.string().min(1).max(100);
const percent = z.number().min(0).max(100);
const filter = z.object({ clauses: z.array(key).max(100), skills: z.array(key).max(100), difficulties: z.array(key).max(20), tags: z.array(key).max(100) });
const rule = z.discriminatedUnion('kind', [
    z.object({ id: key, kind: z.literal('drawn'), count: z.number().int().min(0).max(200), where: filter, knockOut: z.boolean() }),
    z.object({ id: key, kind: z.literal('fixed'), questionIds: z.array(id).max(200), knockOut: z.boolean() })
]);
const parts = z.array(z.enum(reviewParts)).max(reviewParts.length);

export const blueprint = z.object({
    sections: z.array(z.object({ id: key, title: z.string().max(200), passPercent: percent.nullable(), rules: z.array(rule).max(50) })).max(20), passPercent: percent, passByPosition: z.record(id, percent),
    shuffleQuestions: z.boolean(), shuffleChoices: z.boolean(), oneAtATime: z.boolean(), minutes: z.number().int().min(1).max(600).nullable(), attempts: z.number().int().min(1).max(100).nullable(),
    waitHours: z.number().min(0).max(8760), wrongDeduction: z.number().min(0).max(1), release: z.enum(['at-once', 'by-hand']), secondMarker: z.boolean(), proctored: z.boolean().default(false), review: z.object({ submitted: parts, released: parts, closed: parts })
}) satisfies z.ZodType<Blueprint>;

export const examStates = ['draft', 'in-review', 'published', 'retired'] as const;
export type ExamState = typeof examStates[number];

export const examRow = z.object({
    id, title: z.string(), /** Of the latest contents: a published exam that is being changed is a draft again, and `number` is still sat. */ state: z.enum(examStates),
    /** The version that is sat now; null before the first. */
    number: z.number().nullable(), questions: z.number(), minutes: z.number().nullable(), passPercent: percent, /** Who answers for it. */ ownerName: z.string(), changedByName: z.string(), changedAt: moment,
    assigned: z.number(), running: z.number(), passed: z.number(), failed: z.number()
});
export type ExamRow = z.infer<typeof examRow>;

export const exam = examRow.extend({ blueprint, version: z.number(), may: z.array(z.enum(['change', 'request-review', 'publish', 'retire', 'assign'])) });
export type Exam = z.infer<typeof exam>;

export const blueprintCheck = z.object({
    problems: z.array(z.object({ path: z.string(), code: z.string(), detail: z.record(z.string(), z.number()).optional() })),
    supply: z.array(z.object({ ruleId: z.string(), wanted: z.number(), fitting: z.number(), given: z.number() })), questions: z.number()
});

/** What questions can be asked for by, with how many questions there are. */
const choice = z.object({ value: z.string(), label: z.string(), questions: z.number() });
export const questionChoices = z.object({ questions: z.number(), clauses: z.array(choice), skills: z.array(choice), difficulties: z.array(choice), tags: z.array(choice) });
export type QuestionChoices = z.infer<typeof questionChoices>;

/** A question that an exam can fix, as those see it who may read the bank. */
export const askableQuestion = z.object({ id, name: z.string(), prompt: z.string(), kind: z.enum(questionKinds), points: z.number() });
export type AskableQuestion = z.infer<typeof askableQuestion>;

export const assignmentStates = ['open', 'running', 'marking', 'passed', 'failed', 'expired', 'withdrawn'] as const;
export type AssignmentState = typeof assignmentStates[number];
export const assignmentRow = z.object({
    id, examId: id, examTitle: z.string(), personId: id, personName: z.string(), teamName: z.string().nullable(), positionName: z.string().nullable(), state: z.enum(assignmentStates),
    opensAt: moment.nullable(), closesAt: moment.nullable(), /** Given because the position asks for it, and when it is needed there. */ byRule: z.boolean(), dueAt: moment.nullable(), extraMinutes: z.number(), extraAttempts: z.number(), attempts: z.number(), percent: percent.nullable(), /** How often the window was left in supervised attempts. */ timesLeft: z.number(), lastAttemptId: id.nullable(), version: z.number()
});
export type AssignmentRow = z.infer<typeof assignmentRow>;

export const examRoute = <M extends 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>(method: M, path: `/${string}`, summary: string) => ({ method, path: `/training${path}` as const, summary, tags: ['training'] });
const route = examRoute;
const one = { id, version: z.number().int() };
const round = { opensAt: moment.nullable().default(null), closesAt: moment.nullable().default(null) };
const extension = { extraMinutes: z.number().int().min(0).max(600), extraAttempts: z.number().int().min(0).max(20) };

export const examOperations = {
    list: operation('exam:read').route(route('GET', '/exams', 'Exams, by title')).input(z.object({ ...paging, text: z.string().max(200).optional(), state: z.enum(examStates).optional() })).output(page(examRow)),
    get: operation('exam:read').route(route('GET', '/exams/{id}', 'One exam with its blueprint')).input(z.object({ id })).output(exam),
    add: operation('exam:write').route(route('POST', '/exams', 'Begin an exam')).input(z.object({ title: shortText })).output(exam),
    change: operation('exam:write').route(route('PUT', '/exams/{id}', 'Change the blueprint of an exam; what is sat stays the published version')).input(z.object({ ...one, title: shortText, blueprint })).output(exam),
    check: operation('exam:write').route(route('POST', '/exam-blueprints/check', 'Hold a blueprint against the questions that may be asked')).input(z.object({ blueprint })).output(blueprintCheck),
    choices: operation('exam:write').route(route('GET', '/exam-blueprints/choices', 'By what questions can be asked for, and how many there are')).output(questionChoices),
    askable: operation('question:read').route(route('POST', '/exam-blueprints/questions', 'Questions that exams may ask, by their words or by id'))
        .input(z.object({ text: z.string().trim().max(200).default(''), ids: z.array(id).max(200).optional(), limit: z.number().int().min(1).max(200).default(30) })).output(z.array(askableQuestion)),
    requestReview: operation('exam:write').route(route('POST', '/exams/{id}/review', 'Ask for an exam to be approved')).input(z.object(one)).output(exam),
    publish: operation('exam:approve').route(route('POST', '/exams/{id}/publication', 'Approve an exam that somebody else has written: from now on this version is sat')).input(z.object(one)).output(exam),
    retire: operation('exam:write').route(route('POST', '/exams/{id}/retirement', 'Retire an exam: nobody begins it any more')).input(z.object(one)).output(exam),
    assign: operation('exam:assign').route(route('POST', '/exams/{id}/assignments', 'Assign an exam to people, to everybody in teams and to everybody in positions; who has it open already keeps theirs, and who may see keys is left out'))
        .input(z.object({ id, personIds: z.array(id).max(1000).default([]), teamIds: z.array(id).max(200).default([]), positionIds: z.array(id).max(200).default([]), ...round })).output(z.object({ assigned: z.number(), /** Names of people who may see keys. */ leftOut: z.array(z.string()) })),
    assignments: operation('exam-result:read').route(route('GET', '/exam-assignments', 'Who has to sit which exam, and how far they are'))
        .input(z.object({ ...paging, examId: id.optional(), personId: id.optional(), state: z.enum(assignmentStates).optional(), text: z.string().max(200).optional() })).output(page(assignmentRow)),
    extend: operation('exam:assign').route(route('PATCH', '/exam-assignments/{id}', 'Give somebody more time or another attempt')).input(z.object({ ...one, ...extension, closesAt: moment.nullable() })).output(assignmentRow),
    withdraw: operation('exam:assign').route(route('DELETE', '/exam-assignments/{id}', 'Take an assignment back; attempts that were made stay')).input(z.object({ id })).output(done)
};

/** For the lists of the other rooms: what an attempt is known by. */
export const attemptHead = { id, examTitle: z.string(), number: z.number(), state: z.enum(attemptStates), startedAt: moment, submittedAt: moment.nullable() };
