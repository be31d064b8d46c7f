import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, shown, useBrowser } from './harness/browser';
import { wordsIn } from './harness/words';

const { url } = inject('product');
const visits = useBrowser();
const say = wordsIn('en');

const idOf = async (name: string): Promise<string> => {
    const { rows } = await (await apiOf('ada')).get<{ rows: { id: string; name: string }[] }>('/people?limit=500');
    return rows.find(each => each.name === name)!.id;
};
const themeOf = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.theme);
const canvasOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--e-canvas').trim());
const openOwnMenu = (page: Page): Promise<void> => page.getByRole('button', { name: say('core/person-menu/label') }).click();

describe('looks', () => {
    it('follow the system until the person chooses, and then stay as chosen', async () => {
        const page = await visits.open('/', { login: 'agent1021', options: { colorScheme: 'dark' } });
        expect(await themeOf(page)).toBe('dark');
        await page.emulateMedia({ colorScheme: 'light' });
        await expect.poll(() => themeOf(page)).toBe('light');
        const light = await canvasOf(page);
        await openOwnMenu(page);
        await page.getByRole('menuitemradio', { name: say('core/theming/hc-dark') }).click();
        await expect.poll(() => themeOf(page)).toBe('hc-dark');
        expect(await canvasOf(page)).not.toBe(light);
        await page.reload();
        await shown(page);
        expect(await themeOf(page)).toBe('hc-dark');
    });

    it('do not move where the person asked for no motion, and never for long', async () => {
        const durations = (page: Page): Promise<readonly number[]> => page.evaluate(() => [...document.querySelectorAll('*')].flatMap(each => {
            const { transitionDuration, animationDuration, animationIterationCount } = getComputedStyle(each);
            const seconds = [...transitionDuration.split(','), ...animationIterationCount === 'infinite' ? [] : animationDuration.split(',')].map(parseFloat);
            return seconds.map(second => second * 1000);
        }));
        const longest = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
            const page = await visits.open('/people', { login: 'ada', options: { reducedMotion } });
            await page.getByRole('button', { name: say('core/people/add') }).click();
            await page.getByRole('dialog').waitFor();
            return Math.max(...await durations(page));
        };
        const usual = await longest('no-preference');
        expect(usual).toBeGreaterThan(1);
        expect(usual).toBeLessThanOrEqual(150);
        expect(await longest('reduce')).toBeLessThanOrEqual(1);
    });
});

describe('language', () => {
    it('is switched anywhere, stays at the same place, and is kept', async () => {
        const page = await visits.open('/people/teams', { login: 'agent1022' });
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
        await page.getByRole('heading', { level: 1, name: wordsIn('zh-tw')('core/teams/title') }).waitFor();
        expect(page.url()).toBe(`${url}/#/people/teams`);
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
        const elsewhere = await visits.open('/people/teams', { login: 'agent1022', language: 'en' });
        await elsewhere.getByRole('heading', { level: 1, name: wordsIn('zh-tw')('core/teams/title') }).waitFor();
    });
});

describe('the command palette', () => {
    it('does by name what can be done here and now', async () => {
        const page = await visits.open('/', { login: 'ada' });
        await page.keyboard.press('Control+Shift+P');
        const box = page.getByRole('combobox', { name: say('core/quick/commands') });
        await box.waitFor();
        // a quick hand: Enter comes before anything has been found
        await page.keyboard.type('teams');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: say('core/teams/title') }).waitFor();
        await page.keyboard.press('F1');
        await page.getByRole('combobox', { name: say('core/quick/commands') }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
});

describe('quick open', () => {
    it.each([['the beginnings of pinyin', 'lyz', '林宜蓁'], ['whole pinyin', 'linyizhen', '林宜蓁'], ['characters', '宜蓁', '林宜蓁'], ['the number', '1032', '林宜蓁'], ['a name', 'Okafor', 'Grace Okafor']])('finds a person by %s', async (_, typed, name) => {
        const page = await visits.open('/', { login: 'ada' });
        await page.keyboard.press('Control+P');
        await page.getByRole('combobox').fill(typed);
        await page.getByRole('option', { name: new RegExp(name) }).first().waitFor();
        await page.getByRole('option', { name: new RegExp(name) }).first().click();
        await page.getByRole('complementary', { name }).waitFor();
        expect(page.url()).toBe(`${url}/#/people/${await idOf(name)}`);
    });

    it('finds calls by their number', async () => {
        const page = await visits.open('/', { login: 'chen' });
        await page.keyboard.press('Control+P');
        await page.getByRole('combobox').fill('SC-0003');
        await page.getByRole('option', { name: /SC-0003/ }).click();
        await page.getByRole('complementary', { name: 'SC-0003' }).waitFor();
    });
});

describe('keys', () => {
    it('are listed under ?, those of the page first', async () => {
        const page = await visits.open('/people', { login: 'ada' });
        await page.keyboard.press('Shift+Slash');
        const list = page.getByRole('dialog', { name: say('core/keys/title') });
        await list.getByText(say('core/people/add')).waitFor();
        await list.getByText(say('core/keys/palette')).waitFor();
        await page.keyboard.press('Escape');
        await list.waitFor({ state: 'detached' });
    });

    it('stay text where text is written', async () => {
        const page = await visits.open('/people', { login: 'ada' });
        const find = page.getByRole('textbox', { name: say('core/people/find') });
        await find.focus();
        await page.keyboard.type('n?/m1');
        expect(await find.inputValue()).toBe('n?/m1');
        expect(await page.getByRole('dialog').count()).toBe(0);
    });
});

describe('addresses', () => {
    it('lead back and forward, and survive a reload', async () => {
        const page = await visits.open('/people?role=qa-evaluator', { login: 'ada' });
        await page.getByRole('row', { name: /Grace Miller/ }).click();
        const panel = page.getByRole('complementary', { name: 'Grace Miller' });
        await panel.waitFor();
        const address = page.url();
        expect(address).toBe(`${url}/#/people/${await idOf('Grace Miller')}?role=qa-evaluator`);
        await page.goBack();
        await panel.waitFor({ state: 'detached' });
        expect(page.url()).toBe(`${url}/#/people?role=qa-evaluator`);
        await page.goForward();
        await panel.waitFor();
        await page.reload();
        await panel.waitFor();
        expect(page.url()).toBe(address);
        await page.goBack();
        await page.getByRole('row', { name: /Grace Miller/ }).waitFor();
        expect(await page.getByRole('row', { name: /Ada Hofmann/ }).count()).toBe(0);
    });

    it('that lead nowhere, or where one may not go, say so and lead home', async () => {
        const page = await visits.open('/no/such/page', { login: 'agent1023' });
        await page.getByText(say('core/shell/missing')).waitFor();
        await show(page, '/administration/audit');
        await page.getByText(say('core/shell/forbidden')).waitFor();
        await page.getByRole('link', { name: say('core/shell/go-home') }).click();
        await page.getByRole('heading', { level: 1, name: say('core/home/title') }).waitFor();
        expect(page.url()).toBe(`${url}/#/`);
    });

    it('of things that are not there, or not for this person, are told apart from mistakes in the program', async () => {
        visits.expectComplaint('refused');
        const page = await visits.open('/people/01a00000-0000-7000-8000-000000000000', { login: 'ada' });
        await page.getByRole('complementary').getByText(say('core/errors/not-found')).waitFor();
    });
});

describe('the first page', () => {
    const scriptsOf = async (path: string): Promise<string> => {
        const context = await visits.context({ login: 'lena' });
        const page = await context.newPage();
        const scripts: Promise<string>[] = [];
        page.on('response', each => { if (each.url().endsWith('.js')) { scripts.push(each.text()); } });
        await show(page, path);
        await page.waitForLoadState('networkidle');
        return (await Promise.all(scripts)).join('\n');
    };

    it('does not load what only other areas need', async () => {
        // each text stands in the code of the part that shows it
        const parts = { people: 'earshot/core/people-import/title', audit: 'earshot/core/audit/title', calls: 'earshot/quality/call/duration', player: 'earshot/media/player/skip', filling: 'earshot/assessment/comment/required' };
        const home = await scriptsOf('/');
        const calls = await scriptsOf('/quality/calls');
        expect(calls).toContain(parts.calls);
        expect(calls).toContain(parts.player);
        for (const each of [parts.people, parts.calls, parts.player, parts.filling]) {
            expect(home).not.toContain(each);
        }
        expect(home).toContain('earshot/core/home/');
        expect(home.length).toBeLessThan(calls.length);
    });
});
