import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import type { CatalogueEntry, Document, DocumentRow, DocumentVersion, VersionRow } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';
import { type DocumentListFilter, listInput } from './document-filter';

interface DocumentList { readonly rows: DocumentRow[]; readonly next?: string }

export function useDocumentList(filter: DocumentListFilter, personId: string): UseInfiniteQueryResult<InfiniteData<DocumentList>> {
    const client = useClient(trainingContract);
    return useInfiniteQuery({
        queryKey: ['document', 'list', filter], meta: { shows: ['acknowledgement'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.documents.list({ ...listInput(filter, personId), after: pageParam, limit: 100 }, { signal }) as Promise<DocumentList>, getNextPageParam: last => last.next
    });
}

export function useDocument(id: string): UseQueryResult<Document> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['document', 'one', id], meta: { shows: ['acknowledgement'] }, queryFn: ({ signal }) => client.documents.get({ id }, { signal }) as Promise<Document> });
}

export function useVersion(id: string | undefined): UseQueryResult<DocumentVersion> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['document', 'version', id], enabled: id !== undefined, queryFn: ({ signal }) => client.documentVersions.get({ id: id! }, { signal }) as Promise<DocumentVersion> });
}

export function useVersions(documentId: string): UseQueryResult<VersionRow[]> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['document', 'versions', documentId], queryFn: ({ signal }) => client.documentVersions.list({ id: documentId }, { signal }) as Promise<VersionRow[]> });
}

const none: readonly CatalogueEntry[] = [];

export function useCatalogue(): readonly CatalogueEntry[] {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['document', 'catalogue'], queryFn: ({ signal }) => client.documents.catalogue(undefined, { signal }) as Promise<CatalogueEntry[]> }).data ?? none;
}
