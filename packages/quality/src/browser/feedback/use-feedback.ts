import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import type { Client } from '@earshot/core/lib/common/api/client';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { qualityContract } from '../../common/quality-contract';

/** What has become of a result. Not asked for what has no way to an agent. */
export function useFeedback(evaluationId: string, enabled: boolean): UseQueryResult<Feedback> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['evaluation', 'feedback', evaluationId], enabled, queryFn: ({ signal }) => client.feedback.get({ id: evaluationId }, { signal }) as Promise<Feedback> });
}

type Operations = Client<typeof qualityContract>['feedback'];

/** One step on a result's way, said and shown everywhere. */
export function useStep<I>(run: (feedback: Operations, input: I) => Promise<unknown>, done: () => string, more: { readonly failures?: 'form'; then?(feedback: Feedback): void } = {}) {
    const client = useClient(qualityContract);
    return useChange<I, Feedback>({ run: input => run(client.feedback, input) as Promise<Feedback>, invalidates: [['evaluation'], ['interaction'], ['work']], done, failures: more.failures, then: more.then });
}
