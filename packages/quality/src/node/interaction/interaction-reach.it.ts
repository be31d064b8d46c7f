import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed, type TestPerson } from '../../../../core/src/node/people/test-house';
import { wave } from '../../../../media/src/node/testing/audio-files';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let evaluator: TestPerson;

beforeAll(async () => {
    house = await openTestQualityHouse();
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

const about = { startedAt: '2026-11-18T06:03:22.000Z', direction: 'inbound' as const, tags: [] };
const sound = async (seed: number) => ({ original: await house.put(wave({ seconds: 1, speech: [[[0.2, 0.8]], []], seed })) });
/** What several attempts at once led to: reasons of refusal, and how many were taken. */
const outcomes = async (attempts: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map(each => each.status === 'fulfilled' ? 'taken' : (each.reason as { data?: { reason?: string } }).data?.reason).sort();

describe('the same call, imported several times at once', () => {
    it('is taken once, by its content', async () => {
        const audio = await sound(7);
        expect(await outcomes(['a', 'b', 'c'].map(callId => house.interactions.add(house.lead, { ...about, callId }, audio)))).toEqual(['duplicate', 'duplicate', 'taken']);
    });
    it('is taken once, by its number', async () => {
        const sounds = await Promise.all([17, 18, 19].map(sound));
        expect(await outcomes(sounds.map(audio => house.interactions.add(house.lead, { ...about, callId: 'the-same' }, audio)))).toEqual(['call-id-taken', 'call-id-taken', 'taken']);
    });
});

describe('an agent', () => {
    it('is known by employee number before anybody by a sign-in name that looks like it', async () => {
        await house.person('4711', { roles: ['agent'] });
        const meant = await house.person('meant', { roles: ['agent'], employeeNumber: '4711' });
        await house.person('4712', { roles: ['agent'] });
        expect(await house.call({ agent: '4711' })).toMatchObject({ agentId: meant.personId });
        expect(await house.call({ agent: '4712' })).toMatchObject({ agentName: '4712' });
        const earlier = await house.person('earlier', { roles: ['agent'], employeeNumber: '4713' });
        await house.person('4713', { roles: ['agent'] });
        expect(await house.call({ agent: '4713' })).toMatchObject({ agentId: earlier.personId });
    });
    it('does not learn from a filter that somebody is at a draft about a call', async () => {
        const { id } = await house.call({ agent: '1' });
        await house.evaluations.begin(evaluator, id, house.formId);
        const found = async (person: TestPerson, evaluated: 'yes' | 'no') => (await house.interactions.list(person, { limit: 50, evaluated })).rows.some(each => each.id === id);
        expect([await found(agent, 'yes'), await found(agent, 'no')]).toEqual([false, true]);
        expect([await found(evaluator, 'yes'), await found(evaluator, 'no')]).toEqual([true, false]);
    });
});

describe('a call', () => {
    it('is shown without its recording to whoever may not listen to it', async () => {
        const { id } = await house.call({ agent: '1' });
        const reader = allowed(await house.person('reader'), { 'interaction:read': 'all', 'recording:listen': 'own' });
        expect(await house.interactions.get(reader, id)).toMatchObject({ id, recording: null });
    });
    it('can be given away out of one’s own reach', async () => {
        const team = await house.team('Hotline');
        const member = await house.person('member', { roles: ['agent'], employeeNumber: '9', teamId: team });
        const leader = { ...allowed(await house.person('leader'), { 'interaction:read': 'team', 'interaction:correct': 'team' }), teamIds: [team] };
        const { id, version } = await house.call({ agent: '9' });
        expect(await house.interactions.change(leader, { id, version, agentId: null })).toMatchObject({ id, agentId: null, version: version + 1 });
        await expect(house.interactions.get(leader, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(member.teamIds).toEqual([team]);
    });
    it('is found by its number, its agent’s name and number', async () => {
        await house.person('liu', { name: '刘佳怡', roles: ['agent'], employeeNumber: '88_1' });
        const { id } = await house.call({ agent: '88_1', callId: `Call-${newId()}%x` });
        for (const text of ['%X', '佳怡', '88_1', 'liujia']) {
            expect((await house.interactions.list(house.lead, { limit: 5, text })).rows.map(each => each.id), text).toEqual([id]);
        }
        expect((await house.interactions.list(house.lead, { limit: 5, text: '88%1' })).rows).toEqual([]);
        expect((await house.interactions.list(house.lead, { limit: 5, text: '_x' })).rows).toEqual([]);
        for (const text of ['ca', '-%', '电']) {
            const odd = await house.call({ callId: `${text}${newId()}${text}` });
            expect((await house.interactions.list(house.lead, { limit: 1, text })).rows.map(each => each.id), text).toHaveLength(1);
            expect((await house.interactions.list(house.lead, { limit: 5, text: `${odd.callId.slice(-3)}` })).rows.map(each => each.id), text).toContain(odd.id);
        }
    });
});
