import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import type { ArticleImport, ImportRow } from '../../common/import/import-contract';
import type { ImportOutcome } from '../../common/import/import-file';
import { knowledgeContract } from '../../common/knowledge-contract';

const busy = ['reading', 'writing', 'undoing'];
export const isBusy = (each: Pick<ArticleImport, 'state'> | undefined): boolean => each !== undefined && busy.includes(each.state);
/** How far a job is comes by no event that editors hear of: it is asked for while one runs. */
const askEveryMs = 1000;

interface Paged<T> { readonly rows: T[]; readonly next?: string }

export function useImports(): UseInfiniteQueryResult<InfiniteData<Paged<ArticleImport>>> {
    const client = useClient(knowledgeContract);
    return useInfiniteQuery({
        queryKey: ['article-import', 'list'], initialPageParam: undefined as string | undefined, queryFn: ({ pageParam, signal }) => client.imports.list({ after: pageParam, limit: 50 }, { signal }) as Promise<Paged<ArticleImport>>, getNextPageParam: last => last.next,
        refetchInterval: query => query.state.data?.pages.some(each => each.rows.some(isBusy)) ? askEveryMs : false
    });
}

export function useImport(id: string): UseQueryResult<ArticleImport> {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article-import', 'one', id], queryFn: ({ signal }) => client.imports.get({ id }, { signal }) as Promise<ArticleImport>, refetchInterval: query => isBusy(query.state.data) ? askEveryMs : false });
}

/** @param version asks anew when the import has come to another state */
export function useImportRows(id: string, version: number | undefined, outcome: ImportOutcome | undefined): UseInfiniteQueryResult<InfiniteData<Paged<ImportRow>>> {
    const client = useClient(knowledgeContract);
    return useInfiniteQuery({
        queryKey: ['article-import', 'rows', id, outcome, version], enabled: version !== undefined, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.imports.rows({ id, outcome, after: pageParam, limit: 200 }, { signal }) as Promise<Paged<ImportRow>>, getNextPageParam: last => last.next
    });
}
