import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleImportService } from './people-import-service';
import { PeopleService } from './people-service';
import { PositionService } from './position-service';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from './test-house';

let house: TestHouse;
let imports: PeopleImportService;
let people: PeopleService;
let admin: TestPerson;
let hotline: string;

beforeAll(async () => {
    house = await openTestHouse();
    imports = new PeopleImportService(house.database);
    people = new PeopleService(house.database);
    admin = await house.person('admin', { roles: ['administrator'] });
    hotline = await house.team('Hotline', { parentId: await house.team('Service') });
    await new PositionService(house.database).add(admin, { code: 'CSR10', name: '客服专员' });
});
afterAll(() => house.close());

const count = async () => (await house.database.read().selectFrom('core.person').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;

describe('importing people', () => {
    it('reports in a dry run, then applies all lines, then finds nothing left to do', async () => {
        const csv = '\uFEFF姓名;登录名;工号;团队;岗位;入职日期;角色\n林晓;lin;1001;Service / Hotline;CSR10;2026/3/5;agent\n王芳;wang;1002;Hotline;客服专员;;"agent,trainer"\n';
        const before = await count();
        const dry = await imports.importCsv(admin, { csv, dryRun: true });
        expect(dry).toMatchObject({ applied: false, counts: { new: 2, changed: 0, unchanged: 0, invalid: 0 }, invitations: [] });
        expect(await count()).toBe(before);

        const applied = await imports.importCsv(admin, { csv, dryRun: false });
        expect(applied).toMatchObject({ applied: true, counts: { new: 2 } });
        expect(applied.invitations.map(each => each.line)).toEqual([2, 3]);
        const { rows } = await people.list(admin, { limit: 10, teamId: hotline });
        expect(rows.find(each => each.login === 'lin')).toMatchObject({ name: '林晓', employeeNumber: '1001', positionName: '客服专员', joinedOn: '2026-03-05', roles: ['agent'] });
        expect(rows.find(each => each.login === 'wang')).toMatchObject({ roles: ['agent', 'trainer'], joinedOn: null });
        await expect(house.sessions.acceptInvitation(applied.invitations[1]!.invitation, 'a good password', { address: '192.0.2.1' })).resolves.toMatchObject({ principal: { login: 'wang' } });

        expect(await imports.importCsv(admin, { csv, dryRun: false })).toMatchObject({ applied: true, counts: { new: 0, changed: 0, unchanged: 2, invalid: 0 }, invitations: [] });
        const changed = await imports.importCsv(admin, { csv: 'name,login,roles\n林晓晓,lin,\nWang,wang,agent', dryRun: false });
        expect(changed.counts).toEqual({ new: 0, changed: 2, unchanged: 0, invalid: 0 });
        expect((await people.list(admin, { limit: 10, text: 'lxx' })).rows[0]).toMatchObject({ login: 'lin', roles: ['agent'], employeeNumber: '1001', version: 2 });
        expect((await people.list(admin, { limit: 10, text: 'wang' })).rows[0]).toMatchObject({ name: 'Wang', roles: ['agent'] });
    });

    it('applies nothing at all when one line is wrong', async () => {
        const before = await count();
        const result = await imports.importCsv(admin, { csv: 'name,login,team\nGood,good,Hotline\nBad,bad,Nowhere\n', dryRun: false });
        expect(result).toMatchObject({ applied: false, counts: { new: 1, invalid: 1 }, rows: [{ line: 2, outcome: 'new' }, { line: 3, outcome: 'invalid', problems: [{ column: 'team', code: 'unknown-team', value: 'Nowhere' }] }] });
        expect(await count()).toBe(before);
    });

    it('stays within the reach of the caller', async () => {
        const elsewhere = await house.team('Elsewhere');
        await house.person('far', { teamId: elsewhere });
        const leader = allowed(await house.person('leader', { teamId: hotline }), { 'person:write': 'team' });
        const result = await imports.importCsv(leader, { csv: 'name,login,team,roles\nFar,far,Hotline,\nNew,new-one,Elsewhere,\nMine,mine,Hotline,\nKing,king,Hotline,administrator', dryRun: false });
        expect(result.applied).toBe(false);
        expect(result.rows.map(each => each.problems.map(one => one.code))).toEqual([['login-taken'], ['outside-your-teams'], [], ['needs-person-access']]);
        expect(await imports.importCsv(leader, { csv: 'name,login,team\nMine,mine,Hotline', dryRun: false })).toMatchObject({ applied: true, counts: { new: 1 } });
        await expect(imports.importCsv(allowed(leader, {}), { csv: 'name,login\nA,aa', dryRun: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    it('does not take the last administrator away', async () => {
        await expect(imports.importCsv(admin, { csv: 'name,login,roles\nadmin,admin,agent', dryRun: false })).rejects.toMatchObject({ data: { reason: 'last-administrator' } });
        expect((await people.get(admin, admin.personId)).roles).toEqual(['administrator']);
    });

    it('takes 5,000 people in one go', async () => {
        const csv = `name,login,employee number,team,roles\n${Array.from({ length: 5000 }, (_, index) => `员工${index},bulk${index},B${index},Hotline,agent`).join('\n')}`;
        const started = Date.now();
        expect(await imports.importCsv(admin, { csv, dryRun: false })).toMatchObject({ applied: true, counts: { new: 5000 } });
        console.info(`5,000 people imported in ${Date.now() - started} ms`);
    });
});
