import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { systemPrincipal } from '../api/context';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { AuditService } from './audit-service';

let house: TestHouse;
let audit: AuditService;
let auditor: TestPerson;
beforeAll(async () => {
    house = await openTestHouse();
    audit = new AuditService(house.database);
    auditor = await house.person('auditor', { roles: ['auditor'] });
});
afterAll(() => house.close());

const note = (place: number) => house.database.write(systemPrincipal('test'), async (_, log) => log.audit('test.noted', 'tests', String(place), { place }));
const asOwner = async (statement: string) => {
    const client = new Client(house.connection);
    await client.connect();
    await client.query(statement).finally(() => client.end());
};
const refused = (statement: string) => house.database.read().executeQuery({ sql: statement, parameters: [], query: { kind: 'RawNode' } as never, queryId: { queryId: 'test' } });

describe('the audit log', () => {
    it('refuses a change that writes no entry, and then commits nothing', async () => {
        await expect(house.database.write(systemPrincipal('test'), async transaction => {
            await transaction.insertInto('core.setting').values({ key: 'x', value: '1' }).execute();
        })).rejects.toThrow('audit entry');
        expect(await house.database.read().selectFrom('core.setting').selectAll().execute()).toEqual([]);
    });
    it('seals in order, verifies, and reports the tail that is not sealed yet', async () => {
        for (let place = 0; place < 5; place++) {
            await note(place);
        }
        while (await audit.seal()) { /* all */ }
        await note(5);
        const verified = await audit.verify(auditor);
        expect(verified).toMatchObject({ valid: true, unsealed: 1, firstProblem: null });
        expect(verified.oldestUnsealedAt).not.toBeNull();
        const { rows } = await audit.list(auditor, { limit: 3, action: 'test.noted' });
        expect(rows.map(each => each.entityId)).toEqual(['5', '4', '3']);
        expect(rows[0]!.sequence).toBeNull();
        expect(rows[2]!.sequence! - 1).toBe((await audit.list(auditor, { limit: 50, entityId: '2' })).rows[0]!.sequence);
        await audit.seal();
        expect(await audit.verify(auditor)).toMatchObject({ valid: true, unsealed: 0 });
    });
    it('pages by key', async () => {
        const first = await audit.list(auditor, { limit: 4, action: 'test.noted' });
        const second = await audit.list(auditor, { limit: 4, action: 'test.noted', after: first.next });
        expect([...first.rows, ...second.rows].map(each => each.entityId)).toEqual(['5', '4', '3', '2', '1', '0']);
        expect(second.next).toBeUndefined();
    });
    it('cannot be changed or shortened by the application, whatever it sends', async () => {
        for (const statement of ['update core.audit_entry set action = action', 'delete from core.audit_entry', 'truncate core.audit_entry', 'update core.audit_seal set hash = hash', 'delete from core.audit_seal']) {
            await expect(refused(statement)).rejects.toThrow('permission denied');
        }
    });
    it('shows what the owner of the database has changed or removed', async () => {
        await asOwner(`update core.audit_entry set detail = jsonb_set(detail, '{place}', '9') where entity_id = '3' and action = 'test.noted'`);
        const changed = await audit.verify(auditor);
        expect(changed).toMatchObject({ valid: false, firstProblem: { code: 'entry-changed' } });
        await asOwner(`update core.audit_entry set detail = jsonb_set(detail, '{place}', '3') where entity_id = '3' and action = 'test.noted'`);
        expect(await audit.verify(auditor)).toMatchObject({ valid: true });
        await asOwner('delete from core.audit_seal where sequence = 2');
        expect(await audit.verify(auditor)).toMatchObject({ valid: false, firstProblem: { sequence: 2, code: 'seal-missing' } });
    });
    it('is read by those with audit:read only', async () => {
        await expect(audit.list(allowed(auditor, {}), { limit: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
    it('seals each entry once when several processes seal at a time', async () => {
        await asOwner('delete from core.audit_seal');
        for (let place = 10; place < 30; place++) {
            await note(place);
        }
        const others = [new AuditService(house.database), new AuditService(house.database)];
        for (let round = 0; round < 5; round++) {
            await Promise.all([audit, ...others].map(each => each.seal()));
        }
        expect(await audit.verify(auditor)).toMatchObject({ valid: true, unsealed: 0 });
    });
});
