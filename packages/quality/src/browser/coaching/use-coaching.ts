import { assessmentOperations } from '@earshot/assessment/lib/common/assessment-contract';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import type { Client } from '@earshot/core/lib/common/api/client';
import type { CoachingPlan, CoachingRow } from '../../common/coaching/coaching-contract';
import type { CoachingState } from '../../common/coaching/coaching-state';
import { qualityContract } from '../../common/quality-contract';

interface CoachingPage { readonly rows: CoachingRow[]; readonly next?: string }

/** Coaching plans that the person may see, what changed last first. */
export function useCoachingList(state: CoachingState | 'open' | undefined) {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['coaching', 'list', state ?? 'all'], initialPageParam: undefined as string | undefined, meta: { shows: ['evaluation'] },
        queryFn: ({ pageParam, signal }) => client.coaching.list({ state, after: pageParam, limit: 100 }, { signal }) as Promise<CoachingPage>, getNextPageParam: last => last.next
    });
}

export function useCoachingPlan(id: string, enabled = true): UseQueryResult<CoachingPlan> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['coaching', 'one', id], enabled, meta: { shows: ['evaluation'] }, queryFn: ({ signal }) => client.coaching.get({ id }, { signal }) as Promise<CoachingPlan> });
}

/** The published version of a form, as plans without an evaluation take their questions from it. */
export function useFormDefinition(formId: string | null): Readonly<Record<string, unknown>> | undefined {
    const client = useClient(assessmentOperations);
    return useQuery({
        queryKey: ['form', 'definition', formId], enabled: formId !== null,
        queryFn: async ({ signal }) => {
            const { published } = await client.forms.get({ id: formId! }, { signal });
            return published ? (await client.forms.version({ id: published.id }, { signal })).definition as Readonly<Record<string, unknown>> : null;
        }
    }).data ?? undefined;
}

type Operations = Client<typeof qualityContract>['coaching'];

/** One step on a plan's way, said and shown everywhere. */
export function useCoachingStep<I>(run: (coaching: Operations, input: I) => Promise<unknown>, done: () => string | undefined, more: { readonly failures?: 'form'; then?(plan: CoachingPlan): void } = {}) {
    const client = useClient(qualityContract);
    return useChange<I, CoachingPlan>({ run: input => run(client.coaching, input) as Promise<CoachingPlan>, invalidates: [['coaching'], ['work']], done, failures: more.failures, then: more.then });
}
