import { id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { findings, minutesFields, newMinutesFields } from '@earshot/writing/lib/common/minutes/minutes-contract';
import { documentRoute as route } from './document-contract';

const text = z.string().trim().min(1).max(5000);

export const requestStates = ['open', 'accepted', 'declined'] as const;

/** Somebody asks for a change of a document, or of one clause. */
export const changeRequest = z.object({
    id, documentId: id, documentTitle: z.string(), /** The clause as it was called then; null for the whole document. */ clause: z.object({ anchor: z.string(), number: z.string(), title: z.string() }).nullable(),
    text: z.string(), personId: id, personName: z.string(), state: z.enum(requestStates), createdAt: moment, answer: z.string().nullable(), decidedByName: z.string().nullable(), decidedAt: moment.nullable(), mayDecide: z.boolean(),
    /** Whether the caller may say something about it. */ mayDiscuss: z.boolean(), /** How much was said about it. */ comments: z.number()
});
export type ChangeRequest = z.infer<typeof changeRequest>;

export const requestOperations = {
    list: operation('document:read').route(route('GET', '/document-requests', 'Requests for changes: one’s own, those of the documents that one writes, and for those who see everything all'))
        .input(z.object({ ...paging, documentId: id.optional(), state: z.enum(requestStates).optional() })).output(page(changeRequest)),
    add: operation('document:read').route(route('POST', '/documents/{id}/requests', 'Ask for a change of a document, or of one of its clauses')).input(z.object({ id, anchor: z.string().max(20).nullable().default(null), text })).output(changeRequest),
    decide: operation('document:write').route(route('POST', '/document-requests/{id}/decision', 'Accept a request, or decline it; whoever asked is told the answer')).input(z.object({ id, accepted: z.boolean(), answer: text })).output(changeRequest)
};

export const reviewOutcomes = ['keep', 'revise', 'retire'] as const;
export type ReviewOutcome = typeof reviewOutcomes[number];

/** The minutes of a review: of one document, or of the catalogue as a whole. They are kept as they were written. */
export const documentReview = z.object({
    ...minutesFields, documentId: id.nullable(), documentTitle: z.string().nullable(), number: z.string().nullable(), findings: z.string(), outcome: z.enum(reviewOutcomes).nullable()
});
export type DocumentReview = z.infer<typeof documentReview>;

export const reviewOperations = {
    list: operation('document:read').route(route('GET', '/document-reviews', 'Minutes of reviews, newest first')).input(z.object({ ...paging, documentId: id.optional(), catalogue: z.union([z.boolean(), z.stringbool()]).optional() })).output(page(documentReview)),
    add: operation('document:write').route(route('POST', '/document-reviews', 'Record a review; one that keeps a document sets the day of its next')).input(z.object({
        ...newMinutesFields, documentId: id.nullable(), findings, outcome: z.enum(reviewOutcomes).nullable()
    })).output(documentReview),
    settle: operation('document:read').route(route('POST', '/review-actions/{id}/completion', 'Say that an action of a review is done; its owner, or who may write the document')).input(z.object({ id })).output(documentReview)
};
