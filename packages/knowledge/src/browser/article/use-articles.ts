import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import type { Article, ArticleRow, Revision, RevisionRow } from '../../common/article/article-contract';
import type { ArticleLanguage } from '../../common/article/article-kind';
import type { Category } from '../../common/category/category-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { articleLinkTitles, linkedArticles } from '../../common/link/article-links';
import type { LinkTitles } from '@earshot/writing/lib/common/markdown/render-markdown';
import { type ArticleListFilter, listInput } from './article-filter';

interface ArticleList { readonly rows: ArticleRow[]; readonly next?: string }

/** @param inLanguage one of each article and its translations; undefined: all of them */
export function useArticleList(filter: ArticleListFilter, personId: string, inLanguage: ArticleLanguage | undefined): UseInfiniteQueryResult<InfiniteData<ArticleList>> {
    const client = useClient(knowledgeContract);
    return useInfiniteQuery({
        queryKey: ['article', 'list', filter, inLanguage], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.articles.list({ ...listInput(filter, personId), inLanguage, after: pageParam, limit: 100 }, { signal }) as Promise<ArticleList>, getNextPageParam: last => last.next
    });
}

export function useArticle(id: string): UseQueryResult<Article> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'one', id], queryFn: ({ signal }) => client.articles.get({ id }, { signal }) as Promise<Article> });
}

export function useRevision(id: string | undefined): UseQueryResult<Revision> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'revision', id], enabled: id !== undefined, queryFn: ({ signal }) => client.revisions.get({ id: id! }, { signal }) as Promise<Revision> });
}

export function useRevisions(articleId: string): UseQueryResult<RevisionRow[]> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'revisions', articleId], queryFn: ({ signal }) => client.revisions.list({ id: articleId }, { signal }) as Promise<RevisionRow[]> });
}

const noCategories: readonly Category[] = [];

export function useCategories(): readonly Category[] {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article-category', 'all'], queryFn: ({ signal }) => client.categories.list(undefined, { signal }) as Promise<Category[]> }).data ?? noCategories;
}

/** What the articles are called that texts link to; undefined while it is asked for. @param texts the same array as long as they are the same */
export function useTitles(texts: readonly string[]): LinkTitles | undefined {
    const client = useClient(knowledgeContract);
    const ids = React.useMemo(() => linkedArticles(texts).slice(0, 100).join(','), [texts]);
    const { data } = useQuery({ queryKey: ['article', 'titles', ids], enabled: ids !== '', queryFn: ({ signal }) => client.articles.titles({ ids }, { signal }) });
    return React.useMemo(() => ids === '' ? new Map<string, string>() : data && articleLinkTitles(texts, new Map(data.map(each => [each.id, each.title]))), [ids, data, texts]);
}

export function useTags(): readonly { readonly tag: string; readonly articles: number }[] {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'tags'], queryFn: ({ signal }) => client.articles.tags(undefined, { signal }) }).data ?? [];
}
