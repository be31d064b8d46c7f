import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackEnd } from '../fixtures/back-end';
import { beginSession } from './harness/api';
import { violationsOn } from './harness/accessibility';
import { show, shown, useBrowser } from './harness/browser';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const password = 'correct horse battery staple';
let product: BackEnd;
beforeAll(async () => { product = await BackEnd.start(); });
afterAll(() => product.remove());

const printedLink = (): string => /^ *(http:\S+\/sign-in\?token=\S+)$/m.exec(product.output)![1]!;

describe('an empty installation', () => {
    it('prints a one-time link with which the first administrator sets a password, once', async () => {
        visits.expectComplaint('refused');
        const link = printedLink();
        const page = await (await visits.context({ url: product.url })).newPage();
        await page.goto(link);
        await page.getByLabel('New password', { exact: true }).fill('too short');
        await page.getByLabel('New password once more').fill('too short');
        await page.getByRole('button', { name: 'Set password and sign in' }).click();
        await page.getByRole('alert').filter({ hasText: 'at least 10 characters' }).waitFor();
        expect(await violationsOn(page)).toEqual([]);

        await page.getByLabel('New password', { exact: true }).fill(password);
        await page.getByLabel('New password once more').fill(password);
        await page.getByRole('button', { name: 'Set password and sign in' }).click();
        await shown(page);
        expect(page.url()).not.toContain('token');
        await show(page, '/people', product.url);
        await page.getByRole('row', { name: /Administrator/ }).first().waitFor();

        const again = await (await visits.context({ url: product.url })).newPage();
        await again.goto(link);
        await again.getByLabel('New password', { exact: true }).fill('another password');
        await again.getByLabel('New password once more').fill('another password');
        await again.getByRole('button', { name: 'Set password and sign in' }).click();
        await again.getByRole('alert').filter({ hasText: 'This link has been used or has expired.' }).waitFor();
    });

    it('has nothing yet, and says on each page what to do next', async () => {
        const secret = await beginSession('admin', password, product.url);
        const page = await visits.open('/', { url: product.url, secret });
        expect(await violationsOn(page)).toEqual([]);
        for (const [path, sentence] of [['/people/teams', 'core/teams/none'], ['/quality/calls', 'quality/calls/none'], ['/quality/evaluations', 'quality/evaluations/none']] as const) {
            await show(page, path, product.url);
            await page.getByText(say(sentence)).waitFor();
            expect(await violationsOn(page)).toEqual([]);
        }
    });
});
