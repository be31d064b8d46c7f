import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../storage/identifier';
import { AccountService } from './account-service';
import { type HandOverContribution, TeamLeadershipHandOver } from './hand-over';
import { PeopleImportService } from './people-import-service';
import { PeopleService } from './people-service';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from './test-house';

const here = { address: '192.0.2.1' };
let house: TestHouse;
let accounts: AccountService;
let people: PeopleService;
let admin: TestPerson;
const contributions: HandOverContribution[] = [];

beforeAll(async () => {
    house = await openTestHouse();
    accounts = new AccountService(house.database, house.sessions, { getContributions: () => [new TeamLeadershipHandOver(house.database), ...contributions] });
    people = new PeopleService(house.database);
    admin = await house.person('admin', { roles: ['administrator'] });
});
afterEach(() => { contributions.length = 0; });
afterAll(() => house.close());

const signIn = async (person: TestPerson): Promise<string> => {
    const { invitation } = await accounts.resetPassword(admin, person.personId);
    return (await house.sessions.acceptInvitation(invitation, 'a good password', { address: '192.0.2.1' })).secret;
};
const token = (personId: string) => house.database.read().insertInto('core.api_token')
    .values({ id: newId(), person_id: personId, name: 'cli', prefix: 'earshot_', secret_hash: Buffer.from(newId()), created_at: new Date() }).execute();
const tokensOf = (personId: string) => house.database.read().selectFrom('core.api_token').select('id').where('person_id', '=', personId).execute();

describe('deactivating', () => {
    it('ends sessions, tokens and invitations at once, and tells the open connections', async () => {
        const person = await house.person('leaver');
        const secret = await signIn(person);
        await token(person.personId);
        const { invitation } = await accounts.resetPassword(admin, person.personId);
        expect(await house.sessions.principalOfSession(secret)).toBeUndefined();
        const again = (await house.sessions.acceptInvitation(invitation, 'another password', here)).secret;
        await token(person.personId);
        const closed = vi.fn();
        house.sessions.whenEnds((await house.sessions.principalOfSession(again))!, closed);

        const { version } = await people.get(admin, person.personId);
        expect(await accounts.deactivate(admin, { id: person.personId, version, successorId: null })).toMatchObject({ status: 'deactivated' });
        expect(closed).toHaveBeenCalledOnce();
        expect(await house.sessions.principalOfSession(again)).toBeUndefined();
        expect(await tokensOf(person.personId)).toEqual([]);
        await expect(house.sessions.signIn('leaver', 'another password', here)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
        await expect(accounts.resetPassword(admin, person.personId)).rejects.toMatchObject({ data: { reason: 'deactivated' } });

        expect(await accounts.reactivate(admin, person.personId)).toMatchObject({ status: 'active' });
        await expect(house.sessions.signIn('leaver', 'another password', here)).resolves.toBeDefined();
        await expect(accounts.reactivate(admin, person.personId)).rejects.toMatchObject({ data: { reason: 'already-active' } });
    });

    it('hands open work to the successor in the same transaction', async () => {
        const [leaver, successor] = [await house.person('hands-over'), await house.person('takes-over')];
        const team = await house.team('Handed over', { leaderId: leaver.personId });
        expect(await accounts.waiting(admin, leaver.personId)).toEqual([{ kind: 'team-leadership', count: 1 }]);
        await accounts.deactivate(admin, { id: leaver.personId, version: 1, successorId: successor.personId });
        expect(await accounts.waiting(admin, leaver.personId)).toEqual([]);
        expect(await house.database.read().selectFrom('core.team').select('leader_id').where('id', '=', team).executeTakeFirst()).toEqual({ leader_id: successor.personId });
    });

    it('leaves everything as it was when a hand-over fails', async () => {
        const [leaver, successor] = [await house.person('stays'), await house.person('waits')];
        await house.team('Kept', { leaderId: leaver.personId });
        contributions.push({ kind: 'broken', count: async () => 1, handOver: async () => { throw new Error('broken'); } });
        await expect(accounts.deactivate(admin, { id: leaver.personId, version: 1, successorId: successor.personId })).rejects.toThrow('broken');
        expect(await people.get(admin, leaver.personId)).toMatchObject({ status: 'active', version: 1 });
        expect(await accounts.waiting(admin, leaver.personId)).toContainEqual({ kind: 'team-leadership', count: 1 });
    });

    it('refuses oneself, a stale version, and a successor who cannot take over', async () => {
        const person = await house.person('refused');
        const gone = await house.person('gone');
        await accounts.deactivate(admin, { id: gone.personId, version: 1, successorId: null });
        await expect(accounts.deactivate(admin, { id: admin.personId, version: 1, successorId: null })).rejects.toMatchObject({ data: { reason: 'yourself' } });
        await expect(accounts.deactivate(admin, { id: person.personId, version: 7, successorId: null })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await expect(accounts.deactivate(admin, { id: gone.personId, version: 2, successorId: null })).rejects.toMatchObject({ data: { reason: 'already-deactivated' } });
        for (const [successorId, code] of [[person.personId, 'same-person'], [gone.personId, 'deactivated'], [newId(), 'unknown']] as const) {
            await expect(accounts.deactivate(admin, { id: person.personId, version: 1, successorId })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'successorId', code }] } });
        }
    });
});

describe('somebody who may do what the caller may not', () => {
    it('is changed, deactivated and reactivated only by who gives out access', async () => {
        const manager = await house.person('manager', { roles: ['operations-manager'] });
        const [above, beside] = [await house.person('above', { roles: ['administrator'] }), await house.person('beside', { roles: ['agent', 'team-leader'] })];
        const outranked = { code: 'OUTRANKED', status: 403, data: { permission: 'audit:read' } };
        await expect(people.change(manager, { id: above.personId, version: 1, login: 'below' })).rejects.toMatchObject(outranked);
        await expect(accounts.deactivate(manager, { id: above.personId, version: 1, successorId: null })).rejects.toMatchObject(outranked);
        await accounts.deactivate(admin, { id: above.personId, version: 1, successorId: null });
        await expect(accounts.reactivate(manager, above.personId)).rejects.toMatchObject(outranked);

        expect(await people.change(manager, { id: beside.personId, version: 1, name: 'Next to' })).toMatchObject({ name: 'Next to' });
        expect(await accounts.deactivate(manager, { id: beside.personId, version: 2, successorId: null })).toMatchObject({ status: 'deactivated' });
        expect(await people.change(manager, { id: manager.personId, version: 1, name: 'Oneself' })).toMatchObject({ name: 'Oneself' });
    });

    it('is not changed by a file either', async () => {
        const manager = await house.person('importer', { roles: ['operations-manager'] });
        await house.person('examiner', { roles: ['auditor'] });
        const csv = 'name,login,email\nExaminer,examiner,elsewhere@example.org\n';
        expect(await new PeopleImportService(house.database).importCsv(manager, { csv, dryRun: false })).toMatchObject({ applied: false, rows: [{ outcome: 'invalid', problems: [{ column: 'login', code: 'outranked' }] }] });
        expect(await new PeopleImportService(house.database).importCsv(admin, { csv, dryRun: true })).toMatchObject({ counts: { changed: 1 } });
    });
});

describe('a sample account', () => {
    it('keeps the password that was printed', async () => {
        const sample = await house.person('sample');
        await house.database.read().updateTable('core.person').set({ sample: true, password: 'printed' }).where('id', '=', sample.personId).execute();
        await expect(accounts.resetPassword(admin, sample.personId)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'sample-account' } });
        expect(await house.database.read().selectFrom('core.person').select('password').where('id', '=', sample.personId).executeTakeFirst()).toEqual({ password: 'printed' });
    });
});

describe('the last administrator', () => {
    it('stays, also when two are taken away at the same moment', async () => {
        const others = await Promise.all(['admin2', 'admin3'].map(each => house.person(each, { roles: ['administrator'] })));
        const keeper = allowed(await house.person('keeper'), { 'person:write': 'all', 'person:access': 'all' });
        await accounts.assignRoles(others[0]!, admin.personId, ['agent']);
        const outcomes = await Promise.allSettled([
            ...others.map(each => accounts.deactivate(keeper, { id: each.personId, version: 1, successorId: null })),
            ...others.map(each => accounts.assignRoles({ ...admin, permissions: new Map([['person:access', 'all']]) }, each.personId, []))
        ]);
        const left = await people.list(admin, { limit: 10, role: 'administrator', status: 'active' });
        expect(left.rows).toHaveLength(1);
        expect(outcomes.filter(each => each.status === 'rejected').length).toBeGreaterThan(0);
        const [last] = left.rows;
        await expect(accounts.deactivate(keeper, { id: last!.id, version: last!.version, successorId: null })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'last-administrator' } });
        await accounts.assignRoles(await house.again((await house.again({ ...admin, personId: last!.id }))), admin.personId, ['administrator']);
        admin = await house.again(admin);
    });
});

describe('roles of a person', () => {
    it('are set as a whole, known ones only, by those with person:access', async () => {
        const person = await house.person('roles', { roles: ['agent'] });
        expect((await accounts.assignRoles(admin, person.personId, ['trainer', 'auditor', 'trainer'])).roles).toEqual(['auditor', 'trainer']);
        await expect(accounts.assignRoles(admin, person.personId, ['king'])).rejects.toMatchObject({ code: 'INVALID' });
        const manager = await house.person('manager2', { roles: ['operations-manager'] });
        await expect(accounts.assignRoles(manager, person.personId, ['administrator'])).rejects.toMatchObject({ code: 'FORBIDDEN' });
        expect((await people.get(admin, person.personId)).roles).toEqual(['auditor', 'trainer']);
    });
});
