/** What a database holds of the packages' schemas, read from PostgreSQL's own catalogues. */
import { type ClientBase, escapeIdentifier } from 'pg';
import { inOrderOfReference, type Reference } from './table-order';

export interface Table {
    /** `core.person` */
    readonly name: string;
    /** Those that are stored, in order; not those that the database computes. */
    readonly columns: readonly string[];
}

/** Written by the migrator: a restored database has its own. */
const ofMigrator = ['migration', 'migration_lock'];

/** `core.person` as SQL. */
export const quoted = (name: string): string => name.split('.').map(escapeIdentifier).join('.');

/** The tables of the schemas, each after those that it refers to. */
export async function readTables(client: ClientBase, schemas: readonly string[]): Promise<Table[]> {
    const { rows } = await client.query<Table>(`
        select format('%s.%s', n.nspname, c.relname) as name,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) and c.relkind = 'r' and c.relname <> all($2)`, [schemas, ofMigrator]);
    const { rows: references } = await client.query<Reference>(`
        select distinct format('%s.%s', n.nspname, r.relname) as table, format('%s.%s', o.nspname, t.relname) as target
        from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
            join pg_class t on t.oid = c.confrelid join pg_namespace o on o.oid = t.relnamespace
        where c.contype = 'f' and n.nspname = any($1)`, [schemas]);
    return inOrderOfReference(rows.map(each => each.name), references).map(name => rows.find(each => each.name === name)!);
}

/** Of the schemas given, those that exist. */
export async function existingSchemas(client: ClientBase, schemas: readonly string[]): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>('select nspname as name from pg_namespace where nspname = any($1) order by 1', [schemas]);
    return rows.map(each => each.name);
}

/** Schemas that are neither PostgreSQL's own nor among these, without those that hold no tables. */
export async function otherSchemas(client: ClientBase, schemas: readonly string[]): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(`
        select distinct n.nspname as name from pg_namespace n join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
        where n.nspname <> all($1) and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%' order by 1`, [schemas]);
    return rows.map(each => each.name);
}

/** Names of the migrations that a schema has gone through, in order. */
export async function appliedMigrations(client: ClientBase, schema: string): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(`select name from ${quoted(`${schema}.migration`)} order by name`);
    return rows.map(each => each.name);
}

export interface Sequence { readonly name: string; readonly value: string; readonly called: boolean }

export async function readSequences(client: ClientBase, schemas: readonly string[]): Promise<Sequence[]> {
    const { rows } = await client.query<{ name: string }>(`
        select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) and c.relkind = 'S' order by 1`, [schemas]);
    const sequences: Sequence[] = [];
    for (const { name } of rows) {
        const { rows: [state] } = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${quoted(name)}`);
        sequences.push({ name, ...state! });
    }
    return sequences;
}

export interface ForeignKey { readonly table: string; readonly name: string; readonly definition: string }

/** The foreign keys of the schemas, with what would make them again. */
export async function readForeignKeys(client: ClientBase, schemas: readonly string[]): Promise<ForeignKey[]> {
    const { rows } = await client.query<ForeignKey>(`
        select format('%s.%s', t.nspname, r.relname) as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace t on t.oid = r.relnamespace
        where c.contype = 'f' and c.conparentid = 0 and t.nspname = any($1) order by 1, 2`, [schemas]);
    return rows;
}
