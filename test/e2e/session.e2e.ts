import { allQuestions, localized, trainingFeedbackForm } from '@earshot/forms';
import { samplePeople, sampleTeams } from '@earshot/sample-centre/lib/common/sample-people';
import { answersOf, sampleCourses } from '@earshot/sample-centre/lib/common/sample-sessions';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { within, wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const [, { title }] = sampleCourses as readonly [unknown, { readonly title: string }];
/** Six agents, the first of whom says in the browser how it was. */
const [first, ...others] = samplePeople.filter(each => each.team === 'cards' && each.roles.includes('agent'));
const opinion = (by: string) => answersOf({ by, ratings: [4, 4, 4, 4], pace: 'right' });

const two = (value: number): string => String(value).padStart(2, '0');
/** The clock of the test and of its browser is the same. */
const clock = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

it('a trainer plans a session, its people find it on Home, come, say how it was, and the trainer sees that from five on', async () => {
    const from = new Date(Date.now() - 10 * 60_000);
    const trainer = await visits.open('/training/sessions', { login: 'tina' });
    await trainer.getByRole('button', { name: say('training/sessions/plan') }).first().click();
    const dialog = trainer.getByRole('dialog', { name: say('training/sessions/plan') });
    await dialog.getByRole('combobox', { name: within(say('training/course/name')) }).selectOption({ label: title });
    await dialog.getByLabel(within(say('training/plan/day'))).fill(`${from.getFullYear()}-${two(from.getMonth() + 1)}-${two(from.getDate())}`);
    await dialog.getByLabel(within(say('training/plan/from'))).fill(clock(from));
    await dialog.getByLabel(within(say('training/plan/to'))).fill(clock(new Date(Date.now() + 60 * 60_000)));
    await dialog.getByRole('combobox', { name: say('training/assign/teams') }).selectOption({ label: sampleTeams.cards.name });
    await dialog.getByRole('button', { name: say('training/plan/submit'), exact: true }).click();
    await trainer.getByRole('row').filter({ hasText: first!.name }).waitFor();
    const id = /sessions\/([0-9a-f-]{36})/.exec(trainer.url())![1]!;

    // who is invited finds it on Home
    const page = await visits.open('/', { login: first!.login });
    await page.getByRole('link', { name: new RegExp(title) }).first().click();
    await page.getByText(say('training/session/states/planned')).first().waitFor();

    // who came is noted by the keyboard: everybody but the last
    await trainer.getByRole('row').filter({ hasText: first!.name }).getByRole('rowheader').click();
    const rows = trainer.locator('.t-attendance-table tbody tr');
    const people = await rows.count();
    expect(people).toBe((await (await apiOf('tina')).get<{ invited: number }>(`/training/sessions/${id}`)).invited);
    expect(people).toBeGreaterThan(others.length);
    for (let place = 0; place < people; place++) {
        await trainer.keyboard.press('ArrowUp'); // the focus is at the top whatever was clicked
    }
    for (let place = 0; place < people; place++) {
        await trainer.keyboard.press('1');
        await rows.nth(place).getByRole('button', { name: say('training/session/marks/present'), pressed: true }).waitFor();
    }
    await trainer.getByRole('button', { name: say('training/session/hold'), exact: true }).click();
    await trainer.getByText(say('training/session/states/held')).first().waitFor();

    // the first says how it was in the browser, three more beside it: four are too few
    await page.getByText(say('training/session/marks/present')).first().waitFor();
    const statements = allQuestions(trainingFeedbackForm).filter(({ question }) => question.kind === 'scale');
    const best = localized(statements[0]!.question.options!.at(-1)!.label, 'en');
    for (const { question } of statements) {
        await page.getByRole('radiogroup', { name: new RegExp(localized(question.text, 'en')) }).getByRole('radio', { name: best }).click();
    }
    await page.getByRole('radio', { name: 'right' }).click();
    await page.getByRole('button', { name: say('training/my-sessions/send') }).click();
    await page.getByText(say('training/my-sessions/thanks')).first().waitFor();
    const give = async (login: string): Promise<void> => { await (await apiOf(login)).put(`/training/my-sessions/${id}/feedback`, { version: 0, answers: opinion(login) }); };
    for (const each of others.slice(0, 3)) {
        await give(each.login);
    }
    await show(trainer, `/training/sessions/${id}?pane=feedback`);
    await trainer.getByText(within(say('training/feedback/given', '4', String(people)))).waitFor();
    await trainer.getByText(say('training/feedback/too-few', '5')).waitFor();
    expect(await trainer.getByText(say('training/feedback/mean-of', '4.2', '5')).count()).toBe(0);

    // with the fifth there are means: (5 + 4 · 4) / 5, and the page has changed by itself
    await give(others[3]!.login);
    await trainer.getByText(say('training/feedback/mean-of', '4.2', '5')).first().waitFor();
});
