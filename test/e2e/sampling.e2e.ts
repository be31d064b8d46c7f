import { sampleAnswers } from '@earshot/sample-centre/lib/common/sample-evaluations';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { useBrowser } from './harness/browser';
import { formId, importCall } from './harness/calls';
import { press } from './harness/keyboard';
import { callWave } from './harness/wave';
import { within, wordsIn } from './harness/words';

const visits = useBrowser();
const calls = 2;
const weekMs = 7 * 86_400_000;
/** Days are counted from a Monday. */
const weekOf = (moment: number): number => Math.floor((moment - new Date(moment).getTimezoneOffset() * 60_000 + 3 * 86_400_000) / weekMs);

it.each([['en', 'wong', 700], ['zh-cn', 'grace', 710]] as const)('a lead draws calls, their evaluator finds them on Home and scores one, and the lead sees how far it is (%s)', async (language, login, seed) => {
    const say = wordsIn(language);
    const [lead, evaluator] = [await apiOf('lena'), await apiOf(login)];
    const [queue, title] = [`Drawn ${language}`, `Plan ${language}`];
    for (let place = 0; place < calls; place++) {
        await importCall(lead, callWave(6000, seed + place), { callId: `${queue} ${place}`, agent: '1031', queue });
    }
    const { person } = await evaluator.get<{ person: { id: string } }>('/session');
    const definition = { formId: await formId(lead, 'general-service'), population: { queues: [queue] }, strata: ['queue'], period: 'week', size: { kind: 'per-stratum', calls: 10 }, evaluatorIds: [person.id], dueDays: 1 };
    const plan = await lead.post<{ id: string }>('/quality/sampling-plans', { title, definition, active: false });

    // the calls are an hour old: just after midnight on Mondays that was last week
    const page = await visits.open(`/quality/sampling-plans/${plan.id}`, { login: 'lena', language });
    await page.getByRole('button', { name: say('quality/sampling/draw-now') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: say(weekOf(Date.now() - 3_600_000) === weekOf(Date.now()) ? 'quality/sampling/this-week' : 'quality/sampling/last-week') }).check({ force: true });
    await dialog.getByRole('button', { name: say('quality/sampling/draw') }).click();
    await page.getByText(say('quality/sampling/drawn', String(calls))).first().waitFor();
    await page.getByRole('row', { name: new RegExp(`${queue} 1`) }).waitFor();

    // what was drawn cannot be chosen: it is handed out
    const own = await visits.open('/', { login, language });
    await own.getByRole('link', { name: new RegExp(title) }).first().click();
    await own.getByText(new RegExp(`^${queue} \\d$`)).first().waitFor();
    await press(own, 'n');
    await own.waitForURL(/#\/quality\/evaluations\/[0-9a-f-]{36}/);
    const id = /evaluations\/([0-9a-f-]{36})/.exec(own.url())![1]!;
    await own.close();
    const { version } = await evaluator.get<{ version: number }>(`/quality/evaluations/${id}`);
    await evaluator.post(`/quality/evaluations/${id}/submission`, { version, answers: sampleAnswers('SC-0003'), evidence: [] });

    await page.getByRole('tab', { name: say('quality/sampling/estimates') }).click();
    await page.getByText(`1 / ${calls}`, { exact: true }).waitFor();
    // the evaluator is away: what is open goes to nobody, as there is nobody else
    await page.getByRole('tab', { name: within(say('quality/sampling/drawn-calls')) }).click();
    await page.getByRole('button', { name: say('quality/sampling/redistribute') }).click();
    visits.expectComplaint('refused');
    await page.getByRole('dialog').getByRole('button', { name: say('quality/sampling/redistribute-now') }).click();
    await page.getByRole('dialog').getByText(say('quality/conflicts/nobody-qualified')).waitFor();
    expect((await lead.get<{ rows: { state: string }[] }>(`/quality/sampling-draws/${new URL(page.url().replace('#/', '')).searchParams.get('draw')!}/items`)).rows.map(each => each.state).sort()).toEqual(['open', 'scored']);
});
