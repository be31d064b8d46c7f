import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { apiWith, beginSession } from './harness/api';
import { violationsOn } from './harness/accessibility';
import { show, shown, useBrowser } from './harness/browser';
import { type Language, wordsIn } from './harness/words';

const { url, password } = inject('product');
const visits = useBrowser();

/** The sign-in page stands alone and brings its own texts. */
const texts: Readonly<Record<Language, { readonly login: string; readonly password: string; readonly signIn: string; readonly wrong: string }>> = {
    en: { login: 'Login name', password: 'Password', signIn: 'Sign in', wrong: 'The name or the password is wrong.' },
    'zh-cn': { login: '登录名', password: '密码', signIn: '登录', wrong: '登录名或密码不正确。' },
    'zh-tw': { login: '登入名稱', password: '密碼', signIn: '登入', wrong: '登入名稱或密碼不正確。' }
};

const signIn = async (page: Page, language: Language, login: string, secret: string): Promise<void> => {
    const text = texts[language];
    await page.getByLabel(text.login, { exact: true }).fill(login);
    await page.getByLabel(text.password, { exact: true }).fill(secret);
    await page.getByRole('button', { name: text.signIn, exact: true }).click();
};

const signInPage = async (language: Language, hash = ''): Promise<Page> => {
    const page = await (await visits.context({ language })).newPage();
    await page.goto(`${url}/${hash}`);
    await page.getByLabel(texts[language].login).waitFor();
    return page;
};

describe.each(['en', 'zh-cn', 'zh-tw'] as const)('the sign-in page (%s)', language => {
    it('refuses a wrong password in plain words and lets the right one in', async () => {
        visits.expectComplaint('refused');
        const page = await signInPage(language);
        expect(await page.locator('html').getAttribute('lang')).toBe({ en: 'en', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' }[language]);
        await signIn(page, language, 'wong', 'not the password');
        await page.getByRole('alert').filter({ hasText: texts[language].wrong }).waitFor();
        expect(await violationsOn(page)).toEqual([]);
        await signIn(page, language, 'wong', password);
        await shown(page);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(wordsIn(language)('core/home/title'));
        expect(await page.locator('html').getAttribute('lang')).toBe({ en: 'en', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' }[language]);
    });
});

describe('the sign-in page', () => {
    it('meets WCAG 2.2 A and AA in light and dark', async () => {
        for (const colorScheme of ['light', 'dark'] as const) {
            const page = await (await visits.context({ options: { colorScheme } })).newPage();
            await page.goto(`${url}/sign-in`);
            await page.getByLabel('Login name').waitFor();
            expect(await violationsOn(page)).toEqual([]);
        }
    });

    it('asks for what is missing without asking the server', async () => {
        const page = await signInPage('en');
        const asked: string[] = [];
        page.on('request', each => { if (each.method() === 'POST') { asked.push(each.url()); } });
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await page.getByText('Please fill in both fields.').waitFor();
        expect(asked).toEqual([]);
    });

    it('changes its language at once, and the application follows', async () => {
        const page = await signInPage('en');
        await page.getByRole('button', { name: '简体中文' }).click();
        await signIn(page, 'zh-cn', 'wong', password);
        await shown(page);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(wordsIn('zh-cn')('core/home/title'));
    });

    it('leads to where the link led', async () => {
        const page = await signInPage('en', '#/quality/calls');
        await signIn(page, 'en', 'wong', password);
        await page.getByRole('heading', { level: 1, name: wordsIn('en')('quality/calls/title') }).waitFor();
        expect(page.url()).toBe(`${url}/#/quality/calls`);
    });
});

describe('signing out', () => {
    it('ends the session everywhere: the page, its other tab, the interface and the lasting connections', async () => {
        visits.expectComplaint('refused');
        visits.expectComplaint('offline');
        const secret = await beginSession('zhou', password);
        const api = apiWith(secret);
        const context = await visits.context({ secret });
        const [page, other] = [await context.newPage(), await context.newPage()];
        const closed: string[] = [];
        other.on('websocket', socket => socket.on('close', () => closed.push(socket.url())));
        for (const each of [other, page]) {
            await show(each, '/people');
        }
        expect((await api.ask('GET', '/session')).status).toBe(200);
        const stream = await fetch(`${url}/api/events`, { headers: { cookie: `earshot_session=${secret}`, origin: url } });
        expect(stream.status).toBe(200);

        await page.getByRole('button', { name: wordsIn('en')('core/person-menu/label') }).click();
        await page.getByRole('menuitem', { name: wordsIn('en')('core/commands/sign-out') }).click();
        await page.getByLabel('Login name').waitFor();

        expect((await api.ask('GET', '/session')).status).toBe(401);
        expect((await api.ask('GET', '/quality/interactions')).status).toBe(401);
        const reader = stream.body!.getReader();
        await expect.poll(async () => (await reader.read().catch(() => ({ done: true }))).done).toBe(true);
        await other.getByLabel('Login name').waitFor();
        await expect.poll(() => closed.length).toBeGreaterThan(0);
    });

    it('leaves the person’s other sessions alone', async () => {
        const [one, another] = [apiWith(await beginSession('zhou', password)), apiWith(await beginSession('zhou', password))];
        await one.remove('/session');
        expect((await one.ask('GET', '/session')).status).toBe(401);
        expect((await another.ask('GET', '/session')).status).toBe(200);
    });
});
