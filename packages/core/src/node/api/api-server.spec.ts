import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import express from 'express';
import { DatabaseError } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { operation, PUBLIC, stream, z } from '../../common/api/operation';
import type { RequestGuard } from '../http/request-guard';
import { ApiServer } from './api-server';
import { type ApiContribution, implementOperations } from './implementation';

const secret = 'select secret from somewhere';
const outOfRange = () => Object.assign(new DatabaseError('value "99999999999" is out of range for type integer', 100, 'error'), { code: '22003' });

const contract = {
    breaks: operation(PUBLIC).route({ method: 'GET', path: '/breaks' }).output(z.object({})),
    wrongOutput: operation(PUBLIC).route({ method: 'GET', path: '/wrong-output' }).output(z.object({ count: z.number() })),
    outOfRange: operation(PUBLIC).route({ method: 'GET', path: '/out-of-range' }).output(z.object({}))
};
const os = implementOperations(contract);
const contribution: ApiContribution = {
    name: 'test', contract,
    router: os.router({
        breaks: os.breaks.handler(() => { throw new Error(secret); }),
        wrongOutput: os.wrongOutput.handler(() => ({ count: secret as unknown as number })),
        outOfRange: os.outOfRange.handler(() => { throw outOfRange(); })
    }),
    streams: {
        bytes: {
            operation: stream({ method: 'GET', path: '/bytes', permission: PUBLIC, summary: 'Bytes that are lost', produces: 'audio/wav' }),
            handle: (_request, response) => {
                response.set({ 'Content-Type': 'audio/wav', 'Content-Length': '1000', ETag: '"a"', 'Cache-Control': 'private, max-age=31536000, immutable' });
                throw new Error(secret);
            }
        }
    }
};
const provider = <T extends object>(...contributions: T[]) => ({ getContributions: () => contributions }) as ContributionProvider<T>;

let server: Server;
let address: string;
beforeAll(async () => {
    const guard = { refusal: () => undefined, principal: async () => undefined, address: () => '192.0.2.1' } as unknown as RequestGuard;
    const application = express().use('/api', new ApiServer(provider(contribution), provider(), guard).router());
    server = createServer(application);
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(() => server.close());
afterEach(() => { vi.restoreAllMocks(); });

describe('what nobody expected', () => {
    it.each(['/breaks', '/wrong-output', '/bytes'])('goes to the log and not to the caller (%s)', async path => {
        const log = vi.spyOn(console, 'error').mockImplementation(() => { });
        const response = await fetch(address + path);
        expect(response.status).toBe(500);
        const body = await response.text();
        expect(JSON.parse(body)).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on the server. It has been written to its log.' });
        expect(body).not.toContain('secret');
        expect(log).toHaveBeenCalledTimes(1);
    });
    it('is not kept by a browser as if it were the bytes', async () => {
        vi.spyOn(console, 'error').mockImplementation(() => { });
        const { headers } = await fetch(`${address}/bytes`);
        expect(headers.get('content-type')).toContain('application/json');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('etag')).not.toBe('"a"');
    });
});

it('says that a value cannot be used which the database cannot take', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => { });
    const response = await fetch(`${address}/out-of-range`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_REQUEST' });
    expect(log).not.toHaveBeenCalled();
});
