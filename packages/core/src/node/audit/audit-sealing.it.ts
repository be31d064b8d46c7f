import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemPrincipal } from '../api/context';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { AuditService } from './audit-service';

let house: TestHouse;
let owner: Client;
beforeAll(async () => {
    house = await openTestHouse();
    owner = new Client(house.connection);
    await owner.connect();
});
afterAll(async () => {
    await owner.end();
    await house.close();
});

const note = (place: number) => house.database.write(systemPrincipal('test'), async (_, log) => log.audit('test.noted', 'tests', String(place), { place }));

it('looks at the whole log once after a start, and then only at what is new', async () => {
    for (let place = 0; place < 5; place++) {
        await note(place);
    }
    await owner.query(`update core.audit_entry set at = at - interval '1 hour'`);
    const audit = new AuditService(house.database);
    expect(await audit.seal()).toBeGreaterThanOrEqual(5);
    // Whether it looks at what is old again shows in whether it would seal it again.
    await owner.query('delete from core.audit_seal where sequence = (select max(sequence) from core.audit_seal)');
    expect(await audit.seal()).toBe(0);
    await note(5);
    expect(await audit.seal()).toBe(1);
    expect(await new AuditService(house.database).seal()).toBe(1);
});
