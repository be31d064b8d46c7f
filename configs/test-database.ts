import { randomUUID } from 'node:crypto';
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

/** For the tests of the project "integration" only. Call it once in a file's beforeAll, and drop it in afterAll. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
    const { template, applicationRole, ...server } = inject('postgres');
    const database = `test_${randomUUID().replaceAll('-', '')}`;
    const execute = async (...statements: readonly string[]): Promise<void> => {
        const client = new Client(server);
        await client.connect();
        try {
            for (const each of statements) {
                await client.query(each);
            }
        } finally {
            await client.end();
        }
    };
    // a copy has the tables and their grants, but not those of the database itself
    await execute(`create database ${database} template ${template}`, `grant connect, create on database ${database} to ${applicationRole}`);
    const connection = { ...server, database };
    return { connection, url: addressOf(connection), drop: () => execute(`drop database if exists ${database} with (force)`) };
};
