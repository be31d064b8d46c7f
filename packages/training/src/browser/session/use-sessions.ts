import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import type { CourseRow, SessionEffect } from '../../common/session/course-contract';
import type { FeedbackSummary, MyFeedback, MySession, Session } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';

/** What is shown of sessions is asked again when one changes: every key begins with the noun of the event. */
export const sessionKey = (id: string): readonly string[] => ['training-session', 'one', id];

export function useTrainingSession(id: string): UseQueryResult<Session> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: sessionKey(id), meta: { shows: ['course'] }, queryFn: ({ signal }) => client.trainingSessions.get({ id }, { signal }) as Promise<Session> });
}

export function useCourses(retired = false): UseQueryResult<readonly CourseRow[]> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['course', 'list', retired], meta: { shows: ['training-session'] }, queryFn: async ({ signal }) => (await client.courses.list({ retired, limit: 500 }, { signal })).rows as readonly CourseRow[] });
}

export function useCourse(id: string): UseQueryResult<CourseRow> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['course', 'one', id], meta: { shows: ['training-session'] }, queryFn: ({ signal }) => client.courses.get({ id }, { signal }) as Promise<CourseRow> });
}

export function useMySessions(): UseQueryResult<readonly MySession[]> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['training-session', 'mine'], meta: { shows: ['course'] }, queryFn: ({ signal }) => client.trainingSessions.mine(undefined, { signal }) as Promise<readonly MySession[]> });
}

export function useMySession(id: string): UseQueryResult<MyFeedback> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['training-session', 'my', id], queryFn: ({ signal }) => client.trainingSessions.my({ id }, { signal }) as Promise<MyFeedback> });
}

export function useSessionFeedback(id: string): UseQueryResult<FeedbackSummary> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['training-session', 'feedback', id], queryFn: ({ signal }) => client.trainingSessions.feedback({ id }, { signal }) as Promise<FeedbackSummary> });
}

/** Of one session, or of a course. */
export function useSessionEffect(of: 'session' | 'course', id: string): UseQueryResult<SessionEffect> {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['training-session', 'effect', of, id], meta: { shows: ['evaluation'] }, queryFn: ({ signal }) => (of === 'session' ? client.trainingSessions.effect({ id }, { signal }) : client.courses.effect({ id }, { signal })) as Promise<SessionEffect> });
}
