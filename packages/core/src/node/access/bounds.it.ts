import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { PreferenceService } from './preference-service';
import { TokenService } from './token-service';

let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

it('keeps five hundred preferences of a person, which stay changeable, and no more', async () => {
    const [person, other] = [await house.person('wei'), await house.person('mei')];
    const preferences = new PreferenceService(house.database);
    await Promise.all(Array.from({ length: 500 }, (_, index) => preferences.set(person, `key.${index}`, index)));
    await expect(preferences.set(person, 'one.more', 1)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'too-many-preferences', detail: { most: 500 } } });
    await preferences.set(person, 'key.7', { changed: ['yes', null] });
    await preferences.set(other, 'one.more', 1);
    await preferences.set(person, 'key.8', null);
    await preferences.set(person, 'one.more', 'text');
    expect(await preferences.all(person)).toMatchObject({ 'key.7': { changed: ['yes', null] }, 'one.more': 'text', 'key.499': 499 });
});

it('makes fifty tokens for a person, also all at once, and no more until one is revoked', async () => {
    const person = await house.person('lin');
    const tokens = new TokenService(house.database);
    const made = await Promise.allSettled(Array.from({ length: 53 }, (_, index) => tokens.create(person, `${index}`, 1)));
    expect(made.filter(each => each.status === 'rejected').map(each => (each.reason as { data: unknown }).data)).toEqual(Array.from({ length: 3 }, () => ({ reason: 'too-many-tokens', detail: { most: 50 } })));
    await tokens.revoke(person, (await tokens.list(person))[0]!.id);
    await expect(tokens.create(person, 'again', 1)).resolves.toBeDefined();
});
