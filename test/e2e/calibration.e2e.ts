import { type Answers, allQuestions, generalServiceForm, localized } from '@earshot/forms';
import { type Habit, sampleAnswers } from '@earshot/sample-centre/lib/common/sample-evaluations';
import { samplePeople } from '@earshot/sample-centre/lib/common/sample-people';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Api, apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { formId, importCall } from './harness/calls';
import { press } from './harness/keyboard';
import { callWave } from './harness/wave';
import { within, wordsIn } from './harness/words';

const visits = useBrowser();

interface Session { readonly id: string; readonly title: string; readonly version: number; readonly state: string; readonly interactions: readonly { readonly interactionId: string; readonly callId: string; readonly myEvaluationId: string | null }[] }
interface Row { readonly id: string; readonly evaluatorName: string; readonly interactionId: string; readonly purpose: string }

/** As one hears the third sample call; the three of the panel differ about two questions. */
const judged = (habit: Habit): Answers => sampleAnswers('SC-0003', habit);
const habits: readonly Habit[] = [{}, { add: { 'tone.voice': -2, 'knowledge.clarity': -1 } }, { add: { 'tone.voice': -3 }, opposite: ['phrases.hold'] }];
const disputed = 'tone.voice';
const rulings = { en: 'A hurried reading of the terms is a 2, whatever the voice.', 'zh-cn': '条款念得太快，即使声音亲切也评“待改进”。', 'zh-tw': '條款念得太快，即使聲音親切也評「待改進」。' } as const;

const nameOf = (login: string): string => samplePeople.find(each => each.login === login)!.name;

describe.each([['en', ['wong', 'grace', 'zhou'], 0], ['zh-cn', ['grace', 'chen', 'zhou'], 1], ['zh-tw', ['chen', 'wong', 'zhou'], 2]] as const)('a calibration session (%s)', (language, panel, run) => {
    const say = wordsIn(language);
    const title = `Session ${language}`;
    const callIds = [`Calibrate ${language} 1`, `Calibrate ${language} 2`] as const;
    const ruling = rulings[language];
    const questionText = localized(allQuestions(generalServiceForm).find(each => each.question.id === disputed)!.question.text, language);
    const question = (page: Page, text: string): Locator => page.getByRole('group', { name: text, exact: true });
    const session = async (api: Api): Promise<Session> => {
        const { rows } = await api.get<{ rows: Session[] }>('/quality/calibrations');
        return api.get<Session>(`/quality/calibrations/${rows.find(each => each.title === title)!.id}`);
    };
    const openSession = async (login: string): Promise<Page> => visits.open(`/quality/calibrations/${(await session(await apiOf('lena'))).id}`, { login, language });
    const rateByApi = async (login: string, callId: string): Promise<string> => {
        const api = await apiOf(login);
        const { id, interactions } = await session(api);
        const { evaluationId } = await api.post<{ evaluationId: string }>(`/quality/calibrations/${id}/evaluations`, { interactionId: interactions.find(each => each.callId === callId)!.interactionId });
        const { version } = await api.get<{ version: number }>(`/quality/evaluations/${evaluationId}`);
        await api.post(`/quality/evaluations/${evaluationId}/submission`, { version, answers: judged(habits[panel.indexOf(login as never)]!), evidence: [] });
        return evaluationId;
    };

    it('is prepared on two calls with three raters, and opened', async () => {
        const api = await apiOf('lena');
        for (const [index, callId] of callIds.entries()) {
            await importCall(api, callWave(9000, 20 + index + run * 7), { callId, agent: '1043' });
        }
        const page = await visits.open('/quality/calibrations', { login: 'lena', language });
        await page.getByRole('button', { name: say('quality/calibrations/prepare') }).click();
        const dialog = page.getByRole('dialog', { name: say('quality/calibrations/prepare') });
        await dialog.getByRole('textbox', { name: say('quality/sheet/title') }).fill(title);
        await dialog.getByRole('combobox', { name: say('quality/evaluation/form') }).selectOption({ label: localized(generalServiceForm.title, language) });
        for (const login of panel) {
            await dialog.getByRole('combobox', { name: say('quality/sheet/add-rater') }).fill(nameOf(login));
            await page.getByRole('option', { name: new RegExp(nameOf(login)) }).click();
            await dialog.getByRole('button', { name: say('quality/picker/remove', nameOf(login)) }).waitFor();
        }
        await dialog.getByRole('textbox', { name: say('quality/calls/search') }).fill(`Calibrate ${language}`);
        for (const callId of callIds) {
            await dialog.getByRole('checkbox', { name: new RegExp(callId) }).check();
        }
        await dialog.getByRole('button', { name: say('quality/sheet/prepare') }).click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.getByText(say('quality/session/draft')).waitFor();
        await page.getByRole('button', { name: say('quality/calibration-action/open') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('quality/calibration-action/open') }).click();
        await page.getByText(say('quality/calibration-action/opened')).first().waitFor();
        expect(await session(api)).toMatchObject({ state: 'open', interactions: [{ callId: callIds[0] }, { callId: callIds[1] }] });
    });

    it('waits for the raters on their home page, who rate blind', async () => {
        const [first] = panel;
        const page = await visits.open('/', { login: first, language });
        await page.getByRole('link', { name: new RegExp(title) }).first().click();
        await page.getByText(say('quality/session/blind')).waitFor();
        await page.getByRole('button', { name: say('quality/session/rate') }).first().click();
        await question(page, questionText).waitFor();
        await page.getByText(within(say('quality/calibration/blind'))).waitFor();
        const keys: Readonly<Record<string, string>> = { 'tone.empathy': 'n', 'phrases.forbidden': '2', 'overall.extra-mile': '2', 'tone.voice': '4', 'tone.listening': '4', 'knowledge.need': '4', 'knowledge.clarity': '4', 'handling.control': '4' };
        for (const { question: { id } } of allQuestions(generalServiceForm).filter(each => !each.question.condition && !each.question.optional)) {
            const text = localized(allQuestions(generalServiceForm).find(each => each.question.id === id)!.question.text, language);
            await expect.poll(() => question(page, text).evaluate(element => element.contains(document.activeElement))).toBe(true);
            await press(page, ...id === 'handling.silence' ? ['5', 'ArrowDown'] : [keys[id] ?? '1', 'ArrowDown']);
        }
        await press(page, 'Control+Enter');
        await page.getByText(say('quality/conclusion/blind')).first().waitFor();
        await rateByApi(first, callIds[1]);
    });

    it('shows nobody the ratings of others before it closes, neither on screen nor through the interface', async () => {
        visits.expectComplaint('refused');
        const [first, second, third] = panel;
        for (const callId of callIds) {
            await rateByApi(second, callId);
        }
        const [theirs, mine] = [await apiOf(first), await apiOf(second)];
        const { id, interactions } = await session(theirs);
        const secret = interactions[0]!.myEvaluationId!;
        const interactionId = interactions[0]!.interactionId;
        expect((await theirs.ask('GET', `/quality/evaluations/${secret}`)).status).toBe(200);
        for (const login of [second, third, 'lena', 'ada', 'agent1043', 'sara', 'aude']) {
            const api = await apiOf(login);
            expect([login, (await api.ask('GET', `/quality/evaluations/${secret}`)).status]).toEqual([login, login === 'agent1043' || login === 'sara' ? expect.toBeOneOf([403, 404]) : 404]);
            const list = await api.ask<{ rows?: Row[] }>('GET', `/quality/evaluations?interactionId=${interactionId}`);
            expect([login, (list.body.rows ?? []).filter(each => each.evaluatorName === nameOf(first))]).toEqual([login, []]);
        }
        for (const login of [second, 'lena']) {
            expect(await (await apiOf(login)).ask('GET', `/quality/calibrations/${id}/result`)).toMatchObject({ status: 409, body: { data: { reason: 'still-blind' } } });
        }
        expect((await session(mine)).interactions[0]!.myEvaluationId).not.toBe(secret);

        const page = await openSession(second);
        await page.getByText(say('quality/session/done')).waitFor();
        expect(await page.getByRole('grid').count()).toBe(0);
        await show(page, `/quality/evaluations/${secret}`);
        await page.getByText(say('core/errors/not-found')).waitFor();
        await show(page, `/quality/calls/${interactionId}`);
        await page.getByRole('complementary', { name: callIds[0] }).getByText(nameOf(second)).waitFor();
        expect(await page.getByRole('complementary', { name: callIds[0] }).getByText(nameOf(first)).count()).toBe(0);
    });

    it('is closed by its lead, who sees the agreement question by question, never without how many', async () => {
        for (const callId of callIds) {
            await rateByApi(panel[2], callId);
        }
        const page = await openSession('lena');
        await page.getByRole('button', { name: say('quality/calibration-action/close') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('quality/calibration-action/close') }).last().click();
        const grid = page.getByRole('grid', { name: say('quality/grid/name') });
        await grid.waitFor();
        for (const login of panel) {
            await grid.getByRole('columnheader', { name: new RegExp(nameOf(login)) }).waitFor();
        }
        const row = grid.getByRole('row', { name: new RegExp(questionText.slice(0, 20)) });
        // by disagreement: what the panel differs about stands first
        expect(await grid.getByRole('row').nth(1).textContent()).toContain(await row.getByRole('rowheader').textContent());
        const { questions } = await (await apiOf('lena')).get<{ questions: { questionId: string; exact: { n: number; value: number } }[] }>(`/quality/calibrations/${(await session(await apiOf('lena'))).id}/result`);
        const { exact } = questions.find(each => each.questionId === disputed)!;
        expect(exact).toMatchObject({ n: 2, value: 0 });
        expect(await row.textContent()).toContain('n = 2');
        expect(await page.getByText(/n = 6/).count()).toBeGreaterThan(0);
    });

    it('gets a consensus and a ruling on what was disputed', async () => {
        const page = await openSession('lena');
        const row = page.getByRole('grid').getByRole('row', { name: new RegExp(questionText.slice(0, 20)) });
        await row.getByRole('gridcell').first().click();
        const panelBeside = page.getByRole('complementary');
        for (const login of panel) {
            await panelBeside.getByText(nameOf(login)).first().waitFor();
        }
        await panelBeside.getByRole('slider', { name: say('media/player/slider') }).waitFor();
        await panelBeside.getByRole('combobox', { name: say('quality/consensus/label') }).selectOption('2');
        await page.getByText(within(say('quality/consensus/done'))).first().waitFor();
        await panelBeside.getByText(within(say('quality/reference/consensus'))).waitFor();
        await panelBeside.getByRole('textbox', { name: say('quality/ruling/label') }).fill(ruling);
        await panelBeside.getByRole('button', { name: say('quality/ruling/save') }).click();
        await page.getByText(say('quality/ruling/done')).first().waitFor();
        await page.getByRole('button', { name: say('quality/calibration-action/settle') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('quality/calibration-action/settle') }).click();
        await page.getByText(say('quality/calibration-action/settled')).first().waitFor();
    });

    it('leaves its ruling beside the question in every new evaluation', async () => {
        const api = await apiOf(panel[1]);
        const { id: interactionId } = await importCall(await apiOf('lena'), callWave(8000, 60 + run), { callId: `Ruled ${language}` });
        const { id } = await api.post<{ id: string }>('/quality/evaluations', { interactionId, formId: await formId(api, 'general-service') });
        const page = await visits.open(`/quality/evaluations/${id}`, { login: panel[1], language });
        await question(page, questionText).getByRole('radio').first().focus();
        expect(await page.getByText(ruling).isVisible()).toBe(false);
        await press(page, 'h');
        await page.getByText(ruling).waitFor();
        await api.remove(`/quality/evaluations/${id}`);
    });

    it('is in the trend, and in the list of who was calibrated when', async () => {
        const page = await visits.open('/quality/calibrations?view=trend', { login: 'lena', language });
        const row = page.getByRole('row', { name: new RegExp(title) });
        expect(await row.textContent()).toContain('n = ');
        await show(page, '/quality/calibrations/evaluators');
        const today = await (await apiOf('lena')).get<{ name: string; lastCalibratedAt: string; overdue: boolean }[]>('/quality/calibration-status');
        for (const login of panel) {
            expect(today.find(each => each.name === nameOf(login))).toMatchObject({ overdue: false });
            expect(Date.now() - Date.parse(today.find(each => each.name === nameOf(login))!.lastCalibratedAt)).toBeLessThan(600_000);
            await page.getByRole('row', { name: new RegExp(nameOf(login)) }).waitFor();
        }
    });
});
