import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callWebhook, isCallable, sign, signatureFits } from './webhook';

const secret = 'a secret of sixteen';
const body = JSON.stringify({ id: '1', kind: 'job.failed', detail: { title: '导出' } });
let receiver: http.Server;
let port = 0;
let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
const received: { url?: string; headers: http.IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
    receiver = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', chunk => chunks.push(chunk));
        request.on('end', () => {
            received.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
            answer(request, response);
        });
    });
    await new Promise<void>(resolve => { receiver.listen(0, '127.0.0.1', resolve); });
    port = (receiver.address() as AddressInfo).port;
});
beforeEach(() => {
    received.length = 0;
    answer = (_request, response) => response.writeHead(204).end();
});
afterAll(() => { receiver.closeAllConnections(); receiver.close(); });

const call = (path = '/hook?a=1', allowPrivate = true) => callWebhook({ url: `http://127.0.0.1:${port}${path}`, secret, body, id: 'delivery-1', allowPrivate });

describe('calling a webhook', () => {
    it('posts the body with a signature that the receiver can check', async () => {
        await call();
        const [one] = received;
        expect(one).toMatchObject({ url: '/hook?a=1', body, headers: { 'content-type': 'application/json', host: `127.0.0.1:${port}`, 'x-earshot-delivery': 'delivery-1' } });
        const signature = String(one!.headers['x-earshot-signature']);
        expect(signatureFits(signature, secret, body, new Date())).toBe(true);
        expect(signatureFits(signature, 'another secret!!', body, new Date())).toBe(false);
        expect(signatureFits(signature, secret, `${body} `, new Date())).toBe(false);
        expect(signatureFits(signature, secret, body, new Date(Date.now() + 400_000))).toBe(false);
    });

    it('signs as documented', () => {
        // printf '1700000000.{}' | openssl dgst -sha256 -hmac 'key'
        expect(sign('key', '{}', new Date(1_700_000_000_999))).toBe(`t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae`);
    });

    it('follows no redirect', async () => {
        answer = (_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end();
        await expect(call()).rejects.toMatchObject({ code: 'redirected', permanent: true });
        expect(received).toHaveLength(1);
    });

    it.each([[400, true], [404, true], [410, true], [408, false], [429, false], [500, false], [503, false]])('takes an answer of %i as final: %s', async (status, permanent) => {
        answer = (_request, response) => response.writeHead(status).end();
        await expect(call()).rejects.toMatchObject({ code: `status-${status}`, permanent });
    });

    it('does not read an endless answer', async () => {
        answer = (_request, response) => {
            response.writeHead(200);
            const pour = setInterval(() => response.write('x'.repeat(65_536)), 1);
            response.on('close', () => clearInterval(pour));
        };
        await expect(call()).resolves.toBeUndefined();
    });

    it('gives up after ten seconds of silence', async () => {
        answer = () => { /* never */ };
        const started = Date.now();
        await expect(call()).rejects.toMatchObject({ code: 'timed-out', permanent: false });
        expect(Date.now() - started).toBeLessThan(12_000);
    });

    it('says when nobody is there', async () => {
        await expect(callWebhook({ url: 'http://127.0.0.1:1/', secret, body, id: '1', allowPrivate: true })).rejects.toMatchObject({ code: 'unreachable', permanent: false });
        await expect(callWebhook({ url: 'http://nobody.invalid/', secret, body, id: '1', allowPrivate: true })).rejects.toMatchObject({ code: 'name-unknown', permanent: false });
    });
});

describe('addresses inside the house', () => {
    it('are not called, by number, by name or in disguise', async () => {
        for (const url of [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `http://LOCALHOST.:${port}/`, `http://[::1]:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`, `http://2130706433:${port}/`,
            `http://0x7f.1:${port}/`, `http://0:${port}/`, 'http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1/', 'http://']) {
            await expect(callWebhook({ url, secret, body, id: '1', allowPrivate: false }), url).rejects.toMatchObject({ code: 'address-refused', permanent: true });
        }
        expect(received).toEqual([]);
    });

    it('are not called under a name of their own, not even beside an outer address', async () => {
        const url = `http://hooks.example.org:${port}/`;
        for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
            await expect(callWebhook({ url, secret, body, id: '1', allowPrivate: false }, async () => addresses)).rejects.toMatchObject({ code: 'address-refused' });
        }
        expect(received).toEqual([]);
        // the connection goes to the address that was checked, under the name that was given
        await callWebhook({ url, secret, body, id: '1', allowPrivate: true }, async () => ['127.0.0.1']);
        expect(received[0]?.headers.host).toBe(`hooks.example.org:${port}`);
    });

    it('are refused when they are chosen, unless the operator allows them', () => {
        expect(isCallable('http://192.168.1.5/hook', false)).toBe(false);
        expect(isCallable('http://192.168.1.5/hook', true)).toBe(true);
        expect(isCallable('ftp://example.org/', true)).toBe(false);
        expect(isCallable('https://example.org/hook', false)).toBe(true);
    });
});
