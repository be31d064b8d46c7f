import { id, operation, z } from '@earshot/core/lib/common/api/operation';

export const phraseDecisions = ['open', 'accepted', 'ignored'] as const;
export type PhraseDecision = typeof phraseDecisions[number];

/** A place where the phrase of a rule is said; milliseconds from the start. `rule`: its place among the rules of the question. */
const place = z.object({ rule: z.number().int(), fromMs: z.number(), toMs: z.number(), quote: z.string() });
/** An answer that follows from what was said. It counts nowhere unless somebody gives it. `missing`: rules whose phrase had to be said and was not. */
export const suggestion = z.object({ questionId: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), kept: z.boolean(), places: z.array(place), missing: z.array(z.number().int()), decision: z.enum(phraseDecisions) });
export type Suggestion = z.infer<typeof suggestion>;

const route = (method: 'GET' | 'PUT', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['evaluations'] });

export const phraseOperations = {
    suggested: operation('evaluation:read').route(route('GET', '/evaluations/{id}/suggestions', 'Answers that the transcript or the messages suggest, by the phrases of the form; none for blind evaluations')).input(z.object({ id })).output(z.array(suggestion)),
    decide: operation('evaluation:write').route(route('PUT', '/evaluations/{id}/suggestions/{questionId}', 'Notes that I accept or ignore a suggestion; the answer itself is given with the draft'))
        .input(z.object({ id, questionId: z.string().max(64), decision: z.enum(phraseDecisions) })).output(z.array(suggestion))
};
