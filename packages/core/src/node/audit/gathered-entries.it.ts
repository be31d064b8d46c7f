import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { newId } from '../storage/identifier';
import { auditRows, AuditService } from './audit-service';

let house: TestHouse;
let wei: TestPerson;
let audit: AuditService;
beforeAll(async () => {
    house = await openTestHouse();
    wei = await house.person('wei');
    audit = new AuditService(house.database);
});
afterAll(() => house.close());

const log = (who: TestPerson, action: string, id: string, detail = {}) => house.database.write(who, async (_transaction, change) => change.audit(action, 'evaluations', id, detail));
const entries = (id: string) => house.database.read().selectFrom('core.audit_entry').select(['action', 'actor_id', 'at', 'detail']).where('entity_id', '=', id).orderBy('position').execute();

describe('saving a draft again and again', () => {
    let draft: string;
    beforeEach(() => { draft = newId(); });

    it('is one entry of each person, before what happens next, and none is lost', async () => {
        const mei = await house.person(`mei-${draft}`);
        for (let index = 1; index <= 5; index++) {
            await log(wei, 'evaluation.saved', draft, { hash: `h${index}` });
        }
        await log(mei, 'evaluation.saved', draft);
        await log({ ...wei, via: 'token' }, 'evaluation.saved', draft);
        expect(await entries(draft)).toEqual([]);
        await log(wei, 'evaluation.submitted', draft);
        const written = await entries(draft);
        expect(written.at(-1)).toMatchObject({ action: 'evaluation.submitted', actor_id: wei.personId });
        expect(written).toHaveLength(4);
        expect(written).toContainEqual({ action: 'evaluation.saved', actor_id: wei.personId, at: expect.any(Date) as Date, detail: { hash: 'h5', count: 5, since: expect.any(String) as string } });
        expect(written).toContainEqual({ action: 'evaluation.saved', actor_id: mei.personId, at: expect.any(Date) as Date, detail: {} });
        expect(written).toContainEqual({ action: 'evaluation.saved', actor_id: wei.personId, at: expect.any(Date) as Date, detail: { via: 'token' } });
    });

    it('is written after a minute, or when the server ends', async () => {
        await Promise.all([1, 2, 3].map(() => log(wei, 'form.draft-saved', draft)));
        await audit.writeGathered();
        expect(await entries(draft)).toEqual([]);
        await house.database.read().updateTable('core.audit_gathered').set({ first_at: new Date(Date.now() - 61_000) }).where('entity_id', '=', draft).execute();
        await audit.writeGathered();
        expect(await entries(draft)).toMatchObject([{ detail: { count: 3 } }]);
        await log(wei, 'form.draft-saved', draft);
        await audit.writeGathered(true);
        expect(await entries(draft)).toMatchObject([{ detail: { count: 3 } }, { detail: {} }]);
    });
});

it('a log of 100,000 entries is read by an index, whatever it is asked for', async () => {
    const owner = new Client(house.connection);
    await owner.connect();
    await owner.query(`insert into core.audit_entry (id, at, action, actor_id, entity_type, entity_id, detail)
        select gen_random_uuid(), now() - (100000 - n) * interval '1 minute', case when n % 20000 = 7 then 'seldom.done' else 'often.' || n % 20 end, gen_random_uuid(), 'people', 'entity ' || n % 5000, '{}' from generate_series(1, 100000) n`);
    await owner.query('analyze core.audit_entry');
    await owner.end();
    const from = new Date(Date.now() - 50_000 * 60_000);
    for (const query of [{ action: 'seldom.done' }, { entityId: 'entity 17' }, { actorId: newId() }, { from: from.toISOString(), to: new Date(from.getTime() + 3_600_000).toISOString() }, { action: 'seldom.done', after: '50000' }, {}]) {
        const plan = JSON.stringify(await auditRows(house.database.read(), { limit: 50, ...query }).explain('json'));
        expect(plan, JSON.stringify(query)).not.toMatch(/"Seq Scan"[^{}]*"audit_entry"/);
        expect(plan, JSON.stringify(query)).not.toMatch(/"Relation Name":"audit_entry"[^{}]*"Filter"/);
    }
});
