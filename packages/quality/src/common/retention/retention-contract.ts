import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { tag } from '../interaction/interaction-contract';
import { contentKinds } from './retention-rule';

/** Nobody plans further; 0 is for ever. */
const months = z.number().int().min(0).max(600);
const reason = z.string().trim().min(3).max(2000);
const ruleFields = { name: shortText, queue: z.string().trim().min(1).max(200).nullable(), tag: tag.nullable(), months: z.object({ recording: months, transcript: months, messages: months, customer: months }), active: z.boolean().default(true) };

export const retentionRuleRow = z.object({ id, ...ruleFields, active: z.boolean(), createdBy: z.string().nullable(), createdAt: moment, version: z.number() });
export type RetentionRuleRow = z.infer<typeof retentionRuleRow>;

/** What would go and what would not, of one kind: numbers of interactions, and the bytes of recordings with everything made of them; null for what is text. */
const forecast = z.object({ kind: z.enum(contentKinds), due: z.number(), bytes: z.number().nullable(), held: z.number(), waiting: z.number() });
export const retentionForecast = z.object({ at: moment, kinds: z.array(forecast), rules: z.array(z.object({ ruleId: id.nullable(), name: z.string(), kinds: z.array(forecast) })) });
export type RetentionForecast = z.infer<typeof retentionForecast>;
export type KindForecast = z.infer<typeof forecast>;

export const legalHold = z.object({
    id, interactionId: id, callId: z.string(), startedAt: moment, reason: z.string(), placedBy: z.string(), placedAt: moment, liftedBy: z.string().nullable(), liftedAt: moment.nullable(), liftReason: z.string().nullable()
});
export type LegalHold = z.infer<typeof legalHold>;

/** A deletion with what proves it: the SHA-256 of what there was; of a customer's number, which could be guessed from that, one with the key of the house. */
export const deletedContent = z.object({
    id, interactionId: id, callId: z.string(), startedAt: moment, kind: z.enum(contentKinds), rule: z.string().nullable(), by: z.string().nullable(), reason: z.string().nullable(), hash: z.string(), bytes: z.number(), deletedAt: moment
});
export type DeletedContentRow = z.infer<typeof deletedContent>;

/** What becomes of one interaction's content. `until` null: for ever, `rule` null: no rule meets it. */
export const interactionRetention = z.object({
    hold: legalHold.nullable(), kinds: z.array(z.object({ kind: z.enum(contentKinds), rule: z.string().nullable(), until: moment.nullable() })), deleted: z.array(deletedContent)
});
export type InteractionRetention = z.infer<typeof interactionRetention>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['retention'] });

export const retentionOperations = {
    rules: operation('retention:read').route(route('GET', '/retention-rules', 'How long recordings, transcripts, messages and customer numbers are kept')).output(z.array(retentionRuleRow)),
    addRule: operation('retention:manage').route(route('POST', '/retention-rules', 'Make a rule; it deletes from the next night on')).input(z.object(ruleFields)).output(retentionRuleRow),
    changeRule: operation('retention:manage').route(route('PUT', '/retention-rules/{id}', 'Change a rule')).input(z.object({ id, version: z.number().int(), ...ruleFields })).output(retentionRuleRow),
    removeRule: operation('retention:manage').route(route('DELETE', '/retention-rules/{id}', 'Take a rule away; what it has deleted stays deleted')).input(z.object({ id, version: z.coerce.number().int() })).output(done),
    preview: operation('retention:read').route(route('POST', '/retention-preview', 'What would be deleted if it were done now; nothing is. With a rule as it is meant to be, in the place of the one with that id or beside the others'))
        .input(z.object({ rule: z.object({ id: id.optional(), ...ruleFields }).optional() })).output(retentionForecast),
    deletions: operation('retention:read').route(route('GET', '/retention-deletions', 'What was deleted, newest first, with what proves it')).input(z.object({ ...paging, interactionId: id.optional() })).output(page(deletedContent)),
    holds: operation('retention:read').route(route('GET', '/legal-holds', 'Legal holds, newest first')).input(z.object({ ...paging, lifted: z.stringbool().optional() })).output(page(legalHold)),
    ofInteraction: operation('retention:read').route(route('GET', '/interactions/{id}/retention', 'Until when the content of one interaction is kept, and whether it is on hold')).input(z.object({ id })).output(interactionRetention),
    hold: operation('retention:hold').route(route('POST', '/interactions/{id}/legal-hold', 'Put an interaction on legal hold: nothing of it is deleted, by no rule and by nobody')).input(z.object({ id, reason })).output(interactionRetention),
    liftHold: operation('retention:hold').route(route('POST', '/interactions/{id}/legal-hold/lifting', 'Lift the legal hold of an interaction')).input(z.object({ id, reason })).output(interactionRetention),
    erase: operation('retention:erase').route(route('POST', '/interactions/{id}/erasure', 'Delete content of one interaction for good, before its time; evaluations stay')).input(z.object({ id, kinds: z.array(z.enum(contentKinds)).min(1).max(contentKinds.length), reason })).output(interactionRetention)
};
