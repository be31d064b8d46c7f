import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed, type TestPerson } from '../../../../core/src/node/people/test-house';
import type { Recording } from '../../common/media-contract';
import { shortCall, wave } from '../testing/audio-files';
import { endListening, grantListening } from './listening-grants';
import { openTestMediaHouse, someCall, type TestMediaHouse } from '../testing/media-house';

let house: TestMediaHouse;
let evaluator: TestPerson;
let agent: TestPerson;
let leader: TestPerson;
let call: Recording;
const subject = someCall();

beforeAll(async () => {
    house = await openTestMediaHouse();
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    const teamId = await house.team('Billing');
    leader = await house.person('leader', { roles: ['team-leader'], teamId });
    agent = await house.person('agent', { roles: ['agent'], teamId });
    call = await house.processed(evaluator, await house.keep(evaluator, shortCall(), { ownerId: agent.personId, teamId, subject }));
});
afterAll(() => house.close());

describe('who may see a recording', () => {
    it('is its agent, the leader of the team, and whoever may listen to all', async () => {
        for (const each of [agent, leader, evaluator]) {
            expect(await house.recordings.get(each, call.id)).toMatchObject({ id: call.id });
        }
    });
    it('is nobody else: as if it did not exist', async () => {
        const others = [await house.person('other-agent', { roles: ['agent'] }), await house.person('other-leader', { roles: ['team-leader'], teamId: await house.team('Other') })];
        for (const each of others) {
            await expect(house.recordings.get(each, call.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
            await expect(house.recordings.activity(each, call.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        await expect(house.recordings.get(evaluator, 'no-id-at-all')).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.recordings.get(allowed(evaluator, {}), call.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
    it('changes with the owner of the call', async () => {
        const next = await house.person('next-agent', { roles: ['agent'] });
        expect(await house.database.write(evaluator, (transaction, log) => house.archive.changeOwner(transaction, log, subject, { ownerId: next.personId, teamId: null }))).toBe(1);
        expect(await house.recordings.get(next, call.id)).toMatchObject({ id: call.id });
        await expect(house.recordings.get(agent, call.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('listening beyond the scope', () => {
    const occasion = linkTo('training', 'attempts', newId());
    const write = (change: (transaction: Transaction<CoreTables>, log: ChangeLog) => Promise<void>) => house.database.write(evaluator, change);

    it('is granted for an occasion, to one person, and ends with it', async () => {
        const [listener, other] = [await house.person('listener', { roles: ['agent'] }), await house.person('bystander', { roles: ['agent'] })];
        const grant = () => write((transaction, log) => grantListening(transaction, log, { subjects: [subject, someCall()], personId: listener.personId, occasion }));
        await grant();
        await grant(); // once more changes nothing
        expect((await house.recordings.get(listener, call.id)).id).toBe(call.id);
        expect((await house.recordings.find(listener, subject)).id).toBe(call.id);
        expect((await house.recordings.activity(listener, call.id)).durationMs).toBe(call.durationMs);
        await expect(house.recordings.find(other, subject)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.recordings.exchangeChannels(allowed(listener, { 'recording:listen': 'own', 'recording:correct': 'own' }), call.id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.recordings.get(allowed(listener, {}), call.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });

        await write((transaction, log) => endListening(transaction, log, occasion));
        await expect(house.recordings.get(listener, call.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('exchanging the channels', () => {
    it('turns names and figures round, says who did it, and can be taken back', async () => {
        const before = await house.recordings.get(evaluator, call.id);
        const after = await house.recordings.exchangeChannels(evaluator, call.id, before.version);
        expect(after).toMatchObject({ roles: ['customer', 'agent'], version: before.version + 1, revision: before.revision });
        expect(after.figures).toMatchObject({ agentTalkShare: before.figures!.customerTalkShare, customerTalkShare: before.figures!.agentTalkShare, talkOverMs: before.figures!.talkOverMs });
        expect((await house.recordings.activity(evaluator, call.id)).figures).toEqual(after.figures);
        expect(await house.recordings.exchangeChannels(evaluator, call.id, after.version)).toMatchObject({ roles: ['agent', 'customer'], figures: before.figures! });
        const audit = await house.database.read().selectFrom('core.audit_entry').select(['actor_id', 'detail']).where('entity_id', '=', call.id).where('action', '=', 'recording.channels-exchanged').orderBy('position').execute();
        expect(audit).toEqual([{ actor_id: evaluator.personId, detail: { roles: ['customer', 'agent'] } }, { actor_id: evaluator.personId, detail: { roles: ['agent', 'customer'] } }]);
    });
    it('is refused when somebody was quicker', async () => {
        const { version } = await house.recordings.get(evaluator, call.id);
        const both = await Promise.allSettled([1, 2].map(() => house.recordings.exchangeChannels(evaluator, call.id, version)));
        expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(both.find(each => each.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT', data: { reason: 'changed-meanwhile' } } });
    });
    it('is refused on mono, and to whoever may only listen', async () => {
        const mono = await house.processed(evaluator, await house.keep(evaluator, wave({ seconds: 2, speech: [[[0.5, 1]]], seed: 5 })));
        await expect(house.recordings.exchangeChannels(evaluator, mono.id, mono.version)).rejects.toMatchObject({ data: { reason: 'recording-without-channels' } });
        await expect(house.recordings.exchangeChannels(leader, call.id, call.version)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
});
