/** The disk fills up under a working server: nothing that was acknowledged is lost, and it goes on when there is room again. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { BackEnd } from '../fixtures/back-end';
import type { Answer, Caller } from './harness/caller';
import { answersWith, publishForm, shortCall } from './harness/contents';
import { studio, uploadLarge } from './harness/large-call';
import { addPerson, firstAdministrator } from './harness/people';

const diskMegabytes = 220;

/** A small disk of its own, where this account may mount one. */
const mountDisk = async (): Promise<string | undefined> => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-disk-'));
    try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=0711`, 'tmpfs', folder], { stdio: 'pipe' });
        return folder;
    } catch {
        await fs.rm(folder, { recursive: true });
        return undefined;
    }
};

const disk = await mountDisk();
let backEnd: BackEnd | undefined;
afterAll(async () => {
    await backEnd?.stop();
    if (disk !== undefined) {
        execFileSync('umount', ['-l', disk]);
        await fs.rm(disk, { recursive: true, force: true });
    }
});

const filler = () => path.join(disk!, 'filler');
const fillDisk = async (): Promise<void> => {
    const file = await fs.open(filler(), 'w');
    for (const size of [1 << 20, 1 << 12]) {
        try {
            for (;;) {
                await file.write(Buffer.alloc(size, 1));
            }
        } catch (error) {
            expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
        }
    }
    await file.close();
};
/** An answer that says whose turn it is now: the administrator's, or that of time. */
const isExplained = ({ status, body }: Answer): boolean => [503, 507].includes(status) && typeof (body as { message?: unknown })?.message === 'string';

if (disk === undefined) {
    it('cannot be tried here: this account may not mount a small disk (run as root)', () => {
        expect(process.getuid?.()).not.toBe(0);
    });
} else {
    it('refuses what does not fit, says why, keeps what was saved, and goes on when there is room', async () => {
        backEnd = await BackEnd.start({ dataFolder: disk });
        const administrator = await firstAdministrator(backEnd.url, backEnd.output);
        const { caller } = await addPerson(administrator, 'evaluator', ['qa-evaluator']);
        const formId = await publishForm(administrator, 'full');
        const { id: interactionId } = await caller.upload<{ id: string }>(shortCall(2, 1), { callId: 'call 1', startedAt: '2026-11-20T10:00:00.000Z' });
        const { id, version: began } = await caller.do<{ id: string; version: number }>('POST', '/quality/evaluations', { interactionId, formId });

        const tooLarge = await uploadLarge(caller, studio, 1500, 'too large for the disk');
        expect(tooLarge).toMatchObject({ status: 507, body: { code: 'DISK_FULL' } });
        expect(await fs.readdir(path.join(disk, 'blobs', 'incoming'))).toEqual([]);

        let acknowledged = { version: began, answers: {} };
        const save = async (who: Caller, text: string): Promise<Answer> => {
            const answers = answersWith(text);
            const answer = await who.ask('PUT', `/quality/evaluations/${id}/draft`, { body: { version: acknowledged.version, answers, evidence: [] } });
            if (answer.status === 200) {
                acknowledged = { version: (answer.body as { version: number }).version, answers };
            }
            return answer;
        };
        expect((await save(caller, 'while there is room')).status).toBe(200);
        await fillDisk();
        const refused: Answer[] = [];
        for (let time = 0; time < 400 && refused.length < 20; time++) {
            const answer = await save(caller, 'x'.repeat(9000));
            if (answer.status !== 200) {
                refused.push(answer);
                await wait(100);
            }
        }
        expect(refused.length).toBeGreaterThan(0);
        expect(refused.filter(each => !isExplained(each)).map(each => `${each.status} ${JSON.stringify(each.body)}`)).toEqual([]);
        expect(backEnd.alive).toBe(true);

        await fs.rm(filler());
        let last: Answer | undefined;
        for (let waited = 0; waited < 60_000 && last?.status !== 200; waited += 500) {
            await wait(500);
            last = await caller.ask('GET', `/quality/evaluations/${id}`);
        }
        expect(last).toMatchObject({ status: 200, body: { version: acknowledged.version, answers: acknowledged.answers, state: 'draft' } });
        expect((await save(caller, 'when there is room again')).status).toBe(200);
        await caller.upload(shortCall(2, 2), { callId: 'call 2', startedAt: '2026-11-20T10:00:00.000Z' });
    }, 240_000);
}
