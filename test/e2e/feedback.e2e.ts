import { allQuestions, type Answer, complianceForm, localized } from '@earshot/forms';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Api, apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { formId, importCall } from './harness/calls';
import { callWave } from './harness/wave';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
/** An agent of the complaints team, which Sara leads. */
const agent = 'agent1042';
const lost = 'identity.agent';
const questionText = localized(allQuestions(complianceForm).find(each => each.question.id === lost)!.question.text, 'en');

interface Evaluation { readonly id: string; readonly version: number; readonly state: string; readonly percent: number }

/** Everything as it should be, but for what is named; each with a comment, as some of them want one. */
const answersBut = (wrong: string): Readonly<Record<string, Answer>> => Object.fromEntries(allQuestions(complianceForm).filter(({ question }) => question.kind !== 'text').map(({ question }) => {
    const best = question.options ? question.options.at(-1)!.value : question.favourable ?? true;
    return [question.id, { value: question.id === wrong ? !best : best, comment: 'Heard.' }];
}));

const rated = async (evaluator: Api, callId: string, seed: number): Promise<Evaluation> => {
    const { id: interactionId } = await importCall(evaluator, callWave(12_000, seed), { callId, agent: agent.slice(-4) });
    const { id, version } = await evaluator.post<Evaluation>('/quality/evaluations', { interactionId, formId: await formId(evaluator, 'compliance') });
    const evidence = [{ id: crypto.randomUUID(), questionId: lost, fromMs: 2000, toMs: 4000 }];
    return evaluator.post<Evaluation>(`/quality/evaluations/${id}/submission`, { version, answers: answersBut(lost), evidence });
};
const position = async (page: Page): Promise<number> => Number(await page.getByRole('slider', { name: say('media/player/slider') }).getAttribute('aria-valuenow'));
const fromHome = async (login: string, callId: string): Promise<Page> => {
    const page = await visits.open('/', { login });
    await page.getByRole('link', { name: new RegExp(callId) }).first().click();
    return page;
};

it('a result waits for its release, is disputed by its agent, overturned by the team leader, and counts anew', async () => {
    // the lead lets results of this form wait for a review
    const lead = await visits.open('/quality/feedback/rules', { login: 'lena' });
    await lead.getByRole('combobox', { name: say('quality/rules/add-form') }).selectOption({ label: localized(complianceForm.title, 'en') });
    const rules = lead.getByRole('heading', { name: localized(complianceForm.title, 'en') }).locator('xpath=ancestor::section[1]');
    await rules.getByRole('radio', { name: say('quality/rules/after-review') }).check();
    await rules.getByRole('button', { name: say('quality/actions/save') }).click();
    await lead.getByText(say('quality/rules/saved')).first().waitFor();

    const first = await rated(await apiOf('chen'), 'To be disputed', 610);
    const own = await apiOf(agent);
    expect((await own.ask('GET', `/quality/evaluations/${first.id}`)).status).toBe(404);
    await show(lead, '/quality/feedback?state=held');
    await lead.getByRole('row', { name: /To be disputed/ }).getByRole('checkbox').check();
    await lead.getByRole('button', { name: say('quality/feedback/release-these', '1') }).click();
    await lead.getByText(say('quality/feedback/released-many', '1')).first().waitFor();

    // the agent plays what was marked, and disputes the question
    const page = await fromHome(agent, 'To be disputed');
    await page.getByRole('region', { name: say('quality/marks/title') }).getByRole('button', { name: say('quality/marks/play', '0:02–0:04') }).click();
    await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: say('quality/feedback/dispute') }).click();
    const dispute = page.getByRole('region', { name: say('quality/dispute/write-title') });
    await dispute.getByRole('combobox', { name: say('quality/dispute/add') }).selectOption({ index: 1 + allQuestions(complianceForm).findIndex(each => each.question.id === lost) });
    await dispute.getByText(questionText).first().waitFor();
    await dispute.getByRole('textbox').fill('My name is the second thing that I say.');
    await dispute.getByRole('button', { name: say('quality/dispute/send') }).click();
    await page.getByText(say('quality/dispute/sent')).first().waitFor();

    // the leader of the team overturns it, with the right rating; the agent's page still asks for what has moved on to the new revision
    visits.expectComplaint('refused');
    const leader = await fromHome('sara', 'To be disputed');
    const answer = leader.getByRole('region', { name: say('quality/answer/title') });
    await answer.getByText('My name is the second thing that I say.').waitFor();
    await answer.getByRole('radio', { name: say('quality/dispute/overturned') }).check({ force: true });
    await answer.getByRole('combobox', { name: say('quality/answer/new-rating') }).selectOption({ index: 1 });
    await answer.getByRole('textbox').last().fill('It is said at 0:02.');
    await answer.getByRole('button', { name: say('quality/answer/send') }).click();
    await leader.getByText(say('quality/answer/sent')).first().waitFor();

    // what counts now is better, and the agent reads why
    const { rows } = await own.get<{ rows: (Evaluation & { readonly callId: string; readonly feedback: string })[] }>('/quality/feedback?limit=200');
    const counting = rows.find(each => each.callId === 'To be disputed')!;
    expect(counting).toMatchObject({ state: 'submitted', feedback: 'settled' });
    expect(counting.percent).toBeGreaterThan(first.percent);
    await show(page, `/quality/evaluations/${counting.id}`);
    await page.getByText(say('quality/feedback-state/settled')).first().waitFor();
    await page.getByText('It is said at 0:02.').first().waitFor();

    // and the next calibration is offered the call
    await show(lead, '/quality/calibrations?prepare=new');
    const sheet = lead.getByRole('dialog');
    await sheet.getByRole('combobox', { name: say('quality/evaluation/form') }).selectOption({ label: localized(complianceForm.title, 'en') });
    await sheet.getByText('To be disputed').first().waitFor();
    await sheet.getByRole('button', { name: say('quality/overturned/add') }).click();
    await sheet.getByRole('button', { name: say('quality/picker/remove', 'To be disputed') }).waitFor();
    expect((await (await apiOf('lena')).ask('DELETE', '/quality/feedback-policies', { formId: await formId(own, 'compliance') })).status).toBe(200);
});

it('coaching goes from what lost points to its sign-off', async () => {
    const { id } = await rated(await apiOf('chen'), 'To be coached', 611);
    await (await apiOf('lena')).ask('POST', `/quality/evaluations/${id}/release`, {});
    const leader = await visits.open(`/quality/evaluations/${id}`, { login: 'sara' });
    await leader.getByRole('button', { name: say('quality/coaching/begin') }).click();
    await leader.getByRole('textbox', { name: say('quality/coaching/behaviour', '1') }).waitFor();
    expect(await leader.getByRole('textbox', { name: say('quality/coaching/behaviour', '1') }).inputValue()).toBe(questionText);
    await leader.getByRole('button', { name: say('quality/coaching/open-plan') }).click();
    await leader.getByText(say('quality/sheet/needed')).first().waitFor();
    await leader.getByRole('textbox', { name: say('quality/coaching/name') }).fill('Say who you are');
    await leader.getByRole('button', { name: say('quality/coaching/open-plan') }).click();
    await leader.getByRole('heading', { level: 1, name: 'Say who you are' }).waitFor();

    // the agent listens to what is meant, and ticks it with a word about it
    const page = await fromHome(agent, 'Say who you are');
    await page.getByRole('link', { name: /To be coached.*0:02–0:04/ }).click();
    await expect.poll(() => position(page), { timeout: 30_000 }).toBeGreaterThan(0);
    await page.goBack();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox', { name: say('quality/coaching/step-comment') }).fill('I swallow the name.');
    await page.getByRole('button', { name: say('quality/coaching/tick') }).click();
    await page.getByText(say('quality/coaching/reported')).first().waitFor();

    await show(leader, '/quality/coaching?state=reported');
    await leader.getByText('Say who you are').first().click();
    await leader.getByText('I swallow the name.').waitFor();
    await leader.getByRole('table').getByText(say('core/change/too-few')).first().waitFor();
    await leader.getByRole('button', { name: say('quality/coaching/complete') }).click();
    const dialog = leader.getByRole('dialog', { name: say('quality/coaching/complete-title') });
    await dialog.getByRole('textbox', { name: say('quality/coaching/reached') }).fill('The name is clear in every call since.');
    await dialog.getByRole('button', { name: say('quality/coaching/complete-now') }).click();
    await leader.getByText(say('quality/coaching/completed')).first().waitFor();

    await show(page, '/quality/coaching?state=completed');
    await page.getByRole('heading', { level: 1, name: say('quality/coaching/mine') }).waitFor();
    await page.getByText('Say who you are').first().waitFor();
});
