import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { interaction } from '../interaction/interaction-contract';

export const calibrationStates = ['draft', 'open', 'closed', 'settled'] as const;
export type CalibrationState = typeof calibrationStates[number];

export const calibrationRow = z.object({
    id, title: z.string(), state: z.enum(calibrationStates), formId: id, formVersionId: id, formTitle: z.record(z.string(), z.string()), formNumber: z.number(),
    calls: z.number(), raters: z.number(), submitted: z.number(), expected: z.number(), dueAt: moment.nullable(), createdAt: moment, closedAt: moment.nullable(), version: z.number(),
    /** Of these the caller still has to score so many calls; null when they are not on the panel. */
    mine: z.object({ submitted: z.number(), expected: z.number() }).nullable()
});
export type CalibrationRow = z.infer<typeof calibrationRow>;

/** A coefficient with what it needs to be read: never without n, never a number where it is not defined. */
export const coefficient = z.object({ name: z.string(), value: z.number().nullable(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(), n: z.number(), reason: z.string().nullable() });
export type Coefficient = z.infer<typeof coefficient>;

/** One evaluator's rating of one question on one call, as the results show it. */
export const cell = z.object({ evaluationId: id, raterId: id, interactionId: id, rating: z.number().nullable(), notApplicable: z.boolean(), comment: z.string().nullable(), evidence: z.array(z.object({ fromMs: z.number(), toMs: z.number(), note: z.string().nullable() })), matchesReference: z.boolean().nullable() });

export const questionResult = z.object({
    questionId: z.string(), level: z.enum(['nominal', 'ordinal', 'interval']).nullable(), agreement: z.enum(['good', 'fair', 'poor', 'too-few']), ambiguous: z.boolean(),
    exact: coefficient, coefficients: z.array(coefficient), reference: z.array(z.object({ interactionId: id, rating: z.number().nullable(), notApplicable: z.boolean(), source: z.enum(['expert', 'consensus', 'majority', 'none']) })),
    cells: z.array(cell), driftingRaters: z.array(id), ruling: z.string().nullable()
});
export type QuestionResult = z.infer<typeof questionResult>;

export const raterResult = z.object({
    /** `rules`: not a person, but what the phrases of the form make of transcripts and messages; its name is for the screen to give. */
    raterId: id, name: z.string(), expert: z.boolean(), rules: z.boolean(), submitted: z.number(), expected: z.number(),
    /** Mean difference of the rater's totals from the reference, in percentage points; positive is lenient. */
    leniency: z.object({ mean: z.number().nullable(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(), n: z.number(), reason: z.string().nullable() }),
    withinTolerance: z.object({ share: z.number().nullable(), n: z.number() }), exactShare: z.object({ share: z.number().nullable(), n: z.number() })
});

export const calibrationResult = z.object({
    session: calibrationRow, tolerance: z.number(), minimumUnits: z.number(),
    calls: z.array(z.object({ interactionId: id, callId: z.string(), ...interaction.pick({ startedAt: true, channel: true, occasion: true, scenario: true, recordingId: true }).shape, totals: z.array(z.object({ raterId: id, percent: z.number().nullable(), evaluationId: id })), reference: z.number().nullable(), referenceSource: z.enum(['expert', 'consensus', 'mean', 'none']) })),
    questions: z.array(questionResult), raters: z.array(raterResult),
    totals: z.object({ icc: coefficient, blandAltman: z.object({ bias: z.number().nullable(), lower: z.number().nullable(), upper: z.number().nullable(), sd: z.number().nullable(), n: z.number(), reason: z.string().nullable(), pairs: z.array(z.object({ raterId: id, interactionId: id, mean: z.number(), difference: z.number() })) }), withinTolerance: z.object({ share: z.number().nullable(), n: z.number() }) }),
    /** What the top of the page says in one sentence, as facts. */
    summary: z.object({ questionsGood: z.number(), questions: z.number(), questionsJudged: z.number(), ambiguous: z.array(z.string()), strictest: z.object({ raterId: id, mean: z.number(), halfWidth: z.number() }).nullable(), mostLenient: z.object({ raterId: id, mean: z.number(), halfWidth: z.number() }).nullable() })
});
export type CalibrationResult = z.infer<typeof calibrationResult>;

/** A call of which ratings were overturned after a dispute, and which no session on the form has had since. */
export const overturnedCall = z.object({ interactionId: id, callId: z.string(), startedAt: moment, durationMs: z.number().nullable(), agentName: z.string().nullable(), questionIds: z.array(z.string()), overturnedAt: moment });
export type OverturnedCall = z.infer<typeof overturnedCall>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['calibration'] });
const sessionFields = { title: shortText, formId: id, interactionIds: z.array(id).min(1).max(40), raterIds: z.array(id).min(2).max(60), expertId: id.nullable(), dueAt: moment.nullable(), tolerance: z.number().min(0).max(50) };
const sessionInput = z.object({ ...sessionFields, expertId: sessionFields.expertId.default(null), dueAt: sessionFields.dueAt.default(null), tolerance: sessionFields.tolerance.default(5) });
/** Without defaults: what is not named stays as it is. */
const sessionChange = z.object(sessionFields).partial().extend({ id, version: z.number().int() });

export const calibrationOperations = {
    list: operation('calibration:read').route(route('GET', '/calibrations', 'Calibration sessions, newest first')).input(z.object({ ...paging, state: z.enum(calibrationStates).optional() })).output(page(calibrationRow)),
    get: operation('calibration:read').route(route('GET', '/calibrations/{id}', 'One session: calls, panel and who has submitted; no ratings while it is open'))
        .input(z.object({ id })).output(calibrationRow.extend({ tolerance: z.number(), expertId: id.nullable(), panel: z.array(z.object({ raterId: id, name: z.string(), expert: z.boolean(), submitted: z.number() })), interactions: z.array(z.object({ interactionId: id, callId: z.string(), startedAt: moment, durationMs: z.number().nullable(), agentName: z.string().nullable(), myEvaluationId: id.nullable(), mySubmitted: z.boolean() })) })),
    overturned: operation('calibration:lead').route(route('GET', '/calibration-suggestions', 'Calls for the next session on a form: their ratings were overturned after a dispute, and no session has had them since')).input(z.object({ formId: id })).output(z.array(overturnedCall)),
    create: operation('calibration:lead').route(route('POST', '/calibrations', 'Prepare a session')).input(sessionInput).output(calibrationRow),
    change: operation('calibration:lead').route(route('PATCH', '/calibrations/{id}', 'Change a session that is not open yet, or the due date and panel of an open one')).input(sessionChange).output(calibrationRow),
    act: operation('calibration:lead').route(route('POST', '/calibrations/{id}/actions', 'Open, close or settle a session; a closed one is not opened again, since its ratings have been seen')).input(z.object({ id, version: z.number().int(), action: z.enum(['open', 'close', 'settle']) })).output(calibrationRow),
    discard: operation('calibration:lead').route(route('DELETE', '/calibrations/{id}', 'Discard a session that was never opened')).input(z.object({ id })).output(done),
    score: operation('evaluation:write').route(route('POST', '/calibrations/{id}/evaluations', 'Begin or continue my blind evaluation of one of the calls')).input(z.object({ id, interactionId: id })).output(z.object({ evaluationId: id })),
    result: operation('calibration:read', { rate: 'heavy' }).route(route('GET', '/calibrations/{id}/result', 'Agreement, question by question; after the session has closed. What transcripts suggest by the phrases of the form stands beside it, or counts as one more rater'))
        .input(z.object({ id, rules: z.enum(['beside', 'counted']).default('beside') })).output(calibrationResult),
    settle: operation('calibration:lead').route(route('PUT', '/calibrations/{id}/consensus', 'The rating that the panel agreed on for a question of a call')).input(z.object({ id, interactionId: id, questionId: z.string().max(200), rating: z.number().nullable() })).output(done),
    unsettle: operation('calibration:lead').route(route('DELETE', '/calibrations/{id}/consensus', 'Withdraw what the panel agreed on for a question of a call')).input(z.object({ id, interactionId: id, questionId: z.string().max(200) })).output(done),
    rule: operation('calibration:lead').route(route('PUT', '/calibrations/{id}/rulings', 'The ruling that stands beside a question from then on; empty text withdraws it')).input(z.object({ id, questionId: z.string().max(200), text: z.string().trim().max(4000) })).output(done),
    trend: operation('calibration:read', { rate: 'heavy' }).route(route('GET', '/calibration-trend', 'Agreement over past sessions')).input(z.object({ formId: id.optional() })).output(z.array(z.object({ sessionId: id, title: z.string(), closedAt: moment, exact: coefficient, icc: coefficient, withinTolerance: z.object({ share: z.number().nullable(), n: z.number() }) }))),
    evaluators: operation('calibration:lead').route(route('GET', '/calibration-status', 'When each evaluator was last calibrated; due monthly')).output(z.array(z.object({ personId: id, name: z.string(), lastCalibratedAt: moment.nullable(), dueAt: moment.nullable(), overdue: z.boolean(), leniency: z.number().nullable(), sessions: z.number() })))
};
