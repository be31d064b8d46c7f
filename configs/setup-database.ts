import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../packages/core/src/node/storage/embedded';
import { applicationRole, migrateAll } from '../packages/core/src/node/storage/migrate';
import { allPackageMigrations } from './package-migrations';
import type { TestServer } from './test-server';

type Place = Omit<TestServer, 'template' | 'applicationRole'>;

const given = (address: string): Place => {
    const url = new URL(address);
    return {
        host: decodeURIComponent(url.hostname), port: Number(url.port || 5432), user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password) || undefined, database: url.pathname.slice(1) || 'postgres'
    };
};

const embedded = async (): Promise<{ place: Place; stop(): Promise<void> }> => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-tests-'));
    await fs.chmod(folder, 0o755);
    const server = await openEmbeddedPostgres({ dataFolder: folder, log: () => { }, onLost: error => console.error(error.message) });
    return {
        place: { host: server.socketFolder, port: server.port, user: server.user, database: 'postgres' },
        stop: async () => {
            await server.close();
            await fs.rm(folder, { recursive: true, force: true });
        }
    };
};

const execute = async (place: Place, statement: string): Promise<void> => {
    const client = new Client(place);
    await client.connect();
    try {
        await client.query(statement);
    } finally {
        await client.end();
    }
};

/** Package by package. One whose migrations fail is left out with those that depend on it, so the others can be tested. */
const migrate = async (place: Place, template: string): Promise<readonly Error[]> => {
    const failed = new Map<string, Error>();
    for (const { name, dependencies, migrations } of await allPackageMigrations()) {
        const missing = dependencies.find(each => failed.has(each));
        try {
            if (missing !== undefined) {
                throw new Error(`needs ${missing}`);
            }
            await migrateAll({ ...place, database: template }, [migrations]);
        } catch (error) {
            const problem = new Error(`The migrations of ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
            console.error(problem.message);
            failed.set(name, problem);
        }
    }
    return [...failed.values()];
};

/** One server for all integration tests of a project: that of DATABASE_URL, or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const address = process.env.DATABASE_URL;
    const template = `earshot_template_${project.name}_${process.pid}`;
    const { place, stop } = address ? { place: given(address), stop: async () => { } } : await embedded();
    const remove = (): Promise<void> => execute(place, `drop database if exists ${template} with (force)`).finally(stop);
    try {
        await execute(place, `create database ${template} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`);
        const problems = await migrate(place, template);
        project.provide('postgres', { ...place, template, applicationRole });
        return async () => {
            await remove();
            if (problems.length > 0) {
                // a run without these tables has not tested what it should, and vitest only prints what a teardown throws
                process.exitCode = 1;
                throw new Error(problems.map(each => each.message).join('\n'));
            }
        };
    } catch (error) {
        await remove();
        throw error;
    }
}
