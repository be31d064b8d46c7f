import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database';
import { allPackageMigrations } from './package-migrations';

const using = async <T>(database: TestDatabase, use: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client(database.url);
    await client.connect();
    try {
        return await use(client);
    } finally {
        await client.end();
    }
};

it('gives each test file a database with the tables of all packages', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    try {
        const schemas = (await allPackageMigrations()).map(each => each.migrations.schema);
        const found = await using(one, client => client.query<{ schema: string }>(`select distinct table_schema as schema from information_schema.tables
            where table_name = 'migration'`));
        expect(found.rows.map(each => each.schema).sort()).toEqual([...schemas].sort());
        expect(schemas[0]).toBe('core');
        await using(one, client => client.query(`insert into core.setting values ('a', '1')`));
        expect((await using(two, client => client.query('select * from core.setting'))).rows).toEqual([]);
    } finally {
        await Promise.all([one.drop(), two.drop()]);
    }
});

it('lets the application work in it under its own role', async () => {
    const database = await createTestDatabase();
    try {
        await using(database, async client => {
            await client.query(`set role ${inject('postgres').applicationRole}`);
            await client.query('create schema own');
            await client.query(`insert into core.setting values ('a', '1')`);
            await expect(client.query('delete from core.audit_entry')).rejects.toThrow('permission denied');
        });
    } finally {
        await database.drop();
    }
});
