import { done, id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import type { CertificationRule } from './may-take-calls';

const key = z.string().min(1).max(100);
const days = z.number().int().min(0).max(366);
const months = z.number().int().min(1).max(120);
export const requirement = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exam'), id: key, examId: id }), z.object({ kind: z.literal('documents'), id: key }),
    z.object({ kind: z.literal('supervised-calls'), id: key, calls: z.number().int().min(1).max(100), percent: z.number().min(0).max(100) }), z.object({ kind: z.literal('sign-off'), id: key })
]);
export const certificationRule = z.object({
    requirements: z.array(requirement).max(50), graceDays: days, introductionDays: days.default(14),
    validity: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('completion'), months }), z.object({ kind: z.literal('expiry'), months, windowDays: days }), z.object({ kind: z.literal('fixed'), day: z.string().regex(/^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/), windowDays: days })
    ])
}) satisfies z.ZodType<CertificationRule>;

const standing = z.object({
    requirement, state: z.enum(['missing', 'expired', 'grace', 'valid']), until: moment.nullable(), graceUntil: moment.nullable(), done: z.number(), of: z.number(),
    /** Documents that are still to be acknowledged, as far as the caller may know of them; `of` counts all. */
    open: z.array(z.string()), /** Of an exam. */ title: z.string().nullable()
});
export type Standing = z.infer<typeof standing>;
/** For which position is signed: refused where somebody has another one by now. */
const forPosition = { positionId: id.optional() };
/** Whether somebody may take calls, and every reason. `ruled`: whether their position asks for anything. */
export const certificationRow = z.object({
    personId: id, personName: z.string(), teamName: z.string().nullable(), positionId: id.nullable(), positionName: z.string().nullable(), may: z.boolean(), ruled: z.boolean(), until: moment.nullable(), standings: z.array(standing)
});
export type CertificationRow = z.infer<typeof certificationRow>;
export const positionRule = z.object({ positionId: id, positionName: z.string(), people: z.number(), rule: certificationRule.nullable(), version: z.number() });
export type PositionRule = z.infer<typeof positionRule>;

export const certificationOperations = {
    board: operation('certification:read').route(route('GET', '/certification', 'Who may take calls, by name, with every reason'))
        .input(z.object({ ...paging, teamId: id.optional(), positionId: id.optional(), text: z.string().max(200).optional(), /** Only people of whose position something is asked. */ ruled: z.union([z.boolean(), z.stringbool()]).optional() })).output(page(certificationRow)),
    mayTakeCalls: operation('certification:read').route(route('GET', '/people/{id}/may-take-calls', 'Whether somebody may take calls now, for the router that hands them out')).input(z.object({ id })).output(certificationRow),
    rules: operation('certification:read').route(route('GET', '/certification-rules', 'What each position asks for')).output(z.array(positionRule)),
    setRule: operation('certification:administer').route(route('PUT', '/positions/{id}/certification-rule', 'Say what a position asks for; it counts from now on')).input(z.object({ id, version: z.number().int(), rule: certificationRule })).output(done),
    addSupervisedCall: operation('certification:sign').route(route('POST', '/people/{id}/supervised-calls', 'Record a call that was listened to beside somebody; one with a known id counts once')).input(z.object({ id, ...forPosition, callId: id, percent: z.number().min(0).max(100), link: z.string().max(300).nullable().default(null) })).output(certificationRow),
    signOff: operation('certification:sign').route(route('POST', '/people/{id}/sign-offs', 'Say that somebody is ready for the position that they have')).input(z.object({ id, ...forPosition })).output(certificationRow)
};
