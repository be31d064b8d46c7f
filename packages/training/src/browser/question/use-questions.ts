import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import { generateUuid } from '@theia/core/lib/common/uuid';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { type SavedDraft, type Saving, useAutosave } from '@earshot/writing/lib/browser/editor/use-autosave';
import { type QuestionDetail, questionOperations, type QuestionRow } from '../../common/question/question-contract';
import { type QuestionContent, type QuestionLanguage, questionLanguages } from '../../common/question/question-content';
import { type QuestionListFilter, listInput } from './question-filter';

export const questionContract = { questions: questionOperations };
interface QuestionList { readonly rows: QuestionRow[]; readonly next?: string }
export interface Facets { readonly categories: readonly { readonly word: string; readonly questions: number }[]; readonly tags: Facets['categories']; readonly skills: Facets['categories'] }

export function useQuestionList(filter: QuestionListFilter): UseInfiniteQueryResult<InfiniteData<QuestionList>> {
    const client = useClient(questionContract);
    return useInfiniteQuery({
        queryKey: ['question', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.questions.list({ ...listInput(filter), after: pageParam, limit: 100 }, { signal }) as Promise<QuestionList>, getNextPageParam: last => last.next
    });
}

export function useQuestion(id: string): UseQueryResult<QuestionDetail> {
    const client = useClient(questionContract);
    return useQuery({ queryKey: ['question', 'one', id], queryFn: ({ signal }) => client.questions.get({ id }, { signal }) as Promise<QuestionDetail> });
}

const none: Facets = { categories: [], tags: [], skills: [] };
export function useFacets(): Facets {
    const client = useClient(questionContract);
    return useQuery({ queryKey: ['question', 'facets'], queryFn: ({ signal }) => client.questions.facets(undefined, { signal }) as Promise<Facets> }).data ?? none;
}

const draftOf = ({ content, version, changedAt }: QuestionDetail): SavedDraft<QuestionContent> => ({ content, version, savedAt: changedAt });

/** The draft of a question, saved by itself. */
export function useQuestionDraft(detail: QuestionDetail): Saving<QuestionContent> {
    const client = useClient(questionContract);
    const queries = useQueryClient();
    const { id } = detail;
    return useAutosave<QuestionContent>({
        draft: React.useMemo(() => draftOf(detail), [detail]), name: content => content.name,
        save: async (version, content) => {
            const saved = await client.questions.save({ id, version, content });
            queries.setQueryData(['question', 'one', id], saved);
            return { version: saved.version, savedAt: saved.changedAt };
        },
        load: async () => draftOf(await client.questions.get({ id }) as QuestionDetail)
    });
}

export const freshId = (): string => generateUuid().slice(0, 8);

/** The language in which somebody most likely writes questions: that of their screen. */
export const useOwnLanguage = (): QuestionLanguage => questionLanguages.find(each => each === (nls.locale ?? 'en').toLowerCase()) ?? 'en';
