import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import type { RequestGuard } from '../http/request-guard';
import { SocketGate } from './personal-connection';

const request = {} as IncomingMessage;
const gate = (guard: Partial<Pick<RequestGuard, 'refusal' | 'principal'>>) => new SocketGate({ refusal: () => undefined, principal: async () => ({}), ...guard } as unknown as RequestGuard);

it('answers at once about a request that it has let in: until then nothing that comes through the socket is heard', async () => {
    let asked = 0;
    const open = gate({ principal: async () => { asked++; return {} as never; } });
    expect(await open.allowWsUpgrade(request)).toBe(true);
    expect(open.allowWsUpgrade(request)).toBe(true);
    expect(asked).toBe(1);
});

it.each([
    ['nobody is signed in', { principal: async () => undefined }],
    ['the request comes from elsewhere', { refusal: () => 'origin' as const }],
    ['the database is away', { principal: async () => { throw new Error('away'); } }]
])('refuses when %s, each time anew', async (_, guard) => {
    const closed = gate(guard);
    expect(await closed.allowWsUpgrade(request)).toBe(false);
    expect(await closed.allowWsUpgrade(request)).toBe(false);
});
