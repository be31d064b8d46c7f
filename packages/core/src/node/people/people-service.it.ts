import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfSecret } from '../access/secret';
import { PeopleService } from './people-service';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from './test-house';

let house: TestHouse;
let people: PeopleService;
let admin: TestPerson;
const input = { employeeNumber: null, email: null, teamId: null, positionId: null, joinedOn: null, roles: [] };
const everyone = { limit: 50 };

beforeAll(async () => {
    house = await openTestHouse();
    people = new PeopleService(house.database);
    admin = await house.person('admin', { name: 'Administrator', roles: ['administrator'] });
});
afterAll(() => house.close());

describe('adding people', () => {
    it('keeps what was given, spells the name, and gives a one-time link of which only the hash is kept', async () => {
        const teamId = await house.team('Added');
        const { person, invitation } = await people.add(admin, { ...input, name: '林晓月', login: 'linxy', employeeNumber: '2001', email: 'lin@example.org', teamId, joinedOn: '2026-03-05', roles: ['agent', 'trainer'] });
        expect(person).toMatchObject({ name: '林晓月', login: 'linxy', employeeNumber: '2001', teamName: 'Added', joinedOn: '2026-03-05', roles: ['agent', 'trainer'], status: 'active', version: 1, lastSignInAt: null });
        expect(invitation.length).toBeGreaterThanOrEqual(43);
        const stored = await house.database.read().selectFrom('core.invitation').selectAll().where('person_id', '=', person.id).executeTakeFirstOrThrow();
        expect(stored.secret_hash.equals(hashOfSecret(invitation))).toBe(true);
        expect(stored.expires_at.getTime() - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
        expect((await people.list(admin, { ...everyone, text: 'lxy' })).rows.map(each => each.login)).toEqual(['linxy']);
        await house.sessions.acceptInvitation(invitation, 'a good password', { address: '192.0.2.1' });
        await expect(house.sessions.acceptInvitation(invitation, 'a good password', { address: '192.0.2.1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('says what is taken, and what is not there', async () => {
        await people.add(admin, { ...input, name: 'One', login: 'one', employeeNumber: '3001' });
        await expect(people.add(admin, { ...input, name: 'Two', login: 'one' })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'login-taken' } });
        await expect(people.add(admin, { ...input, name: 'Two', login: 'two', employeeNumber: '3001' })).rejects.toMatchObject({ data: { reason: 'employee-number-taken' } });
        await expect(people.add(admin, { ...input, name: 'Two', login: 'two', roles: ['king'] })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'roles', code: 'unknown-role' }] } });
        const nowhere = '00000000-0000-7000-8000-000000000000';
        await expect(people.add(admin, { ...input, name: 'Two', login: 'two', teamId: nowhere, positionId: nowhere }))
            .rejects.toMatchObject({ data: { problems: [{ path: 'teamId', code: 'unknown' }, { path: 'positionId', code: 'unknown' }] } });
        expect((await people.list(admin, { ...everyone, text: 'two' })).rows).toEqual([]);
    });

    it('lets only those with person:access give roles', async () => {
        const manager = await house.person('manager', { roles: ['operations-manager'] });
        await expect(people.add(manager, { ...input, name: 'Mate', login: 'mate', roles: ['administrator'] })).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'person:access' } });
        await expect(people.add(manager, { ...input, name: 'Mate', login: 'mate' })).resolves.toMatchObject({ person: { roles: [] } });
    });
});

describe('changing people', () => {
    it('changes only what is named, and empties what is null', async () => {
        const { person } = await people.add(admin, { ...input, name: 'Before', login: 'before', employeeNumber: '4001', email: 'b@example.org' });
        const renamed = await people.change(admin, { id: person.id, version: person.version, name: '张伟' });
        expect(renamed).toMatchObject({ name: '张伟', employeeNumber: '4001', email: 'b@example.org', version: 2 });
        expect((await people.list(admin, { ...everyone, text: 'Zhang Wei' })).rows.map(each => each.id)).toContain(person.id);
        expect(await people.change(admin, { id: person.id, version: 2, email: null })).toMatchObject({ name: '张伟', email: null, employeeNumber: '4001' });
    });

    it('refuses to overwrite what somebody else changed meanwhile', async () => {
        const { person } = await people.add(admin, { ...input, name: 'Race', login: 'race' });
        const outcomes = await Promise.allSettled(['A', 'B', 'C'].map(name => people.change(admin, { id: person.id, version: 1, name })));
        expect(outcomes.filter(each => each.status === 'fulfilled')).toHaveLength(1);
        expect(outcomes.find(each => each.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT', data: { reason: 'changed-meanwhile' } } });
    });

    it('writes an audit entry without what was written', async () => {
        const { person } = await people.add(admin, { ...input, name: 'Secretive', login: 'secretive' });
        await people.change(admin, { id: person.id, version: 1, email: 'private@example.org' });
        const entries = await house.database.read().selectFrom('core.audit_entry').selectAll().where('entity_id', '=', person.id).orderBy('position').execute();
        expect(entries.map(each => each.action)).toEqual(['person.added', 'person.changed']);
        expect(entries[1]).toMatchObject({ actor_id: admin.personId, detail: { fields: ['email'] } });
        expect(JSON.stringify(entries)).not.toContain('private@');
    });
});

describe('listing people', () => {
    it('pages by name without losing or repeating anybody, equal names included', async () => {
        const teamId = await house.team('Paged');
        for (let index = 0; index < 23; index++) {
            await house.person(`paged${index}`, { name: `王${index % 4}`, teamId });
        }
        const seen: string[] = [];
        let after: string | undefined;
        let pages = 0;
        do {
            const page = await people.list(admin, { limit: 5, teamId, after });
            seen.push(...page.rows.map(each => each.login));
            after = page.next;
            pages++;
        } while (after);
        expect(pages).toBe(5);
        expect(new Set(seen).size).toBe(23);
        expect(seen).toHaveLength(23);
        await expect(people.list(admin, { limit: 5, after: 'bm90IG91cnM' })).rejects.toMatchObject({ code: 'INVALID' });
    });

    it('finds by parts of name, login and number, and takes % and _ as they are', async () => {
        await house.person('under_score', { name: 'Per%cent', employeeNumber: '99-77' });
        for (const text of ['per%', 'under_s', '99-77', 'PER%CENT']) {
            expect((await people.list(admin, { ...everyone, text })).rows.map(each => each.login)).toEqual(['under_score']);
        }
        expect((await people.list(admin, { ...everyone, text: 'under%score' })).rows).toEqual([]);
    });

    it('filters by role, position and status', async () => {
        const { person } = await people.add(admin, { ...input, name: 'Auditor', login: 'auditor', roles: ['auditor'] });
        expect((await people.list(admin, { ...everyone, role: 'auditor' })).rows.map(each => each.id)).toEqual([person.id]);
        expect((await people.list(admin, { ...everyone, role: 'auditor', status: 'deactivated' })).rows).toEqual([]);
    });
});

describe('the reach of a team leader', () => {
    it('ends at the teams below: neither seen, nor changed, nor moved beyond', async () => {
        const above = await house.team('Above');
        const own = await house.team('Own', { parentId: above });
        const below = await house.team('Below', { parentId: own });
        const leader = allowed(await house.person('leader', { teamId: own }), { 'person:read': 'team', 'person:write': 'team' });
        const near = await people.add(admin, { ...input, name: 'Near', login: 'near', teamId: below });
        const far = await people.add(admin, { ...input, name: 'Far', login: 'far', teamId: above });
        const nobodys = await people.add(admin, { ...input, name: 'Nobodys', login: 'nobodys' });

        expect((await people.list(leader, everyone)).rows.map(each => each.login).sort()).toEqual(['leader', 'near']);
        for (const each of [far, nobodys]) {
            await expect(people.get(leader, each.person.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
            await expect(people.change(leader, { id: each.person.id, version: 1, name: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        await expect(people.change(leader, { id: near.person.id, version: 1, teamId: above })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(people.change(leader, { id: near.person.id, version: 1, teamId: null })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(people.change(leader, { id: leader.personId, version: 1, teamId: above })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(people.add(leader, { ...input, name: 'New', login: 'newcomer' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect(await people.change(leader, { id: near.person.id, version: 1, teamId: own })).toMatchObject({ teamName: 'Own' });
    });

    it('is oneself alone with scope own, and nobody without the permission', async () => {
        const person = await house.person('alone');
        expect((await people.list(allowed(person, { 'person:read': 'own' }), everyone)).rows.map(each => each.login)).toEqual(['alone']);
        await expect(people.list(allowed(person, {}), everyone)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
});
