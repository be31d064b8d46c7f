import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { apiOf, apiWith, beginSession } from './harness/api';
import { show, shown, useBrowser } from './harness/browser';
import { formId } from './harness/calls';
import { within, wordsIn } from './harness/words';

const { url, password } = inject('product');
const visits = useBrowser();
const say = wordsIn('en');
const newPassword = 'seven quiet rivers';

interface Person { readonly id: string; readonly name: string; readonly login: string; readonly teamName: string | null; readonly roles: readonly string[]; readonly status: string; readonly version: number }
const personOf = async (login: string): Promise<Person> => {
    const { rows } = await (await apiOf('ada')).get<{ rows: Person[] }>(`/people?limit=500`);
    return rows.find(each => each.login === login)!;
};
/** A person who is there for one test only. */
const added = async (login: string, name: string, roles: readonly string[]): Promise<Person> =>
    (await (await apiOf('ada')).post<{ person: Person }>('/people', { login, name, roles })).person;

const panelOf = (page: Page, name: string): Locator => page.getByRole('complementary', { name });
const acceptLink = async (page: Page, link: string): Promise<void> => {
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill(newPassword);
    await page.getByLabel('New password once more').fill(newPassword);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await shown(page);
};

describe('people', () => {
    it('are added with a one-time link that lets them in', async () => {
        visits.expectComplaint('refused');
        const page = await visits.open('/people', { login: 'ada' });
        await page.getByRole('button', { name: say('core/people/add') }).click();
        const dialog = page.getByRole('dialog', { name: say('core/people/add') });
        await dialog.getByRole('button', { name: say('core/actions/add') }).click();
        await dialog.getByRole('alert').first().waitFor();
        await dialog.getByRole('textbox', { name: say('core/people/name') }).fill('何晓雯');
        await dialog.getByRole('textbox', { name: say('core/people/login') }).fill('he.xiaowen');
        await dialog.getByRole('textbox', { name: say('core/people/employee-number') }).fill('2001');
        await dialog.getByRole('combobox', { name: say('core/people/team') }).selectOption({ label: '信用卡组 Cards' });
        await dialog.getByRole('checkbox', { name: say('core/role-names/qa-evaluator') }).check();
        await dialog.getByRole('button', { name: say('core/actions/add') }).click();
        const link = await page.getByRole('dialog', { name: say('core/people/link-title', '何晓雯') }).getByRole('textbox').inputValue();
        await page.getByRole('button', { name: say('core/actions/done') }).click();
        await panelOf(page, '何晓雯').waitFor();
        expect(await personOf('he.xiaowen')).toMatchObject({ name: '何晓雯', teamName: '信用卡组 Cards', roles: ['qa-evaluator'], status: 'active' });

        const theirs = await (await visits.context()).newPage();
        await acceptLink(theirs, link);
        await theirs.getByRole('navigation', { name: say('core/shell/areas') }).getByRole('link', { name: say('core/perspectives/quality') }).waitFor();
        await page.getByRole('textbox', { name: say('core/people/find') }).fill('hexiaowen');
        await page.getByRole('row', { name: /何晓雯/ }).waitFor();
        await expect.poll(() => page.getByRole('row').count()).toBe(2);
    });

    it('are imported from CSV after a dry run, all or none', async () => {
        const page = await visits.open('/people', { login: 'ada' });
        await page.getByRole('button', { name: say('core/people/import') }).click();
        const dialog = page.getByRole('dialog', { name: say('core/people-import/title') });
        const choose = (csv: string): Promise<void> => dialog.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
        const counted = (count: string, outcome: string): RegExp => new RegExp(`${count} ${within(say(`core/people-import/${outcome}`)).source}`);
        const apply = dialog.getByRole('button', { name: within(say('core/people-import/apply')) }).last();

        await choose('姓名,登录名,工号,班组,岗位,角色\n钱多多,qian,3001,信用卡组 Cards,CSR10,agent\n坏行,,3002,没有这个组,CSR10,agent\n');
        await dialog.getByRole('status').filter({ hasText: counted('1', 'invalid') }).waitFor();
        expect(await apply.isDisabled()).toBe(true);
        expect(await personOf('qian')).toBeUndefined();

        await choose('姓名,登录名,工号,班组,岗位,角色\n钱多多,qian,3001,信用卡组 Cards,CSR10,agent\n赵六,zhaoliu,3003,信用卡组 Cards,CSR10,agent\n');
        await dialog.getByRole('status').filter({ hasText: counted('2', 'new') }).waitFor();
        expect(await personOf('qian')).toBeUndefined();
        await apply.click();
        await page.getByText(say('core/people-import/done', '2', '0')).first().waitFor();
        expect(await personOf('qian')).toMatchObject({ name: '钱多多', teamName: '信用卡组 Cards', roles: ['agent'] });
        expect(await personOf('zhaoliu')).toMatchObject({ name: '赵六' });
    });

    it('are moved to another team, and what is not saved yet is not lost on the way out', async () => {
        const { id } = await added('mover', 'Mover Moves', ['agent']);
        const page = await visits.open(`/people/${id}`, { login: 'ada' });
        const panel = panelOf(page, 'Mover Moves');
        await panel.getByRole('combobox', { name: say('core/people/team') }).selectOption({ label: '帳戶組 Accounts' });
        await page.getByText(say('core/status/unsaved', 'Mover Moves')).waitFor();
        await page.getByRole('navigation', { name: say('core/shell/areas') }).getByRole('link', { name: say('core/perspectives/home') }).click();
        await page.getByRole('heading', { level: 1, name: say('core/home/title') }).waitFor();
        expect((await personOf('mover')).teamName).toBe('帳戶組 Accounts');
    });

    it('are deactivated with a hand-over of what waits for them: their sessions end at once', async () => {
        visits.expectComplaint('refused');
        visits.expectComplaint('offline');
        const admin = await apiOf('ada');
        const { id } = await added('leaver', 'Leaver Leaves', ['qa-evaluator']);
        const { invitation } = await admin.post<{ invitation: string }>(`/people/${id}/password-reset`);
        await (await fetch(`${url}/api/session/invitation`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ token: invitation, password: newPassword }) })).text();
        const leaver = apiWith(await beginSession('leaver', newPassword));
        const { rows: [call] } = await leaver.get<{ rows: { id: string }[] }>('/quality/interactions?state=ready');
        const { id: draft } = await leaver.post<{ id: string }>('/quality/evaluations', { interactionId: call!.id, formId: await formId(leaver, 'general-service') });

        const theirs = await visits.open('/', { secret: leaver.secret });
        const page = await visits.open(`/people/${id}`, { login: 'ada' });
        await panelOf(page, 'Leaver Leaves').getByRole('button', { name: say('core/people/deactivate') }).click();
        const dialog = page.getByRole('dialog', { name: say('core/people/deactivate-title', 'Leaver Leaves') });
        await dialog.getByRole('cell', { name: '1' }).waitFor();
        await dialog.getByRole('combobox', { name: say('core/people/successor') }).fill('Grace M');
        await page.getByRole('option', { name: /Grace Miller/ }).click();
        await dialog.getByRole('button', { name: say('core/people/deactivate') }).click();
        await page.getByText(say('core/people/is-deactivated', 'Leaver Leaves')).first().waitFor();

        expect((await leaver.ask('GET', '/session')).status).toBe(401);
        await theirs.getByLabel('Login name').waitFor();
        await expect(beginSession('leaver', newPassword)).rejects.toThrow('WRONG_CREDENTIALS');
        const handed = await (await apiOf('grace')).get<{ evaluatorName: string; state: string }>(`/quality/evaluations/${draft}`);
        expect(handed).toMatchObject({ evaluatorName: 'Grace Miller', state: 'draft' });
        await (await apiOf('grace')).remove(`/quality/evaluations/${draft}`);
    });

    it('get a new password by a one-time link, which ends their sessions', async () => {
        visits.expectComplaint('refused');
        visits.expectComplaint('offline');
        const admin = await apiOf('ada');
        const { id } = await added('forgetter', 'Forgetter Forgets', ['agent']);
        const first = await admin.post<{ invitation: string }>(`/people/${id}/password-reset`);
        const theirs = await (await visits.context()).newPage();
        await acceptLink(theirs, `${url}/sign-in?token=${first.invitation}`);
        const page = await visits.open(`/people/${id}`, { login: 'ada' });
        await panelOf(page, 'Forgetter Forgets').getByRole('button', { name: say('core/people/reset-password') }).click();
        const link = await page.getByRole('dialog', { name: say('core/people/link-title', 'Forgetter Forgets') }).getByRole('textbox').inputValue();
        await theirs.getByLabel('Login name').waitFor();
        await acceptLink(theirs, link);
        await theirs.getByRole('heading', { level: 1, name: say('core/home/title') }).waitFor();
    });

    it('get and lose roles, which count from the next request on', async () => {
        const { id } = await added('climber', 'Climber Climbs', ['agent']);
        const page = await visits.open(`/people/${id}`, { login: 'ada' });
        const panel = panelOf(page, 'Climber Climbs');
        await panel.getByRole('checkbox', { name: say('core/role-names/team-leader') }).click();
        await page.getByText(say('core/people/roles-saved')).first().waitFor();
        expect((await personOf('climber')).roles).toEqual(['agent', 'team-leader']);
        await page.getByRole('button', { name: say('core/actions/undo') }).click();
        await expect.poll(async () => (await personOf('climber')).roles).toEqual(['agent']);
        await expect.poll(() => panel.getByRole('checkbox', { name: say('core/role-names/team-leader') }).isChecked()).toBe(false);
    });

    it('are out of reach for whoever may not change them', async () => {
        const page = await visits.open('/people', { login: 'chen' });
        expect(await page.getByRole('button', { name: say('core/people/add') }).count()).toBe(0);
        const { id } = await personOf('wong');
        await show(page, `/people/${id}`);
        const panel = panelOf(page, '黃詠琳');
        await panel.waitFor();
        for (const key of ['core/people/reset-password', 'core/people/deactivate']) {
            expect(await panel.getByRole('button', { name: say(key) }).count()).toBe(0);
        }
        expect((await (await apiOf('chen')).ask('POST', `/people/${id}/password-reset`)).status).toBe(403);
        await expect(beginSession('wong', password)).resolves.toBeTypeOf('string');
    });
});
