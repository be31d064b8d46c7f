import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { Team } from '../../common/people/people-contract';
import { wouldCycle } from '../../common/people/team-tree';
import { conflict, invalid, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';

export interface TeamChange { readonly id: string; readonly version: number; readonly name?: string; readonly parentId?: string | null; readonly leaderId?: string | null }

/** The tree of teams. Few enough to be read and locked as a whole, which is what keeps the tree a tree. */
@injectable()
export class TeamService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(): Promise<Team[]> {
        return (await teamRows(this.database.read()).orderBy('team.name').orderBy('team.id').execute()).map(asTeam);
    }

    async add(principal: Principal, input: { readonly name: string; readonly parentId: string | null; readonly leaderId: string | null }): Promise<Team> {
        return this.database.write(principal, async (transaction, log) => {
            const teams = await lockTeams(transaction);
            checkPlace(teams, input.name, input.parentId);
            await checkLeader(transaction, input.leaderId);
            const id = newId();
            await transaction.insertInto('core.team').values({ id, name: input.name, parent_id: input.parentId, leader_id: input.leaderId }).execute();
            log.audit('team.added', 'teams', id, { parentId: input.parentId, leaderId: input.leaderId });
            return told(transaction, log, id);
        });
    }

    async change(principal: Principal, { id, version, ...change }: TeamChange): Promise<Team> {
        return this.database.write(principal, async (transaction, log) => {
            const teams = await lockTeams(transaction);
            const before = orNotFound(teams.find(each => each.id === id));
            if (before.version !== version) {
                throw conflict('changed-meanwhile', { version: before.version });
            }
            const parentId = change.parentId === undefined ? before.parentId : change.parentId;
            if (wouldCycle(teams, id, parentId)) {
                throw conflict('team-cycle');
            }
            checkPlace(teams.filter(each => each.id !== id), change.name ?? before.name, parentId);
            if (change.leaderId !== before.leaderId) {
                await checkLeader(transaction, change.leaderId);
            }
            await transaction.updateTable('core.team').set(({ eb }) => ({ name: change.name, parent_id: change.parentId, leader_id: change.leaderId, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            log.audit('team.changed', 'teams', id, {
                fields: Object.keys(change), ...parentId !== before.parentId && { fromParentId: before.parentId, toParentId: parentId },
                ...change.leaderId !== undefined && { fromLeaderId: before.leaderId, toLeaderId: change.leaderId }
            });
            return told(transaction, log, id);
        });
    }

    /** Only a team without people, deactivated ones included, and without sub-teams. */
    async remove(principal: Principal, id: string): Promise<void> {
        await this.database.write(principal, async (transaction, log) => {
            const teams = await lockTeams(transaction);
            orNotFound(teams.find(each => each.id === id));
            const people = await transaction.selectFrom('core.person').select('status').where('team_id', '=', id).execute();
            const below = teams.filter(each => each.parentId === id).length;
            if (people.length || below) {
                throw conflict('team-not-empty', { active: people.filter(each => each.status === 'active').length, deactivated: people.filter(each => each.status === 'deactivated').length, teams: below });
            }
            await transaction.deleteFrom('core.team').where('id', '=', id).execute();
            log.audit('team.removed', 'teams', id);
            log.event({ type: 'team.changed', entityId: id }, { permission: 'team:read' });
        });
    }
}

const teamRows = (database: Kysely<CoreTables>) => database.selectFrom('core.team as team').leftJoin('core.person as leader', 'leader.id', 'team.leader_id').select([
    'team.id', 'team.parent_id', 'team.name', 'team.leader_id', 'leader.name as leader_name', 'team.version',
    sql<number>`(select count(*) from core.person where person.team_id = team.id and person.status = 'active')`.as('people')
]);
type TeamRow = Awaited<ReturnType<ReturnType<typeof teamRows>['executeTakeFirstOrThrow']>>;
const asTeam = (row: TeamRow): Team => ({ id: row.id, parentId: row.parent_id, name: row.name, leaderId: row.leader_id, leaderName: row.leader_name, people: row.people, version: row.version });

/** All teams, so that nobody else moves one until the transaction ends. */
const lockTeams = async (transaction: Kysely<CoreTables>) =>
    (await transaction.selectFrom('core.team').selectAll().orderBy('id').forUpdate().execute()).map(each => ({ id: each.id, parentId: each.parent_id, name: each.name, leaderId: each.leader_id, version: each.version }));

/** @throws INVALID for a team above that is not there; CONFLICT 'team-name-taken' for a name that a neighbour has, which would make paths ambiguous. */
function checkPlace(others: readonly { readonly id: string; readonly name: string; readonly parentId: string | null }[], name: string, parentId: string | null): void {
    if (parentId && !others.some(each => each.id === parentId)) {
        throw invalid([{ path: 'parentId', code: 'unknown' }]);
    }
    if (others.some(each => each.parentId === parentId && each.name.toLowerCase() === name.toLowerCase())) {
        throw conflict('team-name-taken');
    }
}

async function checkLeader(transaction: Kysely<CoreTables>, leaderId: string | null | undefined): Promise<void> {
    const leader = leaderId ? await transaction.selectFrom('core.person').select('status').where('id', '=', leaderId).executeTakeFirst() : undefined;
    if (leaderId && leader?.status !== 'active') {
        throw invalid([{ path: 'leaderId', code: leader ? 'deactivated' : 'unknown' }]);
    }
}

async function told(transaction: Kysely<CoreTables>, log: ChangeLog, id: string): Promise<Team> {
    log.event({ type: 'team.changed', entityId: id }, { permission: 'team:read' });
    return asTeam(await teamRows(transaction).where('team.id', '=', id).executeTakeFirstOrThrow());
}
