import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { evaluationRouter } from './evaluation-router';

let house: TestQualityHouse;
let evaluator: TestPerson;
beforeAll(async () => {
    house = await openTestQualityHouse();
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

const as = (principal: TestPerson) => createRouterClient(evaluationRouter(house.evaluations, house.corrections, house.reader), {
    context: { principal, address: '127.0.0.1', request: {} as IncomingMessage, response: {} as ServerResponse }
});
const answers = { greeting: { value: true }, tone: { value: 3 } };

it('says that a correction was returned to whoever returned it, though they see it no more', async () => {
    const [mine, lead] = [as(evaluator), as(house.lead)];
    const { id, version } = await mine.begin({ interactionId: (await house.call()).id, formId: house.formId });
    await mine.submit({ id, version, answers, evidence: [] });
    const revision = await mine.revise({ id, reason: 'The greeting was missing.' });
    await mine.submit({ id: revision.id, version: revision.version, answers, evidence: [] });
    const pending = await lead.get({ id: revision.id });
    expect(await lead.reject({ id: revision.id, version: pending.version, reason: 'Listen again.' })).toEqual({ done: true });
    await expect(lead.get({ id: revision.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
