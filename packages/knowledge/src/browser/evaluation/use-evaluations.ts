import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { assessmentOperations, type Form } from '@earshot/assessment/lib/common/assessment-contract';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import type { ArticleEvaluation, ArticleEvaluationRow } from '../../common/evaluation/evaluation-contract';
import { knowledgeContract } from '../../common/knowledge-contract';

export interface EvaluationsOfArticle { readonly mayBegin: boolean; readonly rows: readonly ArticleEvaluationRow[] }

export function useEvaluationsOf(articleId: string): UseQueryResult<EvaluationsOfArticle> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'evaluations', articleId], queryFn: ({ signal }) => client.articleEvaluations.list({ id: articleId }, { signal }) as Promise<EvaluationsOfArticle> });
}

export function useArticleEvaluation(id: string): UseQueryResult<ArticleEvaluation> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'evaluation', id], queryFn: ({ signal }) => client.articleEvaluations.get({ id }, { signal }) as Promise<ArticleEvaluation> });
}

/** The forms in force on which articles are rated; undefined while they are asked for. */
export function useArticleForms(): readonly Form[] | undefined {
    const client = useClient(assessmentOperations);
    const mayRead = useSession().may('form:read');
    return useQuery({ queryKey: ['form', 'for-articles'], enabled: mayRead, queryFn: async ({ signal }) => (await client.forms.list({ publishedOnly: true, subject: 'article', limit: 100 }, { signal })).rows as Form[] }).data;
}
