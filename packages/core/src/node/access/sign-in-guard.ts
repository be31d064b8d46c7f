import { type Kysely, sql } from 'kysely';
import { ORPCError } from '@orpc/server';
import type { CoreTables } from '../storage/core-tables';
import type { Database } from '../storage/database';
import { knowsClient } from './known-devices';
import { brakeSeconds, lockSeconds } from './lockout';
import { hashOfSecret } from './secret';
import { ownNetwork, type SignInClient } from './sign-in-client';

/** What was counted is forgotten after a day without failures. */
const memory = sql`interval '24 hours'`;
/** Of all clients that a name does not know, together. */
const everybody = '*';

/** A login name as it is stored, however it was typed. */
export const loginName = (typed: string): string => typed.trim().toLowerCase();

/** An attempt that may be made. Until it is taken back it counts as failed, so that guesses made all at once gain nothing. */
export interface Attempt { readonly name: Buffer; readonly client: string; readonly failures: number; readonly lockedSeconds: number; readonly braked: boolean }

/**
 * Brakes guessing at passwords: per name and client, and more slowly per name. A client that the name knows, by a device cookie or a
 * recent good sign-in from its address, is not slowed by what others do (after the device cookies of OWASP's authentication cheat
 * sheet). Whether anybody has the name makes no difference here.
 */
export class SignInGuard {
    constructor(private readonly database: Database) { }

    /** @throws LOCKED while the client, or the name for clients it does not know, must wait. */
    async attempt(login: string, client: SignInClient): Promise<Attempt> {
        const name = hashOfSecret(loginName(login));
        const known = await knowsClient(this.database.read(), loginName(login), client);
        const key = known === 'device' ? `device ${hashOfSecret(client.device ?? '').toString('hex')}` : `address ${ownNetwork(client.address)}`;
        return this.take(name, key, !known);
    }

    /** An attempt at the present password by somebody who is signed in: a session in the wrong hands is no way to try passwords. */
    attemptFromWithin(login: string): Promise<Attempt> {
        return this.take(hashOfSecret(loginName(login)), 'signed in', false);
    }

    /** The password was right: nothing of this client is held against it, and it was no failure among those of all. */
    async takeBack({ name, client, braked }: Attempt): Promise<void> {
        await this.database.read().deleteFrom('core.sign_in_failure').where('name_hash', '=', name).where('client', '=', client).execute();
        if (braked) {
            await this.database.read().updateTable('core.sign_in_failure').set({ failures: sql`greatest(failures - 1, 0)`, locked_until: null })
                .where('name_hash', '=', name).where('client', '=', everybody).execute();
        }
    }

    async sweep(): Promise<void> {
        await sql`delete from core.sign_in_failure where last_at < now() - ${memory}`.execute(this.database.read());
    }

    /** Both counts or neither: who is refused for one is not counted by the other. */
    private take(name: Buffer, client: string, braked: boolean): Promise<Attempt> {
        return this.database.read().transaction().execute(async transaction => {
            const own = await count(transaction, name, client, lockSeconds);
            if (braked) {
                await count(transaction, name, everybody, brakeSeconds);
            }
            return { name, client, braked, failures: own.failures, lockedSeconds: own.seconds };
        });
    }
}

/** Forgets everything that was held against a name; for when its person has proved themselves in another way. */
export const forgive = async (database: Kysely<CoreTables>, login: string): Promise<void> => {
    await database.deleteFrom('core.sign_in_failure').where('name_hash', '=', hashOfSecret(loginName(login))).execute();
};

async function count(transaction: Kysely<CoreTables>, name: Buffer, client: string, delay: (failures: number) => number): Promise<{ failures: number; seconds: number }> {
    const { rows: [counted] } = await sql<{ failures: number }>`insert into core.sign_in_failure as held (name_hash, client, failures, last_at) values (${name}, ${client}, 1, now())
        on conflict (name_hash, client) do update set last_at = now(), failures = case when held.last_at < now() - ${memory} then 1 else held.failures + 1 end
        where held.locked_until is null or held.locked_until <= now() returning failures`.execute(transaction);
    if (!counted) {
        const { locked_until: until } = await transaction.selectFrom('core.sign_in_failure').select('locked_until').where('name_hash', '=', name).where('client', '=', client).executeTakeFirstOrThrow();
        throw locked(Math.max(1, Math.ceil(((until?.getTime() ?? 0) - Date.now()) / 1000)));
    }
    const seconds = delay(counted.failures);
    await sql`update core.sign_in_failure set locked_until = now() + ${seconds} * interval '1 second' where name_hash = ${name} and client = ${client} and ${seconds} > 0`.execute(transaction);
    return { failures: counted.failures, seconds };
}

const locked = (retryAfterSeconds: number) => new ORPCError('LOCKED', { status: 423, message: 'Too many failed attempts: wait a while.', data: { retryAfterSeconds } });
