import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderInUseError, takeOwnership } from './ownership';

let folder: string;
const file = () => path.join(folder, 'owner.json');
const take = (patience?: number) => takeOwnership(folder, folder, patience);

beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'ownership-test-'));
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

describe('ownership', () => {
    it('is given to one of many who ask at once', async () => {
        await fs.writeFile(file(), JSON.stringify({ pid: 2 ** 22 + 1, identity: 'gone', host: os.hostname() }));
        const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => take()));
        expect(outcomes.filter(each => each.status === 'fulfilled')).toHaveLength(1);
        expect(outcomes.filter(each => each.status === 'rejected' && each.reason instanceof DataFolderInUseError)).toHaveLength(19);
        expect(await fs.readdir(folder)).toEqual(['owner.1.json']);
    });

    it('is never given to two, however often it changes hands', async () => {
        let owners = 0;
        let handed = 0;
        const starter = async () => {
            for (let tries = 0; tries < 40; tries++) {
                const ownership = await take().catch(() => undefined);
                if (ownership) {
                    expect(++owners).toBe(1);
                    handed++;
                    await new Promise(resolve => { setImmediate(resolve); });
                    owners--;
                    await ownership.release();
                }
            }
        };
        await Promise.all(Array.from({ length: 12 }, starter));
        expect(handed).toBeGreaterThan(1);
        expect(await fs.readdir(folder)).toEqual([`owner.${handed}.json`]);
    });

    it('passes on when released', async () => {
        await (await take()).release();
        await expect(take()).resolves.toBeDefined();
    });

    it('stays with an owner on another host that gives signs of life', async () => {
        await fs.writeFile(file(), JSON.stringify({ pid: 7, identity: 'unknowable', host: 'another-host' }));
        const touching = setInterval(() => void fs.utimes(file(), new Date(), new Date()), 200);
        try {
            await expect(take(3_000)).rejects.toThrow('the process 7 on another-host');
        } finally {
            clearInterval(touching);
        }
    });

    it('stays with one of another container on a host of the same name, whose process ids say nothing here', async () => {
        await fs.writeFile(file(), JSON.stringify({ pid: 7, identity: 'unknowable', host: os.hostname(), space: 'pid:[1]' }));
        const touching = setInterval(() => void fs.utimes(file(), new Date(), new Date()), 200);
        try {
            await expect(take(3_000)).rejects.toThrow(DataFolderInUseError);
        } finally {
            clearInterval(touching);
        }
    });

    it('is taken from an owner on another host that gives none', async () => {
        await fs.writeFile(file(), JSON.stringify({ pid: 7, identity: 'unknowable', host: 'another-host' }));
        await expect(take(1_000)).resolves.toBeDefined();
    });

    it('is taken from a file cut short by a full disk', async () => {
        await fs.writeFile(file(), '{"pid":');
        await expect(take()).resolves.toBeDefined();
    });
});
