import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type * as z from 'zod';
import { asSpelling, spelledName } from '../../common/people/name-spelling';
import type { Person, peopleOperations, personChange, personInput } from '../../common/people/people-contract';
import { withinScope } from '../access/scope';
import { orNotFound } from '../api/failure';
import { type Principal, scopeOf } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { containing } from '../storage/like-pattern';
import { invite } from './invitation';
import { readCursor, writeCursor } from './name-cursor';
import { checkPlacement } from './placement';
import { setRoles } from './person-roles';
import { asPerson, lockPerson, personById, personRows, personScope } from './person-rows';
import { namingWhatIsTaken, personTaken } from './taken';

type Query = z.output<NonNullable<typeof peopleOperations.list['~orpc']['inputSchema']>>;
type Change = z.output<typeof personChange> & { readonly id: string; readonly version: number };

/** People: who they are and where they belong. What they may do and whether they may come in is the AccountService's. */
@injectable()
export class PeopleService {
    constructor(@inject(Database) private readonly database: Database) { }

    /** A page of the people within the caller's scope, by name. */
    async list(principal: Principal, query: Query): Promise<{ rows: Person[]; next?: string }> {
        let select = personRows(this.database.read()).where(withinScope(principal, 'person:read', personScope));
        if (query.after) {
            const { name, id } = readCursor(query.after);
            select = select.where(sql<boolean>`(person.name, person.id) > (${name}, ${id}::uuid)`);
        }
        if (query.text?.trim()) { select = select.where(matches(query.text)); }
        if (query.teamId) { select = select.where('person.team_id', '=', query.teamId); }
        if (query.positionId) { select = select.where('person.position_id', '=', query.positionId); }
        if (query.status) { select = select.where('person.status', '=', query.status); }
        if (query.role) {
            const role = query.role;
            select = select.where(({ exists, selectFrom }) => exists(selectFrom('core.person_role').innerJoin('core.role', 'core.role.id', 'core.person_role.role_id')
                .select('core.role.id').whereRef('core.person_role.person_id', '=', 'person.id').where('core.role.code', '=', role)));
        }
        const found = await select.orderBy('person.name').orderBy('person.id').limit(query.limit + 1).execute();
        const rows = found.slice(0, query.limit).map(asPerson);
        return found.length > query.limit ? { rows, next: writeCursor(rows[rows.length - 1]!) } : { rows };
    }

    async get(principal: Principal, id: string): Promise<Person> {
        return asPerson(orNotFound(await personRows(this.database.read()).where('person.id', '=', id).where(withinScope(principal, 'person:read', personScope)).executeTakeFirst()));
    }

    /** Adds a person, who sets a password with the invitation. Roles are for those to give who have person:access. */
    async add(principal: Principal, input: z.output<typeof personInput>): Promise<{ person: Person; invitation: string }> {
        if (input.roles.length) {
            scopeOf(principal, 'person:access');
        }
        return namingWhatIsTaken(personTaken, () => this.database.write(principal, async (transaction, log) => {
            await checkPlacement(transaction, principal, input);
            const id = newId();
            await insertPeople(transaction, [{ ...input, id }]);
            const { added } = await setRoles(transaction, id, input.roles);
            const { invitation } = await invite(transaction, id);
            const person = await personById(transaction, id);
            log.audit('person.added', 'people', id, { teamId: person.teamId, positionId: person.positionId, roles: added });
            tell(log, person);
            return { person, invitation };
        }));
    }

    /** Changes what the input names, moves included. */
    async change(principal: Principal, { id, version, ...change }: Change): Promise<Person> {
        return namingWhatIsTaken(personTaken, () => this.database.write(principal, async (transaction, log) => {
            const before = await lockPerson(transaction, principal, 'person:write', id, version);
            await checkPlacement(transaction, principal, {
                teamId: change.teamId === before.team_id ? undefined : change.teamId, positionId: change.positionId === before.position_id ? undefined : change.positionId
            });
            await updatePerson(transaction, id, change);
            const person = await personById(transaction, id);
            log.audit('person.changed', 'people', id, {
                fields: Object.keys(change), ...person.teamId !== before.team_id && { fromTeamId: before.team_id, toTeamId: person.teamId }
            });
            tell(log, person, before.team_id);
            return person;
        }));
    }
}

/** Tells those who may see a person; also those of the team that the person left. */
export function tell(log: ChangeLog, person: Person, formerTeamId: string | null = person.teamId): void {
    for (const teamId of new Set([person.teamId, formerTeamId])) {
        log.event({ type: 'person.changed', entityId: person.id }, { permission: 'person:read', teamId, ownerId: person.id });
    }
}

type Fields = Omit<z.output<typeof personInput>, 'roles'>;

export async function insertPeople(transaction: Kysely<CoreTables>, people: readonly ({ readonly id: string } & Fields)[]): Promise<void> {
    await transaction.insertInto('core.person').values(people.map(({ id, ...fields }) => ({
        id, name: fields.name, login: fields.login, employee_number: fields.employeeNumber || null, email: fields.email, pinyin: spelledName(fields.name) ?? null,
        team_id: fields.teamId, position_id: fields.positionId, joined_on: fields.joinedOn, password: null
    }))).execute();
}

export async function updatePerson(transaction: Kysely<CoreTables>, id: string, fields: Partial<Fields>): Promise<void> {
    await transaction.updateTable('core.person').set(({ eb }) => ({
        name: fields.name, login: fields.login, employee_number: fields.employeeNumber === '' ? null : fields.employeeNumber, email: fields.email,
        pinyin: fields.name === undefined ? undefined : spelledName(fields.name) ?? null,
        team_id: fields.teamId, position_id: fields.positionId, joined_on: fields.joinedOn, version: eb('version', '+', 1)
    })).where('id', '=', id).execute();
}

/** As a condition on `person`: name, login or employee number contain the text, or the name is spelled like it. */
export function matches(text: string) {
    const pattern = containing(text.trim());
    return sql<boolean>`(person.name ilike ${pattern} or person.login ilike ${pattern} or person.employee_number ilike ${pattern} or person.pinyin like ${containing(asSpelling(text))})`;
}
