import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import './test-server';

/** A database of its own for one test file, with the tables of all packages and without rows. */
export interface TestDatabase {
    readonly connection: ClientConfig & { host: string; port: number; user: string; database: string };
    /** the same as one text, for a process that is given DATABASE_URL */
    readonly url: string;
    drop(): Promise<void>;
}

const addressOf = ({ host, port, user, password, database }: TestDatabase['connection']): string => {
    const account = [user, typeof password === 'string' ? password : undefined].filter(each => each !== undefined).map(encodeURIComponent).join(':');
    return `postgres://${account}@${encodeURIComponent(host)}:${port}/${database}`;
};

/** Milliseconds that connections which were closed may take to end. */
const leavingPatience = 10_000;

/** An owner who is no superuser may not end what is left of another role's connections, so they have the time to end by themselves. */
const whenLeft = async (client: Client, database: string): Promise<void> => {
    const until = Date.now() + leavingPatience;
    while (Date.now() < until && (await client.query('select from pg_stat_activity where datname = $1 limit 1', [database])).rowCount) {
        await pause(20);
    }
};

/** For the tests of the project "integration" only. Call it once in a file's beforeAll, and drop it in afterAll. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
    const { template, applicationRole, ...server } = inject('postgres');
    const database = `test_${randomUUID().replaceAll('-', '')}`;
    const connected = async (work: (client: Client) => Promise<unknown>): Promise<void> => {
        const client = new Client(server);
        await client.connect();
        try {
            await work(client);
        } finally {
            await client.end();
        }
    };
    // a copy has the tables and their grants, but not those of the database itself
    await connected(async client => {
        await client.query(`create database ${database} template ${template}`);
        await client.query(`grant connect, create on database ${database} to ${applicationRole}`);
    });
    const connection = { ...server, database };
    return {
        connection, url: addressOf(connection),
        drop: () => connected(async client => {
            await whenLeft(client, database);
            await client.query(`drop database if exists ${database} with (force)`);
        })
    };
};
