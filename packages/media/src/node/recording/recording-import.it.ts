import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { MediaTables } from '../media-tables';
import { shortCall, wave } from '../testing/audio-files';
import { openTestMediaHouse, someCall, type TestMediaHouse } from '../testing/media-house';
import { AbandonedRecordings } from './abandoned-recordings';

let house: TestMediaHouse;
let lead: TestPerson;

beforeAll(async () => {
    house = await openTestMediaHouse();
    lead = await house.person('lead', { roles: ['qa-lead'] });
});
afterAll(() => house.close());

const file = async (name: string, content: Buffer): Promise<string> => {
    const target = path.join(house.folder, name);
    await fs.writeFile(target, content);
    return target;
};
/** Two seconds of PCM16 at 8 kHz on one channel, without its header. */
const shortMono = (): Buffer => wave({ seconds: 2, speech: [[[0.5, 1.5]]], seed: 77 }).subarray(44);
const auditOf = async (id: string): Promise<string[]> => (await house.database.read().selectFrom('core.audit_entry').select('action').where('entity_id', '=', id).orderBy('position').execute()).map(each => each.action);

describe('a recording', () => {
    it('is processed in the background: waveform, who speaks when, figures, loudness', async () => {
        const id = await house.keep(lead, shortCall());
        expect(await house.recordings.get(lead, id)).toMatchObject({ id, state: 'processing', durationMs: null, figures: null, peakLevels: [] });
        await expect(house.recordings.activity(lead, id)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'recording-not-ready' } });

        const ready = await house.processed(lead, id);
        expect(ready).toMatchObject({ state: 'ready', problem: null, warnings: [], progress: null, container: 'wav', codec: 'pcm16', channels: 2, sampleRate: 8000, durationMs: 8000, roles: ['agent', 'customer'] });
        expect(ready.peakLevels).toEqual([{ level: 0, millisecondsPerPeak: 20, count: 400 }]);
        expect(ready.revision).toMatch(/^[0-9a-f]{16}$/);
        expect(ready.figures!.agentTalkShare).toBeCloseTo(2.5 / 8, 1);
        expect(ready.figures!.customerTalkShare).toBeCloseTo(4 / 8, 1);
        expect(ready.figures).toMatchObject({ talkOverCount: 1, holdMs: 0 });
        expect(ready.loudness).toHaveLength(2);
        expect(ready.loudness![0]!.integratedLufs).toBeLessThan(0);

        const { segments, durationMs } = await house.recordings.activity(lead, id);
        expect(durationMs).toBe(8000);
        expect(segments.map(([channel]) => channel)).toEqual([0, 1]);
        expect(Math.abs(segments[1]![1] - 2000)).toBeLessThan(150);
        expect(await auditOf(id)).toEqual(['recording.imported', 'recording.ready']);
    });

    it('of two files becomes one of two channels, with a rendition that browsers play', async () => {
        const agent = wave({ seconds: 5, speech: [[[0.5, 2]]], seed: 11 });
        const customer = wave({ seconds: 4, speech: [[[2.5, 3.5]]], seed: 12 });
        const id = await house.keep(lead, agent, { second: customer });
        const ready = await house.processed(lead, id);
        expect(ready).toMatchObject({ state: 'ready', channels: 2, durationMs: 5000, roles: ['agent', 'customer'], bytes: agent.length + customer.length });
        const { segments } = await house.recordings.activity(lead, id);
        expect(segments.map(([channel, from]) => [channel, Math.round(from / 500)])).toEqual([[0, 1], [1, 5]]);
        const row = await house.database.read<MediaTables>().selectFrom('media.recording').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        expect(await house.blobs.size(row.rendition_hash!)).toBeGreaterThan(5 * 8000 * 2);
        expect(await fs.readdir(path.join(house.folder, 'media'))).toEqual([]);
    });

    it('on one channel tells speech from silence, and leaves open who speaks', async () => {
        const ready = await house.processed(lead, await house.keep(lead, wave({ seconds: 6, speech: [[[1, 3]]], seed: 21 })));
        expect(ready).toMatchObject({ roles: ['mixed'], channels: 1, figures: { agentTalkShare: null, customerTalkShare: null, talkOverCount: null } });
        expect(ready.figures!.speechShare).toBeCloseTo(2 / 6, 1);
    });

    it('that browsers cannot play gets a rendition', async () => {
        const id = await house.keep(lead, wave({ seconds: 3, speech: [[[1, 2]], []], bits: 8, seed: 31 }));
        expect(await house.processed(lead, id)).toMatchObject({ codec: 'pcm8', state: 'ready' });
        const row = await house.database.read<MediaTables>().selectFrom('media.recording').select(['rendition_hash', 'original_hash']).where('id', '=', id).executeTakeFirstOrThrow();
        expect(row.rendition_hash).not.toBeNull();
        expect(await house.database.read().selectFrom('core.blob').select('hash').where('hash', 'in', [row.rendition_hash!, row.original_hash]).execute()).toHaveLength(2);
    });

    it('that breaks off is kept as far as it goes, with a warning', async () => {
        const ready = await house.processed(lead, await house.keep(lead, shortCall(41).subarray(0, 44 + 8000 * 4 * 3)));
        expect(ready).toMatchObject({ state: 'ready', warnings: ['truncated'], durationMs: 3000 });
    });

    it('is recognised when the same bytes come again, whichever leg they are', async () => {
        const [one, other] = [wave({ seconds: 2, speech: [[[0.5, 1]]], seed: 51 }), wave({ seconds: 2, speech: [[[1, 1.5]]], seed: 52 })];
        const subject = someCall();
        const id = await house.keep(lead, one, { second: other, subject });
        for (const content of [one, other]) {
            expect(await house.archive.findByContent((await house.put(content)).hash)).toEqual([{ id, subject }]);
        }
        expect(await house.archive.findByContent('0'.repeat(64))).toEqual([]);
        await house.processed(lead, id);
    });
});

describe('before anything is stored', () => {
    it('a file is judged by its content, not by its name', async () => {
        expect(await house.archive.inspect(await file('call.mp3', shortCall()))).toMatchObject({ container: 'wav', channels: 2, durationMs: 8000 });
        await expect(house.archive.inspect(await file('notes.wav', Buffer.from('These are the minutes of a meeting. '.repeat(50)))))
            .rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'file', code: 'audio.not-audio' }] } });
        await expect(house.archive.inspect(await file('empty.wav', Buffer.alloc(0)))).rejects.toMatchObject({ data: { problems: [{ path: 'file', code: 'audio.empty-file' }] } });
    });
    it('a file without a header is taken for what the uploader says, and processed as that', async () => {
        const raw = shortMono();
        const unknown = await file('call.raw', raw);
        await expect(house.archive.inspect(unknown)).rejects.toMatchObject({ data: { problems: [{ path: 'file', code: 'audio.not-audio' }] } });
        expect(await house.archive.inspect(unknown, undefined, 'pcm16')).toMatchObject({ container: 'raw', codec: 'pcm16', channels: 1, sampleRate: 8000, durationMs: 2000 });
        expect(await house.archive.inspect(unknown, undefined, 'g722')).toMatchObject({ codec: 'g722', sampleRate: 16_000, durationMs: 4000 });
        expect(await house.archive.inspect(await file('call.wav', shortCall()), undefined, 'g722')).toMatchObject({ container: 'wav', codec: 'pcm16' });
        const ready = await house.processed(lead, await house.keep(lead, raw, { format: 'pcm16' }));
        expect(ready).toMatchObject({ state: 'ready', container: 'raw', codec: 'pcm16', durationMs: 2000, roles: ['mixed'] });
        expect(await house.processed(lead, await house.keep(lead, Buffer.concat([raw, raw])))).toMatchObject({ state: 'failed', problem: { code: 'not-audio' } });
    });
    it('two files must have one channel each', async () => {
        const [mono, stereo] = [await file('a.wav', wave({ seconds: 1, speech: [[]] })), await file('b.wav', shortCall())];
        expect(await house.archive.inspect(mono, mono)).toMatchObject({ channels: 1 });
        await expect(house.archive.inspect(mono, stereo)).rejects.toMatchObject({ data: { problems: [{ path: 'second', code: 'audio.legs-not-mono' }] } });
    });
    it('what needs ffmpeg says so where there is none', async () => {
        const adpcm = shortCall();
        adpcm.writeUInt16LE(0x11, 20);
        await expect(house.archive.inspect(await file('adpcm.wav', adpcm))).rejects.toMatchObject({ data: { problems: [{ code: 'audio.ffmpeg-needed' }] } });
    });
    it('nothing is kept when the transaction does not commit', async () => {
        const original = await house.put(shortCall(61));
        await expect(house.database.write(lead, async (transaction, log) => {
            await house.archive.importRecording(transaction, log, { original, subject: someCall(), ownerId: null, teamId: null, startedBy: lead });
            throw new Error('the row of the call could not be written');
        })).rejects.toThrow('the row of the call');
        expect(await house.archive.findByContent(original.hash)).toEqual([]);
    });
});

describe('a recording that cannot be processed', () => {
    it('says why, keeps its original, and can be processed again', async () => {
        const content = shortCall(71);
        const { hash } = await house.put(content);
        const lost = await fs.readFile(house.blobs.path(hash));
        await house.blobs.delete(hash);
        const id = await house.database.write(lead, (transaction, log) => house.archive.importRecording(transaction, log,
            { original: { hash, bytes: content.length, mediaType: 'audio/wav' }, subject: someCall(), ownerId: null, teamId: null, startedBy: lead }));
        const failed = await house.processed(lead, id);
        expect(failed).toMatchObject({ state: 'failed', problem: { code: 'blob-missing' } });
        await house.put(lost);
        const again = await house.recordings.retry(lead, id);
        expect(again).toMatchObject({ state: 'processing', problem: null });
        expect(again.version).toBeGreaterThan(failed.version);
        expect(await house.processed(lead, id)).toMatchObject({ state: 'ready', durationMs: 8000 });
        await expect(house.recordings.retry(lead, id)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'recording-not-failed' } });
        expect(await auditOf(id)).toEqual(['recording.imported', 'recording.failed', 'recording.retried', 'recording.ready']);
    });

    it('because nothing in it can be decoded has the code of the audio package', async () => {
        const id = await house.keep(lead, shortCall().subarray(0, 44));
        expect(await house.processed(lead, id)).toMatchObject({ state: 'failed', problem: { code: expect.stringMatching(/^(truncated|corrupt|empty-file)$/) as string } });
        await vi.waitFor(async () => expect((await house.jobs.list(lead, { limit: 1 })).rows[0]).toMatchObject({ kind: 'media-processing', state: 'failed' }), { timeout: 10_000 }); // the recording is noted before its job ends
    });

    it('because its job was cancelled while it waited does not wait for ever', async () => {
        await house.runner.stop();                     // nobody takes jobs now
        const id = await house.keep(lead, shortCall(81));
        const admin = await house.person('admin', { roles: ['administrator'] });
        await house.jobs.cancel(admin, (await house.jobs.list(admin, { limit: 1 })).rows[0]!.id);
        await new AbandonedRecordings(house.database, house.outcome).run();
        expect(await house.recordings.get(lead, id)).toMatchObject({ state: 'failed', problem: { code: 'cancelled' } });
        expect(await house.recordings.retry(lead, id)).toMatchObject({ state: 'processing' });
        await house.runner.run();
        expect(await house.processed(lead, id)).toMatchObject({ state: 'ready' });
    });
});
