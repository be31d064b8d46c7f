/** However long a recording is, it goes through the server in pieces. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackEnd, long } from '../fixtures/back-end';
import type { Caller } from './harness/caller';
import { type Encoding, hours, seconds, studio, telephone, uploadLarge } from './harness/large-call';
import { firstAdministrator } from './harness/people';
import { processed } from './harness/recordings';

const megabyte = 1 << 20;
const mostGrowth = 150 * megabyte;
const minutes = (number: number): number => number * 60_000;

let backEnd: BackEnd;
let administrator: Caller;

beforeAll(async () => {
    backEnd = await BackEnd.start();
    administrator = await firstAdministrator(backEnd.url, backEnd.output);
    // what is loaded, compiled and reserved once is not counted
    for (let number = 1; number <= 3; number++) {
        const { body } = await uploadLarge(administrator, number % 2 ? studio : telephone, 20 + number, `first ${number}`);
        await processed(administrator, (body as { recordingId: string }).recordingId);
    }
});
afterAll(() => backEnd.remove());

/** Uploads, waits until it is processed, and watches the memory all the while. */
const largestGrowth = async (encoding: Encoding, duration: number, callId: string): Promise<{ readonly uploading: number; readonly processing: number }> => {
    const before = await backEnd.residentBytes();
    const highest = { uploading: 0, processing: 0 };
    let phase: keyof typeof highest = 'uploading';
    const watch = setInterval(() => {
        backEnd.residentBytes().then(bytes => {
            highest[phase] = Math.max(highest[phase], bytes - before);
        }, () => { /* the last look may come after the end */ });
    }, 50);
    try {
        const { status, body } = await uploadLarge(administrator, encoding, duration, callId);
        expect(status, JSON.stringify(body)).toBe(201);
        phase = 'processing';
        const recording = await processed(administrator, (body as { recordingId: string }).recordingId, minutes(15));
        expect(recording).toMatchObject({ state: 'ready', durationMs: duration * 1000 });
    } finally {
        clearInterval(watch);
    }
    console.info(`${callId}: the back end grew by ${Math.round(highest.uploading / megabyte)} MB while uploading and ${Math.round(highest.processing / megabyte)} MB while processing`);
    return highest;
};

const large = long ? 1000 : 200;

it(`stays flat while ${large} MB are uploaded and processed`, async () => {
    const { uploading, processing } = await largestGrowth(studio, seconds(studio, large), `${large} MB`);
    expect(uploading).toBeLessThan(mostGrowth);
    expect(processing).toBeLessThan(mostGrowth);
}, minutes(20));

if (long) {
    it('stays flat with a call of three hours', async () => {
        const { uploading, processing } = await largestGrowth(telephone, hours(3), 'three hours');
        expect(uploading).toBeLessThan(mostGrowth);
        expect(processing).toBeLessThan(mostGrowth);
    }, minutes(20));
}
