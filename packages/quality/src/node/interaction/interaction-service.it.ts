import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { wave } from '../../../../media/src/node/testing/audio-files';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let leader: TestPerson;
let teamId: string;
beforeAll(async () => {
    house = await openTestQualityHouse();
    teamId = await house.team('cards');
    agent = await house.person('agent', { name: '王若溪', roles: ['agent'], teamId, employeeNumber: '1044' });
    leader = await house.person('leader', { roles: ['team-leader'], teamId });
});
afterAll(() => house.close());
const all = { limit: 50 };

describe('a call', () => {
    it('belongs to the agent named by number or sign-in name, and their team at the time', async () => {
        expect(await house.call({ agent: '1044' })).toMatchObject({ agentName: '王若溪', agentNumber: '1044', teamId, recordingState: 'processing' });
        expect(await house.call({ agent: 'AGENT' })).toMatchObject({ agentId: agent.personId });
        await expect(house.call({ agent: '9999' })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'agent', code: 'unknown-person' }] } });
    });
    it('is recognised by its content, and by its number, whatever the file is called', async () => {
        const original = await house.put(wave({ seconds: 1, speech: [[[0, 1]]], seed: 7 }));
        const input = { callId: 'A-1', startedAt: '2026-11-18T06:03:22.000Z', direction: 'inbound' as const, tags: [] };
        const { id } = await house.interactions.add(house.lead, input, { original });
        await expect(house.interactions.add(house.lead, { ...input, callId: 'A-2' }, { original })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'duplicate', detail: { interactionId: id } } });
        await expect(house.interactions.add(house.lead, input, { original: await house.put(wave({ seconds: 1, speech: [[[0, 1]]], seed: 8 })) })).rejects.toMatchObject({ data: { reason: 'call-id-taken' } });
    });
    it('shows the customer’s number masked, whole only by permission, and writes that look down', async () => {
        const { id, customerNumber } = await house.call({ agent: '1044', customerNumber: '+852 5550 8832' });
        expect(customerNumber).toBe('•••• 8832');
        expect((await house.interactions.get(leader, id)).customerNumber).toBe('•••• 8832');
        expect((await house.interactions.get(house.lead, id)).customerNumber).toBe('+852 5550 8832');
        const looks = await house.database.read().selectFrom('core.audit_entry').select('actor_id').where('entity_id', '=', id).where('action', '=', 'customer-number.seen').execute();
        expect(looks).toEqual([{ actor_id: house.lead.personId }]);
        expect(JSON.stringify(await house.database.read().selectFrom('core.audit_entry').select('detail').where('entity_id', '=', id).execute())).not.toContain('8832');
    });
    it('is seen by those whose scope reaches it, and does not exist for the others', async () => {
        const mine = await house.call({ agent: '1044' });
        const other = await house.call();
        expect((await house.interactions.list(agent, all)).rows.map(each => each.id)).toContain(mine.id);
        for (const person of [agent, leader]) {
            expect((await house.interactions.list(person, all)).rows.map(each => each.id)).not.toContain(other.id);
            await expect(house.interactions.get(person, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        expect((await house.interactions.get(leader, mine.id)).id).toBe(mine.id);
    });
    it('is corrected once per version seen, with its recording and evaluations', async () => {
        const { id, version } = await house.call();
        const changed = await house.interactions.change(house.lead, { id, version, agentId: agent.personId, queue: 'cards', tags: ['a', 'a', 'b'] });
        expect(changed).toMatchObject({ agentId: agent.personId, teamId, queue: 'cards', tags: ['a', 'b'], version: version + 1 });
        expect((await house.recordings.get(agent, changed.recordingId!)).id).toBe(changed.recordingId);
        await expect(house.interactions.change(house.lead, { id, version, queue: 'x' })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await expect(house.interactions.change(agent, { id, version: version + 1, queue: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
});

describe('the list of calls', () => {
    it('pages by key without gaps or repeats, newest first', async () => {
        const times = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];
        for (const startedAt of times) {
            await house.call({ startedAt, queue: 'paging' });
        }
        const seen: string[] = [];
        let after: string | undefined;
        do {
            const page = await house.interactions.list(house.lead, { limit: 2, queue: 'paging', after });
            seen.push(...page.rows.map(each => each.startedAt));
            after = page.next;
        } while (after);
        expect(seen).toEqual([...times].reverse());
    });
    it('filters by time, agent, team with its sub-teams, queue, direction, tag and text', async () => {
        const top = await house.team('top');
        const sub = await house.team('sub', { parentId: top });
        await house.person('subagent', { name: '欧阳娜娜', teamId: sub });
        const found = await house.call({ agent: 'subagent', queue: 'filters', direction: 'outbound', tags: ['vip', '投诉'], startedAt: '2025-05-05T05:05:05.000Z', callId: 'F_1%' });
        const ids = async (filter: Parameters<typeof house.interactions.list>[1]) => (await house.interactions.list(house.lead, filter)).rows.map(each => each.id);
        for (const filter of [{ teamId: top }, { direction: 'outbound' as const }, { tag: '投诉' }, { queue: 'filters' }, { from: '2025-05-05T00:00:00Z', to: '2025-05-06T00:00:00Z' }, { text: 'F_1%' }, { text: 'ouyang' }, { text: '欧阳' }]) {
            expect(await ids({ ...all, ...filter }), JSON.stringify(filter)).toEqual([found.id]);
        }
        expect(await ids({ ...all, text: 'F11' })).toEqual([]);
        expect(await ids({ ...all, tag: "x' or 1=1 --" })).toEqual([]);
        expect((await house.interactions.facets(house.lead)).tags).toContain('vip');
        await house.interactions.change(house.lead, { id: found.id, version: found.version, queue: 'filters2', tags: ['投诉'] });
        const { queues, tags } = await house.interactions.facets(house.lead);
        expect([queues.includes('filters'), queues.includes('filters2'), tags.includes('vip'), tags.includes('投诉')]).toEqual([false, true, false, true]);
        await house.interactions.change(house.lead, { id: found.id, version: found.version + 1, agentId: agent.personId });
        expect(await house.interactions.facets(agent)).toMatchObject({ queues: expect.arrayContaining(['filters2']) as string[], tags: expect.arrayContaining(['投诉']) as string[] });
        await house.interactions.change(house.lead, { id: found.id, version: found.version + 2, agentId: null });
        expect((await house.interactions.facets(agent)).queues).not.toContain('filters');
    });
});
