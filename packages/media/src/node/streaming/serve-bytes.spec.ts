import { once } from 'node:events';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { expect, it } from 'vitest';
import { serveBytes } from './serve-bytes';

it('opens nothing for a listener who has hung up already, and finds no fault with it', async () => {
    let opened = 0;
    const app = express();
    const served = new Promise<void>((resolve, reject) => {
        app.get('/', (request, response) => {
            client.destroy();
            void once(response, 'close').then(() => serveBytes(request, response, {
                size: 3, tag: 'a', mediaType: 'audio/wav', immutable: false,
                open: () => {
                    opened++;
                    return Readable.from([Buffer.from('abc')]);
                }
            })).then(resolve, reject);
        });
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = http.get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    client.on('error', () => { /* we hung up ourselves */ });
    await expect(served).resolves.toBeUndefined();
    expect(opened).toBe(0);
    server.close();
});
