import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corePermissions } from '../../common/access/core-permissions';
import { builtInRoles, permission } from '../../common/access/permission';
import { newId } from '../storage/identifier';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { seedRoles } from './roles-seeding';
import { RolesService } from './roles-service';

let house: TestHouse;
let roles: RolesService;
let admin: TestPerson;

beforeAll(async () => {
    house = await openTestHouse();
    roles = new RolesService(house.database, { getContributions: () => [{ permissions: corePermissions }] });
    admin = await house.person('admin', { roles: ['administrator'] });
});
afterAll(() => house.close());

const role = async (code: string) => (await roles.list()).find(each => each.code === code)!;
const entries = async () => (await house.database.read().selectFrom('core.audit_entry').select('id').execute()).length;

describe('seeding', () => {
    it('gives every built-in role its permissions, and the administrator all', async () => {
        expect((await roles.list()).map(each => each.code).sort()).toEqual([...builtInRoles].sort());
        expect(Object.keys((await role('administrator')).grants).sort()).toEqual(corePermissions.map(each => each.id).sort());
        expect((await role('agent')).grants).toEqual({ 'person:read': 'own', 'team:read': 'all' });
        expect(Object.fromEntries((await house.again(admin)).permissions)).toMatchObject({ 'person:access': 'all', 'settings:write': 'all' });
    });

    it('offers a permission once, and leaves what the administrator arranged afterwards', async () => {
        const later = [...corePermissions, permission('call:listen', { agent: 'own' })];
        const agent = await role('agent');
        await roles.change(admin, { id: agent.id, version: agent.version, grants: {} });
        expect(await seedRoles(house.database, later)).toEqual(['call:listen']);
        const before = await entries();
        expect(await seedRoles(house.database, later)).toEqual([]);
        expect(await entries()).toBe(before);
        const all = new RolesService(house.database, { getContributions: () => [{ permissions: later }] });
        const found = (await all.list()).find(each => each.code === 'agent')!;
        expect(found.grants).toEqual({ 'call:listen': 'own' });
        // without the package its grants are out of sight, and survive a change
        expect((await role('agent')).grants).toEqual({});
        await roles.change(admin, { id: agent.id, version: found.version, grants: { 'person:read': 'own' } });
        expect((await all.list()).find(each => each.code === 'agent')!.grants).toEqual({ 'call:listen': 'own', 'person:read': 'own' });
    });

    it('is done once by several back ends that start together', async () => {
        const next = [...corePermissions, permission('form:write', { 'qa-lead': 'all' })];
        const offered = await Promise.all([1, 2, 3].map(() => seedRoles(house.database, next)));
        expect(offered.flat()).toEqual(['form:write']);
    });

    it('gives the administrator back what was taken behind its back', async () => {
        await house.database.read().deleteFrom('core.role_grant').where('permission', '=', 'audit:read').execute();
        await seedRoles(house.database, corePermissions);
        expect((await role('administrator')).grants['audit:read']).toBe('all');
        expect((await role('auditor')).grants['audit:read']).toBeUndefined();
    });
});

describe('roles', () => {
    it('of one’s own are added, changed and removed', async () => {
        const added = await roles.add(admin, { code: 'night-desk', name: 'Night desk', grants: { 'person:read': 'team' } });
        expect(added).toMatchObject({ code: 'night-desk', name: 'Night desk', builtIn: false, people: 0, grants: { 'person:read': 'team' }, version: 1 });
        await expect(roles.add(admin, { code: 'night-desk', name: 'Again', grants: {} })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'role-code-taken' } });
        const person = await house.person('night', { roles: ['night-desk'] });
        expect(person.permissions.get('person:read')).toBe('team');
        const changed = await roles.change(admin, { id: added.id, version: 1, grants: { 'person:read': 'all' } });
        expect(changed).toMatchObject({ name: 'Night desk', people: 1, version: 2 });
        expect((await house.again(person)).permissions.get('person:read')).toBe('all');
        await expect(roles.change(admin, { id: added.id, version: 1, name: 'Late' })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await expect(roles.remove(admin, added.id)).rejects.toMatchObject({ data: { reason: 'role-in-use', detail: { people: 1 } } });
        const unused = await roles.add(admin, { code: 'unused', name: 'Unused', grants: {} });
        await roles.remove(admin, unused.id);
        await expect(roles.remove(admin, unused.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(roles.change(admin, { id: newId(), version: 1, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('that are built in stay, and the administrator stays as it is', async () => {
        const [administrator, agent] = [await role('administrator'), await role('agent')];
        await expect(roles.change(admin, { id: administrator.id, version: administrator.version, grants: {} })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'administrator-fixed' } });
        await expect(roles.remove(admin, agent.id)).rejects.toMatchObject({ data: { reason: 'role-built-in' } });
    });

    it('grant only what there is, as far as it can reach', async () => {
        await expect(roles.add(admin, { code: 'odd', name: 'Odd', grants: { 'moon:write': 'all', 'team:write': 'own' } })).rejects.toMatchObject({
            code: 'INVALID', data: { problems: [{ path: 'grants.moon:write', code: 'unknown-permission' }, { path: 'grants.team:write', code: 'scope-not-allowed', detail: { allowed: ['all'] } }] }
        });
        expect(roles.permissions().map(each => each.id)).toEqual([...corePermissions.map(each => each.id)].sort());
    });
});
