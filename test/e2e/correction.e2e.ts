import { allQuestions, generalServiceForm, localized } from '@earshot/forms';
import { sampleAnswers } from '@earshot/sample-centre/lib/common/sample-evaluations';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { formId, importCall } from './harness/calls';
import { press } from './harness/keyboard';
import { callWave } from './harness/wave';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const reason = 'The hold at 0:12 was announced; I had missed it.';
const questionText = localized(allQuestions(generalServiceForm).find(each => each.question.id === 'phrases.hold')!.question.text, 'en');

interface Evaluation { readonly id: string; readonly version: number; readonly state: string; readonly percent: number; readonly history: readonly { readonly revision: number; readonly state: string; readonly reason: string | null }[] }

it('a submitted evaluation is corrected with a reason, and the correction counts once somebody else has approved it', async () => {
    const grace = await apiOf('grace');
    const { id: interactionId } = await importCall(grace, callWave(20_000, 400), { callId: 'To be corrected', agent: '1044' });
    const draft = await grace.post<Evaluation>('/quality/evaluations', { interactionId, formId: await formId(grace, 'general-service') });
    const first = await grace.post<Evaluation>(`/quality/evaluations/${draft.id}/submission`, { version: draft.version, answers: sampleAnswers('SC-0003', { opposite: ['phrases.hold'] }), evidence: [] });
    expect((await grace.ask('PUT', `/quality/evaluations/${first.id}/draft`, { version: first.version, answers: {}, evidence: [] })).status).toBe(409);

    // the author says why, changes one answer and sends it off
    const page = await visits.open(`/quality/evaluations/${first.id}`, { login: 'grace' });
    await page.getByRole('button', { name: say('quality/correction/begin') }).click();
    const dialog = page.getByRole('dialog', { name: say('quality/correction/ask') });
    expect(await dialog.getByRole('button', { name: say('quality/correction/start') }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: say('quality/correction/reason') }).fill(reason);
    await dialog.getByRole('button', { name: say('quality/correction/start') }).click();
    await page.getByText(say('quality/correction/banner', reason)).waitFor();
    const question = (of: Page): Locator => of.getByRole('group', { name: questionText, exact: true });
    await question(page).getByRole('radio').first().focus();
    await press(page, '1', 'Control+Enter');
    await page.getByText(say('quality/conclusion/correction')).first().waitFor();
    expect(await grace.get<Evaluation>(`/quality/evaluations/${first.id}`)).toMatchObject({ state: 'submitted', percent: first.percent });

    // the lead finds it among what waits, compares, returns it once, and approves it then
    const lead = await visits.open('/', { login: 'lena' });
    await lead.getByRole('link', { name: /To be corrected/ }).first().click();
    const correction = lead.getByRole('region', { name: say('quality/approval/title') });
    await correction.getByRole('row', { name: new RegExp(questionText.slice(0, 30)) }).waitFor();
    expect(await correction.getByRole('row').count()).toBe(2);
    await correction.getByText(reason).waitFor();
    await lead.getByRole('button', { name: say('quality/approval/reject') }).click();
    const returning = lead.getByRole('dialog', { name: say('quality/approval/reject-title') });
    await returning.getByRole('textbox').fill('Mark the second, please.');
    await returning.getByRole('button', { name: say('quality/approval/return') }).click();
    await lead.getByText(say('quality/approval/rejected', 'Grace Miller')).first().waitFor();

    const { rows: [open] } = await grace.get<{ rows: Evaluation[] }>(`/quality/evaluations?interactionId=${interactionId}&state=revision-draft`);
    await show(page, '/');
    await page.getByRole('link', { name: /To be corrected/ }).first().click();
    await question(page).getByRole('radio').first().focus();
    await press(page, 'm', 'Control+Enter');
    await page.getByText(say('quality/conclusion/correction')).first().waitFor();
    expect((await grace.ask('POST', `/quality/evaluations/${open!.id}/approval`, { version: 3 })).status).toBe(403);

    await show(lead, '/');
    await lead.getByRole('link', { name: /To be corrected/ }).first().click();
    await correction.getByRole('button', { name: say('quality/approval/approve') }).click();
    await lead.getByText(say('quality/approval/approved')).first().waitFor();

    // what counts now, and what was replaced, with its history
    const counting = await grace.get<Evaluation>(`/quality/evaluations/${open!.id}`);
    expect(counting.state).toBe('submitted');
    expect(counting.percent).toBeGreaterThan(first.percent);
    expect(counting.history.map(each => [each.revision, each.state])).toEqual([[1, 'superseded'], [2, 'submitted']]);
    await show(page, `/quality/evaluations/${first.id}`);
    await page.getByText(say('quality/reading/superseded')).waitFor();
    await page.getByRole('link', { name: say('quality/reading/open-current') }).click();
    await page.getByRole('region', { name: say('quality/history/title') }).getByText(reason).waitFor();
});
