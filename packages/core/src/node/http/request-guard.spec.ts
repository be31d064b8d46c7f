import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { SessionService } from '../access/session-service';
import { Settings } from '../start/settings';
import { RequestGuard } from './request-guard';
import type { SampleGuard } from './sample-guard';

const guard = (sample = false, settings: Partial<Settings> = {}) =>
    new RequestGuard(Object.assign(new Settings(), settings), {} as SessionService, { active: sample } as SampleGuard);
const request = (method: string, headers: Record<string, string>) => ({ method, headers: { host: '127.0.0.1:3000', ...headers } }) as unknown as IncomingMessage;
const cookie = 'earshot_session=abc';

describe('the request guard', () => {
    it.each([
        ['our own page', request('POST', { cookie, origin: 'http://127.0.0.1:3000' }), undefined],
        ['another site', request('POST', { cookie, origin: 'https://evil.example' }), 'origin'],
        ['another port', request('POST', { cookie, origin: 'http://127.0.0.1:4000' }), 'origin'],
        ['a sandboxed frame', request('POST', { cookie, origin: 'null' }), 'origin'],
        ['no origin with a cookie', request('DELETE', { cookie }), 'origin'],
        ['same-origin without origin', request('PUT', { cookie, 'sec-fetch-site': 'same-origin' }), undefined],
        ['another site without a cookie (sign-in)', request('POST', { origin: 'https://evil.example' }), 'origin'],
        ['a program without cookie and origin', request('POST', {}), undefined],
        ['a token from anywhere', request('POST', { authorization: 'Bearer x', origin: 'https://tool.example' }), undefined],
        ['other authorization from anywhere', request('POST', { cookie, authorization: 'Basic eA==', origin: 'https://evil.example' }), 'origin'],
        ['reading from another site (the browser keeps the answer)', request('GET', { cookie, origin: 'https://evil.example' }), undefined],
        ['another name for this machine', request('GET', { host: 'evil.example' }), 'host'],
        ['no host', request('GET', { host: '' }), 'host'],
        ['localhost', request('GET', { host: 'localhost:3000' }), undefined],
        ['IPv6', request('GET', { host: '[::1]:3000' }), undefined]
    ])('judges %s', (_, given, expected) => expect(guard().refusal(given)).toBe(expected));

    it('knows whoever sends a token by it alone, even where a cookie comes along', async () => {
        const sessions = { principalOfToken: async () => undefined, principalOfSession: async () => ({ name: 'of the cookie' }) } as unknown as SessionService;
        const asked = new RequestGuard(new Settings(), sessions, { active: false } as SampleGuard);
        expect(await asked.principal(request('POST', { cookie, authorization: 'Bearer short' }))).toBeUndefined();
        expect(await asked.principal(request('POST', { cookie, authorization: 'Basic eA==' }))).toEqual({ name: 'of the cookie' });
    });
    it('answers under no name but this machine’s, though it listens for others', () => {
        expect(guard(false, { host: '0.0.0.0' }).refusal(request('GET', { host: 'evil.example' }))).toBe('host');
    });
    it('lets lasting connections come from our own page only', () => {
        expect(guard().refusal(request('GET', { cookie, origin: 'https://evil.example' }), true)).toBe('origin');
        expect(guard().refusal(request('GET', { cookie, 'sec-fetch-site': 'cross-site' }), true)).toBe('origin');
        expect(guard().refusal(request('GET', { cookie, 'sec-fetch-site': 'same-origin' }), true)).toBeUndefined();
    });
    it('lets our own page open them over plain HTTP, where browsers name only the page', () => {
        const lan = guard(false, { host: '0.0.0.0', publicUrl: new URL('http://192.168.1.5:3000') });
        const events = (headers: Record<string, string>) => lan.refusal(request('GET', { host: '192.168.1.5:3000', cookie, ...headers }), true);
        expect(events({ referer: 'http://192.168.1.5:3000/' })).toBeUndefined();
        expect(events({ referer: 'http://192.168.1.5:4000/' })).toBe('origin');
        expect(events({ referer: 'http://evil.example/192.168.1.5:3000/' })).toBe('origin');
        expect(events({})).toBe('origin');
        expect(events({ referer: 'http://192.168.1.5:3000/', origin: 'null' })).toBe('origin');
        expect(events({ referer: 'http://192.168.1.5:3000/', 'sec-fetch-site': 'cross-site' })).toBe('origin');
    });
    it('refuses whatever came through a proxy while sample accounts exist', () => {
        const forwarded = request('GET', { 'x-forwarded-for': '10.0.0.1' });
        expect(guard(true).refusal(forwarded)).toBe('forwarded');
        expect(guard(false).refusal(forwarded)).toBeUndefined();
        const named = guard(true, { publicUrl: new URL('https://earshot.example') });
        expect(named.refusal(request('GET', { host: 'earshot.example' }))).toBe('forwarded');
    });
    it('answers under the public address that it was given, and no other', () => {
        const named = guard(false, { host: '0.0.0.0', publicUrl: new URL('https://earshot.example') });
        expect(named.refusal(request('POST', { cookie, host: 'earshot.example', origin: 'https://earshot.example' }))).toBeUndefined();
        expect(named.refusal(request('GET', { host: 'other.example' }))).toBe('host');
    });
    it('knows a client by what a trusted proxy says, and by nothing that anybody else says', () => {
        const from = (remoteAddress: string, settings: Partial<Settings> = {}) => guard(false, settings).address({ headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }, socket: { remoteAddress } } as unknown as IncomingMessage);
        expect(from('10.0.0.1')).toBe('10.0.0.1');
        expect(from('10.0.0.1', { trustedProxies: ['10.0.0.0/8'] })).toBe('198.51.100.7');
        expect(from('192.0.2.1', { trustedProxies: ['10.0.0.0/8'] })).toBe('192.0.2.1');
    });
});
