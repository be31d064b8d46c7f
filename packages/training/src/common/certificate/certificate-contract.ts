import { done, id, moment, operation, page, paging, PUBLIC, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import type { CertificateContent } from './certificate';

const text = z.string();
const met = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exam'), id: text, examId: id, title: text, number: z.number(), percent: z.number(), at: moment }),
    z.object({ kind: z.literal('documents'), id: text, documents: z.number(), at: moment.nullable() }),
    z.object({ kind: z.literal('supervised-calls'), id: text, calls: z.number(), wanted: z.number(), percent: z.number(), at: moment }),
    z.object({ kind: z.literal('sign-off'), id: text, byName: text, at: moment })
]);
const content = z.object({
    houseName: text.nullable(), personName: text, employeeNumber: text.nullable(), positionName: text, requirements: z.array(met), ruleVersion: z.number(), validFrom: moment, validUntil: moment.nullable(), issuedByName: text.nullable()
}) satisfies z.ZodType<CertificateContent>;

export const certificateStates = ['valid', 'ended', 'superseded', 'revoked'] as const;
const state = z.enum(certificateStates);
export const certificate = z.object({
    id, personId: id, code: text, /** SHA-256 of all that it says, in hexadecimal. */ hash: text, content, state, issuedAt: moment, /** Since when it holds no more. */ heldUntil: moment.nullable(), revokedReason: text.nullable()
});
export type Certificate = z.infer<typeof certificate>;

/** What is told of a code to whoever has it. The name is masked: it stands on the paper, with which it can be compared. */
export const verification = z.object({
    state: state.or(z.literal('unknown')), /** Whether this cannot be a code at all, by its check symbol. */ mistyped: z.boolean(), heldUntil: moment.nullable(),
    certificate: z.object({ personName: text, positionName: text, houseName: text.nullable(), requirements: z.array(met), validFrom: moment, validUntil: moment.nullable(), issuedAt: moment, hash: text }).nullable()
});
export type Verification = z.infer<typeof verification>;

export const certificateOperations = {
    list: operation('certification:read').route(route('GET', '/certificates', 'Certificates, the latest first')).input(z.object({ ...paging, personId: id.optional(), state: state.optional() })).output(page(certificate)),
    get: operation('certification:read').route(route('GET', '/certificates/{id}', 'A certificate with all that it says')).input(z.object({ id })).output(certificate),
    issue: operation('certification:sign').route(route('POST', '/people/{id}/certificates', 'Issue somebody’s certificate by hand, where all requirements hold')).input(z.object({ id })).output(certificate),
    revoke: operation('certification:administer').route(route('POST', '/certificates/{id}/revocation', 'Revoke a certificate, with the reason')).input(z.object({ id, reason: z.string().trim().min(1).max(1000) })).output(certificate),
    verify: operation(PUBLIC, { rate: 'strict' }).route(route('POST', '/certificate-verifications', 'What the certificate with this code says, and whether it holds')).input(z.object({ code: z.string().max(100) })).output(verification),
    house: operation('certification:read').route(route('GET', '/certificate-house', 'In whose name certificates are issued')).output(z.object({ name: text.nullable() })),
    nameHouse: operation('certification:administer').route(route('PUT', '/certificate-house', 'Say in whose name certificates are issued from now on')).input(z.object({ name: z.string().trim().min(1).max(120) })).output(done)
};
