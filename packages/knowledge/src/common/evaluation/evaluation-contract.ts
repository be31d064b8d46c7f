import { done, id, moment, operation, z } from '@earshot/core/lib/common/api/operation';
import { answers } from '@earshot/assessment/lib/common/assessment-contract';
import { articleContent } from '../article/article-contract';

const localized = z.record(z.string(), z.string());
const version = z.number().int();

/** Somebody's rating of what an article said, on a form. */
export const articleEvaluationRow = z.object({
    id, articleId: id, formTitle: localized, evaluatorId: id, evaluatorName: z.string(), state: z.enum(['draft', 'submitted']), submittedAt: moment.nullable(), changedAt: moment,
    /** 0 to 100; null where the form gives no score. */
    percent: z.number().nullable(), passed: z.boolean().nullable(),
    /** Which revision was rated, and whether it is what readers see now. */
    number: z.number(), current: z.boolean()
});
export type ArticleEvaluationRow = z.infer<typeof articleEvaluationRow>;

export const articleEvaluation = articleEvaluationRow.extend({
    articleTitle: z.string(), content: articleContent, form: z.record(z.string(), z.unknown()), formNumber: z.number(), answers, score: z.record(z.string(), z.unknown()), version, mayEdit: z.boolean()
});
export type ArticleEvaluation = z.infer<typeof articleEvaluation>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });

export const articleEvaluationOperations = {
    list: operation('article:read').route(route('GET', '/articles/{id}/evaluations', 'Evaluations of an article, newest first: for those who evaluate, audit or write it; drafts for their authors'))
        .input(z.object({ id })).output(z.object({ /** Whether the caller may begin one: nobody rates what they wrote or answer for. */ mayBegin: z.boolean(), rows: z.array(articleEvaluationRow) })),
    begin: operation('article:evaluate').route(route('POST', '/articles/{id}/evaluations', 'Begin to evaluate what is published of an article, on a form for articles; or go on with one’s draft')).input(z.object({ id, formId: id })).output(articleEvaluation),
    get: operation('article:read').route(route('GET', '/article-evaluations/{id}', 'One evaluation with the form and the text that was rated')).input(z.object({ id })).output(articleEvaluation),
    save: operation('article:evaluate').route(route('PUT', '/article-evaluations/{id}', 'Save one’s draft')).input(z.object({ id, version, answers })).output(articleEvaluation),
    submit: operation('article:evaluate').route(route('POST', '/article-evaluations/{id}/submission', 'Complete one’s evaluation; from then on it does not change')).input(z.object({ id, version, answers })).output(articleEvaluation),
    discard: operation('article:evaluate').route(route('DELETE', '/article-evaluations/{id}', 'Discard one’s draft')).input(z.object({ id })).output(done)
};
