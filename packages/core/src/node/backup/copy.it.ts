import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../configs/test-database';
import { withConnection } from './backup-session';
import { copyIn, copyOut } from './copy';

let database: TestDatabase;
beforeAll(async () => {
    database = await createTestDatabase();
    await withConnection(database.connection, client => client.query(`create table public.long as select each, repeat(md5(each::text), 100) as text from generate_series(1, 20000) each`));
});
afterAll(() => database.drop());

const all = async (parts: AsyncGenerator<Buffer, number>): Promise<{ rows: number; parts: Buffer[] }> => {
    const found: Buffer[] = [];
    for (;;) {
        const next = await parts.next();
        if (next.done) {
            return { rows: next.value, parts: found };
        }
        found.push(next.value);
    }
};

it('hands a table over in parts and takes it in again', async () => {
    const { rows, parts } = await withConnection(database.connection, client => all(copyOut(client, 'copy public.long to stdout', 1 << 20)));
    expect(rows).toBe(20_000);
    expect(parts.length).toBeGreaterThan(50);
    expect(parts.slice(0, -1).every(each => each.length >= 1 << 20 && each.length < (1 << 20) + 200_000)).toBe(true);
    const taken = await withConnection(database.connection, async client => {
        await client.query('create table public.copy (like public.long)');
        const count = await copyIn(client, 'copy public.copy from stdin', (async function* () { yield* parts; })());
        const { rows: [difference] } = await client.query<{ count: number }>('select count(*)::int as count from (select * from public.long except select * from public.copy) other');
        return { count, difference: difference!.count };
    });
    expect(taken).toEqual({ count: 20_000, difference: 0 });
});

it('ends with the connection when nobody wants the rest', async () => {
    await withConnection(database.connection, async client => {
        for await (const part of copyOut(client, 'copy public.long to stdout', 1000)) {
            expect(part.length).toBeGreaterThan(0);
            break;
        }
        await expect(client.query('select 1')).rejects.toThrow();
    });
    await expect(withConnection(database.connection, async client => {
        for await (const part of copyOut(client, 'copy public.long to stdout', 1000)) {
            throw new Error(`after ${part.length > 0}`);
        }
    })).rejects.toThrow('after true');
});

it('tells what the server says, and why the source broke off', async () => {
    await withConnection(database.connection, async client => {
        await expect(all(copyOut(client, 'copy public.nothing to stdout', 1000))).rejects.toThrow('does not exist');
        await expect(copyIn(client, 'copy public.long from stdin', (async function* () { yield Buffer.from('no number\tx\n'); })())).rejects.toThrow('invalid input syntax');
        await expect(copyIn(client, 'copy public.long from stdin', (async function* () {
            yield Buffer.from('1\tx\n');
            throw new Error('no more');
        })())).rejects.toThrow('no more');
        expect((await client.query(`select from public.long where text = 'x'`)).rowCount).toBe(0);
    });
});
