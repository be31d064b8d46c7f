import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { JobQueue } from './job-queue';
import { type ScheduleContribution, Schedules } from './schedules';

let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

async function backEnd(contributions: ScheduleContribution[]) {
    const queue = new JobQueue(house.connection);
    await queue.run();
    const schedules = new Schedules(house.database, queue, { getContributions: () => contributions });
    await schedules.run();
    return { stop: async () => { await schedules.stop(); await queue.stop(); } };
}

it('runs every so many seconds, once for all back ends, also after a failure', async () => {
    const runs: number[] = [];
    const log = vi.spyOn(console, 'error').mockImplementation(() => { });
    const often: ScheduleContribution = {
        name: 'often', when: { everySeconds: 1 }, run: async () => {
            runs.push(Date.now());
            if (runs.length === 1) {
                throw new Error('first time');
            }
        }
    };
    const both = await Promise.all([backEnd([often]), backEnd([often])]);
    await pause(5200);
    await Promise.all(both.map(each => each.stop()));
    expect(runs.length).toBeGreaterThanOrEqual(4);
    expect(runs.length).toBeLessThanOrEqual(7);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    const seen = runs.length;
    await pause(1200);
    expect(runs).toHaveLength(seen);
});

it('keeps what is done by the clock in the database, and forgets what nobody wants any more', async () => {
    const nightly = (name: string): ScheduleContribution => ({ name, when: { cron: '0 3 * * *' }, run: async () => { } });
    const names = async () => (await sql<{ name: string }>`select name from pgboss.schedule order by name`.execute(house.database.read())).rows.map(each => each.name);
    await (await backEnd([nightly('one'), nightly('two')])).stop();
    expect(await names()).toEqual(['schedule.one', 'schedule.two']);
    await (await backEnd([nightly('two')])).stop();
    expect(await names()).toEqual(['schedule.two']);
});

it('runs by the clock, within the minute', async () => {
    const ran = vi.fn(async () => { });
    const backend = await backEnd([{ name: 'minutely', when: { cron: '* * * * *' }, run: ran }]);
    await vi.waitFor(() => expect(ran).toHaveBeenCalled(), { timeout: 110_000, interval: 500 });
    await backend.stop();
}, 120_000);
