/** For the tests of backup and restore: rows in every table there is, whatever package it belongs to. */
import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '../../storage/identifier';
import { quoted, readTables } from '../catalog';

interface Column { readonly name: string; readonly type: string; readonly optional: boolean; readonly choices: string | null; readonly target: string | null; readonly targetColumn: string | null; readonly reference: string | null }

/** Everything that the text of COPY has to write in another way, and what it does not. */
const awkward = (): string => `tab\tline\nreturn\r back\\slash \\. \\N 'quote' "double" 复核 複核 👂 ${randomBytes(6).toString('hex')}`;

const columnsOf = async (client: Client, table: string): Promise<Column[]> => {
    const { rows } = await client.query<Column>(`
        select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull or a.atthasdef or a.attidentity <> '' as optional,
            (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as choices,
            (select r.relnamespace::regnamespace || '.' || r.relname from pg_class r where r.oid = f.confrelid) as target, (select k.attname from pg_attribute k where k.attrelid = f.confrelid and k.attnum = f.confkey[array_position(f.conkey, a.attnum)]) as "targetColumn", f.conname as reference
        from pg_attribute a left join lateral (select * from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = any(c.conkey) limit 1) f on true
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '' order by a.attnum`, [quoted(table)]);
    return rows;
};

/** The first number of a list of numbers or of a range from and to, as the catalog writes them. */
const firstNumber = (choices: string | null): number | undefined => {
    const found = /ARRAY\[(\d+)/.exec(choices ?? '') ?? />= (\d+).*<=/.exec(choices ?? '');
    return found ? Number(found[1]) : undefined;
};

/** A value that the type, and a check of the column alone, allow. @param place in the row: numbers grow from column to column, as those of a range do */
const valueFor = ({ type, choices, name }: Column, place: number): unknown => {
    const allowed = /'([^']*)'::text/.exec(choices ?? '')?.[1];
    if (allowed !== undefined && !allowed.startsWith('^')) {
        return allowed;
    }
    switch (type) {
        case 'uuid': return newId();
        case 'text': return choices?.includes('[0-9a-f]{64}') || name === 'hash' ? randomBytes(32).toString('hex') : awkward();
        case 'text[]': return [awkward(), '', '{}', 'null'];
        case 'uuid[]': return [newId(), newId()];
        case 'bytea': return randomBytes(40);
        case 'boolean': return true;
        case 'jsonb': return JSON.stringify({ text: awkward(), number: 0.1 + 0.2, list: [null, true, { deep: '' }] });
        case 'date': return '2024-02-29';
        case 'real': return 0.1;
        case 'real[]': return [0.1, null, -2];
        case 'integer[]': case 'bigint[]': return [1, -2, 30_000];
        case 'double precision': return 0.30000000000000004; // shares lie between 0 and 1
        case 'smallint': case 'integer': case 'bigint': return firstNumber(choices) ?? place % 30 * 1_000 + Math.floor(Math.random() * 1_000) + 1;
        default: return type.startsWith('timestamp') ? '2026-11-21T10:11:12.345Z' : awkward();
    }
};

/** @param place of how many references before it are to the same table: rows may not name the same person twice. The columns of one reference name one row. */
const referred = async (client: Client, { target, targetColumn }: Column, place: number): Promise<unknown> => {
    const { rows } = await client.query<{ value: unknown }>(`select ${quoted(targetColumn!)} as value from ${quoted(target!)} limit $1`, [place + 1]);
    return rows.at(-1)?.value;
};

async function addRow(client: Client, table: string, columns: readonly Column[]): Promise<void> {
    const values: unknown[] = [];
    for (const [index, each] of columns.entries()) {
        values.push(each.target ? await referred(client, each, new Set(columns.slice(0, index).filter(other => other.target === each.target && other.reference !== each.reference).map(other => other.reference)).size) : valueFor(each, index));
    }
    await client.query(`insert into ${quoted(table)} (${columns.map(each => quoted(each.name)).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, values);
}

/** @returns what refused the row, or nothing when it is there */
async function tryRow(client: Client, table: string, columns: readonly Column[]): Promise<unknown> {
    await client.query('begin');
    try {
        await addRow(client, table, columns);
        await client.query('commit');
        return undefined;
    } catch (error) {
        await client.query('rollback');
        return error;
    }
}

/** Everything; where the rules of the table exclude one column by another, everything but one. */
async function tryFullRow(client: Client, table: string, columns: readonly Column[]): Promise<unknown> {
    const refused = await tryRow(client, table, columns);
    if (refused) {
        for (const without of columns.filter(each => each.optional)) {
            if (!await tryRow(client, table, columns.filter(each => each !== without))) {
                return undefined;
            }
        }
    }
    return refused;
}

/**
 * Adds to every table that is still empty two rows with what must be there and one with everything, as far as its rules allow them; one at least.
 *
 * @throws when a table's rules are such that no row can be made up
 */
export async function fillEveryTable(client: Client, schemas: readonly string[]): Promise<void> {
    for (const { name } of await readTables(client, schemas)) {
        if ((await client.query(`select from ${quoted(name)} limit 1`)).rowCount) {
            continue;
        }
        const columns = await columnsOf(client, name);
        const must = columns.filter(each => !each.optional);
        const refused = [await tryRow(client, name, must), await tryFullRow(client, name, columns), await tryRow(client, name, must)];
        if (refused.every(each => each !== undefined)) {
            throw new Error(`No row could be made up for ${name}`, { cause: refused[0] });
        }
    }
}
