import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { articleQualityForm, builtInKinds } from '@earshot/forms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import { samplingDefinition } from '../../common/sampling/sampling-definition';
import { Qualifications } from '../sampling/qualifications';
import { openTestSampling, type TestSampling } from '../testing/sampling-house';

let sampling: TestSampling;
let evaluator: TestPerson;
let [call, forArticles] = ['', ''];
beforeAll(async () => {
    sampling = await openTestSampling();
    const { house } = sampling;
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    call = (await house.call()).id;
    const forms = new FormEditing(house.database, builtInKinds);
    const draft = await forms.create(house.lead, { key: 'articles', subject: 'article', definition: articleQualityForm });
    const { version } = await forms.act(house.lead, { id: draft.id, version: draft.version, action: 'submit' });
    forArticles = (await forms.act(house.lead, { id: draft.id, version, action: 'publish' })).formId;
});
afterAll(() => sampling.house.close());

const refused = { code: 'CONFLICT', data: { reason: 'form-rates-otherwise', detail: { rates: 'article' } } };

it('a form for articles rates no conversation, however one comes to it', async () => {
    const { house, plans } = sampling;
    await expect(house.evaluations.begin(evaluator, call, forArticles)).rejects.toMatchObject(refused);
    const { form_version_id: formVersionId } = await house.database.read<{ 'assessment.form_version': { id: string; form_id: string; state: string } }>().selectFrom('assessment.form_version').select('id as form_version_id').where('form_id', '=', forArticles).executeTakeFirstOrThrow();
    await expect(house.evaluations.open(evaluator, { interactionId: call, formId: forArticles, formVersionId, agentId: null, teamId: null, sessionId: null })).rejects.toMatchObject(refused);
    expect((await house.reader.list(evaluator, { limit: 10 })).rows).toEqual([]);

    const definition = samplingDefinition.parse({ formId: forArticles, population: {}, strata: [], period: 'week', size: { kind: 'total', calls: 1, allocation: 'proportional' }, evaluatorIds: [evaluator.personId] });
    await expect(plans.create(house.lead, { title: 'Plan', active: false, definition })).rejects.toMatchObject(refused);
    const plan = await plans.create(house.lead, { title: 'Plan', active: false, definition: { ...definition, formId: house.formId } });
    await expect(plans.change(house.lead, { id: plan.id, version: plan.version, title: 'Plan', active: false, definition })).rejects.toMatchObject(refused);

    const session = { title: 'Session', formId: house.formId, interactionIds: [call], raterIds: [evaluator.personId, house.lead.personId], expertId: null, dueAt: null, tolerance: 5 };
    await expect(house.calibrations.create(house.lead, { ...session, formId: forArticles })).rejects.toMatchObject(refused);
    const { id, version } = await house.calibrations.create(house.lead, session);
    await expect(house.calibrations.change(house.lead, { id, version, formId: forArticles })).rejects.toMatchObject(refused);

    await expect(new Qualifications(house.database).set(house.lead, { personId: evaluator.personId, formId: forArticles, qualified: true })).rejects.toMatchObject(refused);
    await expect(house.policies.set(house.lead, forArticles, usualPolicy)).rejects.toMatchObject(refused);
});
