import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { JobQueue } from './job-queue';
import { JobRunner } from './job-runner';
import { JobService } from './job-service';

/** Takes long: a process counts as dead only when it has been silent for half a minute. Runs what was compiled, in a process of its own. */
const long = it.runIf(process.env.EARSHOT_LONG === '1');
const compiled = path.join(__dirname, '../../../lib/node');
const other = `
require('reflect-metadata');
const [{ Database }, { SessionService }, { JobQueue }, { JobRunner }] = ['storage/database', 'access/session-service', 'jobs/job-queue', 'jobs/job-runner'].map(each => require(${JSON.stringify(compiled)} + '/' + each));
const connection = JSON.parse(process.argv[1]);
const database = new Database(connection);
const queue = new JobQueue(connection);
const deadly = { kind: 'deadly', run: async (_input, job) => { job.progress(0.5, 'half'); await new Promise(resolve => setTimeout(resolve, 600000)); return {}; } };
(async () => {
    await queue.run();
    await new JobRunner(database, queue, new SessionService(database), { getContributions: () => [deadly] }).run();
    console.log('ready');
})();
`;

let house: TestHouse;
let admin: TestPerson;
let child: ChildProcess;
const runs = vi.fn(async () => ({ done: true }));
const contributions = { getContributions: () => [{ kind: 'deadly', run: runs }] };

beforeAll(async () => {
    house = await openTestHouse();
    admin = await house.person('admin', { roles: ['administrator'] });
});
afterAll(async () => {
    child?.kill('SIGKILL');
    await house.close();
});

long('takes over a job whose process was killed', async () => {
    child = spawn(process.execPath, ['-e', other, JSON.stringify(house.connection)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout!, 'data');
    const queue = new JobQueue(house.connection);
    await queue.run();
    const jobs = new JobService(house.database, queue, contributions);
    const job = await jobs.start(admin, 'deadly', 'Killed', {});
    await vi.waitFor(async () => expect(await jobs.get(admin, job.id)).toMatchObject({ state: 'running', progress: 0.5 }), { timeout: 10_000, interval: 50 });

    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = Date.now();
    const runner = new JobRunner(house.database, queue, house.sessions, contributions);
    await runner.run();
    await vi.waitFor(async () => expect(await jobs.get(admin, job.id)).toMatchObject({ state: 'done', result: { done: true } }), { timeout: 90_000, interval: 100 });
    expect(runs).toHaveBeenCalledOnce();
    console.info(`The job of a killed process was taken over after ${Math.round((Date.now() - killed) / 1000)} s`);
    await runner.stop();
    await queue.stop();
}, 120_000);
