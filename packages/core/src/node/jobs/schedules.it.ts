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
    return { queue, stop: async () => { await schedules.stop(); await queue.stop(); } };
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

it('runs when the clock has sent its message, and again when that went wrong', async () => {
    const ran = vi.fn(async () => { }).mockRejectedValueOnce(new Error('first time'));
    const backend = await backEnd([{ name: 'nightly', when: { cron: '0 3 * * *' }, run: ran }]);
    await house.database.read().transaction().execute(transaction => backend.queue.send(transaction, 'schedule.nightly', {}));
    await vi.waitFor(async () => {
        const { rows } = await sql<{ seconds: number }>`select extract(epoch from start_after - now()) as seconds from pgboss.job where name = 'schedule.nightly' and state = 'retry'`.execute(house.database.read());
        expect(rows).toHaveLength(1);
        expect(Number(rows[0]!.seconds)).toBeGreaterThan(50);
    }, { timeout: 5000, interval: 50 });
    await sql`update pgboss.job set start_after = now() where name = 'schedule.nightly'`.execute(house.database.read());
    await vi.waitFor(() => expect(ran).toHaveBeenCalledTimes(2), { timeout: 10_000, interval: 50 });
    await backend.stop();
});
