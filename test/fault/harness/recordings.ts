import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Caller } from './caller';

/** Milliseconds between two looks at a recording that is being processed. */
const lookEvery = 200;

export interface Recording {
    readonly id: string;
    readonly state: 'processing' | 'ready' | 'failed';
    readonly problem: { readonly code: string } | null;
    readonly warnings: readonly string[];
    readonly container: string | null;
    readonly codec: string | null;
    readonly durationMs: number | null;
}

/** How an import ended: refused at once with the codes of its problems, or taken in and processed. */
export type Outcome = { readonly refused: readonly string[] } | { readonly recording: Recording };

/** @param patience milliseconds. @throws when the recording is still being processed after that */
export const processed = async (caller: Caller, id: string, patience = 60_000): Promise<Recording> => {
    for (let waited = 0; waited < patience; waited += lookEvery) {
        const recording = await caller.do<Recording>('GET', `/media/recordings/${id}`);
        if (recording.state !== 'processing') {
            return recording;
        }
        await wait(lookEvery);
    }
    throw new Error('The recording is still being processed.');
};

/** @throws for any answer but "taken in" and "refused because of …" */
export const outcomeOf = async (caller: Caller, { status, body }: Answer): Promise<Outcome> => {
    const { recordingId, data } = (body ?? {}) as { recordingId?: string; data?: { problems?: readonly { readonly code: string }[]; reason?: string } };
    if (status === 201 && recordingId !== undefined) {
        return { recording: await processed(caller, recordingId) };
    }
    if (status === 422 && data?.problems) {
        return { refused: data.problems.map(each => each.code) };
    }
    if (status === 409 && data?.reason !== undefined) {
        return { refused: [data.reason] };
    }
    throw new Error(`The upload answered ${status}: ${JSON.stringify(body)}`);
};
