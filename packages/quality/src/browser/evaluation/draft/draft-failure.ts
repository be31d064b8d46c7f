import type { Failure } from './draft-state';

/** What an error of the API means for a draft. */
export function failureOf(error: unknown): Failure {
    const { code, status, data } = (error ?? {}) as { readonly code?: string; readonly status?: number; readonly data?: { readonly reason?: string } };
    if (code === 'CONFLICT') {
        return { kind: data?.reason === 'changed-meanwhile' ? 'changed' : data?.reason === 'already-submitted' || data?.reason === 'wrong-state' ? 'over' : 'refused', error };
    }
    if (code === 'NOT_FOUND') {
        return { kind: 'over', error };
    }
    const final = code !== 'TOO_MANY_REQUESTS' && code !== 'UNAUTHORIZED' && status !== undefined && status >= 400 && status < 500;
    return { kind: final ? 'refused' : 'unreachable', error };
}
