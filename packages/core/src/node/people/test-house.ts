import { createTestDatabase } from '../../../../../configs/test-database';
import { corePermissions } from '../../common/access/core-permissions';
import type { PermissionDefinition, Scope } from '../../common/access/permission';
import { seedRoles } from '../access/roles-seeding';
import { SessionService } from '../access/session-service';
import { type Principal, systemPrincipal } from '../api/context';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { insertPeople } from './people-service';
import { setRoles } from './person-roles';

export type TestPerson = Principal & { readonly personId: string };

/** For integration tests: a house of its own with the built-in roles, and people as the test needs them. */
export interface TestHouse {
    readonly database: Database;
    readonly connection: { host: string; port: number; user: string; database: string };
    readonly sessions: SessionService;
    /** Adds a person with these roles, as the house would know them at their next request. */
    person(login: string, about?: { readonly name?: string; readonly roles?: readonly string[]; readonly teamId?: string | null; readonly email?: string | null; readonly employeeNumber?: string }): Promise<TestPerson>;
    team(name: string, about?: { readonly parentId?: string; readonly leaderId?: string }): Promise<string>;
    /** The person again, with the rights that they have now. */
    again(person: TestPerson): Promise<TestPerson>;
    close(): Promise<void>;
}

export async function openTestHouse(permissions: readonly PermissionDefinition[] = corePermissions): Promise<TestHouse> {
    const { connection, drop } = await createTestDatabase();
    const database = new Database(connection);
    const sessions = new SessionService(database);
    await seedRoles(database, permissions);
    const house = systemPrincipal('test');
    const known = async (personId: string): Promise<TestPerson> => {
        const principal = await sessions.principalOfPerson(personId, 'session');
        if (!principal) {
            throw new Error('Nobody active has this id.');
        }
        return principal;
    };
    return {
        database, sessions, connection,
        person: async (login, about = {}) => {
            const id = newId();
            const { name = login, roles = [], teamId = null, email = null, employeeNumber = null } = about;
            await database.write(house, async (transaction, log) => {
                await insertPeople(transaction, [{ id, name, login, teamId, email, employeeNumber, positionId: null, joinedOn: null }]);
                await setRoles(transaction, id, roles);
                log.audit('person.added', 'people', id);
            });
            return known(id);
        },
        team: async (name, about = {}) => {
            const id = newId();
            const { parentId = null, leaderId = null } = about;
            await database.write(house, async (transaction, log) => {
                await transaction.insertInto('core.team').values({ id, name, parent_id: parentId, leader_id: leaderId }).execute();
                log.audit('team.added', 'teams', id);
            });
            return id;
        },
        again: person => known(person.personId),
        close: async () => {
            await database.close();
            await drop();
        }
    };
}

/** A person whose permissions are exactly these. */
export const allowed = (person: TestPerson, permissions: Readonly<Record<string, Scope>>): TestPerson => ({ ...person, permissions: new Map(Object.entries(permissions)) });
