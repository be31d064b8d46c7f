import { id, moment, operation, shortText, z } from '@earshot/core/lib/common/api/operation';
import { contentDeletion } from '@earshot/media/lib/common/media-contract';
import { channels, observedOccasions, textChannels } from '../interaction/channel';
import { directions, interaction, tag } from '../interaction/interaction-contract';

export const authors = ['agent', 'customer', 'system'] as const;
export type Author = typeof authors[number];

/** What may be taken in at once: messages of one conversation, characters of one message and of one file. */
export const mostMessages = 5_000;
export const longestMessage = 20_000;
export const longestTranscript = 1_000_000;

const written = { author: z.enum(authors), name: z.string().trim().max(200).nullable().default(null), text: z.string().transform(text => text.replaceAll('\0', '')).pipe(z.string().trim().min(1).max(longestMessage)) };
/** A message as it is taken in, with the moment it was sent. */
export const writtenMessage = z.object({ at: moment, ...written });
export type WrittenMessage = z.infer<typeof writtenMessage>;

/** A message as it is kept: milliseconds since the conversation began. No two are the same, so that a mark points at one. */
export const message = z.object({ atMs: z.number().int(), ...written });
export type Message = z.infer<typeof message>;

const span = z.number().nullable();
/** Milliseconds; null where there was nothing to measure. */
export const timeliness = z.object({
    firstReplyMs: span, medianReplyMs: span, longestReplyMs: span, replies: z.number().int(), unanswered: z.boolean(),
    messages: z.object({ agent: z.number().int(), customer: z.number().int(), system: z.number().int() })
});
export type Timeliness = z.infer<typeof timeliness>;

/** Why a piece of a file was not understood. */
export const readingProblems = ['no-messages', 'columns-unknown', 'time-unknown', 'author-unknown', 'text-missing', 'text-too-long', 'too-many', 'not-json'] as const;
export const readingProblem = z.object({ line: z.number().int(), code: z.enum(readingProblems), value: z.string().optional() });
export type ReadingProblem = z.infer<typeof readingProblem>;

/** What is known of an interaction that comes without a recording. */
const facts = {
    callId: shortText, agent: shortText.optional(), queue: shortText.optional(), direction: z.enum(directions).default('inbound'),
    customerNumber: z.string().trim().max(60).optional(), tags: z.array(tag).max(30).default([])
};
export const conversationInput = z.object({ ...facts, channel: z.enum(textChannels), messages: z.array(writtenMessage).min(1).max(mostMessages) });
export type ConversationInput = z.infer<typeof conversationInput>;
export const observationInput = z.object({
    ...facts, channel: z.enum(channels), occasion: z.enum(observedOccasions), startedAt: moment, durationMs: z.number().int().min(0).max(86_400_000).nullable().default(null),
    /** For a mystery contact: what the customer was to ask, and how. */
    scenario: z.string().trim().max(4_000).nullable().default(null)
});
export type ObservationInput = z.infer<typeof observationInput>;

const route = (method: 'GET' | 'POST', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['interactions'] });

export const conversationOperations = {
    read: operation('interaction:import').route(route('POST', '/conversation-readings', 'What a file of messages says, and which of its lines were not understood; nothing is kept'))
        .input(z.object({ text: z.string().min(1).max(longestTranscript) })).output(z.object({ messages: z.array(writtenMessage), problems: z.array(readingProblem) })),
    add: operation('interaction:import').route(route('POST', '/conversations', 'Take in a conversation in writing')).input(conversationInput).output(interaction),
    observe: operation('interaction:import').route(route('POST', '/observations', 'Note an interaction that somebody was at, so that it can be evaluated')).input(observationInput).output(interaction),
    messages: operation('recording:listen').route(route('GET', '/interactions/{id}/messages', 'The messages of a conversation; that they were read is audited')).input(z.object({ id })).output(z.object({ messages: z.array(message), timeliness, deletion: contentDeletion.nullable() }))
};
