/** A backup of the product at work, restored elsewhere, is the product as it was. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { BackEnd } from '../fixtures/back-end';
import { answersWith, publishForm, shortCall } from './harness/contents';
import { addPerson, firstAdministrator, signIn } from './harness/people';
import { processed } from './harness/recordings';

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '..', '..');
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-backup-'));
await fs.chmod(folder, 0o711);
const running: BackEnd[] = [];
afterAll(async () => {
    for (const each of running) {
        await each.stop();
    }
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

const command = async (name: 'backup' | 'restore', ...args: string[]): Promise<string> => {
    const { DATABASE_URL: _url, ...environment } = process.env;
    const program = path.join(repository, 'packages', 'core', 'lib', 'node', 'backup', `${name}-command.js`);
    return (await run(process.execPath, [program, ...args], { env: { ...environment, EARSHOT_PRODUCT: path.join(repository, 'examples', 'browser'), INIT_CWD: folder } })).stdout;
};
const start = async (data: string): Promise<BackEnd> => {
    await fs.mkdir(data, { recursive: true });
    const backEnd = await BackEnd.start({ dataFolder: data });
    running.push(backEnd);
    return backEnd;
};

it('brings back people, calls, evaluations and the audit log, taken while the server works', async () => {
    const before = await start(path.join(folder, 'before'));
    const administrator = await firstAdministrator(before.url, before.output);
    const { caller } = await addPerson(administrator, 'evaluator', ['qa-evaluator']);
    const formId = await publishForm(administrator, 'kept');
    const call = await caller.upload<{ id: string; recordingId: string }>(shortCall(3, 1), { callId: 'call 1', startedAt: '2026-11-20T10:00:00.000Z', customerNumber: '+85221234321' });
    await processed(caller, call.recordingId);
    const draft = await caller.do<{ id: string; version: number }>('POST', '/quality/evaluations', { interactionId: call.id, formId });
    await caller.do('POST', `/quality/evaluations/${draft.id}/submission`, { version: draft.version, answers: answersWith('复核'), evidence: [] });
    const submitted = await caller.do('GET', `/quality/evaluations/${draft.id}`);

    expect(await command('backup', '--data', 'before', 'kept.tar.gz')).toContain('Backed up');
    await caller.do('PUT', '/session/preferences/later', { value: 1 });
    expect(await command('restore', 'kept.tar.gz', '--data', 'after')).toContain('chain of');

    const after = await start(path.join(folder, 'after'));
    expect(after.output).not.toContain('Nobody can administer');
    const again = await signIn(after.url, 'evaluator');
    expect(await again.do('GET', `/quality/evaluations/${draft.id}`)).toEqual(submitted);
    expect(await again.do('GET', '/session/preferences')).not.toHaveProperty('later');
    const [here, there] = await Promise.all([before, after].map(({ url }) => fetch(`${url}/api/media/recordings/${call.recordingId}/audio`, { headers: { cookie: `earshot_session=${(url === after.url ? again : caller).session}` } }).then(each => each.arrayBuffer())));
    expect(Buffer.from(there!).equals(Buffer.from(here!))).toBe(true);
    const owner = await signIn(after.url, 'admin');
    expect(await owner.do('POST', '/audit/verification')).toMatchObject({ valid: true, firstProblem: null });
    expect(await owner.do('GET', '/audit?action=backup.restored')).toMatchObject({ rows: [{ detail: { endedJobs: 0 } }] });
    expect(await owner.do('GET', `/quality/interactions/${call.id}`)).toMatchObject({ customerNumber: '+85221234321' });
}, 180_000);
