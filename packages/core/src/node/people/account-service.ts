import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { Person } from '../../common/people/people-contract';
import { forgetDevices } from '../access/known-devices';
import { noteEnds, SessionService } from '../access/session-service';
import { withinScope } from '../access/scope';
import { conflict, invalid, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { HandOverContribution } from './hand-over';
import { invite, revokeInvitations } from './invitation';
import { administratorRole, requireAnAdministrator, rolesOf, setRoles } from './person-roles';
import { lockPerson, personById, personScope } from './person-rows';
import { tell } from './people-service';

/** Whether people may come in, and what they may do: roles, password resets, leaving and coming back. */
@injectable()
export class AccountService {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(SessionService) private readonly sessions: SessionService,
        @inject(ContributionProvider) @named(HandOverContribution) private readonly handOvers: ContributionProvider<HandOverContribution>
    ) { }

    /** What a person holds that a successor could take over; kinds of which there are none are left out. */
    async waiting(principal: Principal, id: string): Promise<{ kind: string; count: number }[]> {
        orNotFound(await this.database.read().selectFrom('core.person as person').select('person.id').where('person.id', '=', id).where(withinScope(principal, 'person:write', personScope)).executeTakeFirst());
        const counts = await Promise.all(this.handOvers.getContributions().map(async each => ({ kind: each.kind, count: await each.count(id) })));
        return counts.filter(each => each.count);
    }

    /**
     * Ends a person's access at once: sessions, tokens and invitations go in the same transaction. What they hold goes to the successor;
     * without one it stays where it is, because ending access must not wait for anything.
     */
    async deactivate(principal: Principal, { id, version, successorId }: { id: string; version: number; successorId: string | null }): Promise<Person> {
        if (id === principal.personId) {
            throw conflict('yourself');
        }
        const { person, ended } = await this.database.write(principal, async (transaction, log) => {
            const before = await lockPerson(transaction, principal, 'person:write', id, version);
            if (before.status === 'deactivated') {
                throw conflict('already-deactivated');
            }
            if (successorId) {
                await this.checkSuccessor(transaction, principal, id, successorId);
                for (const each of this.handOvers.getContributions()) {
                    await each.handOver(transaction, log, id, successorId);
                }
            }
            await transaction.updateTable('core.person').set(({ eb }) => ({ status: 'deactivated', version: eb('version', '+', 1) })).where('id', '=', id).execute();
            if ((await rolesOf(transaction, id)).some(each => each.code === administratorRole)) {
                await requireAnAdministrator(transaction);
            }
            const endedSessions = await endAccess(transaction, log, id);
            const after = await personById(transaction, id);
            log.audit('person.deactivated', 'people', id, { successorId });
            tell(log, after);
            return { person: after, ended: endedSessions };
        });
        this.sessions.ended(ended);
        return person;
    }

    async reactivate(principal: Principal, id: string): Promise<Person> {
        return this.database.write(principal, async (transaction, log) => {
            const before = await lockPerson(transaction, principal, 'person:write', id);
            if (before.status === 'active') {
                throw conflict('already-active');
            }
            await transaction.updateTable('core.person').set(({ eb }) => ({ status: 'active', version: eb('version', '+', 1) })).where('id', '=', id).execute();
            const after = await personById(transaction, id);
            log.audit('person.reactivated', 'people', id);
            tell(log, after);
            return after;
        });
    }

    /** The old password, all sessions and all tokens end; the person sets a new password with the invitation. */
    async resetPassword(principal: Principal, id: string): Promise<{ invitation: string; expiresAt: string }> {
        const { invitation, expiresAt, ended } = await this.database.write(principal, async (transaction, log) => {
            const before = await lockPerson(transaction, principal, 'person:access', id);
            if (before.status === 'deactivated') {
                throw conflict('deactivated');
            }
            if (before.sample) {
                throw conflict('sample-account'); // they keep the password that was printed
            }
            const endedSessions = await endAccess(transaction, log, id);
            await transaction.updateTable('core.person').set({ password: null }).where('id', '=', id).execute();
            log.audit('password.reset', 'people', id);
            return { ...await invite(transaction, id), ended: endedSessions };
        });
        this.sessions.ended(ended);
        return { invitation, expiresAt: expiresAt.toISOString() };
    }

    async assignRoles(principal: Principal, id: string, roles: readonly string[]): Promise<Person> {
        return this.database.write(principal, async (transaction, log) => {
            await lockPerson(transaction, principal, 'person:access', id);
            const { added, removed } = await setRoles(transaction, id, roles);
            await transaction.updateTable('core.person').set(({ eb }) => ({ version: eb('version', '+', 1) })).where('id', '=', id).execute();
            const after = await personById(transaction, id);
            log.audit('person.roles-changed', 'people', id, { added, removed });
            tell(log, after);
            return after;
        });
    }

    private async checkSuccessor(transaction: Kysely<CoreTables>, principal: Principal, id: string, successorId: string): Promise<void> {
        const successor = await transaction.selectFrom('core.person as person').select('person.status').where('person.id', '=', successorId)
            .where(withinScope(principal, 'person:read', personScope)).executeTakeFirst();
        const code = successorId === id ? 'same-person' : !successor ? 'unknown' : successor.status === 'deactivated' ? 'deactivated' : undefined;
        if (code) {
            throw invalid([{ path: 'successorId', code }]);
        }
    }
}

/** @returns the ids of the sessions and tokens that ended. */
async function endAccess(transaction: Kysely<CoreTables>, log: ChangeLog, personId: string): Promise<readonly string[]> {
    const tokens = await transaction.deleteFrom('core.api_token').where('person_id', '=', personId).returning('id').execute();
    await revokeInvitations(transaction, personId);
    await forgetDevices(transaction, personId);
    return noteEnds(log, [...tokens, ...await transaction.deleteFrom('core.session').where('person_id', '=', personId).returning('id').execute()]);
}
