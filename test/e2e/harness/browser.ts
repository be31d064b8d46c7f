import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, type TestContext } from 'vitest';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { forgetSessions, type SessionSecret, sessionCookie, sharedSession } from './api';
import { repository } from '../../fixtures/back-end';
import type { Language } from './words';

/** What the tags of the languages are to a browser. */
const tags: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' };
/** A small notebook: what must be usable. */
const smallScreen = { width: 1280, height: 800 };
/** Milliseconds after which something that should appear has not. */
const patience = 90_000;

export interface VisitOptions {
    /** A sample person; their session is shared by the tests of a file. */
    readonly login?: string;
    /** A session of one's own instead. */
    readonly secret?: SessionSecret;
    /** What the person's browser asks for. */
    readonly language?: Language;
    /** Another product than the shared one. */
    readonly url?: string;
    readonly options?: BrowserContextOptions;
}

export interface Visits {
    /** A browser of its own, closed after the test; without a login or session nobody is signed in. */
    context(options?: VisitOptions): Promise<BrowserContext>;
    /** The same with a page at a path below the hash, shown. */
    open(path: string, options?: VisitOptions): Promise<Page>;
    /** What the browser may write into its console in the present test, because the test is about it. */
    expectComplaint(complaint: keyof typeof complaints): void;
}

/** What the browser itself writes into its console when a page is refused something, which the page then says in words of its own. */
const complaints = {
    refused: /Failed to load resource: the server responded with a status of 4\d\d/,
    offline: /Failed to load resource: net::ERR_|WebSocket connection to .* failed/
} as const;
/** Says how busy the machine is, not what the product does. */
const measure = /took longer than the expected maximum \d+ milliseconds/;

/** Shows a path below the hash, as a link would, and waits until its page is there. */
export const show = async (page: Page, path: string, url: string = inject('product').url): Promise<void> => {
    await page.goto(`${url}/#${path}`);
    await shown(page);
};

/** Waits until nothing on the page says that it is still being loaded, and keys are listened to: they are when the picture of the start has gone. */
export const shown = async (page: Page): Promise<void> => {
    await page.locator('#e-main h1').first().waitFor({ state: 'attached' });
    await page.waitForFunction(() => !document.querySelector('.theia-preload, .e-skeleton, #e-main [aria-busy="true"]'));
};

const pictureOf = async ({ task }: TestContext, pages: readonly Page[]): Promise<void> => {
    const folder = path.join(repository, 'test-results', 'e2e');
    await fs.mkdir(folder, { recursive: true });
    const name = `${task.file.name.replace(/^.*\//, '')} ${task.name}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
    await Promise.all(pages.map((page, index) => page.screenshot({ path: path.join(folder, `${name}-${index + 1}.png`) }).catch(() => undefined)));
};

/**
 * One Chromium for the tests of a file. Whatever goes wrong in a page (an uncaught error, a breach of the content security
 * policy, any warning or error in the console) fails the test in which it happened; a failed test leaves a picture of each page
 * in test-results/e2e.
 */
export const useBrowser = (): Visits => {
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let faults: string[] = [];
    let expected: RegExp[] = [];
    beforeAll(async () => {
        forgetSessions();
        browser = await chromium.launch({
            executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
            args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required']
        });
    });
    afterAll(() => browser.close());
    afterEach(async test => {
        if (test.task.result?.state === 'fail') {
            await pictureOf(test, contexts.flatMap(each => each.pages()));
        }
        await Promise.all(contexts.map(each => each.close()));
        const seen = faults;
        contexts = [];
        faults = [];
        const allowed = expected;
        expected = [];
        expect([...new Set(seen)].filter(each => !allowed.some(pattern => pattern.test(each)))).toEqual([]);
    });
    const context = async ({ login, secret, language = 'en', url = inject('product').url, options }: VisitOptions = {}): Promise<BrowserContext> => {
        const made = await browser.newContext({ locale: tags[language], viewport: smallScreen, colorScheme: 'light', ...options });
        contexts.push(made);
        made.setDefaultTimeout(patience);
        made.on('weberror', each => faults.push(each.error().stack ?? each.error().message));
        made.on('console', message => {
            if (['error', 'warning', 'assert'].includes(message.type()) && !measure.test(message.text())) {
                faults.push(`${message.type()}: ${message.text()} (${message.location().url.replace(/^https?:\/\/[^/]*/, '')})`);
            }
        });
        const session = secret ?? (login === undefined ? undefined : await sharedSession(login));
        if (session) {
            await made.addCookies([sessionCookie(session, url)]);
        }
        return made;
    };
    return {
        context,
        expectComplaint: complaint => { expected.push(complaints[complaint]); },
        open: async (path, options = {}) => {
            const page = await (await context(options)).newPage();
            await show(page, path, options.url);
            return page;
        }
    };
};
