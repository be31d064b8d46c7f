import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedServer, openEmbeddedPostgres } from '../storage/embedded';
import { migrateAll } from '../storage/migrate';
import { productPackages } from './product-packages';

const product = path.join(__dirname, '../../../../../examples/browser');
const compiled = path.join(__dirname, '../../../lib/node/backup');

let folder: string;
const at = (name: string) => path.join(folder, name);

interface Ended { readonly code: number; readonly said: string }

const run = (command: 'backup' | 'restore', ...args: string[]) => new Promise<Ended>(resolve => {
    const env = { PATH: process.env.PATH, EARSHOT_PRODUCT: product, INIT_CWD: folder };
    execFile(process.execPath, [path.join(compiled, `${command}-command.js`), ...args], { env }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }));
});

const open = (name: string) => openEmbeddedPostgres({ dataFolder: at(name), log: () => { } });
const connectionTo = (server: EmbeddedServer) => ({ host: server.socketFolder, port: server.port, user: server.user, database: 'postgres' });
const settingsIn = async (server: EmbeddedServer): Promise<string[]> => {
    const client = new Client(connectionTo(server));
    await client.connect();
    try {
        return (await client.query<{ key: string }>('select key from core.setting order by key')).rows.map(each => each.key);
    } finally {
        await client.end();
    }
};
const addSetting = async (server: EmbeddedServer, key: string): Promise<void> => {
    const client = new Client(connectionTo(server));
    await client.connect();
    await client.query(`insert into core.setting values ($1, '1')`, [key]);
    await client.end();
};

beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'backup-command-'));
    await fs.chmod(folder, 0o755);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

it('backs up the database of a running server, or of none, and restores into a new data folder', async () => {
    const server = await open('data');
    try {
        await migrateAll(connectionTo(server), productPackages(product).migrations);
        const rowsIn = async (archive: string): Promise<number> => {
            const { code, said } = await run('backup', '--data', 'data', archive);
            expect(code, said).toBe(0);
            return Number(/^Backed up (\d+) rows of/.exec(said)![1]);
        };
        const fromMigrations = await rowsIn('new.tar.gz');
        await addSetting(server, 'first');
        expect(await rowsIn('running.tar.gz')).toBe(fromMigrations + 1);
        await addSetting(server, 'second');
    } finally {
        await server.close();
    }
    expect(await run('backup', 'stopped.tar', '--data', at('data'))).toMatchObject({ code: 0 });

    const inUse = await open('data');
    expect(await run('restore', 'stopped.tar', '--data', 'data')).toMatchObject({ code: 1, said: expect.stringContaining('in use by the process') as string });
    await inUse.close();
    expect(await run('restore', 'stopped.tar', '--data', 'data')).toMatchObject({ code: 1, said: expect.stringContaining('not empty') as string });

    for (const [archive, expected] of [['running.tar.gz', ['first']], ['stopped.tar', ['first', 'second']]] as const) {
        const { code, said } = await run('restore', archive, '--data', `from-${archive}`);
        expect(said).toContain(`Restored the backup of`);
        expect(code).toBe(0);
        const restored = await open(`from-${archive}`);
        expect(await settingsIn(restored)).toEqual(expected);
        await restored.close();
    }
}, 180_000);

it('says in one sentence what is wrong', async () => {
    expect(await run('backup', '--data', 'nowhere', 'x.tar')).toEqual({ code: 1, said: `There is no backup. There is no database in ${at('nowhere')}. Name the data folder with --data, or the server with --database-url.\n` });
    await expect(fs.stat(at('nowhere'))).rejects.toThrow('ENOENT');
    expect(await run('backup')).toMatchObject({ code: 2, said: expect.stringContaining('npm run backup --') as string });
    expect(await run('restore', 'a.tar', '--force')).toMatchObject({ code: 2, said: expect.stringContaining('--force') as string });
    expect(await run('restore', '--help')).toMatchObject({ code: 0 });
    await fs.writeFile(at('cut.tar'), Buffer.alloc(700, 1));
    expect(await run('restore', 'cut.tar', '--data', 'new')).toMatchObject({ code: 1, said: expect.stringMatching(/Nothing was restored\. The archive is damaged/) as string });
    await expect(fs.stat(at('new'))).rejects.toThrow('ENOENT');
    expect(await run('backup', '--database-url', `postgres://nobody@${encodeURIComponent(at('no-socket'))}/x`, 'x.tar')).toMatchObject({ code: 1, said: expect.stringContaining('out of reach') as string });
});
