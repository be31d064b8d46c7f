import * as fs from 'node:fs/promises';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, PutOptions } from '@earshot/core/lib/node/blobs/blob-store';
import { FileBlobStore } from '@earshot/core/lib/node/blobs/file-blob-store';
import type { RequestContext } from '@earshot/core/lib/node/api/context';
import type { RecordingArchive } from '@earshot/media/lib/node/recording/recording-archive';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InteractionService } from './interaction-service';
import { uploadHandler } from './interaction-upload';

/** What becomes of an upload that cannot be taken in: without a database, with a blob store on the disk. */
let folder: string;
let store: FileBlobStore;
let server: Server;
let url: string;
/** How the taking in of files ended. */
let ended: string[];
/** Bytes that one file may have. */
let room: number;

/** The store with so much room, which says how each taking in ended. */
const watched = (): Pick<BlobStore, 'put' | 'path'> => ({
    path: hash => store.path(hash),
    put: async (stream: Readable, options: PutOptions) => {
        try {
            const blob = await store.put(stream, { ...options, maxBytes: room });
            ended.push('kept');
            return blob;
        } catch (error) {
            ended.push(String((error as { readonly code?: unknown }).code));
            throw error;
        }
    }
});

beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'upload-'));
    store = new FileBlobStore({ dataFolder: folder });
    ended = [];
    room = 1e9;
    const handle = uploadHandler({} as InteractionService, {} as RecordingArchive, watched() as BlobStore);
    const application = express().post('/', (request, response, next) => {
        void Promise.resolve(handle(request, response, { principal: { personId: 'p' } } as RequestContext, next)).catch((error: { code?: string }) => { response.status(500).json({ code: error.code }); });
    });
    server = createServer(application);
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await fs.rm(folder, { recursive: true, force: true });
});

const leftBehind = () => fs.readdir(store.incoming).catch(() => []);

describe('an upload', () => {
    it.each([0, 3_000_000])('is answered at once when there is no room after %i bytes, and leaves nothing behind', async bytes => {
        room = bytes;
        const form = new FormData();
        form.append('callId', 'x');
        form.append('audio', new Blob([Buffer.alloc(8_000_000, 1)]), 'x.wav');
        form.append('audio2', new Blob([Buffer.alloc(1_000_000, 1)]), 'y.wav');
        const response = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(5000) });
        expect(await response.json()).toEqual({ code: 'too-large' });
        await expect.poll(leftBehind).toEqual([]);
        expect(ended[0]).toBe('too-large');
    });
    it('that breaks off half-way is let go of at once', async () => {
        const boundary = 'b';
        const client = ask(url, { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': 1_000_000 } });
        client.on('error', () => { /* we hang up */ });
        client.write(`--${boundary}\r\nContent-Disposition: form-data; name="audio"; filename="x.wav"\r\nContent-Type: audio/wav\r\n\r\n${'a'.repeat(100_000)}`);
        await expect.poll(async () => (await leftBehind()).length).toBe(1);
        client.destroy();
        await expect.poll(() => ended.length).toBe(1);
        expect(ended[0]).not.toBe('kept');
        await expect.poll(leftBehind).toEqual([]);
    });
});
