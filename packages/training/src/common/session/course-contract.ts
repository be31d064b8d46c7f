import { id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { examRoute as route } from '../exam/exam-contract';
import { effectDays } from './training-effect';

const side = z.object({ value: z.number().nullable(), n: z.number() });
const change = z.object({
    before: side, after: side, difference: z.number().nullable(), interval: z.object({ low: z.number(), high: z.number(), level: z.number() }).nullable(), verdict: z.enum(['too-few', 'up', 'down', 'unclear'])
});

/** How a measure of the participants changed; n counts people who were measured before and after. */
export const measuredEffect = z.object({
    /** What is measured, as `evaluation-score`; in percent. */
    measure: z.string(), people: z.number(), values: z.object({ before: z.number(), after: z.number() }), change,
    /** Colleagues of the same teams who were not there. */
    colleagues: change.nullable(), /** How much more participants changed than colleagues. */ beyond: change.nullable()
});
export type MeasuredEffect = z.infer<typeof measuredEffect>;

export const sessionEffect = z.object({
    days: z.literal(effectDays), fewest: z.number(), /** Whether there is a measure that the caller may see. */ readable: z.boolean(), effects: z.array(measuredEffect)
});
export type SessionEffect = z.infer<typeof sessionEffect>;

const content = { title: shortText, aim: z.string().trim().max(4000), /** What it is about, as `earshot:` links: documents, clauses, articles, exams. */ covers: z.array(z.string().max(300)).max(50), /** On which participants say how it was. */ feedbackFormId: id.nullable() };
export const courseRow = z.object({
    id, ...content, title: z.string(), aim: z.string(), feedbackFormTitle: z.record(z.string(), z.string()).nullable(), retired: z.boolean(), planned: z.number(), held: z.number(), /** People who were there, each once. */ attended: z.number(), nextAt: moment.nullable(), version: z.number()
});
export type CourseRow = z.infer<typeof courseRow>;

export const courseOperations = {
    list: operation('training-plan:read').route(route('GET', '/courses', 'What is taught, by title'))
        .input(z.object({ ...paging, text: z.string().max(200).optional(), retired: z.union([z.boolean(), z.stringbool()]).optional() })).output(page(courseRow)),
    get: operation('training-plan:read').route(route('GET', '/courses/{id}', 'One course')).input(z.object({ id })).output(courseRow),
    add: operation('training-plan:write').route(route('POST', '/courses', 'Add a course, of which sessions can be planned')).input(z.object(content)).output(courseRow),
    change: operation('training-plan:write').route(route('PUT', '/courses/{id}', 'Change a course; no sessions of a retired one are planned')).input(z.object({ id, version: z.number().int(), ...content, retired: z.boolean() })).output(courseRow),
    effect: operation('training-plan:read').route(route('GET', '/courses/{id}/effect', 'How scores of its participants changed, each around the first session that they were at')).input(z.object({ id })).output(sessionEffect)
};
