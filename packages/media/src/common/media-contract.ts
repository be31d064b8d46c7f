import { done, id, moment, operation, page, paging, stream, z } from '@earshot/core/lib/common/api/operation';
import { permission } from '@earshot/core/lib/common/access/permission';
import { mask, maskReasons, maskRecord, maskStates } from './masking/mask';
import { transcriptOperations, transcriptStreams } from './transcript/transcript-contract';

/** Who is heard on a channel. A mono recording of both is `mixed`. */
export const channelRoles = ['agent', 'customer', 'mixed'] as const;
export type ChannelRole = typeof channelRoles[number];

/** Begins the codes under which an import refuses a file (INVALID): `audio.` and a code of `@earshot/audio`. */
export const audioProblem = 'audio.';

/** `deleted`: nothing of it is left to be heard; what was known of it is. */
export const recordingStates = ['processing', 'ready', 'failed', 'deleted'] as const;

/** When content was deleted, and under which rule; null for a rule where somebody deleted it. */
export const contentDeletion = z.object({ at: moment, rule: z.string().nullable() });
export type ContentDeletion = z.infer<typeof contentDeletion>;

/**
 * Figures of the voice activity; null where they need to know who is who (mono). Times in milliseconds, shares 0 to 1 of the duration.
 * Pauses shorter than a second belong to speech; silences from ten seconds on, and possible music, count as hold.
 */
export const activityFigures = z.object({
    speechShare: z.number().nullable(), agentTalkShare: z.number().nullable(), customerTalkShare: z.number().nullable(), silenceShare: z.number().nullable(),
    longestSilenceMs: z.number().nullable(), talkOverCount: z.number().nullable(), talkOverMs: z.number().nullable(), holdMs: z.number().nullable()
});
export type ActivityFigures = z.infer<typeof activityFigures>;

export const recording = z.object({
    id, state: z.enum(recordingStates), version: z.number(),
    /** Why it failed, or what is doubtful about it (`truncated`): codes of `@earshot/audio`. */
    problem: z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(), warnings: z.array(z.string()),
    /** Share done while it is being processed, 0 to 1; null while unknown and afterwards. */
    progress: z.number().nullable(),
    container: z.string().nullable(), codec: z.string().nullable(), channels: z.number().nullable(), sampleRate: z.number().nullable(),
    durationMs: z.number().nullable(), bytes: z.number(), roles: z.array(z.enum(channelRoles)), figures: activityFigures.nullable(),
    /** Integrated loudness (LUFS), largest sample (dB below full scale) and share of clipped samples of each channel; null where too quiet to measure. */
    loudness: z.array(z.object({ integratedLufs: z.number().nullable(), peakDbfs: z.number().nullable(), clippedShare: z.number() })).nullable(),
    /** The levels of the waveform, finest first. */
    peakLevels: z.array(z.object({ level: z.number(), millisecondsPerPeak: z.number(), count: z.number() })),
    /** What only those with `recording:unmask` hear, in order; and how far the masking has got. */
    masks: z.array(mask), maskState: z.enum(maskStates),
    deletion: contentDeletion.nullable(), transcriptDeletion: contentDeletion.nullable(),
    /** Changes when what is heard changes, masks included; part of the address of audio and peaks, so that they can be cached. */
    revision: z.string(), importedAt: moment
});
export type Recording = z.infer<typeof recording>;

const segment = z.tuple([z.number(), z.number(), z.number()]);
/** Who speaks when: `[channel, fromMs, toMs]`, in order. What is too long and too even for speech stands apart, as possible music on hold. */
export const activity = z.object({ durationMs: z.number(), segments: z.array(segment), holdMusic: z.array(segment), figures: activityFigures });
export type Activity = z.infer<typeof activity>;

/** One act of listening: requests within half an hour belong together. */
export const listening = z.object({
    id, recordingId: id, /** What the recording belongs to, an `earshot:` link. */ subject: z.string(), personId: id, personName: z.string(), beganAt: moment, latestAt: moment,
    /** What was really played, as the player tells; 0 where only bytes were fetched. */ heardMs: z.number(), durationMs: z.number().nullable(),
    /** Whether masked stretches were audible. */ unmasked: z.boolean(), /** By a browser, or by a program with a token. */ via: z.enum(['session', 'token', 'system'])
});
export type Listening = z.infer<typeof listening>;

export const mediaOperations = {
    recording: {
        get: operation('recording:listen').route({ method: 'GET', path: '/media/recordings/{id}', summary: 'One recording, as media', tags: ['media'] }).input(z.object({ id })).output(recording),
        find: operation('recording:listen').route({ method: 'GET', path: '/media/recordings', summary: 'The recording of a call, by its link', tags: ['media'] }).input(z.object({ subject: z.string().trim().min(1).max(500) })).output(recording),
        activity: operation('recording:listen').route({ method: 'GET', path: '/media/recordings/{id}/activity', summary: 'Who speaks when', tags: ['media'] }).input(z.object({ id })).output(activity),
        exchangeChannels: operation('recording:correct').route({ method: 'POST', path: '/media/recordings/{id}/channel-exchange', summary: 'Say that agent and customer are on each other’s channel', tags: ['media'] })
            .input(z.object({ id, version: z.number().int() })).output(recording),
        retry: operation('recording:correct', { rate: 'heavy' }).route({ method: 'POST', path: '/media/recordings/{id}/processing', summary: 'Process a recording again that failed, or whose masks are still being prepared', tags: ['media'] }).input(z.object({ id })).output(recording),
        mask: operation('recording:mask').route({ method: 'POST', path: '/media/recordings/{id}/masks', summary: 'Silence a stretch of a recording for everybody without `recording:unmask`; the original stays as it is', tags: ['media'] })
            .input(z.object({ id, fromMs: z.number().int().min(0), toMs: z.number().int().min(0), reason: z.enum(maskReasons) })).output(recording),
        liftMask: operation('recording:unmask').route({ method: 'POST', path: '/media/recordings/{id}/lifted-masks', summary: 'Let everybody hear again what a mask hides', tags: ['media'] })
            .input(z.object({ id, maskId: id })).output(recording),
        masks: operation('recording:mask').route({ method: 'GET', path: '/media/recordings/{id}/masks', summary: 'All masks that a recording has and had, with who made and lifted them', tags: ['media'] })
            .input(z.object({ id })).output(z.array(maskRecord)),
        heard: operation('recording:listen').route({ method: 'POST', path: '/media/recordings/{id}/listening', summary: 'Say which stretches were really played', tags: ['media'] })
            .input(z.object({ id, ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).max(1000), unmasked: z.boolean().default(false) })).output(done)
    },
    transcript: transcriptOperations,
    listening: {
        list: operation('audit:read').route({ method: 'GET', path: '/media/listening', summary: 'Who listened to which recording, and how much of it; newest first', tags: ['media'] })
            .input(z.object({ ...paging, personId: id.optional(), recordingId: id.optional(), from: moment.optional(), to: moment.optional(), unmasked: z.stringbool().optional() })).output(page(listening))
    }
};

export const mediaStreams = {
    audio: stream({ method: 'GET', path: '/media/recordings/:id/audio', permission: 'recording:listen', summary: 'What the browser plays, by byte range; masked stretches are silent, except with `masks=lifted` for those with `recording:unmask`', produces: 'audio/*' }),
    original: stream({ method: 'GET', path: '/media/recordings/:id/original', permission: 'recording:export', summary: 'The original file, untouched; the masked recording instead where it has masks, except with `masks=lifted`', produces: 'application/octet-stream' }),
    peaks: stream({ method: 'GET', path: '/media/recordings/:id/peaks/:level', permission: 'recording:listen', summary: 'One level of the waveform, flat where it is masked: for each channel in turn one byte per peak, the square root of its magnitude', produces: 'application/octet-stream' }),
    ...transcriptStreams
};

export const mediaPermissions = [
    permission('recording:listen', { 'qa-evaluator': 'all', 'qa-lead': 'all', agent: 'own', 'team-leader': 'team', trainer: 'all', auditor: 'all', 'operations-manager': 'all' }),
    permission('recording:export', { 'qa-lead': 'all', auditor: 'all' }, ['team', 'all']),
    permission('recording:correct', { 'qa-evaluator': 'all', 'qa-lead': 'all' }, ['team', 'all']),
    permission('recording:transcribe', { 'qa-evaluator': 'all', 'qa-lead': 'all' }, ['team', 'all']),
    permission('recording:mask', { 'qa-evaluator': 'all', 'qa-lead': 'all', 'team-leader': 'team' }, ['team', 'all']),
    permission('recording:unmask', { 'qa-lead': 'all' }, ['team', 'all'])
];
