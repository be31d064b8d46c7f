import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import type { Principal } from '../api/context';
import type { RequestGuard } from '../http/request-guard';
import { SocketGate } from './personal-connection';

const request = {} as IncomingMessage;
const gate = (principal: () => Promise<Principal | undefined>, refusal?: 'origin') => new SocketGate({ refusal: () => refusal, principal } as unknown as RequestGuard);

it('answers the second question about a socket without asking the database again', async () => {
    let asked = 0;
    const known = gate(async () => {
        asked += 1;
        return { login: 'wei' } as Principal;
    });
    expect(await known.allowWsUpgrade(request)).toBe(true);
    expect(await known.allowWsUpgrade(request)).toBe(true);
    expect(await known.principal(request)).toMatchObject({ login: 'wei' });
    expect(asked).toBe(1);
});

it('refuses strangers, other pages, and whoever cannot be looked up, without throwing', async () => {
    expect(await gate(async () => undefined).allowWsUpgrade({} as IncomingMessage)).toBe(false);
    expect(await gate(async () => ({}) as Principal, 'origin').allowWsUpgrade({} as IncomingMessage)).toBe(false);
    expect(await gate(() => Promise.reject(new Error('down'))).allowWsUpgrade({} as IncomingMessage)).toBe(false);
});
