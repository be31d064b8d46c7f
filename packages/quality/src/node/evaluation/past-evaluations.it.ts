import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowed, type TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import type { QualityTables } from '../quality-tables';
import { PastEvaluations } from './past-evaluations';

let house: TestQualityHouse;
let evaluator: TestPerson;
beforeAll(async () => {
    house = await openTestQualityHouse();
    await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

it('counts what was submitted and is in force, for who may see it', async () => {
    const begin = async () => {
        const call = await house.call({ agent: '1' });
        await house.processed(house.lead, call.recordingId!);
        return house.reader.get(evaluator, await house.evaluations.begin(evaluator, call.id, house.formId));
    };
    const [draft, done] = [await begin(), await begin()];
    await house.evaluations.submit(evaluator, { id: done.id, version: done.version, answers: { greeting: { value: true }, tone: { value: 3 } }, evidence: [] });
    const filledIn = async (id: string) => (await house.database.read<QualityTables>().selectFrom('quality.evaluation').select('filled_form_id').where('id', '=', id).executeTakeFirstOrThrow()).filled_form_id;
    const ids = [await filledIn(draft.id), await filledIn(done.id)];
    const past = async (person: TestPerson) => {
        const counting = new PastEvaluations(house.database).counting(person);
        return counting && (await sql<{ filled_form_id: string }>`select filled_form_id from (${counting}) counted where filled_form_id = any(${ids})`.execute(house.database.read())).rows.map(each => each.filled_form_id);
    };
    expect(await past(house.lead)).toEqual([ids[1]]);
    expect(await past(allowed(house.lead, { 'form:write': 'all' }))).toBeUndefined();
    expect(await past(allowed(house.lead, { 'evaluation:read': 'own' }))).toEqual([]);
});
