import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import type { PhraseDecision, Suggestion } from '../../common/phrases/phrase-contract';
import { qualityContract } from '../../common/quality-contract';

const nothing: readonly Suggestion[] = [];

export interface Suggestions {
    /** Whether there is one that was neither accepted nor ignored. */
    readonly open: boolean;
    of(questionId: string): Suggestion | undefined;
    decide(questionId: string, decision: PhraseDecision): void;
}

/** What transcript or messages suggest for an evaluation. Another transcript, other suggestions. */
export function useSuggestions(evaluationId: string): Suggestions {
    const client = useClient(qualityContract);
    const queries = useQueryClient();
    const key = ['phrase', evaluationId];
    const { data = nothing } = useQuery({ queryKey: key, meta: { shows: ['transcript', 'mask', 'recording'] }, staleTime: 60_000, queryFn: ({ signal }) => client.phrases.suggested({ id: evaluationId }, { signal }) as Promise<Suggestion[]> });
    const change = useChange<{ readonly questionId: string; readonly decision: PhraseDecision }, Suggestion[]>({
        run: ({ questionId, decision }) => client.phrases.decide({ id: evaluationId, questionId, decision }) as Promise<Suggestion[]>
    });
    return {
        open: data.some(each => each.decision === 'open'),
        of: questionId => data.find(each => each.questionId === questionId),
        decide: (questionId, decision) => {
            // seen at once, and put right by what the server answers
            queries.setQueryData<readonly Suggestion[]>(key, known => known?.map(each => each.questionId === questionId ? { ...each, decision } : each));
            change.mutate({ questionId, decision }, { onSuccess: suggestions => { queries.setQueryData(key, suggestions); }, onError: () => { void queries.invalidateQueries({ queryKey: key }); } });
        }
    };
}
