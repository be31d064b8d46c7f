import { done, id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { answers, evidence, formVersion, ruling } from '@earshot/assessment/lib/common/assessment-contract';
import { occasions } from '../interaction/channel';
import { interaction } from '../interaction/interaction-contract';

export const evaluationStates = ['draft', 'submitted', 'revision-draft', 'revision-pending', 'superseded'] as const;
export type EvaluationState = typeof evaluationStates[number];
/**
 * Why an evaluation was made. Those of a calibration stay unseen until the session closes; those for agreement are a second scoring, by
 * somebody else or by the same person weeks later. Neither counts for the agent.
 */
export const evaluationPurposes = ['monitoring', 'calibration', 'agreement'] as const;
export type EvaluationPurpose = typeof evaluationPurposes[number];

/** The score as the domain computed it on the server: `FormScore` of `@earshot/forms`. */
const score = z.record(z.string(), z.unknown());

export const evaluationRow = z.object({
    id, interactionId: id, callId: z.string(), startedAt: moment, agentId: id.nullable(), agentName: z.string().nullable(), teamName: z.string().nullable(), evaluatorId: id, evaluatorName: z.string(),
    formId: id, formVersionId: id, formTitle: z.record(z.string(), z.string()), formNumber: z.number(), state: z.enum(evaluationStates), purpose: z.enum(evaluationPurposes), sessionId: id.nullable(),
    revision: z.number(), percent: z.number().nullable(), autoFail: z.boolean(), criticalErrors: z.number(), changedAt: moment, submittedAt: moment.nullable(), version: z.number()
});
export type EvaluationRow = z.infer<typeof evaluationRow>;

export const evaluation = evaluationRow.extend({
    interaction, answers, evidence: z.array(evidence), score, form: formVersion, rulings: z.array(ruling),
    /** Share of the recording that was played at least once, 0 to 1, and the ranges. */
    listened: z.object({ share: z.number(), ranges: z.array(z.tuple([z.number(), z.number()])) }),
    /** Why it corrects an earlier revision, and why whoever approves returned it, the last time. */
    reason: z.string().nullable(), returnedReason: z.string().nullable(), revises: id.nullable(),
    history: z.array(z.object({ id, revision: z.number(), state: z.enum(evaluationStates), percent: z.number().nullable(), changedAt: moment, by: z.string(), reason: z.string().nullable(), returnedReason: z.string().nullable() })),
    /** The percentage below which no correction may go, since a dispute about the result was answered; null without such a bound. */
    notBelow: z.number().nullable(),
    may: z.array(z.enum(['edit', 'submit', 'discard', 'revise', 'approve', 'reject']))
});
export type Evaluation = z.infer<typeof evaluation>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['evaluations'] });

/** What the page holds; sent whole, so that the last acknowledged state is one piece. `version` is the one that the page saw. */
const content = z.object({ id, version: z.number().int(), answers, evidence: z.array(evidence).max(500) });

export const evaluationOperations = {
    /** `lostOn`: the id of a question of the form on which points were lost; only with `formId`. The time is that of the submission with it or with the state `submitted`, as reports have it, else that of the last change. `teamId`: with all teams below it. */
    list: operation('evaluation:read').route(route('GET', '/evaluations', 'Evaluations, newest first'))
        .input(z.object({ ...paging, interactionId: id.optional(), agentId: id.optional(), teamId: id.optional(), queue: z.string().min(1).max(200).optional(), evaluatorId: id.optional(), formId: id.optional(), lostOn: z.string().max(64).optional(), state: z.enum(evaluationStates).optional(), purpose: z.enum(evaluationPurposes).optional(), occasion: z.enum(occasions).optional(), from: moment.optional(), to: moment.optional() })).output(page(evaluationRow)),
    get: operation('evaluation:read').route(route('GET', '/evaluations/{id}', 'One evaluation, whole')).input(z.object({ id })).output(evaluation),
    begin: operation('evaluation:write').route(route('POST', '/evaluations', 'Begin to evaluate a call on the published version of a form; answers with my open draft where there is one'))
        .input(z.object({ interactionId: id, formId: id })).output(evaluation),
    save: operation('evaluation:write').route(route('PUT', '/evaluations/{id}/draft', 'Save the draft. CONFLICT changed-meanwhile when another tab saved since')).input(content).output(z.object({ version: z.number(), savedAt: moment, score })),
    submit: operation('evaluation:write').route(route('POST', '/evaluations/{id}/submission', 'Submit. Submitting the same again changes nothing')).input(content).output(evaluation),
    discard: operation('evaluation:write').route(route('DELETE', '/evaluations/{id}', 'Discard a draft')).input(z.object({ id })).output(done),
    listened: operation('evaluation:write').route(route('POST', '/evaluations/{id}/listening', 'Ranges of the recording that were played, in milliseconds'))
        .input(z.object({ id, ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).max(500) })).output(z.object({ share: z.number() })),
    revise: operation('evaluation:write').route(route('POST', '/evaluations/{id}/revisions', 'Begin a correction of a submitted evaluation, with a reason; it takes effect when it is approved'))
        .input(z.object({ id, reason: z.string().trim().min(3).max(2000) })).output(evaluation),
    approve: operation('evaluation:approve').route(route('POST', '/evaluations/{id}/approval', 'Approve a correction; it replaces the earlier revision')).input(z.object({ id, version: z.number().int() })).output(evaluation),
    reject: operation('evaluation:approve').route(route('POST', '/evaluations/{id}/rejection', 'Return a correction to its author')).input(z.object({ id, version: z.number().int(), reason: z.string().trim().min(3).max(2000) })).output(done),
    today: operation('evaluation:write').route(route('GET', '/evaluation-day', 'How many I have submitted today, and my open drafts')).output(z.object({ submitted: z.number(), drafts: z.array(evaluationRow) }))
};
