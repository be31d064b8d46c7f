import { EventHub, maySee } from '@earshot/core/lib/node/events/event-hub';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

/** What happens when two things are done at the same moment, and who hears of what. */
let house: TestQualityHouse;
let agent: TestPerson;
let evaluator: TestPerson;
let other: TestPerson;
const answers = { greeting: { value: true }, tone: { value: 3 } };
const different = { ...answers, greeting: { value: false } };

beforeAll(async () => {
    house = await openTestQualityHouse();
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    other = await house.person('other', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

const newCall = async () => (await house.call({ agent: '1' })).id;
const submit = async (id: string, given: typeof answers = answers) => house.evaluations.submit(evaluator, { id, version: (await house.reader.get(evaluator, id)).version, answers: given, evidence: [] });
const submitted = async () => {
    const id = await house.evaluations.begin(evaluator, await newCall(), house.formId);
    await submit(id);
    return id;
};

/** Carries out `change` in a transaction that commits only when what `attempt` began has had the time to come across it. */
async function whileChanging<R>(change: ReturnType<typeof sql>, attempt: () => Promise<R>): Promise<R> {
    const attempted = await house.database.read().transaction().execute(async transaction => {
        await change.execute(transaction);
        const running = attempt();
        running.catch(() => { /* looked at below */ });
        await new Promise(resolve => { setTimeout(resolve, 300); });
        return { running };
    });
    return attempted.running;
}

describe('at the same moment', () => {
    it('two tabs that begin are led to the same draft', async () => {
        const call = await newCall();
        const ids = await Promise.all([1, 2, 3, 4].map(() => house.evaluations.begin(evaluator, call, house.formId)));
        expect(new Set(ids).size).toBe(1);
    });
    it('two tabs that begin to score a call of a session are led to the same draft', async () => {
        const call = await newCall();
        const { id } = await house.calibrations.create(house.lead, { title: 'Tabs', formId: house.formId, interactionIds: [call], raterIds: [evaluator.personId, other.personId], expertId: null, dueAt: null, tolerance: 5 });
        await house.calibrations.act(house.lead, id, 1, 'open');
        const ids = await Promise.all([1, 2, 3, 4].map(() => house.calibrations.score(evaluator, id, call)));
        expect(new Set(ids).size).toBe(1);
    });
    it('a session closes and a blind evaluation is submitted: it comes too late', async () => {
        const call = await newCall();
        const { id } = await house.calibrations.create(house.lead, { title: 'Late', formId: house.formId, interactionIds: [call], raterIds: [evaluator.personId, other.personId], expertId: null, dueAt: null, tolerance: 5 });
        await house.calibrations.act(house.lead, id, 1, 'open');
        const evaluation = await house.calibrations.score(evaluator, id, call);
        const late = whileChanging(sql`update quality.calibration set state = 'closed', closed_at = now(), version = version + 1 where id = ${id}`, () => submit(evaluation));
        await expect(late).rejects.toMatchObject({ data: { reason: 'session-closed' } });
        expect((await house.calibrations.find(house.lead, id)).submitted).toBe(0);
    });
    it('a correction is approved and another one is begun: there is one result, not two', async () => {
        const id = await submitted();
        const revision = await house.corrections.revise(evaluator, id, 'The greeting was missing.');
        await submit(revision, different);
        const second = whileChanging(sql`with approved as (update quality.evaluation set state = 'submitted' where id = ${revision}) update quality.evaluation set state = 'superseded' where id = ${id}`,
            () => house.corrections.revise(evaluator, id, 'Once more.'));
        await expect(second).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        expect(await house.corrections.revise(evaluator, revision, 'Once more, of what counts now.')).toBeTypeOf('string');
    });
});

describe('of a correction', () => {
    it('the approvers hear when it is submitted, and the agent when it counts', async () => {
        const hub = new EventHub(house.connection);
        await hub.start();
        let heard: string[] = [];
        hub.listen((event, audience) => {
            if (event.type === 'evaluation.changed') {
                heard.push(...Object.entries({ agent, evaluator, lead: house.lead, other }).filter(([, person]) => maySee(person, event, audience)).map(([name]) => `${name} ${event.entityId}`));
            }
        });
        const settled = async (expected: string) => {
            await expect.poll(() => heard).toContain(expected);
            await new Promise(resolve => { setTimeout(resolve, 100); });
            const all = [...new Set(heard)].sort();
            heard = [];
            return all;
        };
        const id = await submitted();
        expect(await settled(`agent ${id}`)).toEqual([`agent ${id}`, `evaluator ${id}`, `lead ${id}`]);
        const revision = await house.corrections.revise(evaluator, id, 'The greeting was missing.');
        await submit(revision, different);
        expect(await settled(`lead ${revision}`)).toEqual([`evaluator ${revision}`, `lead ${revision}`]);
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect(await settled(`agent ${revision}`)).toEqual([`agent ${revision}`, `evaluator ${revision}`, `lead ${revision}`]);
        await hub.stop();
    });
});
