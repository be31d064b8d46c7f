/** From where a request may come: the gates before anybody is asked who they are. */
import { afterAll, describe, expect, it } from 'vitest';
import { firstAdministrator } from '../fault/harness/people';
import { requestFor } from './attempt';
import type { ContractOperation } from './contract-operations';
import { rawRequest } from './raw-request';
import { startHouse } from './running-house';

const house = await startHouse();
const administrator = await firstAdministrator(house.url, house.notice);
afterAll(() => house.stop());

const own = `127.0.0.1:${house.port}`;
const cookie = `earshot_session=${administrator.session}`;
const writes = house.operations.filter(each => each.method !== 'GET');

const call = (operation: ContractOperation, headers: Readonly<Record<string, string>>) => {
    const { path, question } = requestFor(operation);
    const body = typeof question.raw === 'string' ? question.raw : question.body === undefined ? undefined : JSON.stringify(question.body);
    return rawRequest(house.port, operation.method, `/api${path}`, { host: own, 'content-type': 'application/json', ...question.headers, ...headers }, body);
};
const refusalOf = ({ status, text }: { readonly status: number; readonly text: string }): string => {
    const { code, data } = JSON.parse(text) as { code?: string; data?: { permission?: string } };
    return `${status} ${code} ${data?.permission}`;
};

describe('whatever changes something', () => {
    it('is taken with a cookie only from our own page', async () => {
        const foreign: readonly Record<string, string>[] = [
            { origin: 'https://elsewhere.example' }, { origin: `http://127.0.0.1:${house.port + 1}` }, { origin: `http://${own}.elsewhere.example` }, { origin: 'null' }, { origin: 'not an address' },
            { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }, {}
        ];
        for (const operation of writes) {
            for (const headers of foreign) {
                expect(refusalOf(await call(operation, { cookie, ...headers })), `${operation.name} ${JSON.stringify(headers)}`).toBe('403 FORBIDDEN origin');
            }
        }
        const ours: readonly Record<string, string>[] = [{ origin: `http://${own}` }, { 'sec-fetch-site': 'same-origin' }];
        for (const headers of ours) {
            expect((await rawRequest(house.port, 'PUT', '/api/session/preferences/gate', { host: own, cookie, 'content-type': 'application/json', ...headers }, '{"value":1}')).status).toBe(200);
        }
        expect((await administrator.ask('GET', '/session')).status).toBe(200);
    });

    it('is taken with a token from anywhere, because no other site can send one', async () => {
        const { token } = await administrator.do<{ token: string }>('POST', '/session/tokens', { name: 'gate' });
        const { status } = await rawRequest(house.port, 'PUT', '/api/session/preferences/gate', { host: own, authorization: `Bearer ${token}`, origin: 'https://elsewhere.example', 'content-type': 'application/json' }, '{"value":2}');
        expect(status).toBe(200);
        expect((await rawRequest(house.port, 'GET', '/api/session', { host: own, authorization: `Bearer ${token}x` })).status).toBe(401);
        expect((await rawRequest(house.port, 'PUT', '/api/session/preferences/gate', { host: own, cookie, authorization: 'Basic eA==', origin: 'https://elsewhere.example', 'content-type': 'application/json' }, '{"value":3}')).status)
            .toBeGreaterThanOrEqual(400);
        expect(await administrator.do('GET', '/session/preferences')).toMatchObject({ gate: 2 });
    });
});

describe('another name for this server', () => {
    const names = ['elsewhere.example', `elsewhere.example:${house.port}`, '192.0.2.1', `127.0.0.1.elsewhere.example:${house.port}`, 'localhost.elsewhere.example'];

    it('is refused by every operation', async () => {
        for (const operation of house.operations) {
            for (const host of names) {
                expect((await call(operation, { host, cookie, origin: `http://${host}` })).status, `${operation.name} ${host}`).toBe(403);
            }
        }
    });
    it('is refused by every page', async () => {
        for (const path of ['/', '/sign-in', '/api-reference', '/assets/favicon.svg', '/index.html', '/nothing']) {
            for (const host of names) {
                expect((await rawRequest(house.port, 'GET', path, { host, cookie })).status, `${path} ${host}`).toBe(403);
            }
        }
    });
    it('may be localhost', async () => {
        for (const host of [`localhost:${house.port}`, `[::1]:${house.port}`, own]) {
            expect((await rawRequest(house.port, 'GET', '/api/health', { host })).status, host).toBe(200);
        }
    });
});

describe('a lasting connection', async () => {
    /** Theia's own, which it gives to every page; that of ours is what counts. */
    const page = (await rawRequest(house.port, 'GET', '/sign-in', { host: own })).headers['set-cookie']!.map(each => each.split(';')[0]).join('; ');
    const upgrade = (headers: Readonly<Record<string, string>>) => rawRequest(house.port, 'GET', '/socket.io/?EIO=4&transport=websocket',
        { host: own, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers, cookie: [page, headers.cookie].join('; ') });
    const poll = (headers: Readonly<Record<string, string>>) => rawRequest(house.port, 'GET', '/socket.io/?EIO=4&transport=polling', { host: own, ...headers, cookie: [page, headers.cookie].join('; ') });
    const events = (headers: Readonly<Record<string, string>>, path = '/api/events') => rawRequest(house.port, 'GET', path, { host: own, ...headers });
    const origin = `http://${own}`;

    it('opens for whoever is signed in, from our own page', async () => {
        expect((await upgrade({ cookie, origin })).status).toBe(101);
        expect((await poll({ cookie, origin })).status).toBe(200);
        expect(await events({ cookie, origin })).toMatchObject({ status: 200, headers: { 'content-type': 'text/event-stream' } });
    });
    it.each<[string, Record<string, string>]>([
        ['nobody', { origin }], ['a session that there is not', { origin, cookie: 'earshot_session=0123456789012345678901234567890123456789abc' }],
        ['another site', { cookie, origin: 'https://elsewhere.example' }], ['no site at all', { cookie }], ['another name', { cookie, origin: 'http://elsewhere.example', host: 'elsewhere.example' }]
    ])('is refused to %s', async (_who, headers) => {
        for (const open of [upgrade, poll, events]) {
            const { status } = await open(headers);
            expect(status, open.name).toBeGreaterThanOrEqual(400);
            expect(status, open.name).toBeLessThan(500);
        }
    });
    it('has one address', async () => {
        for (const path of ['/api/events/', '/api/EVENTS', '/api//events', '/API/events']) {
            expect((await events({ cookie, origin: 'https://elsewhere.example' }, path)).status, path).toBeGreaterThanOrEqual(400);
        }
    });
});

describe('pages and files', () => {
    it('come with the headers that keep others out', async () => {
        for (const path of ['/', '/sign-in', '/api/health', '/assets/favicon.svg', '/nothing', '/api/nothing']) {
            expect((await rawRequest(house.port, 'GET', path, { host: own })).headers, path).toMatchObject({
                'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string, 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin',
                'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin'
            });
        }
    });
    it('are none but those of the front end', async () => {
        for (const path of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets/../../package.json', '/..\\package.json', '/%00', '/%ff', '/assets/%ff', '/socket.io/%ff', '/.git/config', '/lib/backend/main.js',
            '/services', '/file?uri=file:///etc/passwd', '/files', '/hostedPlugin/x', '/webview/index.html', '/plugins']) {
            const { status, text } = await rawRequest(house.port, 'GET', path, { host: own, cookie });
            expect(status, path).toBeGreaterThanOrEqual(400);
            expect(text, path).not.toMatch(/workspaces|root:|dependencies/);
        }
    });
    it('ask whoever is not signed in to do so', async () => {
        expect(await rawRequest(house.port, 'GET', '/', { host: own })).toMatchObject({ status: 303, headers: { location: '/sign-in' } });
    });
});
