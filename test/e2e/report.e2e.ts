import * as fs from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { shown, useBrowser } from './harness/browser';
import { within, type Words, wordsIn } from './harness/words';

const visits = useBrowser();
/** Sara leads this one, and no other. */
const ownTeam = 'Complaints 投诉组';

interface Table { readonly rows: readonly Readonly<Record<string, unknown>>[] }
interface Team { readonly id: string; readonly name: string }
interface Saved { readonly id: string; readonly name: string; readonly search: string; readonly delivery: string; readonly version: number }

const tab = async (page: Page, say: Words, name: string): Promise<void> => {
    await page.getByRole('tab', { name: say(`quality/reports/${name}`) }).click();
    await page.getByRole('grid').first().waitFor();
    await shown(page);
};
const filterByTeam = async (page: Page, say: Words, teamId: string): Promise<void> => {
    await page.getByRole('button', { name: say('core/filter/name') }).click();
    const filters = page.getByRole('dialog', { name: say('core/filter/name') });
    await filters.getByRole('combobox', { name: say('quality/call/team') }).selectOption(teamId);
    await filters.getByRole('button', { name: say('core/filter/close') }).click();
    await page.waitForURL(new RegExp(`team=${teamId}`));
    await page.getByText(ownTeam).filter({ visible: true }).first().waitFor(); // it stands in what is printed, too
    await shown(page);
};
const fileOf = async (page: Page, say: Words, kind: 'csv' | 'xlsx'): Promise<Buffer> => {
    const [file] = await Promise.all([page.waitForEvent('download'), (async () => {
        await page.getByRole('button', { name: say('quality/reports/export') }).click();
        await page.getByRole('menuitem', { name: say(`quality/reports/${kind}`) }).click();
    })()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
    return fs.readFile(await file.path());
};

it.each(['en', 'zh-cn'] as const)('a lead sees where points are lost, looks behind it, takes it away and has it announced (%s)', async language => {
    const say = wordsIn(language);
    const page = await visits.open('/quality/reports', { login: 'lena', language });
    const lena = await apiOf('lena');
    const { id: teamId } = (await lena.get<readonly Team[]>('/teams')).find(each => each.name === ownTeam)!;
    const [overall, own] = await Promise.all(['', `&teamId=${teamId}`].map(filter => lena.get<Table>(`/quality/reports/questions?from=${new Date(Date.now() - 400 * 86_400_000).toISOString()}${filter}`)));

    // the chart says in a sentence what its table holds
    await tab(page, say, 'questions');
    const chart = page.getByRole('figure', { name: say('quality/reports/pareto') });
    await chart.getByRole('img').first().waitFor();
    await page.getByRole('radio', { name: say('quality/reports/days-365') }).check({ force: true });
    await shown(page);
    await page.waitForURL(/span=365/);
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(overall!.rows.length + 1));
    await chart.getByRole('radio', { name: say('core/chart/table') }).check({ force: true });
    expect(await chart.getByRole('row').count()).toBeGreaterThan(2);

    await filterByTeam(page, say, teamId);
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(own!.rows.length + 1));

    // both files hold what is on the screen, under its headings
    const headings = ['question', 'form'].map(each => say(`quality/report-columns/${each}`));
    const csv = (await fileOf(page, say, 'csv')).toString('utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
    headings.forEach((each, place) => expect(csv[0]!.split(',')[place]).toMatch(each));
    expect(csv.length).toBe(own!.rows.length + 1);
    const sheet = await readSheet(await fileOf(page, say, 'xlsx'));
    headings.forEach((each, place) => expect(String(sheet[0]![place])).toMatch(each));
    expect(sheet.length).toBe(own!.rows.length + 1);

    // what is seen is kept under a name and announced every week
    const name = `Lost points ${language}`;
    await page.getByRole('button', { name: say('quality/saved-reports/title') }).click();
    await page.getByRole('menuitem', { name: say('quality/saved-reports/save') }).click();
    const sheetOf = page.getByRole('dialog', { name: say('quality/saved-reports/save-title') });
    await sheetOf.getByRole('textbox').fill(name);
    await sheetOf.getByRole('radio', { name: say('quality/saved-reports/weekly') }).check({ force: true });
    await sheetOf.getByRole('button', { name: say('quality/actions/save') }).click();
    await page.getByRole('button', { name, exact: true }).waitFor();
    const saved = (await lena.get<readonly Saved[]>('/quality/saved-reports')).find(each => each.name === name)!;
    expect(saved.delivery).toBe('week');
    expect(new URLSearchParams(saved.search).get('tab')).toBe('questions');

    // as many evaluations lie behind a bar as the report counts
    const dearest = own!.rows[0]!;
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await page.waitForURL(/quality\/evaluations\?/);
    await shown(page);
    await page.getByRole('heading', { level: 1, name: say('quality/evaluations/title') }).waitFor();
    const query = new URLSearchParams(page.url().split('?')[1]);
    expect(query.get('lost')).toBe(dearest.questionId);
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
    const behind = await lena.get<{ rows: unknown[] }>(`/quality/evaluations?limit=500&purpose=monitoring&occasion=recorded&state=submitted&teamId=${query.get('team')!}&formId=${query.get('form')!}&lostOn=${query.get('lost')!}`);
    expect(behind.rows.length).toBe(dearest.deducted);

    // the link of the announcement leads to the same choice
    await page.goto(page.url().replace(/#.*/, `#/quality/saved-reports/${saved.id}`));
    await page.waitForURL(/quality\/reports\?/);
    await page.getByRole('button', { name, exact: true }).waitFor();
    expect(await page.getByRole('tab', { name: say('quality/reports/questions') }).getAttribute('aria-selected')).toBe('true');
    await lena.remove(`/quality/saved-reports/${saved.id}`, { version: saved.version });
});

it('a team leader sees their own team only', async () => {
    const say = wordsIn('en');
    const page = await visits.open('/quality/reports?span=365', { login: 'sara' });
    await tab(page, say, 'people');
    const rows = page.getByRole('grid').getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(1).textContent()).toContain(ownTeam);
    await page.getByRole('grid').getByRole('columnheader', { name: within(say('quality/report-columns/mean')) }).waitFor();
    const sara = await apiOf('sara');
    const other = (await (await apiOf('lena')).get<readonly Team[]>('/teams')).find(each => each.name !== ownTeam)!;
    expect((await sara.get<Table>(`/quality/reports/people?teamId=${other.id}`)).rows).toEqual([]);
    expect((await sara.get<Table>(`/quality/reports/questions?teamId=${other.id}`)).rows).toEqual([]);
});
