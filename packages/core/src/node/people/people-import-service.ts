import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, type Transaction, sql } from 'kysely';
import type * as z from 'zod';
import type { importRow } from '../../common/people/people-contract';
import { type ImportLine, type ImportSurroundings, type ImportWish, judgeImport, type JudgedLine } from '../../common/people/people-import';
import { teamPaths } from '../../common/people/team-tree';
import { withinScope } from '../access/scope';
import { type Principal, scopeOf } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { inviteNew } from './invitation';
import { insertPeople, updatePerson } from './people-service';
import { readPeopleCsv } from './people-csv';
import { setRoles } from './person-roles';
import { personRows, personScope } from './person-rows';
import { mayPlaceInto } from './placement';
import { beyond, grantsOf } from './rank';
import { namingWhatIsTaken, personTaken } from './taken';

const batch = 500;

export interface PeopleImport {
    readonly rows: z.output<typeof importRow>[];
    readonly counts: { new: number; changed: number; unchanged: number; invalid: number };
    readonly applied: boolean;
    /** One-time links of the new people, by line. */
    readonly invitations: { line: number; invitation: string }[];
}

/** Brings people in from a file: all lines in one transaction, or none. */
@injectable()
export class PeopleImportService {
    constructor(@inject(Database) private readonly database: Database) { }

    async importCsv(principal: Principal, { csv, dryRun }: { readonly csv: string; readonly dryRun: boolean }): Promise<PeopleImport> {
        scopeOf(principal, 'person:write');
        const lines = readPeopleCsv(csv);
        if (dryRun) {
            return report(judgeImport(lines, await surroundings(this.database.read(), principal, lines)), false);
        }
        return namingWhatIsTaken(personTaken, async () => {
            let judged: readonly JudgedLine[] = [];
            try {
                return await this.database.write(principal, async (transaction, log) => {
                    judged = judgeImport(lines, await surroundings(transaction, principal, lines));
                    if (!judged.some(each => each.wish) || judged.some(each => each.outcome === 'invalid')) {
                        throw new NothingToApply();
                    }
                    const invitations = await apply(transaction, log, judged);
                    return report(judged, true, invitations);
                });
            } catch (error) {
                if (error instanceof NothingToApply) {
                    return report(judged, !judged.some(each => each.outcome === 'invalid'));
                }
                throw error;
            }
        });
    }
}

/** Ends the transaction without a change. */
class NothingToApply extends Error { }

async function apply(transaction: Transaction<CoreTables>, log: ChangeLog, judged: readonly JudgedLine[]): Promise<{ line: number; invitation: string }[]> {
    const importId = newId();
    const fresh = judged.flatMap(({ wish, person, line }) => wish && !person ? [{ ...noFields, ...wish, id: newId(), line }] : []);
    const invitations = await addAll(transaction, log, importId, fresh);
    for (const { wish, person } of judged) {
        if (wish && person) {
            const { roles, ...fields } = wish;
            await updatePerson(transaction, person.id, fields);
            const changed = roles && await setRoles(transaction, person.id, roles);
            log.audit('person.changed', 'people', person.id, { import: importId, fields: Object.keys(fields), ...changed && { roles: changed } });
        }
    }
    log.event({ type: 'people.imported', entityId: importId }, { permission: 'person:read' });
    return invitations;
}

const noFields = { employeeNumber: null, email: null, teamId: null, positionId: null, joinedOn: null };
type NewPerson = Required<Omit<ImportWish, 'roles'>> & { readonly id: string; readonly line: number; readonly roles?: readonly string[] };

/** Many at a time: an import of thousands would otherwise take minutes. */
async function addAll(transaction: Transaction<CoreTables>, log: ChangeLog, importId: string, people: readonly NewPerson[]): Promise<{ line: number; invitation: string }[]> {
    const roleIds = new Map((await transaction.selectFrom('core.role').select(['id', 'code']).execute()).map(each => [each.code, each.id]));
    const invitations: { line: number; invitation: string }[] = [];
    for (let start = 0; start < people.length; start += batch) {
        const some = people.slice(start, start + batch);
        await insertPeople(transaction, some);
        const roles = some.flatMap(each => (each.roles ?? []).map(code => ({ person_id: each.id, role_id: roleIds.get(code)! })));
        if (roles.length) {
            await transaction.insertInto('core.person_role').values(roles).execute();
        }
        (await inviteNew(transaction, some.map(each => each.id))).forEach(({ invitation }, index) => invitations.push({ line: some[index]!.line, invitation }));
        some.forEach(each => log.audit('person.added', 'people', each.id, { import: importId, teamId: each.teamId, positionId: each.positionId, roles: each.roles ?? [] }));
    }
    return invitations;
}

/** What the lines are judged against: only the people whom they might mean, but in full. */
async function surroundings(database: Kysely<CoreTables>, principal: Principal, lines: readonly ImportLine[]): Promise<ImportSurroundings> {
    const logins = lines.map(each => (each.cells.login ?? '').toLowerCase());
    const numbers = lines.flatMap(each => each.cells.employeeNumber || []);
    const people = await personRows(database).select(withinScope(principal, 'person:write', personScope).as('reachable'))
        .where(sql<boolean>`(person.login = any(${logins}) or person.employee_number = any(${numbers}))`).forUpdate('person').execute();
    const grants = await grantsOf(database, people.map(each => each.id));
    const teams = await database.selectFrom('core.team').select(['id', 'parent_id', 'name']).execute();
    return {
        people: people.map(each => ({
            id: each.id, name: each.name, login: each.login, employeeNumber: each.employee_number, email: each.email, teamId: each.team_id,
            positionId: each.position_id, joinedOn: each.joined_on, roles: each.roles, reachable: each.reachable === true,
            outranks: each.id !== principal.personId && beyond(principal, grants.get(each.id) ?? []) !== undefined
        })),
        teamPaths: teamPaths(teams.map(each => ({ id: each.id, parentId: each.parent_id, name: each.name }))),
        positions: await database.selectFrom('core.position').select(['id', 'code', 'name']).execute(),
        roles: await database.selectFrom('core.role').select(['code', 'name']).execute(),
        mayGrantRoles: principal.via === 'system' || principal.permissions.has('person:access'),
        mayPlaceInto: teamId => mayPlaceInto(principal, teamId)
    };
}

const report = (judged: readonly JudgedLine[], applied: boolean, invitations: { line: number; invitation: string }[] = []): PeopleImport => ({
    rows: judged.map(({ line, outcome, name, login, problems }) => ({ line, outcome, name, login, problems: [...problems] })),
    counts: judged.reduce((counts, { outcome }) => ({ ...counts, [outcome]: counts[outcome] + 1 }), { new: 0, changed: 0, unchanged: 0, invalid: 0 }),
    applied, invitations
});
