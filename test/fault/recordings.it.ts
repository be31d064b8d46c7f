/** Files that are not what they say: each is refused with a reason or taken in as far as it goes, and the server goes on. */
import * as fs from 'node:fs/promises';
import { request } from 'node:http';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackEnd, long } from '../fixtures/back-end';
import { falseBeginnings, impossibleHeaders, scratched, zipBomb } from './harness/bad-recordings';
import type { Caller } from './harness/caller';
import { shortCall } from './harness/contents';
import { firstAdministrator } from './harness/people';
import { type Outcome, outcomeOf } from './harness/recordings';

const calls = path.resolve(import.meta.dirname, '..', '..', 'examples', 'sample-centre', 'calls');
const scratches = long ? 200 : 12;

let backEnd: BackEnd;
let administrator: Caller;
let imported = 0;

const importing = async (bytes: Buffer, name = 'call.wav', fields: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
    imported += 1;
    return outcomeOf(administrator, await administrator.tryUpload(Buffer.from(bytes), { callId: `call ${imported}`, startedAt: '2026-11-20T10:00:00.000Z', ...fields }, name));
};
const refusedAudio = { refused: [expect.stringMatching(/^audio\./) as string] };
/** Files that are being taken in. */
const incoming = () => fs.readdir(path.join(backEnd.dataFolder, 'blobs', 'incoming'));

beforeAll(async () => {
    backEnd = await BackEnd.start();
    administrator = await firstAdministrator(backEnd.url, backEnd.output);
});
afterAll(() => backEnd.remove());

it('takes in a call that is as it should be', async () => {
    expect(await importing(shortCall(3, 1))).toMatchObject({ recording: { state: 'ready', container: 'wav', durationMs: 3000, warnings: [] } });
});

describe('a file that is no recording', () => {
    it.each([['of no bytes', Buffer.alloc(0)], ['of one byte', Buffer.from('R')], ['a text', Buffer.from('Dear colleague, here is the call.\n'.repeat(500))], ['a page', Buffer.from('<!doctype html><html><script>alert(1)</script>')], ['zeros', Buffer.alloc(300_000)]])
    ('%s is refused', async (_what, bytes) => expect(await importing(bytes)).toEqual(refusedAudio));

    it('a zip archive that unpacks to a gigabyte is refused, unopened', async () => {
        const bomb = zipBomb(1000);
        expect(bomb.length).toBeLessThan(2_000_000);
        const before = await backEnd.residentBytes();
        expect(await importing(bomb)).toEqual(refusedAudio);
        expect(await backEnd.residentBytes() - before).toBeLessThan(100 << 20);
    });
    it.each(Object.entries(falseBeginnings))('that begins like %s is refused, or found to be useless', async (_name, bytes) => {
        const outcome = await importing(bytes);
        expect('refused' in outcome ? 'refused' : outcome.recording.state).toMatch(/refused|failed|ready/);
    });
});

describe('a recording', () => {
    it('under the name of another format is known by its content', async () => {
        const opus = await fs.readFile(path.join(calls, 'SC-0002.opus'));
        expect(await importing(opus, 'call.wav')).toMatchObject({ recording: { state: 'ready', container: 'ogg', codec: 'opus' } });
        expect(await importing(shortCall(2, 2), 'call.mp3')).toMatchObject({ recording: { state: 'ready', container: 'wav' } });
    });
    it('that is cut off is taken in as far as it goes, and said to be cut off', async () => {
        for (const name of ['SC-0001.wav', 'SC-0002.opus']) {
            const whole = await fs.readFile(path.join(calls, name));
            const outcome = await importing(whole.subarray(0, whole.length >> 1), name);
            expect(outcome, name).toMatchObject({ recording: { state: 'ready' } });
        }
        expect(await importing(shortCall(4, 3).subarray(0, 50_001))).toMatchObject({ recording: { state: 'ready', warnings: [expect.stringContaining('truncated')], durationMs: expect.any(Number) as number } });
    });
    it.each(Object.entries(impossibleHeaders))('whose header says %s does no harm', async (_name, bytes) => {
        const outcome = await importing(bytes);
        expect('refused' in outcome ? 'refused' : outcome.recording.state).toMatch(/refused|failed|ready/);
    });
    it(`with scratches does no harm (${scratches} of each format)`, async () => {
        for (const name of ['SC-0002.opus', 'SC-0008.wav']) {
            const whole = await fs.readFile(path.join(calls, name));
            for (let seed = 1; seed <= scratches; seed++) {
                const outcome = await importing(scratched(whole.subarray(0, 400_000), seed), name).catch((error: unknown) => `seed ${seed}: ${String(error)}`);
                expect(outcome).toBeTypeOf('object');
            }
        }
    }, scratches * 10_000);
    it('with an awkward name or in awkward fields is taken in', async () => {
        for (const name of ['../../../../tmp/escape.wav', 'a'.repeat(5000), '复核.wav', '"; filename="x', 'con']) {
            expect(await importing(shortCall(1, 100 + imported), name), name).toMatchObject({ recording: { state: 'ready' } });
        }
        expect(await importing(shortCall(1, 89), '')).toEqual({ refused: ['missing'] });
        expect(await importing(shortCall(1, 88), 'call.wav\u0000.exe')).toEqual({ refused: ['not-multipart'] });
        await expect(fs.stat('/tmp/escape.wav')).rejects.toThrow('ENOENT');
        expect(await importing(shortCall(1, 90), 'x.wav', { startedAt: 'yesterday' })).toEqual({ refused: ['not-valid'] });
        expect(await importing(shortCall(1, 91), 'x.wav', { agent: 'nobody' })).toEqual({ refused: ['unknown-person'] });
        expect(await importing(shortCall(1, 92), 'x.wav', { __proto__: 'x', constructor: 'y', toString: 'z' } as Record<string, string>)).toMatchObject({ recording: { state: 'ready' } });
        expect(await importing(shortCall(1, 93), 'x.wav', { queue: 'a\0b' }).catch(String)).not.toContain('answered 5');
    });
    it('comes once, however often it is sent', async () => {
        const outcomes = await Promise.all(Array.from({ length: 6 }, () => importing(shortCall(1, 94))));
        expect(outcomes.filter(each => 'recording' in each)).toHaveLength(1);
        expect(outcomes.filter(each => 'refused' in each).map(each => 'refused' in each && each.refused[0])).toEqual(Array(5).fill('duplicate'));
    });
    it('that is broken off on the way leaves nothing behind', async () => {
        const { host } = new URL(backEnd.url);
        for (let time = 0; time < 5; time++) {
            await new Promise<void>(resolve => {
                const sending = request(`${backEnd.url}/api/quality/interactions`, { method: 'POST', headers: { host, origin: backEnd.url, cookie: `earshot_session=${administrator.session}`, 'content-type': 'multipart/form-data; boundary=b' } });
                sending.on('error', () => resolve());
                sending.write('--b\r\nContent-Disposition: form-data; name="audio"; filename="x.wav"\r\n\r\n');
                sending.write(shortCall(10, time).subarray(0, 100_000), () => setTimeout(() => sending.destroy(), 50));
                sending.on('close', () => resolve());
            });
        }
        for (let waited = 0; (await incoming()).length > 0 && waited < 50; waited++) {
            await wait(100);
        }
        expect(await incoming()).toEqual([]);
    });
});

it('has left nothing half done, and complained of nothing', async () => {
    for (const state of ['waiting', 'running']) {
        expect(await administrator.do('GET', `/jobs?state=${state}`)).toMatchObject({ rows: [] });
    }
    expect(await administrator.do('GET', '/health')).toMatchObject({ status: 'ok' });
    expect(await incoming()).toEqual([]);
    expect(backEnd.output.split('\n').filter(each => /Unexpected|unhandled|uncaught/i.test(each))).toEqual([]);
});
