import type { ReadStream } from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodePeakLevel } from '@earshot/audio';
import { sendError } from '@earshot/core/lib/node/api/api-server';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { Recording } from '../../common/media-contract';
import { mediaStreams } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';
import { shortCall, wave } from '../testing/audio-files';
import { openTestMediaHouse, type TestMediaHouse } from '../testing/media-house';
import { ListeningLog } from './listening-log';
import { RecordingStreams } from './recording-streams';

let house: TestMediaHouse;
let lead: TestPerson;
let agent: TestPerson;
let server: http.Server;
let url: string;
let call: Recording;
const content = shortCall();
const open = new Set<Readable>();

beforeAll(async () => {
    house = await openTestMediaHouse();
    lead = await house.person('lead', { roles: ['qa-lead'] });
    agent = await house.person('agent', { roles: ['agent'] });
    call = await house.processed(lead, await house.keep(lead, content));
    const blobs = Object.assign(Object.create(house.blobs) as typeof house.blobs, {
        open: (...of: Parameters<typeof house.blobs.open>) => {
            const stream = house.blobs.open(...of);
            open.add(stream);
            stream.once('close', () => open.delete(stream));
            return stream;
        }
    });
    const streams = new RecordingStreams(house.database, blobs, new ListeningLog(house.database), { during: (_id, send) => send(new AbortController().signal, () => { /* nobody masks here */ }) });
    const app = express();
    const serve = (path: string, handle: StreamHandler): void => void app.get(path, (request, response, next) => {
        const principal = request.headers['x-person'] === 'agent' ? agent : lead;
        Promise.resolve(handle(request, response, { principal, address: '', request, response }, next)).catch(next);
    });
    serve(mediaStreams.audio.path, streams.audio);
    serve(mediaStreams.original.path, streams.original);
    serve(mediaStreams.peaks.path, streams.peaks);
    app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => sendError(response, error));
    server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => { server.once('listening', resolve); });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/recordings`;
});
afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await house.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(`${url}/${path}`, { headers, method });
const bytes = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const listened = async (): Promise<number> => (await house.database.read().selectFrom('core.audit_entry').select('id').where('action', '=', 'recording.listened').where('entity_id', '=', call.id).execute()).length;

describe('what is played', () => {
    it('comes whole, and in any part', async () => {
        const whole = await get(`${call.id}/audio`);
        expect(whole.status).toBe(200);
        expect(Object.fromEntries(['content-type', 'accept-ranges', 'content-length'].map(each => [each, whole.headers.get(each)])))
            .toEqual({ 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'content-length': String(content.length) });
        expect((await bytes(whole)).equals(content)).toBe(true);
        for (const [range, from, to] of [['bytes=0-99', 0, 100], ['bytes=1000-', 1000, content.length], ['bytes=-10', content.length - 10, content.length]] as const) {
            const part = await get(`${call.id}/audio`, { range });
            expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to - 1}/${content.length}`]);
            expect((await bytes(part)).equals(content.subarray(from, to))).toBe(true);
        }
        const beyond = await get(`${call.id}/audio`, { range: `bytes=${content.length}-` });
        expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
    });

    it('need not come again: tags, If-Range, HEAD, and for good under its revision', async () => {
        const head = await get(`${call.id}/audio?revision=${call.revision}`, {}, 'HEAD');
        const etag = head.headers.get('etag')!;
        expect([head.status, head.headers.get('content-length'), head.headers.get('cache-control')]).toEqual([200, String(content.length), 'private, no-cache']);
        expect(await head.text()).toBe('');
        expect((await get(`${call.id}/audio?revision=older`)).headers.get('cache-control')).toBe('private, no-cache');
        expect((await get(`${call.id}/audio`, { 'if-none-match': etag })).status).toBe(304);
        expect((await get(`${call.id}/audio`, { range: 'bytes=5-', 'if-range': etag })).status).toBe(206);
        expect((await get(`${call.id}/audio`, { range: 'bytes=5-', 'if-range': '"other"' })).status).toBe(200);
    });

    it('is written down once for an evening of seeking to and fro', async () => {
        for (let index = 0; index < 5; index++) {
            await bytes(await get(`${call.id}/audio`, { range: `bytes=${index * 100}-` }));
        }
        expect(await listened()).toBe(1);
    });

    it('is the rendition, where browsers cannot play the original', async () => {
        const old = await house.processed(lead, await house.keep(lead, wave({ seconds: 2, speech: [[[0.5, 1]]], bits: 8, seed: 9 })));
        const [played, original] = [await bytes(await get(`${old.id}/audio`)), await bytes(await get(`${old.id}/original`))];
        expect(played.subarray(0, 4).toString()).toBe('RIFF');
        expect(played.readUInt16LE(20)).toBe(7);       // µ-law
        expect(original.readUInt16LE(34)).toBe(8);     // bits, as it came
    });

    it('lets go of the file when the listener hangs up in the middle', async () => {
        const long = await house.processed(lead, await house.keep(lead, wave({ seconds: 300, speech: [[[1, 2]], []], seed: 4 })));
        const sent = Array.from({ length: 25 }, async (_, index) => {
            const request = http.get(`${url}/${long.id}/audio`, { headers: { range: `bytes=${index}-` } });
            request.on('error', () => { /* we hang up ourselves */ });
            const response = await new Promise<http.IncomingMessage>(resolve => { request.once('response', resolve); });
            response.on('error', () => { /* likewise */ });
            await new Promise(resolve => { response.once('data', resolve); });
            response.pause();
            return request;
        });
        const requests = await Promise.all(sent);
        await pause(50);
        expect(open.size).toBe(25);
        requests.forEach(each => each.destroy());
        await vi.waitFor(() => expect(open.size).toBe(0), { timeout: 5000 });
    });

    it('is read from the disk no faster than it is taken, so that memory stays flat', async () => {
        const id = await house.keep(lead, shortCall(77));
        await house.processed(lead, id);
        const zeros = Buffer.alloc(1 << 20);
        const large = await house.blobs.put(Readable.from((function* () { for (let index = 0; index < 80; index++) { yield zeros; } })()), { mediaType: 'audio/wav', maxBytes: 1e9 });
        await house.database.write<void, MediaTables>(lead, async (transaction, log) => {
            await recordBlob(transaction, large);
            await transaction.updateTable('media.recording').set({ original_hash: large.hash }).where('id', '=', id).execute();
            log.audit('test', 'recordings', id);
        });
        const response = await new Promise<http.IncomingMessage>((resolve, reject) => { http.get(`${url}/${id}/audio`, resolve).on('error', reject); });
        await pause(300);                              // nobody reads yet
        const [file] = [...open] as ReadStream[];
        expect(file!.bytesRead).toBeLessThan(large.bytes / 4);
        let received = 0;
        for await (const chunk of response) {
            received += (chunk as Buffer).length;
        }
        expect(received).toBe(large.bytes);
        await vi.waitFor(() => expect(open.size).toBe(0));
    });
});

describe('the waveform', () => {
    it('comes level by level, a byte for each window and channel', async () => {
        const [level] = call.peakLevels;
        const response = await get(`${call.id}/peaks/${level!.level}?revision=${call.revision}`);
        expect(response.headers.get('cache-control')).toContain('immutable');
        const { channels } = decodePeakLevel(await bytes(response), level!.millisecondsPerPeak, 2);
        expect(channels.map(each => each.length)).toEqual([level!.count, level!.count]);
        const loud = (channel: number, ms: number): boolean => channels[channel]![ms / 20]! > 60;
        expect([loud(0, 1000), loud(1, 1000), loud(0, 5000), loud(1, 5000)]).toEqual([true, false, false, true]);
    });
    it('has no other levels', async () => {
        for (const level of ['9', '-1', '1.5', 'x']) {
            expect((await get(`${call.id}/peaks/${level}`)).status).toBe(404);
        }
    });
});

describe('the original', () => {
    it('is saved under a name that says nothing, and that is written down', async () => {
        const response = await get(`${call.id}/original`);
        expect(response.headers.get('content-disposition')).toBe(`attachment; filename="recording-${call.id}.wav"`);
        expect((await bytes(response)).equals(content)).toBe(true);
        const exported = await house.database.read().selectFrom('core.audit_entry').select('actor_id').where('action', '=', 'recording.exported').where('entity_id', '=', call.id).execute();
        expect(exported).toEqual([{ actor_id: lead.personId }]);
        expect((await get(`${call.id}/original?leg=2`)).status).toBe(404);
    });
});

describe('whoever may not listen', () => {
    it.each(['audio', 'peaks/0'])('gets nothing of %s, as if there were none', async path => {
        const response = await get(`${call.id}/${path}`, { 'x-person': 'agent' });
        expect([response.status, (await response.json() as { code: string }).code]).toEqual([404, 'NOT_FOUND']);
        expect((await get(`not-an-id/${path}`)).status).toBe(404);
    });
    it('may not take the original away', async () => expect((await get(`${call.id}/original`, { 'x-person': 'agent' })).status).toBe(403));
});

it('says so when the storage has lost the file', async () => {
    const lost = await house.processed(lead, await house.keep(lead, shortCall(99)));
    await house.blobs.delete((await house.put(shortCall(99))).hash);
    const response = await get(`${lost.id}/audio`, { range: 'bytes=0-' });
    expect([response.status, await response.json()]).toMatchObject([409, { data: { reason: 'blob-missing' } }]);
});
