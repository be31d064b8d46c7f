/** Sample accounts have a password that was printed on a terminal: while they exist, only this machine itself is answered. */
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { rawRequest } from './raw-request';
import { startHouse } from './running-house';

const house = await startHouse(async databaseUrl => {
    const client = new Client(databaseUrl);
    await client.connect();
    await client.query(`insert into core.person (id, name, login, sample) values ('0193a5f0-0000-7000-8000-000000000001', 'Sample', 'sample', true)`);
    await client.end();
});
afterAll(() => house.stop());

const own = `127.0.0.1:${house.port}`;
const paths = ['/', '/sign-in', '/api/health', '/api/session', '/api/openapi.json', '/assets/favicon.svg', '/socket.io/?EIO=4&transport=polling'];

it.each<Record<string, string>>([{ 'x-forwarded-for': '192.0.2.1' }, { 'x-forwarded-host': 'elsewhere.example' }, { 'X-Forwarded-Proto': 'https' }, { 'x-forwarded-anything': '' }, { forwarded: 'for=192.0.2.1' }])('refuses what another server passed on (%o)', async headers => {
    for (const path of paths) {
        expect((await rawRequest(house.port, 'GET', path, { host: own, ...headers })).status, path).toBe(403);
    }
});
it('answers this machine', async () => {
    expect((await rawRequest(house.port, 'GET', '/api/health', { host: own })).status).toBe(200);
    expect(JSON.parse((await rawRequest(house.port, 'GET', '/api/health', { host: `localhost:${house.port}` })).text)).toMatchObject({ status: 'ok', sample: true });
});
