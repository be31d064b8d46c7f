import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ancestors } from '../../common/people/team-tree';
import { newId } from '../storage/identifier';
import { PositionService } from './position-service';
import { TeamService } from './team-service';
import { openTestHouse, type TestHouse, type TestPerson } from './test-house';

let house: TestHouse;
let teams: TeamService;
let positions: PositionService;
let admin: TestPerson;

beforeAll(async () => {
    house = await openTestHouse();
    teams = new TeamService(house.database);
    positions = new PositionService(house.database);
    admin = await house.person('admin', { roles: ['administrator'] });
});
afterAll(() => house.close());

const add = (name: string, parentId: string | null = null) => teams.add(admin, { name, parentId, leaderId: null });

describe('teams', () => {
    it('form a tree with leaders and the number of active people', async () => {
        const service = await teams.add(admin, { name: 'Service', parentId: null, leaderId: admin.personId });
        const hotline = await add('Hotline', service.id);
        await house.person('member', { teamId: hotline.id });
        expect(await teams.list()).toEqual(expect.arrayContaining([
            { id: service.id, parentId: null, name: 'Service', leaderId: admin.personId, leaderName: 'admin', people: 0, version: 1 },
            expect.objectContaining({ id: hotline.id, parentId: service.id, leaderName: null, people: 1 })
        ]));
        expect((await house.again(admin)).teamIds.toSorted()).toEqual([service.id, hotline.id].sort());
    });

    it('never form a circle, not even when two moves meet', async () => {
        const [a, b] = [await add('A'), await add('B')];
        const c = await add('C', b.id);
        await expect(teams.change(admin, { id: b.id, version: 1, parentId: c.id })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'team-cycle' } });
        await expect(teams.change(admin, { id: b.id, version: 1, parentId: b.id })).rejects.toMatchObject({ data: { reason: 'team-cycle' } });
        const outcomes = await Promise.allSettled([teams.change(admin, { id: a.id, version: 1, parentId: c.id }), teams.change(admin, { id: b.id, version: 1, parentId: a.id })]);
        expect(outcomes.filter(each => each.status === 'fulfilled')).toHaveLength(1);
        const tree = await teams.list();
        expect(tree.some(each => ancestors(tree, each.id).includes(each.id))).toBe(false);
    });

    it('are renamed, moved and given a leader with the version that was seen', async () => {
        const team = await add('Renamed');
        const moved = await teams.change(admin, { id: team.id, version: 1, name: 'New name', leaderId: admin.personId });
        expect(moved).toMatchObject({ name: 'New name', leaderName: 'admin', parentId: null, version: 2 });
        await expect(teams.change(admin, { id: team.id, version: 1, name: 'Late' })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await expect(teams.change(admin, { id: team.id, version: 2, leaderId: newId() })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'leaderId', code: 'unknown' }] } });
        await expect(teams.change(admin, { id: newId(), version: 1, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(teams.add(admin, { name: 'new NAME', parentId: null, leaderId: null })).rejects.toMatchObject({ data: { reason: 'team-name-taken' } });
        await expect(add('New name', team.id)).resolves.toMatchObject({ parentId: team.id });
        await expect(add('Lost', newId())).rejects.toMatchObject({ data: { problems: [{ path: 'parentId', code: 'unknown' }] } });
    });

    it('are removed only when empty', async () => {
        const team = await add('Full');
        const below = await add('Below full', team.id);
        await house.person('inside', { teamId: below.id });
        await expect(teams.remove(admin, team.id)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'team-not-empty', detail: { teams: 1, active: 0 } } });
        await expect(teams.remove(admin, below.id)).rejects.toMatchObject({ data: { reason: 'team-not-empty', detail: { teams: 0, active: 1 } } });
        const empty = await add('Empty');
        await teams.remove(admin, empty.id);
        await expect(teams.remove(admin, empty.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('positions', () => {
    it('have a code of their own and are removed only when nobody holds them', async () => {
        const csr = await positions.add(admin, { code: 'CSR10', name: '客服专员' });
        await expect(positions.add(admin, { code: 'CSR10', name: 'Again' })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'position-code-taken' } });
        const person = await house.person('holder');
        await house.database.read().updateTable('core.person').set({ position_id: csr.id }).where('id', '=', person.personId).execute();
        expect(await positions.list()).toEqual([{ id: csr.id, code: 'CSR10', name: '客服专员', people: 1, version: 1 }]);
        await expect(positions.remove(admin, csr.id)).rejects.toMatchObject({ data: { reason: 'position-held', detail: { people: 1 } } });
        const other = await positions.add(admin, { code: 'QAO30', name: 'QA officer' });
        await expect(positions.change(admin, { id: other.id, version: 1, code: 'CSR10' })).rejects.toMatchObject({ data: { reason: 'position-code-taken' } });
        expect(await positions.change(admin, { id: other.id, version: 1, name: 'Quality officer' })).toMatchObject({ code: 'QAO30', name: 'Quality officer', version: 2 });
        await positions.remove(admin, other.id);
        await expect(positions.remove(admin, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});
