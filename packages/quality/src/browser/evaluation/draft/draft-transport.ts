import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import type { ApiService } from '@earshot/core/lib/browser/application';
import type { Evaluation } from '../../../common/evaluation/evaluation-contract';

/** Browsers finish requests after a page has gone only up to 64 KiB of them. */
const largestKept = 60_000;

/** A request of the evaluation's operations that outlives the page where it can. */
export async function sendKept<T>(api: ApiService, method: 'PUT' | 'POST', path: `/${string}`, input: object): Promise<T> {
    const body = JSON.stringify(input);
    const response = await api.stream(path, { method, body, headers: { 'content-type': 'application/json' }, keepalive: new Blob([body]).size < largestKept });
    return await response.json() as T;
}

export const saveDraft = (api: ApiService, id: string, version: number, { answers, evidence }: FilledContent): Promise<{ readonly version: number; readonly savedAt: string }> =>
    sendKept(api, 'PUT', `/quality/evaluations/${id}/draft`, { version, answers, evidence });

export const submitDraft = (api: ApiService, id: string, version: number, { answers, evidence }: FilledContent): Promise<Evaluation> =>
    sendKept(api, 'POST', `/quality/evaluations/${id}/submission`, { version, answers, evidence });
