import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page as it is now, one line for each element: nothing, on a good page. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
    // a fading colour is not the colour that is meant
    await page.waitForFunction(() => document.getAnimations().every(each => each.playState !== 'running' || each.effect?.getComputedTiming().iterations === Infinity));
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${(failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`));
};
