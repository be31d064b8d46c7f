import type { Kysely } from 'kysely';
import { hashOfSecret, newSecret } from '../access/secret';
import type { CoreTables } from '../storage/core-tables';
import { newId } from '../storage/identifier';

/** A one-time link is valid this long. */
const validMs = 72 * 3_600_000;

export interface Invitation { readonly personId: string; readonly invitation: string; readonly expiresAt: Date }

/** A secret with which a person sets a password, once. Only its hash is kept, and no earlier one of the same person stays valid. */
export async function invite(transaction: Kysely<CoreTables>, personId: string): Promise<Invitation> {
    await revokeInvitations(transaction, personId);
    return (await inviteNew(transaction, [personId]))[0]!;
}

/** The same for people who have never been invited before. */
export async function inviteNew(transaction: Kysely<CoreTables>, personIds: readonly string[]): Promise<readonly Invitation[]> {
    const expiresAt = new Date(Date.now() + validMs);
    const invitations = personIds.map(personId => ({ personId, invitation: newSecret(), expiresAt }));
    await transaction.insertInto('core.invitation')
        .values(invitations.map(each => ({ id: newId(), person_id: each.personId, secret_hash: hashOfSecret(each.invitation), expires_at: expiresAt }))).execute();
    return invitations;
}

export async function revokeInvitations(transaction: Kysely<CoreTables>, personId: string): Promise<void> {
    await transaction.deleteFrom('core.invitation').where('person_id', '=', personId).where('used_at', 'is', null).execute();
}
