import { samplePeople, sampleTeams } from '@earshot/sample-centre/lib/common/sample-people';
import { sampleExams } from '@earshot/sample-centre/lib/common/sample-exams';
import type { Blueprint } from '@earshot/training/lib/common/exam/blueprint';
import type { AskedQuestion } from '@earshot/training/lib/common/question/asked-question';
import type { ListeningQuestion } from '@earshot/training/lib/common/question/question';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { answerRightly, keysOfBank } from './harness/exam-answers';
import { type Language, within, wordsIn } from './harness/words';

const visits = useBrowser();
const [{ title }] = sampleExams;
const hourMs = 3_600_000;

/** A senior of each team, who needs this exam to take calls. */
const trainees: Readonly<Record<Language, { readonly login: string; readonly essay: string; readonly praise: string }>> = {
    en: { login: 'agent1041', essay: 'Thank you, the check is done; I read the card number back to you.', praise: 'Clear and short.' },
    'zh-cn': { login: 'agent1021', essay: '感谢您的配合，核验已完成，我再与您复述一遍。', praise: '表述清楚，结尾完整。' },
    'zh-tw': { login: 'agent1031', essay: '感謝您的配合，核對已完成，我再跟您複述一次。', praise: '表達清楚，結尾完整。' }
};

interface Sitting { readonly items: readonly { readonly place: number; readonly question: AskedQuestion }[]; readonly answers: readonly { readonly place: number }[] }

/** Minutes that the page says are left. */
const minutesLeft = async (page: Page): Promise<number> => Number(/(\d+):\d\d$/.exec(await page.locator('.t-remaining').innerText())?.[1]);

/** A window on a computer whose clock is hours fast. */
const windowAhead = async (beside: Page): Promise<Page> => {
    const page = await beside.context().newPage();
    await page.addInitScript(ahead => {
        const Right = Date;
        class Fast extends Right {
            static override now(): number { return Right.now() + ahead; }
            constructor(...given: readonly unknown[]) {
                super(...(given.length ? given : [Fast.now()]) as [number]);
            }
        }
        (globalThis as unknown as { Date: unknown }).Date = Fast;
    }, 3 * hourMs);
    return page;
};

it.each(['en', 'zh-cn', 'zh-tw'] as const)('an exam that a position asks for is sat by the keyboard in two windows, marked, released, and lets its trainee take calls (%s)', async language => {
    const say = wordsIn(language);
    const { login, essay, praise } = trainees[language];
    const { name, team } = samplePeople.find(each => each.login === login)!;
    const own = await apiOf(login);
    const trainerApi = await apiOf('tina');
    const { rows } = await trainerApi.get<{ rows: { id: string; title: string }[] }>('/training/exams?limit=100');
    const keyOf = await keysOfBank(trainerApi);

    // until then the team leader sees why not
    const leader = await visits.open('/training/certification', { login: sampleTeams[team!].leader, language });
    const reasons = leader.getByRole('listitem').filter({ hasText: title });
    await leader.getByRole('row').filter({ hasText: name }).getByText(name).click();
    await reasons.getByText(say('training/certification/not-passed')).waitFor();

    // the position asks for it: the house has given it, and the trainer sees to whom
    const trainer = await visits.open(`/training/exams/${rows.find(each => each.title === title)!.id}?pane=people`, { login: 'tina', language });
    await trainer.getByRole('row').filter({ hasText: name }).first().waitFor();

    // the trainee finds it on Home and answers everything but the last question
    const page = await visits.open('/', { login, language });
    await page.getByRole('link', { name: within(say('training/exam/work/sit', title)) }).first().click();
    await page.getByRole('button', { name: say('training/my-exams/begin') }).click();
    await page.getByRole('navigation', { name: say('training/palette/title') }).waitFor();
    const attempt = /attempts\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    const { items } = await own.get<Sitting>(`/training/attempts/${attempt}`);
    const answer = async (at: Page, place: number): Promise<void> => {
        const article = at.getByRole('article', { name: say('training/sitting/question', String(place + 1)) });
        await article.waitFor();
        await answerRightly(at, article, items[place]!.question, keyOf(items[place]!.question), say, essay);
    };
    const last = items.length - 1;
    for (let place = 0; place < last; place++) {
        await answer(page, place);
        await page.getByRole('button', { name: say('training/sitting/next') }).click();
    }
    await page.getByText(say('training/palette/answered', String(last), String(items.length))).waitFor();
    await page.getByRole('status').filter({ hasText: within(say('training/sitting/saved')) }).waitFor();

    // a second window has the same answers and, whatever its computer's clock says, the same time; what is done there arrives in the first
    const second = await windowAhead(page);
    await show(second, `/training/attempts/${attempt}`);
    await second.getByText(say('training/palette/answered', String(last), String(items.length))).waitFor();
    expect(Math.abs(await minutesLeft(second) - await minutesLeft(page))).toBeLessThanOrEqual(1);
    expect(await second.evaluate(() => Date.now()) - Date.now()).toBeGreaterThan(2 * hourMs);
    await answer(second, last);
    await second.keyboard.press('Escape');
    await page.getByText(say('training/palette/answered', String(items.length), String(items.length))).waitFor();
    await page.reload();
    await page.getByText(say('training/palette/answered', String(items.length), String(items.length))).waitFor();
    expect((await own.get<Sitting>(`/training/attempts/${attempt}`)).answers.length).toBe(items.length);

    // handed in once, it is over in both; nothing is told before somebody has marked it. The second window asked for the attempt that is over
    visits.expectComplaint('refused');
    await page.getByRole('button', { name: say('training/palette/question', String(items.length)) }).click();
    await page.getByText(say('training/sitting/question-of', String(items.length), String(items.length))).first().waitFor();
    await page.keyboard.press('Control+Enter');
    const handIn = page.getByRole('dialog', { name: say('training/sitting/ask') });
    await handIn.getByText(say('training/sitting/all-answered')).waitFor();
    await handIn.getByRole('button', { name: say('training/sitting/hand-in') }).click();
    await page.getByText(say('training/result/waiting')).waitFor();
    await second.getByText(say('training/result/waiting')).waitFor();
    expect(await own.get(`/training/attempts/${attempt}/review`)).toMatchObject({ percent: null, passed: null, reasons: [] });
    expect((await own.ask('GET', `/training/attempts/${attempt}/marking`)).status).toBe(403);

    // the trainer finds the essay on Home, marks it, and lets the result go
    await show(trainer, '/');
    await trainer.getByRole('link', { name: within(say('training/exam/work/mark', name, title)) }).first().click();
    const form = trainer.locator('form').filter({ has: trainer.getByRole('button', { name: say('training/marking/give') }) });
    await trainer.getByText(essay).first().waitFor();
    // each criterion of the rubric by a digit: the most that its levels have
    await form.getByRole('heading', { name: say('training/marking/first') }).waitFor();
    const criteria = await form.getByRole('group').all();
    await form.getByRole('radio').first().focus();
    for (const criterion of criteria) {
        await trainer.keyboard.press(String(await criterion.getByRole('radio').count()));
        await criterion.getByRole('radio', { checked: true }).waitFor();
    }
    await form.getByRole('textbox', { name: say('training/marking/comment') }).fill(praise);
    await form.getByRole('button', { name: say('training/marking/give') }).click();
    await trainer.getByRole('button', { name: say('training/marking/release') }).click();
    await trainer.getByText(say('training/marking/released')).first().waitFor();

    // the trainee sees the result and what was said, but not what is right while others still sit it
    await page.getByText(say('training/result/passed')).first().waitFor();
    await page.getByText(praise).waitFor();
    expect(await page.getByText(say('training/result/solution')).count()).toBe(0);
    expect(await own.get(`/training/attempts/${attempt}/review`)).toMatchObject({ percent: 100, passed: true, phase: 'released' });

    // and the team leader's board has changed by itself
    await reasons.getByText(say('training/certification/valid-until')).waitFor();
});

interface Numbered { readonly id: string; readonly version: number }
interface Bank { readonly rows: readonly { readonly id: string; readonly kind: string }[] }

it('a supervised exam tells when its window was left, and a call is listened to and rated as the expert rated it', async () => {
    const say = wordsIn('en');
    const [trainerApi, approverApi, own] = [await apiOf('tina'), await apiOf('petra'), await apiOf('agent1043')];
    const { rows } = await trainerApi.get<Bank>('/training/questions?kind=listening');
    const { content } = await trainerApi.get<{ readonly content: { readonly question: ListeningQuestion } }>(`/training/questions/${rows[0]!.id}`);
    const name = 'Listening check';
    const { id } = await trainerApi.post<{ readonly id: string }>('/training/exams', { title: name });
    const exam = await trainerApi.get<Numbered & { readonly blueprint: Blueprint }>(`/training/exams/${id}`);
    const sections = [{ id: 'all', title: 'Call', passPercent: null, rules: [{ id: 'call', kind: 'fixed' as const, questionIds: [rows[0]!.id], knockOut: false }] }];
    const { version } = await trainerApi.put<Numbered>(`/training/exams/${id}`, { version: exam.version, title: name, blueprint: { ...exam.blueprint, sections, proctored: true } satisfies Blueprint });
    await trainerApi.post(`/training/exams/${id}/review`, { version });
    await approverApi.post(`/training/exams/${id}/publication`, { version: version + 1 });
    const { person } = await own.get<{ readonly person: { readonly name: string } }>('/session');
    const trainer = await visits.open(`/training/exams/${id}`, { login: 'tina', language: 'en' });
    await trainer.getByRole('button', { name: say('training/exam/assign') }).click();
    const dialog = trainer.getByRole('dialog', { name: say('training/assign/title') });
    await dialog.getByRole('combobox', { name: say('training/assign/people') }).fill(person.name);
    await trainer.getByRole('option', { name: new RegExp(person.name) }).click();
    await dialog.getByRole('button', { name: say('training/exam/assign') }).click();
    await trainer.getByText(say('training/assign/done', '1')).first().waitFor();

    const page = await visits.open('/training/my-exams', { login: 'agent1043', language: 'en' });
    await page.getByRole('article').or(page.locator('.t-exam-card')).filter({ hasText: name }).getByRole('button', { name: say('training/my-exams/begin') }).click();
    await page.getByText(say('training/sitting/proctored')).waitFor();
    await page.getByRole('group', { name: say('training/listening/recording') }).getByRole('button').first().waitFor();

    // another window takes the attention away, and gives it back
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await page.getByText(say('training/away/times', '1')).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));

    for (const [question, { value }] of Object.entries(content.question.expert)) {
        const rating = page.locator(`[data-question="${question}"]`).getByRole('radio').nth(typeof value === 'number' ? value - 1 : value ? 0 : 1);
        await rating.click();
        await rating.and(page.locator('[aria-checked="true"]')).waitFor();
    }
    await page.getByRole('status').filter({ hasText: within(say('training/sitting/saved')) }).waitFor();
    // the page asks once more for the attempt that is over
    visits.expectComplaint('refused');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: say('training/sitting/ask') }).getByRole('button', { name: say('training/sitting/hand-in') }).click();
    await page.getByText(say('training/result/passed')).first().waitFor();
    await page.getByText(say('training/away/title')).waitFor();
    const attempt = /attempts\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect(await own.get(`/training/attempts/${attempt}/review`)).toMatchObject({ percent: 100, away: [{ until: expect.any(String) as string }] });
});
