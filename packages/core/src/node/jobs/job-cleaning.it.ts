import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { newId } from '../storage/identifier';
import { JobCleaning } from './job-cleaning';

let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

it('removes what finished long ago, and nothing that waits or runs', async () => {
    const job = (title: string, state: 'done' | 'failed' | 'cancelled' | 'waiting' | 'running', finished: Date | null) =>
        house.database.read().insertInto('core.job').values({ id: newId(), kind: 'test', title, person_id: null, state, progress: null, message: null, created_at: daysAgo(400), finished_at: finished }).execute();
    await Promise.all([job('old', 'done', daysAgo(31)), job('old failure', 'failed', daysAgo(365)), job('young', 'cancelled', daysAgo(29)), job('waits', 'waiting', null), job('runs', 'running', null)]);
    await new JobCleaning(house.database).run();
    expect((await house.database.read().selectFrom('core.job').select('title').orderBy('title').execute()).map(each => each.title)).toEqual(['runs', 'waits', 'young']);
});
