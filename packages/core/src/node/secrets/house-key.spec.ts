import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HouseKey, keyFile } from './house-key';

let dataFolder: string;
beforeEach(async () => { dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-key-')); });
afterEach(() => fs.rm(dataFolder, { recursive: true }));

const opened = async (secret?: string): Promise<HouseKey> => {
    const key = new HouseKey({ dataFolder, secret });
    await key.run();
    return key;
};

it('lies in the data folder, for its owner only, and stays the same', async () => {
    const [one, two] = await Promise.all([opened(), opened()]);
    expect((await fs.stat(path.join(dataFolder, keyFile))).mode & 0o777).toBe(0o600);
    const sealed = one.seal('here', 'text');
    await fs.chmod(path.join(dataFolder, keyFile), 0o644);
    expect((await opened()).unseal('here', sealed)).toBe('text');
    expect(two.unseal('here', sealed)).toBe('text');
    expect((await fs.stat(path.join(dataFolder, keyFile))).mode & 0o777).toBe(0o600);
});

it('comes from EARSHOT_SECRET where that is set, and then needs no file', async () => {
    const secret = 'a secret of at least 32 characters';
    expect((await opened(secret)).unseal('here', (await opened(secret)).seal('here', 'text'))).toBe('text');
    expect((await opened(`${secret}!`)).unseal('here', (await opened(secret)).seal('here', 'text'))).toBeUndefined();
    expect(await fs.readdir(dataFolder)).toEqual([]);
    await expect(opened('too short')).rejects.toThrow('EARSHOT_SECRET');
});

it('is not replaced in silence when the file is spoilt', async () => {
    await fs.writeFile(path.join(dataFolder, keyFile), 'spoilt');
    await expect(opened()).rejects.toThrow('holds no key');
    expect(await fs.readFile(path.join(dataFolder, keyFile), 'utf8')).toBe('spoilt');
});

it('makes fingerprints that only the same key makes again', async () => {
    const key = await opened();
    const print = key.fingerprint('here', '13800138000');
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect((await opened()).fingerprint('here', '13800138000')).toBe(print);
    expect([key.fingerprint('there', '13800138000'), key.fingerprint('here', '13800138001'), (await opened('another secret of 32 characters!')).fingerprint('here', '13800138000')]).not.toContain(print);
});
