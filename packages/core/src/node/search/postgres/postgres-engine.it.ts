import { conformanceChecks } from '@earshot/search/lib/testing/conformance';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../people/test-house';
import { PostgresEngine } from './postgres-engine';

/** Two, because some checks compare two engines. */
let houses: readonly TestHouse[];
let opened = 0;
beforeAll(async () => { houses = [await openTestHouse(), await openTestHouse()]; });
afterAll(() => Promise.all(houses.map(each => each.close())));

const empty = async (): Promise<PostgresEngine> => {
    const { database } = houses[opened++ % houses.length]!;
    await sql`delete from core.search_entry`.execute(database.read());
    await sql`delete from core.search_word`.execute(database.read());
    return new PostgresEngine(database);
};

for (const check of conformanceChecks({ pinyin: false, snapshots: false })) {
    it(check.name, () => check.run(empty));
}

it('is shared by several back ends, and knows which versions it has', async () => {
    opened = 0;
    const one = await empty();
    const other = new PostgresEngine(houses[0]!.database);
    const document = { id: 'a', version: 'v1', kind: 'article', language: 'en', audience: ['everyone'], updatedAt: 0, fields: { title: 'It\'s a "back\\slash" \u0000 & lunch' } };
    await Promise.all([one.put([document]), other.put([document])]);
    expect((await other.search('lunch', { viewer: { audience: ['everyone'], at: 'always' } })).hits.map(each => each.id)).toEqual(['a']);
    expect(await one.versions()).toEqual([{ kind: 'article', id: 'a', version: 'v1' }]);
    await one.remove(['a']);
    expect(await other.versions()).toEqual([]);
});
