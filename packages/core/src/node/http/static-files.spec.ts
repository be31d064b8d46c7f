import * as fs from 'node:fs/promises';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressedFiles } from './static-files';

let parent: string;
let server: Server;
beforeAll(async () => {
    parent = await fs.mkdtemp(path.join(tmpdir(), '.static-'));
    for (const [name, text] of [['site/main.js', 'ours'], ['site/.hidden.js', 'hidden'], ['site-of-others/secret.js', 'theirs'], ['outside.js', 'outside']] as const) {
        await fs.mkdir(path.join(parent, path.dirname(name)), { recursive: true });
        await fs.writeFile(path.join(parent, name), text);
        await fs.writeFile(path.join(parent, `${name}.br`), brotliCompressSync(text));
    }
    server = createServer(express().use(compressedFiles(path.join(parent, 'site')), (_request, response) => void response.status(404).end()));
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
    server.close();
    await fs.rm(parent, { recursive: true, force: true });
});

/** Without a client that tidies the path up. */
const get = (target: string, encoding = 'br') => new Promise<{ status: number; encoding: string | undefined }>((resolve, reject) => {
    ask({ port: (server.address() as AddressInfo).port, path: target, headers: { 'accept-encoding': encoding } }, response => {
        response.resume();
        resolve({ status: response.statusCode!, encoding: response.headers['content-encoding'] });
    }).on('error', reject).end();
});

it('serves the compressed copy, also where the program lies in a hidden folder', async () => {
    expect(await get('/main.js')).toEqual({ status: 200, encoding: 'br' });
    expect(await get('/main.js?v=1')).toEqual({ status: 200, encoding: 'br' });
    expect(await get('/main.js', 'identity')).toEqual({ status: 200, encoding: undefined });
});

it.each(['/../site-of-others/secret.js', '/%2e%2e/site-of-others/secret.js', '/..%2fsite-of-others%2fsecret.js', '/../outside.js', '/x/../../outside.js', '/.hidden.js'])('serves nothing else (%s)', async target => {
    for (const encoding of ['br', 'identity']) {
        expect((await get(target, encoding)).status).toBeGreaterThanOrEqual(400);
    }
});
