import { allQuestions, generalServiceForm, localized } from '@earshot/forms';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, shown, useBrowser } from './harness/browser';
import { press, pressOnNumberPad, stepTo } from './harness/keyboard';
import { callWave, conversation } from './harness/wave';
import { type Language, within, wordsIn } from './harness/words';

const { url, password } = inject('product');
const visits = useBrowser();

const seconds = 31;
/** The names of the fields on the sign-in page, which stands alone. */
const signIn: Readonly<Record<Language, readonly [login: string, password: string, button: string]>> = {
    en: ['Login name', 'Password', 'Sign in'], 'zh-cn': ['登录名', '密码', '登录'], 'zh-tw': ['登入名稱', '密碼', '登入']
};
/** What evaluators write, with all the characters that are keys elsewhere. */
const comments: Readonly<Record<Language, string>> = { en: '1 2 3 m: 12 "no" marks', 'zh-cn': '1 2 3 m:客户说“不行”', 'zh-tw': '1 2 3 m:客戶說「不行」' };

interface Interaction { readonly id: string; readonly callId: string; readonly recordingId: string; readonly agentName: string; readonly customerNumber: string }
interface Evaluation {
    readonly id: string; readonly state: string; readonly percent: number; readonly answers: Readonly<Record<string, { readonly value: unknown; readonly comment?: string }>>;
    readonly evidence: readonly { readonly questionId: string | null; readonly fromMs: number; readonly toMs: number }[]; readonly listened: { readonly share: number };
}

const textOf = (id: string, language: Language): string => localized(allQuestions(generalServiceForm).find(each => each.question.id === id)!.question.text, language);

describe.each([['en', 'grace'], ['zh-cn', 'chen'], ['zh-tw', 'wong']] as const)('an evaluation (%s)', (language, login) => {
    const say = wordsIn(language);
    const callId = `Journey ${language}`;
    const comment = comments[language];
    const question = (page: Page, id: string): Locator => page.getByRole('group', { name: textOf(id, language), exact: true });
    const answered = (page: Page, id: string, name: RegExp | string): Promise<boolean> => question(page, id).getByRole('radio', { name, exact: true, checked: true }).isVisible();
    const savedState = (page: Page): Locator => page.locator('header').getByText(within(say('quality/draft/saved'))).first();
    const player = (page: Page): Locator => page.getByRole('region', { name: say('media/player/name') });
    const position = async (page: Page): Promise<number> => Number(await page.getByRole('slider', { name: say('media/player/slider') }).getAttribute('aria-valuenow'));
    const call = async (): Promise<Interaction> => (await (await apiOf(login)).get<{ rows: Interaction[] }>(`/quality/interactions?text=${encodeURIComponent(callId)}`)).rows[0]!;
    const evaluation = async (): Promise<Evaluation> => {
        const api = await apiOf(login);
        const { rows } = await api.get<{ rows: { id: string }[] }>(`/quality/evaluations?interactionId=${(await call()).id}`);
        return api.get<Evaluation>(`/quality/evaluations/${rows[0]!.id}`);
    };
    const open = async (): Promise<Page> => {
        const page = await visits.open(`/quality/evaluations/${(await evaluation()).id}`, { login, language });
        page.on('dialog', each => void each.accept());
        return page;
    };

    it('begins with signing in and importing the call, which is prepared before one’s eyes', async () => {
        const page = await (await visits.context({ language })).newPage();
        await page.goto(url);
        const [name, secret, button] = signIn[language];
        await page.getByRole('textbox', { name }).fill(login);
        await page.getByLabel(secret, { exact: true }).fill(password);
        await page.getByRole('button', { name: button, exact: true }).click();
        await shown(page);
        await page.getByRole('link', { name: say('core/perspectives/quality') }).click();
        await page.getByRole('heading', { level: 1, name: say('quality/calls/title') }).waitFor();
        await page.locator('input[type=file]').setInputFiles({ name: 'line7_20261117-140312.wav', mimeType: 'audio/wav', buffer: callWave(seconds * 1000, Object.keys(comments).indexOf(language)) });
        await page.getByRole('heading', { level: 1, name: say('quality/import/title') }).waitFor();
        const row = page.getByRole('listitem', { name: /line7/ });
        expect(await row.getByLabel(say('quality/call/started')).inputValue()).toMatch(/^2026-11-17T14:03:12/);
        await row.getByRole('textbox', { name: say('quality/import/call-id') }).fill(callId);
        const named = page.getByRole('listitem', { name: callId });
        await named.getByRole('combobox', { name: say('quality/call/agent') }).fill('1042');
        await page.getByRole('option', { name: /Grace Okafor/ }).click();
        await named.getByRole('textbox', { name: say('quality/call/customer') }).fill('+44 20 7946 0999');
        await page.getByRole('button', { name: say('quality/import/start') }).click();
        await page.getByText(within(say('quality/import/done'))).first().waitFor();
        await page.getByRole('link', { name: say('quality/import/show') }).click();
        const panel = page.getByRole('complementary', { name: callId });
        await panel.getByRole('slider', { name: say('media/player/slider') }).waitFor();
        await panel.getByText('Grace Okafor').first().waitFor();
        expect(await call()).toMatchObject({ callId, agentName: 'Grace Okafor', customerNumber: expect.stringMatching(/^•+ ?0999$/) });
    });

    it('shows who speaks when: what was heard in the recording, and nothing else', async () => {
        const { id } = await call();
        const page = await visits.open(`/quality/calls/${id}`, { login, language });
        await page.getByRole('button', { name: say('media/turns/name') }).click();
        const turns = page.getByRole('table', { name: within(say('media/turns/part')) }).getByRole('row');
        await turns.nth(1).waitFor();
        const expected = conversation(seconds * 1000).map(each => say(each.speaker === 'agent' ? 'media/voice/agent' : 'media/voice/customer'));
        const said = (await turns.getByRole('cell').allTextContents()).filter((_, index) => index % 3 === 0);
        const heard = said.filter(each => !say('media/voice/silence').test(each));
        expect(heard).toHaveLength(expected.length);
        heard.forEach((each, index) => expect(each).toMatch(expected[index]!));
        // the waveform is really drawn
        const painted = await player(page).locator('canvas').first().evaluate((canvas: HTMLCanvasElement) => new Set(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data).size);
        expect(painted).toBeGreaterThan(2);
    });

    it('is begun, listened to, scored and marked by keyboard alone', async () => {
        const page = await visits.open('/quality/calls', { login, language });
        await press(page, '/');
        await page.keyboard.type(callId);
        await stepTo(page, page.getByRole('row', { name: new RegExp(callId) }));
        await press(page, 'Enter');
        await stepTo(page, page.getByRole('button', { name: say('quality/evaluate/choose') }));
        await press(page, 'Enter');
        await stepTo(page, page.getByRole('menuitemradio', { name: localized(generalServiceForm.title, language) }), 'ArrowDown');
        await press(page, 'Enter');
        await question(page, 'phrases.opening').waitFor();
        await page.getByRole('slider', { name: say('media/player/slider') }).waitFor();

        await press(page, 'Control+Space');
        await expect.poll(() => position(page)).toBeGreaterThanOrEqual(2);
        await press(page, '1', 'ArrowDown', 'n', 'ArrowDown', '2', 'ArrowDown', '1', 'ArrowDown', '3', 'm');
        await press(page, 'F2', 'ArrowDown', '4', 'm', 'c');
        await page.keyboard.insertText(comment);
        await press(page, 'Escape');
        expect(await question(page, 'tone.listening').getByRole('textbox').inputValue()).toBe(comment);
        expect(await answered(page, 'phrases.opening', say('assessment/answer/yes'))).toBe(true);
        expect(await answered(page, 'phrases.hold', say('assessment/answer/not-applicable'))).toBe(true);
        expect(await answered(page, 'phrases.forbidden', say('assessment/answer/no'))).toBe(true);
        await page.getByRole('region', { name: say('quality/marks/title') }).getByRole('button', { name: say('quality/marks/play') }).nth(1).waitFor();
        await savedState(page).waitFor();
        const saved = await evaluation();
        expect(saved.evidence.map(each => each.questionId)).toEqual(['tone.voice', 'tone.listening']);
        expect(saved.evidence[0]!.fromMs).toBeGreaterThan(1000);
        expect(Object.keys(saved.answers)).toHaveLength(6);
        await expect.poll(async () => (await evaluation()).listened.share).toBeGreaterThan(0.05);
    });

    it('takes digits and letters that are typed into a comment for text', async () => {
        const page = await open();
        const before = await evaluation();
        const text = question(page, 'tone.listening').getByRole('textbox');
        await text.focus();
        await press(page, 'End');
        await page.keyboard.type(' m1234n0[]l');
        expect(await text.inputValue()).toBe(`${comment} m1234n0[]l`);
        for (let step = 0; step < ' m1234n0[]l'.length; step++) {
            await press(page, 'Backspace');
        }
        await press(page, 'Escape');
        await savedState(page).waitFor();
        const after = await evaluation();
        expect(after.answers).toEqual(before.answers);
        expect(after.evidence).toEqual(before.evidence);
    });

    it('takes the digits of the number pad for answers, in the form and beside it', async () => {
        const page = await open();
        const before = await evaluation();
        const scale = question(page, 'tone.listening');
        await scale.getByRole('radio').first().focus();
        await pressOnNumberPad(page, '2');
        await expect.poll(() => scale.getByRole('radio').nth(1).isChecked()).toBe(true);
        await page.getByRole('slider', { name: say('media/player/slider') }).focus();
        await pressOnNumberPad(page, '3');
        await expect.poll(() => scale.getByRole('radio').nth(2).isChecked()).toBe(true);
        await press(page, '4');
        await expect.poll(async () => (await evaluation()).answers).toEqual(before.answers);
        const text = scale.getByRole('textbox');
        await text.focus();
        await press(page, 'End');
        await pressOnNumberPad(page, '1');
        expect(await text.inputValue()).toBe(`${comment}1`);
        await press(page, 'Backspace', 'Escape');
        await expect.poll(async () => (await evaluation()).answers).toEqual(before.answers);
    });

    it('loses nothing when the window is loaded again in the middle of it', async () => {
        const page = await open();
        await question(page, 'tone.courtesy').waitFor();
        await question(page, 'tone.courtesy').getByRole('radio').first().focus();
        await press(page, '1', 'ArrowDown', '3');
        await page.reload();
        await shown(page);
        expect(await answered(page, 'tone.courtesy', say('assessment/answer/pass'))).toBe(true);
        expect(await question(page, 'knowledge.need').getByRole('radio').nth(2).isChecked()).toBe(true);
        expect(await question(page, 'tone.listening').getByRole('textbox').inputValue()).toBe(comment);
        expect(await page.getByRole('region', { name: say('quality/marks/title') }).getByRole('button', { name: say('quality/marks/play') }).count()).toBe(2);
        await savedState(page).waitFor();
        await expect.poll(async () => Object.keys((await evaluation()).answers).length).toBe(8);
    });

    it('loses nothing when the server is away for a while', async () => {
        visits.expectComplaint('offline');
        const page = await open();
        await question(page, 'knowledge.correct').getByRole('radio').first().focus();
        await page.context().setOffline(true);
        await press(page, '1');
        await page.getByText(say('quality/draft/offline')).waitFor();
        await page.context().setOffline(false);
        await savedState(page).waitFor();
        expect((await evaluation()).answers['knowledge.correct']).toMatchObject({ value: true });
    });

    it('tells a second tab what the first one saved, and asks where both changed the same', async () => {
        visits.expectComplaint('refused');
        const one = await open();
        const other = await one.context().newPage();
        await show(other, `/quality/evaluations/${(await evaluation()).id}`);
        await question(other, 'knowledge.clarity').waitFor();
        await question(one, 'knowledge.clarity').getByRole('radio').nth(2).click();
        await expect.poll(() => question(other, 'knowledge.clarity').getByRole('radio').nth(2).isChecked()).toBe(true);

        let release = (): void => { };
        const held = new Promise<void>(resolve => { release = resolve; });
        await other.route('**/draft', async route => { await held; await route.continue(); });
        await question(other, 'handling.control').getByRole('radio').nth(0).click();
        await question(one, 'handling.control').getByRole('radio').nth(2).click();
        await savedState(one).waitFor();
        await expect.poll(async () => (await evaluation()).answers['handling.control']?.value).toBeDefined();
        release();
        await other.getByRole('button', { name: say('quality/draft/take-over') }).waitFor();
        await other.getByText(within(say('quality/draft/conflict'))).waitFor();
        await other.getByRole('button', { name: say('quality/draft/show-theirs') }).click();
        await expect.poll(() => question(other, 'handling.control').getByRole('radio').nth(2).isChecked()).toBe(true);
        await other.getByRole('button', { name: say('core/actions/undo') }).waitFor();
        expect(await question(one, 'handling.control').getByRole('radio').nth(2).isChecked()).toBe(true);
    });

    it('says what is missing, is submitted with one key, and leads to the next call', async () => {
        const page = await open();
        await question(page, 'tone.empathy').waitFor();
        await press(page, 'Control+Enter');
        await expect.poll(() => question(page, 'tone.empathy').evaluate(element => element.contains(document.activeElement))).toBe(true);
        await press(page, 'n', 'Enter');
        await expect.poll(() => question(page, 'knowledge.authority').evaluate(element => element.contains(document.activeElement))).toBe(true);
        await press(page, 'n', 'Enter');
        await page.keyboard.type('5');
        await press(page, 'Enter', '1', 'Enter', '1', 'Enter', '1', 'Enter', '2');
        const score = await page.getByRole('button', { name: within(say('assessment/score/why')) }).textContent();
        await press(page, 'Control+Enter');
        await page.getByText(within(say('quality/conclusion/submitted'))).first().waitFor();
        const { state, percent, answers } = await evaluation();
        expect(state).toBe('submitted');
        expect(answers['handling.silence']).toMatchObject({ value: 5 });
        expect(score).toContain(String(Math.round(percent * 10) / 10));
        await page.getByRole('button', { name: within(say('quality/conclusion/next')) }).waitFor();
        await page.reload();
        await shown(page);
        await question(page, 'tone.listening').getByText(comment).waitFor();
        expect(await page.getByRole('button', { name: say('quality/evaluate/submit') }).count()).toBe(0);
    });
});
