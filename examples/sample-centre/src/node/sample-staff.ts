import { hashPassword } from '@earshot/core/lib/node/access/password';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { spelledName } from '@earshot/core/lib/common/people/name-spelling';
import { samplePeople, samplePositions, sampleTeams } from '../common/sample-people';

/** Adds the teams, positions and people in one transaction. @returns the people's ids by sign-in name. */
export async function addStaff(database: Database, password: string): Promise<ReadonlyMap<string, string>> {
    const hash = await hashPassword(password);
    const ids = new Map(samplePeople.map(each => [each.login, newId()]));
    const teams = new Map(Object.keys(sampleTeams).map(each => [each, newId()]));
    const positions = new Map(Object.keys(samplePositions).map(each => [each, newId()]));
    await database.write(systemPrincipal('sample centre'), async (transaction, log) => {
        await transaction.insertInto('core.team').values(Object.entries(sampleTeams).map(([key, { name, parent }]) => ({ id: teams.get(key)!, name, parent_id: parent ? teams.get(parent)! : null, leader_id: null }))).execute();
        await transaction.insertInto('core.position').values(Object.entries(samplePositions).map(([code, name]) => ({ id: positions.get(code)!, code, name }))).execute();
        await transaction.insertInto('core.person').values(samplePeople.map(each => ({
            id: ids.get(each.login)!, name: each.name, login: each.login, employee_number: each.number, email: null, pinyin: spelledName(each.name) ?? null, team_id: each.team ? teams.get(each.team)! : null,
            position_id: positions.get(each.position)!, joined_on: each.joinedOn, sample: true, password: hash
        }))).execute();
        const roles = new Map((await transaction.selectFrom('core.role').select(['id', 'code']).execute()).map(each => [each.code, each.id]));
        await transaction.insertInto('core.person_role').values(samplePeople.flatMap(each => each.roles.map(role => ({ person_id: ids.get(each.login)!, role_id: roles.get(role)! })))).execute();
        for (const [key, { leader }] of Object.entries(sampleTeams)) {
            await transaction.updateTable('core.team').set({ leader_id: ids.get(leader)! }).where('id', '=', teams.get(key)!).execute();
        }
        log.audit('sample.people-added', 'people', teams.get('centre')!, { people: samplePeople.length });
    });
    return ids;
}
