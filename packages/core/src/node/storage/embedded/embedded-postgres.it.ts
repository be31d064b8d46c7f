import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderInUseError, EmbeddedServer, openEmbeddedPostgres } from './index';
import { isAlive } from './process-identity';

const isRoot = process.getuid?.() === 0;
const installed = createRequire(__filename).resolve('@earshot/core/lib/node/storage/embedded/index');

let parent: string;
let lines: string[];
const servers: EmbeddedServer[] = [];
const pools: Pool[] = [];
const children: ChildProcess[] = [];
const relocated: string[] = [];

beforeEach(async () => {
    parent = await fs.mkdtemp(path.join(os.tmpdir(), 'embedded-test-'));
    await fs.chmod(parent, 0o755);
    lines = [];
});

afterEach(async () => {
    await Promise.all(pools.splice(0).map(each => each.end()));
    children.splice(0).forEach(each => each.kill('SIGKILL'));
    await Promise.all(servers.splice(0).map(each => each.close()));
    await Promise.all([parent, ...relocated.splice(0)].map(each => fs.rm(each, { recursive: true, force: true, maxRetries: 3 })));
});

const open = async (folder = 'data'): Promise<EmbeddedServer> => {
    const server = await openEmbeddedPostgres({ dataFolder: path.join(parent, folder), log: line => lines.push(line) });
    servers.push(server);
    return server;
};

const poolOf = (server: Pick<EmbeddedServer, 'socketFolder' | 'port' | 'user'>): Pool => {
    const pool = new Pool({ host: server.socketFolder, port: server.port, user: server.user, database: 'postgres' });
    pool.on('error', () => { /* idle connections break when the server is killed, which is the point here */ });
    pools.push(pool);
    return pool;
};

const serverProcess = async (server: Pick<EmbeddedServer, 'location'>): Promise<number> =>
    Number((await fs.readFile(path.join(server.location, 'postmaster.pid'), 'utf8')).split('\n')[0]);

const supervisorOf = async (pid: number): Promise<number> =>
    Number((await fs.readFile(`/proc/${pid}/status`, 'utf8')).match(/^PPid:\s+(\d+)/m)?.[1]);

const eventually = async (condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<number> => {
    const began = Date.now();
    while (!await condition()) {
        if (Date.now() - began > milliseconds) {
            throw new Error(`not so within ${milliseconds} ms`);
        }
        await wait(20);
    }
    return Date.now() - began;
};

/** A back end in a process of its own, which can be killed. */
const elsewhere = async (folder: string): Promise<{ child: ChildProcess; server: EmbeddedServer }> => {
    const script = `require(${JSON.stringify(installed)}).openEmbeddedPostgres({ dataFolder: process.argv[1], log: () => {} })
        .then(server => { console.log(JSON.stringify(server)); setInterval(() => {}, 1000); }, error => { console.error(error); process.exit(1); });`;
    const child = spawn(process.execPath, ['-e', script, path.join(parent, folder)], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const line = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
        child.once('exit', code => reject(new Error(`ended with ${code}`)));
    });
    return { child, server: JSON.parse(line) as EmbeddedServer };
};

const kill = async (pid: number): Promise<void> => {
    process.kill(pid, 'SIGKILL');
    await eventually(() => !isAlive(pid), 2_000);
};

describe('the embedded server', () => {
    it('keeps what it was given, over a stop and a start', async () => {
        const first = await open();
        await poolOf(first).query('create table kept as select 42 as answer');
        await pools.splice(0)[0].end();
        const pid = await serverProcess(first);
        await first.close();
        expect(isAlive(pid)).toBe(false);
        await expect(fs.stat(first.socketFolder)).rejects.toThrow('ENOENT');
        const { rows } = await poolOf(await open()).query('select answer from kept');
        expect(rows).toEqual([{ answer: 42 }]);
    });

    it('is reached by its private socket only', async () => {
        const server = await open();
        expect((await fs.stat(server.socketFolder)).mode & 0o777).toBe(0o700);
        const { rows } = await poolOf(server).query(`select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit, current_user as user`);
        expect(rows).toEqual([{ addresses: '', fsync: 'on', commit: 'on', user: 'earshot_owner' }]);
    });

    it('tells the letters of every script from signs', async () => {
        const pool = poolOf(await open());
        await pool.query('create extension pg_trgm');
        const { rows } = await pool.query<{ trigrams: string[]; upper: string }>(`select show_trgm('质检') as trigrams, upper('é') as upper`);
        expect(rows[0].trigrams.length).toBeGreaterThan(1);
        expect(rows[0].upper).toBe('É');
    });

    it('runs in two deep folders at once', async () => {
        const deep = path.join('d'.repeat(60), 'e'.repeat(60), 'f'.repeat(60));
        const [one, two] = await Promise.all([open(path.join('one', deep)), open(path.join('two words', deep))]);
        expect(one.location.length).toBeGreaterThan(180);
        const { rows } = await poolOf(one).query('select 1 as up union all select 1');
        expect(rows).toHaveLength(2);
        expect((await poolOf(two).query('select 1 as up')).rows).toHaveLength(1);
    });

    it.runIf(isRoot)('lies where its account can go when the data folder is for root alone, and is found there again', async () => {
        await fs.mkdir(path.join(parent, 'closed'), { mode: 0o700 });
        const server = await open('closed/data');
        relocated.push(path.dirname(server.location));
        expect(server.location.startsWith(parent)).toBe(false);
        expect(lines.join('\n')).toContain(`The database lies in ${server.location}`);
        await poolOf(server).query('create table kept (id int)');
        await pools.splice(0)[0].end();
        await server.close();
        const again = await open('closed/data');
        expect(again.location).toBe(server.location);
        expect((await poolOf(again).query('select * from kept')).rows).toEqual([]);
        await pools.splice(0)[0].end();
        await again.close();
        await fs.rm(path.dirname(server.location), { recursive: true });
        await expect(open('closed/data')).rejects.toThrow('but there is nothing');
    });

    it('begins again after a first start that was killed half-way', async () => {
        await fs.mkdir(path.join(parent, 'data', 'cluster.unfinished', 'base'), { recursive: true });
        expect((await poolOf(await open()).query('select 1 as up')).rows).toHaveLength(1);
    });

    it('refuses a cluster of another major version', async () => {
        await (await open()).close();
        await fs.writeFile(path.join(parent, 'data', 'cluster', 'PG_VERSION'), '17\n');
        await expect(open()).rejects.toThrow('made by PostgreSQL 17');
        expect(await fs.readFile(path.join(parent, 'data', 'owner.2.json'), 'utf8')).toBe('null'); // nobody owns it
    });

    it('says why it does not start, and leaves nothing behind then', async () => {
        await (await open()).close();
        await fs.appendFile(path.join(parent, 'data', 'cluster', 'postgresql.conf'), '\nshared_buffers = nonsense\n');
        await fs.appendFile(path.join(parent, 'data', 'cluster', 'pg_hba.conf'), '\nnonsense\n');
        await expect(open()).rejects.toThrow(/does not start.*\n.*nonsense/s);
        expect(await fs.readdir(path.join(parent, 'data'))).toEqual(['cluster', 'owner.2.json']);
    });
});

describe('a killed back end', () => {
    it('leaves no server behind, and nothing of what was saved is lost', async () => {
        const { child, server } = await elsewhere('data');
        await poolOf(server).query('create table kept as select 1 as id');
        const pid = await serverProcess(server);
        await kill(child.pid!);
        expect(await eventually(() => !isAlive(pid), 3_000)).toBeLessThan(2_000);
        await eventually(() => fs.stat(server.socketFolder).then(() => false, () => true), 2_000);
        expect((await poolOf(await open()).query('select id from kept')).rows).toEqual([{ id: 1 }]);
    });

    it('may be started again at once', async () => {
        const { child } = await elsewhere('data');
        await kill(child.pid!);
        expect((await poolOf(await open()).query('select 1 as up')).rows).toHaveLength(1);
    });

    it('whose supervisor was killed too leaves a server that the next one stops', async () => {
        const { child, server } = await elsewhere('data');
        await poolOf(server).query('create table kept as select 1 as id');
        const pid = await serverProcess(server);
        await kill(await supervisorOf(pid));
        await kill(child.pid!);
        expect(isAlive(pid)).toBe(true);
        const next = await open();
        expect(isAlive(pid)).toBe(false);
        expect(lines.join('\n')).toContain('which was left running');
        expect((await poolOf(next).query('select id from kept')).rows).toEqual([{ id: 1 }]);
    });
});

describe('a killed server', () => {
    it('comes back by itself, and the same pool goes on', async () => {
        const server = await open();
        const pool = poolOf(server);
        await pool.query('create table kept as select 1 as id');
        const pid = await serverProcess(server);
        await kill(pid);
        await eventually(() => pool.query('select id from kept').then(({ rows }) => rows.length === 1, () => false), 10_000);
        await eventually(async () => await serverProcess(server).catch(() => pid) !== pid, 10_000);
        await eventually(() => pool.query('select id from kept').then(({ rows }) => rows.length === 1, () => false), 10_000);
        expect(lines.join('\n')).toMatch(/stopped \(it was ended by SIGKILL\) and is being started again/);
    });

    it('comes back too when its supervisor was killed', async () => {
        const server = await open();
        const pool = poolOf(server);
        const pid = await serverProcess(server);
        await kill(await supervisorOf(pid));
        await eventually(async () => !isAlive(pid) && await serverProcess(server).then(now => now !== pid, () => false), 10_000);
        await eventually(() => pool.query('select 1').then(() => true, () => false), 10_000);
        const now = await serverProcess(server);
        await pools.splice(0)[0].end();
        await server.close();
        expect(isAlive(now)).toBe(false);
    });
});

describe('a data folder', () => {
    it('has one owner, whom the error names', async () => {
        const { child } = await elsewhere('data');
        const error = await open().catch((each: unknown) => each);
        expect(error).toBeInstanceOf(DataFolderInUseError);
        expect((error as DataFolderInUseError).pid).toBe(child.pid);
        expect((error as Error).message).toContain(String(child.pid));
    });

    it('is not opened twice by one process', async () => {
        const server = await open();
        await expect(open()).rejects.toThrow(DataFolderInUseError);
        expect((await poolOf(server).query('select 1 as up')).rows).toHaveLength(1);
    });

    it('is not held by a dead owner or server whose ids other processes have now', async () => {
        const server = await open();
        await server.close();
        const data = path.join(parent, 'data');
        // this process is alive, but never had this identity; it is neither a server
        await fs.writeFile(path.join(data, 'owner.9.json'), JSON.stringify({ pid: process.pid, identity: 'earlier', host: os.hostname() }));
        await fs.writeFile(path.join(server.location, 'postmaster.pid'), `${process.pid}\n${server.location}\n1700000000\n5432\n/tmp\n\n  5432001         0\nready   \n`);
        const { uid, gid } = await fs.stat(server.location);
        await fs.chown(path.join(server.location, 'postmaster.pid'), uid, gid);
        expect((await poolOf(await open()).query('select 1 as up')).rows).toHaveLength(1);
    });
});
