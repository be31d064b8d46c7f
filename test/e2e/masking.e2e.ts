import type { BrowserContext } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { samplePeople } from '@earshot/sample-centre/lib/common/sample-people';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { importCall } from './harness/calls';
import { press } from './harness/keyboard';
import { callWave, sampleRate } from './harness/wave';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const agent = 'agent1034';
const headerBytes = 44;
/** Two channels of 16 bits. */
const place = (ms: number): number => headerBytes + Math.round(ms * sampleRate / 1000) * 4;

/** What a person's player is given of a recording, from one moment to another. */
const heard = async (context: BrowserContext, recordingId: string, fromMs: number, toMs: number, query = ''): Promise<Buffer> => {
    const answer = await context.request.get(`${inject('product').url}/api/media/recordings/${recordingId}/audio${query}`, { headers: { range: `bytes=${place(fromMs)}-${place(toMs) - 1}` } });
    expect(answer.status()).toBe(206);
    return answer.body();
};

it.each([['en', 'chen', 720], ['zh-cn', 'zhou', 721]] as const)('what an evaluator masks is silent for the agent, and the log says who listened (%s)', async (language, login, seed) => {
    const say = wordsIn(language);
    const { id, recordingId } = await importCall(await apiOf('lena'), callWave(12_000, seed), { callId: `To be masked ${language}`, agent });
    const [own, lead] = [await visits.context({ login: agent, language }), await visits.context({ login: 'lena', language })];
    const before = await heard(own, recordingId, 1000, 3000);
    expect(before.some(each => each !== 0)).toBe(true);
    const after = await heard(own, recordingId, 5000, 7000);

    // X, from one second to three
    const page = await visits.open(`/quality/calls/${id}`, { login, language });
    await page.getByRole('slider', { name: say('media/player/slider') }).waitFor();
    await press(page, 'x');
    const dialog = page.getByRole('dialog', { name: say('media/mask/dialog') });
    await dialog.getByLabel(say('media/mask/from')).fill('1');
    await dialog.getByLabel(say('media/mask/to')).fill('3');
    await dialog.getByRole('button', { name: say('media/mask/do') }).click();
    await page.getByRole('button', { name: say('media/mask/count', '1') }).waitFor();

    expect((await heard(own, recordingId, 1000, 3000)).every(each => each === 0)).toBe(true);
    expect((await heard(own, recordingId, 5000, 7000)).equals(after)).toBe(true);
    expect((await heard(lead, recordingId, 1000, 3000, '?masks=lifted')).equals(before)).toBe(true);
    expect((await own.request.get(`${inject('product').url}/api/media/recordings/${recordingId}/audio?masks=lifted`)).status()).toBeGreaterThanOrEqual(403);

    // who listened, and who heard what is masked
    const log = await visits.open('/administration/listening', { login: 'aude', language });
    const rowOf = (who: string) => log.getByRole('row', { name: new RegExp(samplePeople.find(each => each.login === who)!.name) });
    await rowOf(agent).first().waitFor();
    await show(log, '/administration/listening?masks=unmasked');
    await rowOf('lena').getByText(say('media/listening/unmasked')).first().waitFor();
    await expect.poll(() => rowOf(agent).count()).toBe(0);
});
