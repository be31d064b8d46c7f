import { type Kysely, sql } from 'kysely';
import type { Person } from '../../common/people/people-contract';
import { withinScope } from '../access/scope';
import { conflict, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import { requireRank } from './rank';
import type { CoreTables } from '../storage/core-tables';

/** The columns by which scopes recognise a person's own row and team. */
export const personScope = { owners: ['person.id'], team: 'person.team_id' } as const;

const rolesOfPerson = sql<string[]>`coalesce((
    select array_agg(role.code order by role.code) from core.person_role join core.role on role.id = person_role.role_id where person_role.person_id = person.id), '{}')`;

/** People as the contract shows them; the caller adds which. Works on the pool as well as within a transaction. */
export const personRows = (database: Kysely<CoreTables>) => database.selectFrom('core.person as person')
    .leftJoin('core.team as team', 'team.id', 'person.team_id')
    .leftJoin('core.position as position', 'position.id', 'person.position_id')
    .select([
        'person.id', 'person.name', 'person.login', 'person.employee_number', 'person.email', 'person.team_id', 'team.name as team_name', 'person.position_id', 'position.name as position_name',
        'person.status', 'person.joined_on', 'person.last_sign_in_at', 'person.version', rolesOfPerson.as('roles')
    ]);

export type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>['executeTakeFirstOrThrow']>>;

export const asPerson = (row: PersonRow): Person => ({
    id: row.id, name: row.name, login: row.login, employeeNumber: row.employee_number, email: row.email, teamId: row.team_id, teamName: row.team_name,
    positionId: row.position_id, positionName: row.position_name, roles: row.roles, status: row.status, joinedOn: row.joined_on,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null, version: row.version
});

export const personById = async (database: Kysely<CoreTables>, id: string): Promise<Person> =>
    asPerson(orNotFound(await personRows(database).where('person.id', '=', id).executeTakeFirst()));

/**
 * The row of a person whom the caller is about to change, locked until the transaction ends.
 * @throws NOT_FOUND outside the caller's scope; OUTRANKED for a person with a power over the house that the caller lacks;
 *         CONFLICT 'changed-meanwhile' when it is no longer the version that the caller saw.
 */
export async function lockPerson(transaction: Kysely<CoreTables>, principal: Principal, permission: string, id: string, version?: number) {
    const row = orNotFound(await transaction.selectFrom('core.person as person').selectAll('person')
        .where('person.id', '=', id).where(withinScope(principal, permission, personScope)).forUpdate().executeTakeFirst());
    await requireRank(transaction, principal, id);
    if (version !== undefined && row.version !== version) {
        throw conflict('changed-meanwhile', { version: row.version });
    }
    return row;
}
