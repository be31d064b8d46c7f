import { expect } from 'vitest';
import type { Api } from './api';

interface Call { readonly id: string; readonly recordingId: string }

export interface CallFacts {
    readonly callId: string;
    /** login or number of the agent */
    readonly agent?: string;
    readonly queue?: string;
}

/** Brings a recording in as a program does, and waits until it can be listened to. */
export const importCall = async (api: Api, audio: Buffer, { callId, agent, queue }: CallFacts): Promise<Call> => {
    const form = new FormData();
    form.set('callId', callId);
    form.set('startedAt', new Date(Date.now() - 3_600_000).toISOString());
    if (agent) {
        form.set('agent', agent);
    }
    if (queue) {
        form.set('queue', queue);
    }
    form.set('audio', new Blob([new Uint8Array(audio)], { type: 'audio/wav' }), `${callId}.wav`);
    const call = await api.post<Call>('/quality/interactions', form);
    await expect.poll(async () => (await api.get<{ recordingState: string }>(`/quality/interactions/${call.id}`)).recordingState, { timeout: 600_000, interval: 300 }).toBe('ready');
    return call;
};

/** The id of a published form by its key. */
export const formId = async (api: Api, key: string): Promise<string> => {
    const { rows } = await api.get<{ rows: { id: string; key: string }[] }>('/assessment/forms?publishedOnly=true');
    return rows.find(each => each.key === key)!.id;
};
