import { expect, it } from 'vitest';
import { allLooks, violationsInLooks } from './harness/accessibility';
import { useBrowser } from './harness/browser';
import { placeName, walkInnerPlaces, walkNavigation, walkOpenings } from './harness/places';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const open = (login: string) => visits.open('/', { login });
/** Milliseconds: looking at a page in every theme takes its time. */
const timeout = 2_400_000;

it('every page that stands in the navigation meets WCAG 2.2 A and AA in light and dark', { timeout }, async () => {
    const found: string[] = [];
    const seen = await walkNavigation(open, say, async (page, place) => { found.push(...await violationsInLooks(page, placeName(place))); });
    expect(found).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(['/', '/people', '/people/teams', '/administration/roles', '/administration/audit', '/quality/calls', '/quality/evaluations', '/quality/calibrations']));
});

it('so does what opens beside and from these pages, with more contrast, too', { timeout }, async () => {
    const found: string[] = [];
    await walkInnerPlaces(open, async (page, place) => { found.push(...await violationsInLooks(page, placeName(place), allLooks)); });
    expect(found).toEqual([]);
});

it('so do menus, dialogs, the boxes over the page, notifications and the list of keys', { timeout }, async () => {
    visits.expectComplaint('refused');
    const found: string[] = [];
    const page = await visits.open('/people', { login: 'ada' });
    await walkOpenings(page, say, async name => { found.push(...await violationsInLooks(page, name, allLooks)); });
    expect(found).toEqual([]);
});
