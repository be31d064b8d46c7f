import { id, moment, operation, stream, z } from '@earshot/core/lib/common/api/operation';
import { maskReasons } from '../masking/mask';
import { transcriptFormats } from './transcript';

/** A word and its times; `hidden` where a mask hides it: then the text is empty, and one such word stands for all that are hidden in a row. */
const word = z.object({ text: z.string(), fromMs: z.number(), toMs: z.number(), hidden: z.literal(true).optional() });

export const transcript = z.object({
    recordingId: id, format: z.enum(transcriptFormats),
    /** `turns`: the times of words are estimated, and a mask that touches a turn hides all of it. */
    timing: z.enum(['words', 'turns']),
    turns: z.array(z.object({ fromMs: z.number(), toMs: z.number(), role: z.enum(['agent', 'customer']).nullable(), speaker: z.string().nullable(), words: z.array(word) })),
    /** Lines, or items, of the file that could not be used. */
    problems: z.array(z.object({ place: z.number(), code: z.string() })), importedAt: moment
});
export type Transcript = z.infer<typeof transcript>;
export type ShownTurn = Transcript['turns'][number];

/** A stretch that sounds like something that must not be kept in the open. */
export const maskSuggestion = z.object({ fromMs: z.number(), toMs: z.number(), reason: z.enum(maskReasons), digits: z.number(), /** Whether its check digit is right. */ checked: z.boolean() });
export type MaskSuggestion = z.infer<typeof maskSuggestion>;

export const transcriptImported = z.object({ recordingId: id, turns: z.number(), problems: z.array(z.object({ place: z.number(), code: z.string() })) });

const route = (path: `/${string}`, summary: string) => ({ method: 'GET' as const, path: `/media/recordings/{id}${path}` as const, summary, tags: ['media'] });

export const transcriptOperations = {
    get: operation('recording:listen').route(route('/transcript', 'What is said in a recording, null where nobody wrote it down; masked words are left out, except with `unmasked` for those with `recording:unmask`'))
        .input(z.object({ id, unmasked: z.stringbool().optional() })).output(transcript.nullable()),
    suggestMasks: operation('recording:mask').route(route('/mask-suggestions', 'Stretches of the transcript that sound like numbers that should be masked, and are not yet'))
        .input(z.object({ id })).output(z.array(maskSuggestion))
};

export const largestTranscript = 10 * 1024 ** 2;

export const transcriptStreams = {
    transcript: stream({
        method: 'PUT', path: '/media/recordings/:id/transcript', permission: 'recording:transcribe', rate: 'normal', summary: 'Put a transcript beside a recording, in place of the one it has: WebVTT, SubRip, or JSON of common recognisers',
        consumes: 'application/octet-stream', produces: 'application/json', maxBytes: largestTranscript
    })
};
