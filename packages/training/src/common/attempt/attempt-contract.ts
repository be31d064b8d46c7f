import { answers } from '@earshot/assessment/lib/common/assessment-contract';
import { id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { assignmentRow, attemptHead, examRoute as route } from '../exam/exam-contract';
import { reviewPhases } from '../exam/blueprint';
import type { AskedQuestion } from '../question/asked-question';
import { criteria, questionAnswer } from '../question/question-schema';

const text = z.string();
const items = z.array(z.object({ id: text, text }));
const common = { prompt: text, points: z.number(), recording: text.optional() };
/** What of a question reaches a browser. Whatever else an answer of the server held would be cut off here. */
export const askedQuestion = z.discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('single'), choices: items }),
    z.object({ ...common, kind: z.literal('multiple'), choices: items }),
    z.object({ ...common, kind: z.literal('true-false') }),
    z.object({ ...common, kind: z.literal('short') }),
    z.object({ ...common, kind: z.literal('numeric'), unit: text.optional() }),
    z.object({ ...common, kind: z.literal('matching'), stems: items, matches: items }),
    z.object({ ...common, kind: z.literal('ordering'), items }),
    z.object({ ...common, kind: z.literal('gaps'), gaps: z.array(z.discriminatedUnion('kind', [
        z.object({ id: text, kind: z.enum(['short', 'numeric']) }), z.object({ id: text, kind: z.literal('choice'), choices: items })
    ])) }),
    z.object({ ...common, kind: z.literal('essay'), template: text.optional() }),
    z.object({ ...common, kind: z.literal('listening'), recording: text, form: z.object({ formId: text, version: z.number() }) })
]) satisfies z.ZodType<AskedQuestion>;

const place = z.number().int().min(0).max(4000);
/** `version` rises with each save, whichever window it came from; `client` is the window of the last. */
export const givenAnswer = z.object({ place, answer: questionAnswer.nullable(), flagged: z.boolean(), version: z.number(), savedAt: moment, client: id.nullable() });
export type GivenAnswer = z.infer<typeof givenAnswer>;

/** An attempt as its trainee sees it while it runs. Times are the server's; `now` is when it answered. */
export const sitting = z.object({
    ...attemptHead, assignmentId: id, now: moment, deadlineAt: moment.nullable(), oneAtATime: z.boolean(), proctored: z.boolean(), /** How often the window was left so far, where that is recorded. */ timesLeft: z.number(), sections: z.array(z.object({ id: text, title: text })),
    items: z.array(z.object({ place, sectionId: text, question: askedQuestion })), answers: z.array(givenAnswer)
});
export type Sitting = z.infer<typeof sitting>;

export const saved = z.object({ place, version: z.number(), savedAt: moment, /** Within the grace minute after the deadline. */ late: z.boolean(), now: moment });

export const beginning = z.object({ may: z.boolean(), why: z.enum(['running', 'passed', 'closed', 'not-open', 'no-attempts-left', 'being-marked', 'wait', 'retired', 'knows-the-keys']).nullable(), from: moment.nullable() });

/** An exam that the caller has to sit, or has sat. */
export const ownExam = assignmentRow.omit({ personName: true, teamName: true, positionName: true, lastAttemptId: true, version: true }).extend({
    minutes: z.number().nullable(), proctored: z.boolean(), questions: z.number(), attemptsAllowed: z.number().nullable(), passPercent: z.number(), beginning, runningAttemptId: id.nullable(),
    past: z.array(z.object({ ...attemptHead, percent: z.number().nullable(), passed: z.boolean().nullable() }))
});
export type OwnExam = z.infer<typeof ownExam>;

const reason = z.object({ why: z.enum(['points', 'section', 'knock-out']), sectionId: text.optional(), place: place.optional() });
const sectionGrade = z.object({ sectionId: text, points: z.number(), of: z.number(), percent: z.number(), passPercent: z.number().nullable(), passed: z.boolean().nullable() });
/** What may be seen of one question after the exam; what may not be seen is not there. */
const reviewed = z.object({
    place, sectionId: text, question: askedQuestion, of: z.number(), answer: questionAnswer.nullable().optional(), late: z.boolean().optional(), points: z.number().nullable().optional(), knockedOut: z.boolean().optional(),
    /** Right answers, each in Markdown. */
    solution: z.array(text).optional(),
    /** What the expert rated, with what numbers may differ by, where a call was rated. */
    expert: z.object({ expert: answers, tolerance: z.number() }).optional(), feedback: z.array(text).optional(),
    /** How an essay did by each criterion of its rubric; points only where points may be seen. */
    rubric: z.array(z.object({ text, critical: z.boolean(), failed: z.boolean(), levels: z.array(text), comments: z.array(text), points: z.number().optional(), of: z.number().optional() })).optional()
});
export type ReviewedQuestion = z.infer<typeof reviewed>;
export const review = z.object({
    ...attemptHead, assignmentId: id, personName: text, phase: z.enum(reviewPhases), percent: z.number().nullable(), passPercent: z.number(), passed: z.boolean().nullable(), points: z.number().nullable(), of: z.number(),
    reasons: z.array(reason), sections: z.array(z.object({ id: text, title: text, grade: sectionGrade.nullable() })), items: z.array(reviewed),
    /** When the trainee was away, `until` null where it is not known that they came back; null for an exam that records nothing. */
    away: z.array(z.object({ from: moment, until: moment.nullable() })).nullable()
});
export type Review = z.infer<typeof review>;

export const attemptRow = z.object({
    ...attemptHead, personId: id, personName: text, teamName: text.nullable(), attempt: z.number(), percent: z.number().nullable(), passed: z.boolean().nullable(), waiting: z.number(), minutesTaken: z.number().nullable()
});
export type AttemptRow = z.infer<typeof attemptRow>;

const markKind = z.enum(['first', 'second', 'deciding', 'regrade']);
/** Everything about an attempt, for those who mark it: questions with what is right, marks with who gave them. */
export const marking = review.extend({
    version: z.number(), mayRelease: z.boolean(), secondMarker: z.boolean(),
    toMark: z.array(z.object({ place, hints: text.nullable(), /** The rubric by which it is marked; null where it is given points. */ criteria: criteria.nullable(), wanted: markKind.exclude(['regrade']).nullable() })),
    marks: z.array(z.object({ place, kind: markKind, share: z.number(), comment: text, reason: text.nullable(), ratings: answers.nullable(), byName: text, at: moment }))
});
export type Marking = z.infer<typeof marking>;

const one = z.object({ id });
/** How long each question was in view so far, as one window has measured it: the server takes no more than its own clock allows. */
const viewed = z.object({ client: id, times: z.array(z.object({ place, ms: z.number().int().min(0).max(2 ** 31 - 1) })).max(4001) }).optional();
const share = z.number().min(0).max(1);
const comment = z.string().trim().max(4000).default('');
/** What an essay is worth: a level for each criterion of its rubric, with which the server works out the share; everything else is given a share. */
const worth = { share: share.optional(), ratings: answers.optional() };

/** `id` is that of the attempt, but where an assignment is begun. */
export const attemptOperations = {
    mine: operation('exam:take').route(route('GET', '/my-exams', 'Exams that I have to sit, and those that I have sat')).output(z.array(ownExam)),
    begin: operation('exam:take').route(route('POST', '/exam-assignments/{id}/attempts', 'Begin an attempt, or go on with the one that runs')).input(one).output(z.object({ id })),
    sit: operation('exam:take').route(route('GET', '/attempts/{id}', 'My attempt: its questions without what would give answers away, and what I have answered')).input(one).output(sitting),
    /** `client` names the window, `sequence` rises with everything that it sends about a question: what arrives twice counts once, what arrives too late in the row not at all. */
    save: operation('exam:take').route(route('PUT', '/attempts/{id}/answers/{place}', 'Save the answer to one question'))
        .input(z.object({ id, place: z.coerce.number().int().min(0).max(4000), client: id, sequence: z.number().int().min(1).max(2 ** 31 - 1), answer: questionAnswer.nullable(), flagged: z.boolean().default(false), viewed })).output(saved),
    focus: operation('exam:take').route(route('POST', '/attempts/{id}/focus', 'Say that I have left the window of a supervised exam, or returned to it; what arrives twice counts once'))
        .input(z.object({ id, client: id, sequence: z.number().int().min(1).max(2 ** 31 - 1), kind: z.enum(['left', 'returned']) })).output(z.object({ timesLeft: z.number() })),
    submit: operation('exam:take').route(route('POST', '/attempts/{id}/submission', 'Hand in; handing in once more changes nothing')).input(z.object({ id, viewed })).output(z.object({ submittedAt: moment })),
    review: operation('exam:take').route(route('GET', '/attempts/{id}/review', 'My result, as far as it may be seen now')).input(one).output(review),
    list: operation('exam-result:read').route(route('GET', '/attempts', 'Attempts, the latest first'))
        .input(z.object({ ...paging, examId: id.optional(), personId: id.optional(), state: z.enum(attemptHead.state.options).optional() })).output(page(attemptRow)),
    queue: operation('exam:mark').route(route('GET', '/marking', 'Attempts that wait for marks by hand, or to be released, the oldest first')).input(z.object(paging)).output(page(attemptRow)),
    marking: operation('exam:mark').route(route('GET', '/attempts/{id}/marking', 'An attempt with everything that its markers need')).input(one).output(marking),
    mark: operation('exam:mark').route(route('POST', '/attempts/{id}/marks', 'Mark one question by hand')).input(z.object({ id, place, ...worth, comment })).output(marking),
    regrade: operation('exam:mark').route(route('POST', '/attempts/{id}/regrades', 'Mark a question anew, with a reason; earlier marks stay'))
        .input(z.object({ id, version: z.number().int(), place, ...worth, reason: z.string().trim().min(3).max(2000), comment })).output(marking),
    release: operation('exam:mark').route(route('POST', '/attempts/{id}/release', 'Let the trainee see the result')).input(one).output(marking)
};
