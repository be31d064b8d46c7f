import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import '../storage/database'; // sets how counts and days are read

/**
 * How values become text does not depend on how a server happens to be set up; scanning a large table begins at its beginning, so
 * that its rows come in the same order again; and nothing breaks off by itself.
 */
const settings = `set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; set bytea_output = 'hex';
    set synchronize_seqscans = off; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Runs something on one connection, as the owner of the tables. */
export async function withConnection<R>(connection: ClientConfig, use: (client: Client) => Promise<R>): Promise<R> {
    const client = new Client({ ...connection, application_name: 'earshot backup' });
    client.on('error', () => { /* whatever is under way is told */ });
    await client.connect();
    try {
        await client.query(settings);
        return await use(client);
    } finally {
        await client.end().catch(() => { /* it is gone already */ });
    }
}

/** Queries built with Kysely, on a connection and in the transaction that are open already. */
export function queriesOn<Tables>(client: Client): Kysely<Tables> {
    const pooled = { query: client.query.bind(client), release: () => { /* whoever opened it closes it */ } } as unknown as PostgresPoolClient;
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: () => Promise.resolve(pooled), end: () => Promise.resolve(), options: {} } }) });
}
