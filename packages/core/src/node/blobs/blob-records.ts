import { sql, type Transaction } from 'kysely';
import { DatabaseError } from 'pg';
import type { CoreTables } from '../storage/core-tables';
import type { StoredBlob } from './blob-store';

const foreignKeyViolation = '23503';

/**
 * Writes down that a blob is kept, in the transaction that begins to refer to it. Tables refer to blobs by a foreign key on
 * `core.blob (hash)`: that key is what keeps a blob from being removed.
 */
export async function recordBlob<T>(transaction: Transaction<CoreTables & T>, { hash, bytes, mediaType }: StoredBlob): Promise<void> {
    await (transaction as unknown as Transaction<CoreTables>).insertInto('core.blob').values({ hash, bytes, media_type: mediaType }).onConflict(already => already.doNothing()).execute();
}

/**
 * Lets go of a blob, in the transaction that ceases to refer to it. The bytes go some time after the last reference has gone.
 * @returns whether that was the last reference.
 */
export async function forgetBlob<T>(transaction: Transaction<CoreTables & T>, hash: string): Promise<boolean> {
    const core = transaction as unknown as Transaction<CoreTables>;
    await sql`savepoint forget_blob`.execute(core);
    try {
        await core.deleteFrom('core.blob').where('hash', '=', hash).execute();
        await sql`release savepoint forget_blob`.execute(core);
        return true;
    } catch (error) {
        if (error instanceof DatabaseError && error.code === foreignKeyViolation) {
            await sql`rollback to savepoint forget_blob`.execute(core);
            return false;
        }
        throw error;
    }
}
