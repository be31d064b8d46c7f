import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules of these levels that ask for colours: all that another theme can break. */
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

/** What the person's system asks for; a theme answers to each. */
export interface Look { readonly colorScheme: 'light' | 'dark'; readonly contrast?: 'more' }

export const usualLooks: readonly Look[] = [{ colorScheme: 'light' }, { colorScheme: 'dark' }];
export const allLooks: readonly Look[] = [...usualLooks, { colorScheme: 'light', contrast: 'more' }, { colorScheme: 'dark', contrast: 'more' }];

const themeOf = ({ colorScheme, contrast }: Look): string => contrast ? `hc-${colorScheme}` : colorScheme;
const lookName = ({ colorScheme, contrast }: Look): string => contrast ? `${colorScheme}, more contrast` : colorScheme;

/** What axe finds on a page as it is now, one line for each element: nothing, on a good page. */
export const violationsOn = async (page: Page, only: 'all' | 'colors' = 'all'): Promise<readonly string[]> => {
    // a colour on its way to another one is not the one that is meant
    await page.waitForFunction(() => document.getAnimations().every(each => each.playState !== 'running' || each.effect?.getComputedTiming().iterations === Infinity));
    // the legacy mode leaves out frames of other origins, of which there are none, and needs no page of its own for each look
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (only === 'all' ? axe.withTags(levels) : axe.withRules(rulesOfColor)).analyze();
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${(failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`));
};

/** All in the first of several looks, and what depends on colours in the others; the first stays. Each line begins with where it was found. */
export const violationsInLooks = async (page: Page, where: string, looks: readonly Look[] = usualLooks): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const [index, look] of looks.entries()) {
        await page.emulateMedia({ colorScheme: look.colorScheme, contrast: look.contrast ?? null });
        await page.locator(`html[data-theme="${themeOf(look)}"]`).waitFor({ state: 'attached' });
        found.push(...(await violationsOn(page, index === 0 ? 'all' : 'colors')).map(each => `${where} (${lookName(look)}): ${each}`));
    }
    await page.emulateMedia({ colorScheme: looks[0]!.colorScheme, contrast: looks[0]!.contrast ?? null });
    return found;
};
