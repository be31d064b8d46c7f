import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { allQuestions, generalServiceForm, localized } from '@earshot/forms';
import { sampleAnswers } from '@earshot/sample-centre/lib/common/sample-evaluations';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { useBrowser } from './harness/browser';
import { formId } from './harness/calls';
import { press } from './harness/keyboard';
import { repository } from '../fixtures/back-end';
import { within, wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const callId = 'SC-0008';
/** What is answered when the picture is taken: everything before the question that is being answered. */
const current = 'tone.empathy';
const marks: readonly (readonly [question: string, fromMs: number, toMs: number, note: string])[] = [
    ['phrases.opening', 600, 4600, 'Bank, desk and own name.'], ['phrases.hold', 18_800, 22_300, 'Says why before going silent.'], ['tone.voice', 41_800, 50_800, 'Warm to the end.']
];

it('a call being scored looks as the README shows it', async () => {
    const api = await apiOf('zhou');
    const { rows: [call] } = await api.get<{ rows: { id: string }[] }>(`/quality/interactions?text=${callId}`);
    const { id, version } = await api.post<{ id: string; version: number }>('/quality/evaluations', { interactionId: call!.id, formId: await formId(api, 'general-service') });
    const questions = allQuestions(generalServiceForm).map(each => each.question);
    const before = new Set(questions.slice(0, questions.findIndex(each => each.id === current)).map(each => each.id));
    const answers = Object.fromEntries(Object.entries(sampleAnswers(callId, { add: { 'tone.listening': -1 } })).filter(([question]) => before.has(question)));
    await api.put(`/quality/evaluations/${id}/draft`, { version, answers, evidence: marks.map(([questionId, fromMs, toMs, note]) => ({ id: randomUUID(), questionId, fromMs, toMs, note })) });

    const page = await visits.open(`/quality/evaluations/${id}`, { login: 'zhou' });
    const slider = page.getByRole('slider', { name: say('media/player/slider') });
    const question = page.getByRole('group', { name: localized(questions.find(each => each.id === current)!.text, 'en'), exact: true });
    await slider.focus();
    await press(page, 'PageUp', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBe(10);
    await press(page, 'Control+Space');
    await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(13);
    await press(page, 'Control+Space');
    await question.getByRole('radio').first().focus();
    await press(page, '3', 'm');
    await page.locator('header').getByText(within(say('quality/draft/saved'))).first().waitFor();
    expect(await page.getByRole('region', { name: say('quality/marks/title') }).getByRole('button', { name: say('quality/marks/play') }).count()).toBe(marks.length + 1);
    expect(await page.getByRole('button', { name: within(say('assessment/score/why')) }).textContent()).toMatch(/\d%/);
    expect(await question.getByRole('radio', { checked: true }).count()).toBe(1);
    // only when asked: the time of day is in it
    if (process.env.EARSHOT_PICTURES === '1') {
        await page.mouse.move(0, 0);
        await page.screenshot({ path: path.join(repository, 'docs', 'evaluate.png') });
    }
    await api.remove(`/quality/evaluations/${id}`);
});
