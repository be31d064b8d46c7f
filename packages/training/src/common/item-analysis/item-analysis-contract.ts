import { done, id, moment, operation, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import { questionKinds } from '../question/question';
import { itemConcerns } from './item-concern';

const reasons = [
    'too-few-units', 'too-few-raters', 'too-few-items', 'too-few-trials', 'no-pairable-values', 'no-variation', 'no-disagreement', 'unbounded', 'unbalanced', 'not-dichotomous', 'maximum-unknown', 'disconnected', 'no-defined-replicate'
] as const;
/** Why a figure is null. */
const figure = z.object({ value: z.number().nullable(), reason: z.enum(reasons).nullable() });
export type FigureReason = typeof reasons[number];

const analysedItem = z.object({
    questionId: id, versionId: id, /** As authors call it; empty where the bank no longer has it. */ name: z.string(), kind: z.enum(questionKinds), prompt: z.string(), points: z.number(), n: z.number(), otherWording: z.number(),
    difficulty: figure, variance: figure, discrimination: figure, itemRest: figure, alphaIfDeleted: figure,
    options: z.array(z.object({ text: z.string(), share: z.number(), all: z.number(), upper: z.number(), lower: z.number() })).nullable(), concern: z.enum(itemConcerns).nullable(),
    /** How long it was in view, in milliseconds, of `n` people, and how many answered faster than anybody reads; null where nobody's time was measured. */
    times: z.object({ n: z.number(), lowerQuartile: z.number(), median: z.number(), upperQuartile: z.number(), rapid: z.object({ underMs: z.number(), people: z.number() }).nullable() }).nullable()
});
export type AnalysedItemRow = z.infer<typeof analysedItem>;

export const examAnalysis = z.object({
    /** The version that is analysed; null before the first. */ number: z.number().nullable(),
    /** All versions, the latest first, with how many people have handed one in. */ versions: z.array(z.object({ number: z.number(), publishedAt: moment, people: z.number() })),
    /** People counted, each with their first attempt. */ people: z.number(), /** As many are counted at most, the latest. */ most: z.number(),
    /** `drawn`: papers have different questions; `too-few`: fewer people than `fewest`; `not-published`: it has no version. */ hidden: z.enum(['drawn', 'too-few', 'not-published']).nullable(), fewest: z.number(),
    test: z.object({ n: z.number(), groupSize: z.number(), of: z.number(), mean: figure, standardDeviation: figure, alpha: figure, kr20: figure, standardErrorOfMeasurement: figure, medianMinutes: z.number().nullable() }).nullable(),
    items: z.array(analysedItem)
});
export type ExamAnalysisView = z.infer<typeof examAnalysis>;

export const itemAnalysisOperations = {
    get: operation('exam-analysis:read').route(route('GET', '/exams/{id}/item-analysis', 'How the questions of an exam were answered, by the people whose results the caller may see: difficulty, discrimination, options, reliability'))
        .input(z.object({ id, number: z.coerce.number().int().min(1).optional() })).output(examAnalysis),
    look: operation('question:write').route(route('POST', '/questions/{id}/look', 'Somebody has looked at what the answers say against a question: it is put before its author again when many others have answered it')).input(z.object({ id })).output(done)
};
