import { type Kysely, sql } from 'kysely';
import type { CoreTables } from '../storage/core-tables';
import { hashOfSecret, newSecret } from './secret';
import { ownNetwork, type SignInClient } from './sign-in-client';

/** The device cookie lives this long after the last sign-in; a good sign-in from an address speaks for the address a shorter while. */
export const deviceDays = 180;
const addressDays = 30;
/** Devices that are remembered of one person; the oldest makes room. */
const most = 20;

/** By what a name knows a client. The same query for every name, whether anybody has it or not. */
export async function knowsClient(database: Kysely<CoreTables>, login: string, { address, device }: SignInClient): Promise<'device' | 'address' | undefined> {
    const { rows: [found] } = await sql<{ device: boolean | null; address: boolean | null }>`
        select bool_or(known.secret_hash = ${hashOfSecret(device ?? '')}) as device, bool_or(known.address = ${ownNetwork(address)} and known.last_used_at > now() - ${addressDays} * interval '1 day') as address
        from core.known_device known join core.person on person.id = known.person_id
        where person.login = ${login} and known.last_used_at > now() - ${deviceDays} * interval '1 day'`.execute(database);
    return found?.device ? 'device' : found?.address ? 'address' : undefined;
}

/**
 * Remembers a client after a good sign-in. One browser that several people use has one secret.
 * @returns the secret for its cookie: its own where it was given one by us, else a new one.
 */
export async function rememberDevice(transaction: Kysely<CoreTables>, personId: string, { address, device }: SignInClient): Promise<string> {
    const ours = device && await transaction.selectFrom('core.known_device').select('person_id').where('secret_hash', '=', hashOfSecret(device)).limit(1).executeTakeFirst();
    const secret = ours ? device : newSecret();
    const seen = { address: ownNetwork(address), last_used_at: new Date() };
    await transaction.insertInto('core.known_device').values({ secret_hash: hashOfSecret(secret), person_id: personId, ...seen })
        .onConflict(already => already.columns(['secret_hash', 'person_id']).doUpdateSet(seen)).execute();
    await sql`delete from core.known_device where person_id = ${personId} and secret_hash in (
        select secret_hash from core.known_device where person_id = ${personId} order by last_used_at desc, secret_hash offset ${most})`.execute(transaction);
    return secret;
}

export async function forgetDevices(transaction: Kysely<CoreTables>, personId: string): Promise<void> {
    await transaction.deleteFrom('core.known_device').where('person_id', '=', personId).execute();
}

export async function sweepDevices(database: Kysely<CoreTables>): Promise<void> {
    await sql`delete from core.known_device where last_used_at < now() - ${deviceDays} * interval '1 day'`.execute(database);
}
