import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodePeakLevel } from '@earshot/audio';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { DomainEvent } from '@earshot/core/lib/common/events/domain-event';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { Recording } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';
import { ListeningList } from '../recording/listening-list';
import { ListeningLog } from '../recording/listening-log';
import { RecordingStreams } from '../recording/recording-streams';
import { shortCall, wave } from '../testing/audio-files';
import { openTestMediaHouse, type TestMediaHouse } from '../testing/media-house';
import { openTestStreamServer, type TestStreamServer } from '../testing/stream-server';
import { MaskWatch } from './mask-watch';

let house: TestMediaHouse;
let lead: TestPerson;
let evaluator: TestPerson;
let auditor: TestPerson;
let server: TestStreamServer;
let hub: EventHub;
let log: ListeningLog;
let call: Recording;
const content = shortCall(21);
const HEADER = 44;
/** Byte of a moment in 16-bit stereo of 8 kHz. */
const at = (ms: number): number => HEADER + ms * 8 * 4;

beforeAll(async () => {
    house = await openTestMediaHouse();
    lead = await house.person('lead', { roles: ['qa-lead'] });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    auditor = await house.person('auditor', { roles: ['auditor'] });
    hub = new EventHub(house.connection);
    const watch = new MaskWatch(hub);
    watch.init();
    await hub.start();
    log = new ListeningLog(house.database);
    server = await openTestStreamServer(new RecordingStreams(house.database, house.blobs, log, watch), { lead, evaluator, auditor });
    call = await house.processed(lead, await house.keep(lead, content));
});
afterAll(async () => {
    server.close();
    await hub.stop();
    await house.close();
});

const actions = async (id: string): Promise<string[]> => (await house.database.read().selectFrom('core.audit_entry').select('action').where('entity_id', '=', id).orderBy('position').execute()).map(each => each.action);

describe('a masked stretch', () => {
    let before: string | null;
    let masked: Recording;
    beforeAll(async () => {
        before = (await server.get('evaluator', `${call.id}/audio`, { range: 'bytes=0-9' })).headers.get('etag');
        masked = await house.masks.mask(evaluator, { id: call.id, fromMs: 1000, toMs: 2000, reason: 'card-number' });
    });

    it('is silent in what is played, with a little around it, and nothing else is', async () => {
        const expected = Buffer.from(content).fill(0, at(900), at(2100));
        expect((await server.bytes('evaluator', `${call.id}/audio`)).equals(expected)).toBe(true);
        expect((await server.bytes('lead', `${call.id}/audio`)).equals(expected)).toBe(true);
    });

    it('is silent in any range, and ranges fit together', async () => {
        const whole = await server.bytes('evaluator', `${call.id}/audio`);
        const ends = fc.tuple(fc.nat(content.length - 1), fc.nat(content.length - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        await fc.assert(fc.asyncProperty(ends, async ([from, to]) => {
            const part = await server.get('evaluator', `${call.id}/audio`, { range: `bytes=${from}-${to}` });
            expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${content.length}`]);
            expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(from, to + 1))).toBe(true);
        }), { numRuns: 60, seed: 3 });
    });

    it('has another tag and another revision: what a browser kept from before is of no use', async () => {
        const answer = await server.get('evaluator', `${call.id}/audio`, { range: 'bytes=5-', 'if-range': before! });
        expect([answer.status, answer.headers.get('etag') === before]).toEqual([200, false]);
        expect((await server.get('evaluator', `${call.id}/audio`, { 'if-none-match': before! })).status).toBe(200);
        expect(masked.revision).not.toBe(call.revision);
        expect(masked).toMatchObject({ maskState: 'ready', masks: [{ fromMs: 1000, toMs: 2000, reason: 'card-number' }] });
        expect((await server.get('evaluator', `${call.id}/peaks/0?revision=${call.revision}`)).headers.get('cache-control')).toBe('private, no-cache');
    });

    it('is flat in every level of the waveform', async () => {
        for (const { level, millisecondsPerPeak, count } of masked.peakLevels) {
            const response = await server.get('evaluator', `${call.id}/peaks/${level}?revision=${masked.revision}`);
            expect(response.headers.get('cache-control')).toContain('immutable');
            const { channels } = decodePeakLevel(Buffer.from(await response.arrayBuffer()), millisecondsPerPeak, 2);
            expect(channels.map(each => each.length)).toEqual([count, count]);
            const within = channels[0]!.subarray(Math.ceil(1000 / millisecondsPerPeak), Math.floor(2000 / millisecondsPerPeak));
            expect(Math.max(...within)).toBe(0);
            expect(Math.max(...channels[0]!)).toBeGreaterThan(60);
        }
    });

    it('is silent in the file that is taken away, too', async () => {
        const response = await server.get('auditor', `${call.id}/original`);
        expect(response.headers.get('content-disposition')).toBe(`attachment; filename="recording-${call.id}-masked.wav"`);
        expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(content).fill(0, at(900), at(2100)))).toBe(true);
        expect((await server.get('auditor', `${call.id}/original?masks=lifted`)).status).toBe(403);
        expect((await server.get('auditor', `${call.id}/original?leg=2`)).status).toBe(409);
    });

    it('is heard by those who may lift masks when they say so, which is written down apart', async () => {
        const lifted = await server.get('lead', `${call.id}/audio?masks=lifted`);
        expect(Buffer.from(await lifted.arrayBuffer()).equals(content)).toBe(true);
        expect((await server.bytes('lead', `${call.id}/original?masks=lifted`)).equals(content)).toBe(true);
        for (const what of ['audio', 'peaks/0']) {
            expect((await server.get('evaluator', `${call.id}/${what}?masks=lifted`)).status).toBe(403);
        }
        const lifts = await house.keep(lead, shortCall(77));
        await house.processed(lead, lifts);
        await house.masks.mask(evaluator, { id: lifts, fromMs: 1000, toMs: 2000, reason: 'other' });
        await server.bytes('lead', `${lifts}/peaks/0`);
        expect(await actions(lifts)).not.toContain('recording.listened-unmasked');
        await server.bytes('lead', `${lifts}/peaks/0?masks=lifted`);
        expect((await actions(lifts)).filter(each => each === 'recording.listened-unmasked')).toHaveLength(1);
        const flat = await server.bytes('lead', `${call.id}/peaks/0?masks=lifted`);
        expect(flat[1500 / 20]).toBeGreaterThan(0);
        expect(await actions(call.id)).toContain('recording.listened-unmasked');
    });

    it('is heard by everybody when the mask is lifted, and both are written down', async () => {
        await expect(house.masks.lift(evaluator, call.id, masked.masks[0]!.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        const after = await house.masks.lift(lead, call.id, masked.masks[0]!.id);
        expect(after).toMatchObject({ masks: [], maskState: 'none' });
        expect((await server.bytes('evaluator', `${call.id}/audio`)).equals(content)).toBe(true);
        await expect(house.masks.lift(lead, call.id, masked.masks[0]!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.masks.history(lead, call.id)).toMatchObject([{ madeBy: 'evaluator', liftedBy: 'lead', reason: 'card-number' }]);
        expect((await actions(call.id)).filter(each => each.includes('mask'))).toEqual(['recording.masked', 'recording.listened-unmasked', 'recording.mask-lifted']);
    });

    it('never touches the original', async () => expect(await house.blobs.verify((await house.put(content)).hash)).toBe(true));
});

describe('a mask', () => {
    it('must be long enough to hide something, and lie within the recording', async () => {
        await expect(house.masks.mask(evaluator, { id: call.id, fromMs: 1000, toMs: 1010, reason: 'other' })).rejects.toMatchObject({ code: 'INVALID' });
        await expect(house.masks.mask(evaluator, { id: call.id, fromMs: 9000, toMs: 9999, reason: 'other' })).rejects.toMatchObject({ code: 'INVALID' });
        expect((await house.masks.mask(evaluator, { id: call.id, fromMs: 7000, toMs: 99_999, reason: 'health' })).masks.map(each => each.toMs)).toEqual([8000]);
    });

    it('breaks off what is being sent at that moment', async () => {
        const long = await house.processed(lead, await house.keep(lead, wave({ seconds: 600, speech: [[[1, 2]], []], seed: 8 })));
        const response = await new Promise<http.IncomingMessage>(resolve => { http.get(`${server.url}/${long.id}/audio`, { headers: { 'x-person': 'evaluator' } }, resolve); });
        const events: string[] = [];
        response.on('error', () => events.push('broken'));
        response.once('data', () => response.pause());
        await vi.waitFor(() => expect(response.isPaused()).toBe(true), { timeout: 10_000 });
        await house.masks.mask(evaluator, { id: long.id, fromMs: 590_000, toMs: 595_000, reason: 'card-number' });
        await new Promise(resolve => { setTimeout(resolve, 300); });
        let received = 0;
        response.on('data', (chunk: Buffer) => { received += chunk.length; });
        response.resume();
        await vi.waitFor(() => expect(events).toEqual(['broken']), { timeout: 10_000 });
        expect(received).toBeLessThan(at(590_000));
    });

    it('breaks off and is written down under the id that the recording has, however the caller spells it', async () => {
        const long = await house.processed(lead, await house.keep(lead, wave({ seconds: 600, speech: [[[1, 2]], []], seed: 18 })));
        const response = await new Promise<http.IncomingMessage>(resolve => { http.get(`${server.url}/${long.id.toUpperCase()}/audio`, { headers: { 'x-person': 'evaluator' } }, resolve); });
        const events: string[] = [];
        response.on('error', () => events.push('broken'));
        response.once('data', () => response.pause());
        await vi.waitFor(() => expect(response.isPaused()).toBe(true), { timeout: 10_000 });
        const heard: DomainEvent[] = [];
        const stop = hub.listen(event => { heard.push(event); });
        const { masks: [made] } = await house.masks.mask(evaluator, { id: long.id.toUpperCase(), fromMs: 590_000, toMs: 595_000, reason: 'card-number' });
        await vi.waitFor(() => expect(heard.filter(each => each.type === 'recording.masked').map(each => each.entityId)).toEqual([long.id]), { timeout: 10_000 });
        response.resume();
        await vi.waitFor(() => expect(events).toEqual(['broken']), { timeout: 10_000 });
        await house.masks.lift(lead, long.id.toUpperCase(), made!.id.toUpperCase());
        stop();
        expect((await actions(long.id)).filter(each => /mask|listen/.test(each))).toEqual(['recording.listened', 'recording.masked', 'recording.mask-lifted']);
    });

    it('can be prepared again where the conversion for it failed', async () => {
        const opus = readFileSync(path.join(__dirname, '../../../../audio/fixtures/stereo.ogg'));
        const kept = await house.processed(lead, await house.keep(lead, opus));
        await expect(house.recordings.retry(lead, kept.id)).rejects.toMatchObject({ data: { reason: 'recording-not-failed' } });
        const { hash } = await house.put(opus);
        const hide = (to: string) => house.database.write<void, MediaTables>(lead, async (transaction, audit) => {
            await transaction.updateTable('media.recording').set({ original_hash: to }).where('id', '=', kept.id).execute();
            audit.audit('test', 'recordings', kept.id);
        });
        const broken = await house.put(Buffer.from('this is no sound'));
        await house.database.write(lead, async (transaction, audit) => {
            await recordBlob(transaction, broken);
            audit.audit('test', 'recordings', kept.id);
        });
        await hide(broken.hash);
        await house.masks.mask(evaluator, { id: kept.id, fromMs: 100, toMs: 300, reason: 'other' });
        const states = async (): Promise<string[]> => (await house.database.read().selectFrom('core.job').select('state').where('kind', '=', 'media-masking').orderBy('id', 'desc').limit(1).execute()).map(each => each.state);
        await vi.waitFor(async () => expect(await states()).toEqual(['failed']), { timeout: 30_000, interval: 100 });
        await hide(hash);
        await expect(house.recordings.retry(auditor, kept.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect(await house.recordings.retry(lead, kept.id)).toMatchObject({ state: 'ready', maskState: 'preparing' });
        await vi.waitFor(async () => expect((await house.recordings.get(lead, kept.id)).maskState).toBe('ready'), { timeout: 30_000, interval: 100 });
        expect((await server.get('evaluator', `${kept.id}/audio`)).status).toBe(200);
    });

    it('keeps a compressed recording from everybody else until parts of it can be silenced', async () => {
        const opus = readFileSync(path.join(__dirname, '../../../../audio/fixtures/stereo.ogg'));
        const kept = await house.processed(lead, await house.keep(lead, opus));
        expect((await server.bytes('evaluator', `${kept.id}/audio`)).equals(opus)).toBe(true);
        const heard: DomainEvent[] = [];
        const stop = hub.listen(event => { heard.push(event); });
        const masked = await house.masks.mask(evaluator, { id: kept.id, fromMs: 100, toMs: 300, reason: 'other' });
        expect(masked.maskState).toBe('preparing');
        const meanwhile = await server.get('evaluator', `${kept.id}/audio`);
        expect(meanwhile.status === 409 || meanwhile.headers.get('content-type') === 'audio/wav').toBe(true);
        await vi.waitFor(async () => expect((await house.recordings.get(lead, kept.id)).maskState).toBe('ready'), { timeout: 20_000, interval: 100 });
        const played = await server.get('evaluator', `${kept.id}/audio`);
        expect([played.status, played.headers.get('content-type')]).toEqual([200, 'audio/wav']);
        const bytes = Buffer.from(await played.arrayBuffer());
        const [rate, channels, sampleBytes] = [bytes.readUInt32LE(24), bytes.readUInt16LE(22), bytes.readUInt16LE(34) / 8];
        const from = 58 + rate * 0.1 * channels * sampleBytes;
        expect(new Set(bytes.subarray(from, from + rate * 0.2 * channels * sampleBytes)).size).toBe(1);
        expect((await server.bytes('lead', `${kept.id}/audio?masks=lifted`)).equals(opus)).toBe(true);
        expect(heard.filter(each => each.type === 'recording.masked' && each.entityId === kept.id)).toHaveLength(2);
        stop();
    });
});

describe('who listened', () => {
    it('is kept with how much was played, for those who read the audit log', async () => {
        const other = await house.processed(lead, await house.keep(lead, shortCall(31)));
        await server.bytes('evaluator', `${other.id}/audio`);
        await log.heard(evaluator, other.id, [[0, 2000], [1000, 3000]], false);
        await log.heard(evaluator, other.id, [[2500, 99_999]], false);
        await log.heard(lead, other.id, [[0, 500]], true);
        await expect(log.heard(evaluator, other.id, [[0, 500]], true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        const list = new ListeningList(house.database);
        const { rows } = await list.list(auditor, { limit: 10, recordingId: other.id });
        expect(rows.map(({ personName, heardMs, unmasked, durationMs }) => ({ personName, heardMs, unmasked, durationMs }))).toEqual([
            { personName: 'lead', heardMs: 500, unmasked: true, durationMs: 8000 }, { personName: 'evaluator', heardMs: 8000, unmasked: false, durationMs: 8000 }
        ]);
        const first = await list.list(auditor, { limit: 1, recordingId: other.id });
        expect((await list.list(auditor, { limit: 1, recordingId: other.id, after: first.next })).rows.map(each => each.personName)).toEqual(['evaluator']);
        expect((await list.list(auditor, { limit: 9, personId: evaluator.personId, recordingId: other.id, unmasked: true })).rows).toEqual([]);
        await expect(list.list(evaluator, { limit: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect(await house.database.read<MediaTables>().selectFrom('media.listening').select('via').where('recording_id', '=', other.id).execute()).toHaveLength(2);
    });
});
