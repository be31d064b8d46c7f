import { id, moment, operation, page, paging, shortText, stream, z } from '@earshot/core/lib/common/api/operation';
import { recording, recordingStates } from '@earshot/media/lib/common/media-contract';
import { channels, occasions } from './channel';
import { headerlessFormats } from '@earshot/media/lib/common/recording/headerless-format';

export const directions = ['inbound', 'outbound', 'internal'] as const;
export type Direction = typeof directions[number];
export const tag = z.string().trim().min(1).max(60);

export const interaction = z.object({
    id, callId: z.string(), startedAt: moment, agentId: id.nullable(), agentName: z.string().nullable(), agentNumber: z.string().nullable(), teamId: id.nullable(), teamName: z.string().nullable(),
    queue: z.string().nullable(), direction: z.enum(directions), durationMs: z.number().nullable(), tags: z.array(z.string()),
    /** Masked (`•••• 4321`), or whole for those with customer:read when they ask for one interaction; null where none was given. */
    customerNumber: z.string().nullable(),
    channel: z.enum(channels), occasion: z.enum(occasions), scenario: z.string().nullable(),
    /** Null for what comes without a recording. */
    recordingId: id.nullable(), recordingState: z.enum(recordingStates).nullable(), evaluations: z.number(), importedAt: moment, version: z.number()
});
export type Interaction = z.infer<typeof interaction>;

/** What the uploader knows of a call: multipart fields beside the parts `audio` (and `audio2`, the customer's leg). */
export const interactionInput = z.object({
    callId: shortText, startedAt: moment, agent: shortText.optional(), queue: shortText.optional(), direction: z.enum(directions).default('inbound'),
    customerNumber: z.string().trim().max(60).optional(), tags: z.array(tag).max(30).default([]),
    /** What the audio is, where it has no header that says so. */
    format: z.enum(headerlessFormats).optional()
});
export type InteractionInput = z.infer<typeof interactionInput>;

export const interactionFilter = {
    from: moment.optional(), to: moment.optional(), agentId: id.optional(), teamId: id.optional(), queue: z.string().max(200).optional(), direction: z.enum(directions).optional(),
    minDurationMs: z.coerce.number().int().min(0).optional(), maxDurationMs: z.coerce.number().int().min(0).optional(), tag: tag.optional(), channel: z.enum(channels).optional(), occasion: z.enum(occasions).optional(),
    evaluated: z.enum(['yes', 'no', 'by-me', 'not-by-me']).optional(), state: z.enum(recordingStates).optional(), text: z.string().max(200).optional()
};

const route = (method: 'GET' | 'POST' | 'PATCH', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['interactions'] });

export const interactionOperations = {
    list: operation('interaction:read').route(route('GET', '/interactions', 'Calls, newest first')).input(z.object({ ...paging, ...interactionFilter })).output(page(interaction)),
    get: operation('interaction:read').route(route('GET', '/interactions/{id}', 'One call with its recording')).input(z.object({ id })).output(interaction.extend({ recording: recording.nullable() })),
    facets: operation('interaction:read').route(route('GET', '/interaction-facets', 'Queues and tags in use, for filters')).output(z.object({ queues: z.array(z.string()), tags: z.array(z.string()) })),
    change: operation('interaction:correct').route(route('PATCH', '/interactions/{id}', 'Correct what is known of a call'))
        .input(z.object({ id, version: z.number().int(), agentId: id.nullable().optional(), queue: z.string().trim().max(200).nullable().optional(), direction: z.enum(directions).optional(), startedAt: moment.optional(), tags: z.array(tag).max(30).optional() })).output(interaction)
};

export const interactionStreams = {
    upload: stream({ method: 'POST', path: '/quality/interactions', permission: 'interaction:import', rate: 'normal', summary: 'Import one call: multipart with `audio` (and `audio2`) and the fields of an interaction', consumes: 'multipart/form-data', produces: 'application/json', maxBytes: 2 * 1024 ** 3 })
};
