import { answers } from '@earshot/assessment/lib/common/assessment-contract';
import { id as rowId, z } from '@earshot/core/lib/common/api/operation';
import { questionLimits } from './question-limits';
import { multipleCredits, orderingCredits, type Question, type QuestionAnswer } from './question';

const prompt = z.string().max(questionLimits.prompt);
const text = z.string().max(questionLimits.text);
const id = z.string().min(1).max(questionLimits.id);
const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).max(questionLimits.items);
const number = z.number().min(-1e15).max(1e15);

const common = { prompt, feedback: prompt.optional(), points: z.number().min(0).max(1000), recording: z.string().max(500).optional() };
const credited = { id, share: z.number().min(-1).max(1), feedback: text.optional() };
const choices = list(z.object({ ...credited, text }));
const acceptedTexts = list(z.object({ ...credited, text }));
const acceptedNumbers = list(z.union([z.object({ ...credited, value: number, tolerance: number }), z.object({ ...credited, minimum: number, maximum: number })]));
/** A draft may not say yet on which form is rated. */
const anyFormVersion = z.object({ formId: z.union([rowId, z.literal('')]), version: z.number().int() });
/** Ids are those of questions and options of a form, where rating a criterion looks for them. */
const formId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u);
export const criteria = list(z.object({
    id: formId, text, weight: z.number().min(0).max(1000), critical: z.boolean(),
    levels: z.array(z.object({ id: formId, points: z.number().min(0).max(1000), text })).max(questionLimits.levels)
}));
const gap = { id, weight: z.number().min(0).max(1000), otherwise: text.optional() };

/** A question as it travels. Whether it makes sense is said by `validateQuestion`: drafts need not. */
export const question = z.discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('single'), choices, shuffle: z.boolean() }),
    z.object({ ...common, kind: z.literal('multiple'), choices, credit: z.enum(multipleCredits), shuffle: z.boolean() }),
    z.object({ ...common, kind: z.literal('true-false'), answer: z.boolean(), feedbackTrue: text.optional(), feedbackFalse: text.optional() }),
    z.object({ ...common, kind: z.literal('short'), accepted: acceptedTexts, caseSensitive: z.boolean(), otherwise: text.optional() }),
    z.object({ ...common, kind: z.literal('numeric'), accepted: acceptedNumbers, unit: z.string().max(50).optional(), otherwise: text.optional() }),
    z.object({ ...common, kind: z.literal('matching'), pairs: list(z.object({ id, stem: text, matchId: id, match: text })), extras: list(z.object({ id, text })), shuffle: z.boolean() }),
    z.object({ ...common, kind: z.literal('ordering'), items: list(z.object({ id, text })), credit: z.enum(orderingCredits) }),
    z.object({
        ...common, kind: z.literal('gaps'),
        gaps: list(z.discriminatedUnion('kind', [
            z.object({ ...gap, kind: z.literal('short'), accepted: acceptedTexts, caseSensitive: z.boolean() }),
            z.object({ ...gap, kind: z.literal('numeric'), accepted: acceptedNumbers }),
            z.object({ ...gap, kind: z.literal('choice'), choices, shuffle: z.boolean() })
        ]))
    }),
    z.object({ ...common, kind: z.literal('essay'), template: prompt.optional(), criteria: criteria.optional(), hints: prompt.optional() }),
    z.object({ ...common, kind: z.literal('listening'), recording: z.string().max(500), form: anyFormVersion, expert: answers, tolerance: z.number().min(0).max(1e6) })
]) satisfies z.ZodType<Question>;

const given = z.string().max(20_000);
const byId = z.record(id, given);

/** An answer as it travels; `mark` decides what it is worth. */
export const questionAnswer = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('single'), choice: id.nullable() }),
    z.object({ kind: z.literal('multiple'), choices: list(id) }),
    z.object({ kind: z.literal('true-false'), value: z.boolean().nullable() }),
    z.object({ kind: z.literal('short'), text: given }),
    z.object({ kind: z.literal('numeric'), text: z.string().max(200) }),
    z.object({ kind: z.literal('matching'), matches: byId }),
    z.object({ kind: z.literal('ordering'), items: list(id) }),
    z.object({ kind: z.literal('gaps'), gaps: byId }),
    z.object({ kind: z.literal('essay'), text: z.string().max(100_000) }),
    z.object({ kind: z.literal('listening'), answers })
]) satisfies z.ZodType<QuestionAnswer>;
