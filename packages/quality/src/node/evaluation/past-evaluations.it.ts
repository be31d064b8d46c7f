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
    const past = new PastEvaluations(house.database);
    expect([...await past.counted(house.lead, ids)]).toEqual([ids[1]]);
    expect([...await past.counted(allowed(house.lead, { 'form:write': 'all' }), ids)]).toEqual([]);
    expect([...await past.counted(allowed(house.lead, { 'evaluation:read': 'own' }), ids)]).toEqual([]);
});
