import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './harness/browser';
import { placeName, walkInnerPlaces, walkNavigation, walkOpenings } from './harness/places';
import { repository } from '../fixtures/back-end';
import { dataRemover, latinWords, textsOn } from './harness/visible-texts';
import { wordsIn } from './harness/words';

const { foreignCharacters } = await import(path.join(repository, 'scripts', 'translations', 'chinese-scripts.mjs')) as { foreignCharacters(language: string, text: string): readonly string[] };

const visits = useBrowser();
/** Milliseconds: every page of several people. */
const timeout = 1_800_000;

describe.each(['zh-cn', 'zh-tw'] as const)('the screens (%s)', language => {
    const say = wordsIn(language);
    const open = (login: string) => visits.open('/', { login, language });
    /** What is not in the language of the screen, once for each text, with the first place where it was seen. */
    const strangers = async () => {
        const withoutData = await dataRemover();
        const found = new Map<string, string>();
        const look = async (page: Page, where: string): Promise<void> => {
            for (const text of await textsOn(page)) {
                const own = withoutData(text);
                const strange = [...latinWords(own), ...foreignCharacters(language, own)];
                if (strange.length > 0 && !found.has(text)) {
                    found.set(text, `${where}: ${strange.join(' ')} in "${text.slice(0, 120)}"`);
                }
            }
        };
        return { look, found: () => [...found.values()] };
    };

    it('say nothing in English or in the other script: the pages of the navigation', { timeout }, async () => {
        const { look, found } = await strangers();
        await walkNavigation(open, say, (page, place) => look(page, placeName(place)));
        expect(found()).toEqual([]);
    });

    it('nor in what opens beside and from these pages', { timeout }, async () => {
        const { look, found } = await strangers();
        await walkInnerPlaces(open, (page, place) => look(page, placeName(place)));
        expect(found()).toEqual([]);
    });

    it('nor in menus, dialogs, the boxes over the page, notifications and the list of keys', { timeout }, async () => {
        visits.expectComplaint('refused');
        const { look, found } = await strangers();
        const page = await visits.open('/people', { login: 'ada', language });
        await walkOpenings(page, say, name => look(page, name));
        expect(found()).toEqual([]);
    });
});
