import { createHash, createHmac } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { BlobSweeping } from '@earshot/core/lib/node/blobs/blob-sweeping';
import { RecordingDeletion } from '@earshot/media/lib/node/recording/recording-deletion';
import { TranscriptService } from '@earshot/media/lib/node/transcript/transcript-service';
import { ListeningLog } from '@earshot/media/lib/node/recording/listening-log';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { Interaction } from '../../common/interaction/interaction-contract';
import type { ContentKind } from '../../common/retention/retention-rule';
import type { QualityTables } from '../quality-tables';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { ContentDeletion } from './content-deletion';
import { LegalHolds } from './legal-holds';
import { RetentionForecasts } from './retention-forecasts';
import { RetentionRules } from './retention-rules';

let house: TestQualityHouse;
let manager: TestPerson;
let evaluator: TestPerson;
let agent: TestPerson;
let rules: RetentionRules;
let holds: LegalHolds;
let forecasts: RetentionForecasts;
let deletion: ContentDeletion;
let transcripts: TranscriptService;
const swept: string[] = [];
const now = new Date('2026-11-22T12:00:00.000Z');
const monthsAgo = (months: number) => new Date(Date.UTC(2026, 10 - months, 20, 8)).toISOString();
let calls = 0;
const key = { fingerprint: (place: string, text: string) => createHmac('sha256', 'a key of tests').update(place + text).digest('hex') };

beforeAll(async () => {
    house = await openTestQualityHouse();
    manager = await house.person('manager', { roles: ['operations-manager', 'qa-lead'] });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '7' });
    rules = new RetentionRules(house.database);
    holds = new LegalHolds(house.database);
    forecasts = new RetentionForecasts(house.database, rules, holds);
    const sweeping = new BlobSweeping(house.database, house.blobs);
    deletion = new ContentDeletion(house.database, rules, new RecordingDeletion(), { remove: async hashes => { swept.push(...hashes); await sweeping.remove(hashes); } }, key);
    transcripts = new TranscriptService(house.database, new ListeningLog(house.database));
});
afterAll(() => house.close());
beforeEach(async () => {
    swept.length = 0;
    await house.database.write<void, QualityTables>(manager, async (transaction, log) => {
        await transaction.deleteFrom('quality.retention_rule').execute();
        await transaction.updateTable('quality.interaction').set({ started_at: now }).execute();
        log.audit('test.reset', 'tests', 'all');
    });
});

/** A call whose recording can be heard, with what is said in it. */
const call = async (startedAt: string, about: { readonly queue?: string; readonly tags?: string[] } = {}): Promise<Interaction> => {
    const made = await house.call({ callId: `call-${calls++}`, startedAt, agent: '7', ...about });
    await house.processed(house.lead, made.recordingId!);
    await transcripts.replace(house.lead, made.recordingId!, transcripts.read(Buffer.from(JSON.stringify({ turns: [{ fromMs: 0, toMs: 500, text: 'Good morning.', speaker: 'agent', channel: 0 }] }))));
    return made;
};
const rule = (name: string, recording: number, about: { readonly queue?: string; readonly tag?: string; readonly transcript?: number; readonly messages?: number; readonly customer?: number } = {}) =>
    rules.add(manager, { name, queue: about.queue ?? null, tag: about.tag ?? null, months: { recording, transcript: about.transcript ?? 0, messages: about.messages ?? 0, customer: about.customer ?? 0 }, active: true });
const stateOf = async ({ id }: Interaction) => (await house.interactions.get(house.lead, id)).recording?.state;
const audit = async (action: string, entityId: string) => house.database.read().selectFrom('core.audit_entry').where('action', '=', action).where('entity_id', '=', entityId).select(['actor_id', 'detail']).execute();
const forecastOf = (kinds: readonly { readonly kind: ContentKind; readonly due: number; readonly held: number; readonly waiting: number; readonly bytes: number | null }[], kind: ContentKind = 'recording') => kinds.find(each => each.kind === kind)!;

it('deletes what is past its time and nothing else, forecasts exactly that, and proves it', async () => {
    const [old, young, kept] = [await call(monthsAgo(7)), await call(monthsAgo(5)), await call(monthsAgo(7), { queue: 'Complaints' })];
    const { id: ruleId } = await rule('Half a year', 6);
    await rule('Complaints', 24, { queue: 'Complaints' });
    const before = await house.database.read<QualityTables>().selectFrom('media.recording').selectAll().where('id', '=', old.recordingId!).executeTakeFirstOrThrow();
    const hashes = [before.original_hash!, before.peaks_hash!, ...before.rendition_hash ? [before.rendition_hash] : []];
    const forecast = await forecasts.preview(now);
    expect(forecastOf(forecast.kinds)).toMatchObject({ due: 1, held: 0, waiting: 0 });
    expect(forecast.rules.find(each => each.ruleId === ruleId)!.kinds[0]!.due).toBe(1);
    const day = new Date(now.getTime() - 40 * 86_400_000);
    await Promise.all(hashes.map(each => utimes(house.blobs.path(each), day, day)));

    expect(await deletion.deleteDue(now)).toEqual({ recording: 1, transcript: 0, messages: 0, customer: 0 });
    expect([await stateOf(old), await stateOf(young), await stateOf(kept)]).toEqual(['deleted', 'ready', 'ready']);
    expect(swept.toSorted()).toEqual(hashes.toSorted());
    expect(await Promise.all(hashes.map(each => house.blobs.size(each)))).toEqual(hashes.map(() => undefined));
    const [proof] = await audit('content.deleted', old.id);
    expect(proof!.detail).toMatchObject({ kind: 'recording', rule: ruleId, hash: before.original_hash, bytes: forecastOf(forecast.kinds).bytes });
    expect(await audit('recording.deleted', old.recordingId!)).toHaveLength(1);
    const shown = (await house.interactions.get(house.lead, old.id)).recording!;
    expect(shown).toMatchObject({ state: 'deleted', deletion: { rule: 'Half a year' }, peakLevels: [], transcriptDeletion: null });
    expect(shown.figures).not.toBeNull();
    expect(shown.durationMs).toBeGreaterThan(0);
    expect((await transcripts.get(house.lead, old.recordingId!, false))?.turns).toHaveLength(1);    // its own time has not come
    expect((await forecasts.of(manager, old.id)).deleted).toMatchObject([{ kind: 'recording', rule: 'Half a year', by: null, hash: before.original_hash }]);

    // done twice it finds nothing, and says nothing
    expect(await deletion.deleteDue(now)).toEqual({ recording: 0, transcript: 0, messages: 0, customer: 0 });
    expect(await audit('content.deleted', old.id)).toHaveLength(1);
});

it('goes by the month as the interaction is told until when it is kept', async () => {
    const made = await call('2026-01-31T09:00:00.000Z');
    await rule('A month', 1);
    const { kinds } = await forecasts.of(manager, made.id);
    const until = new Date(kinds.find(each => each.kind === 'recording')!.until!);
    expect(until.toISOString()).toBe('2026-02-28T09:00:00.000Z');
    expect(forecastOf((await forecasts.preview(new Date(until.getTime() - 1))).kinds).due).toBe(0);
    expect(forecastOf((await forecasts.preview(until)).kinds).due).toBe(1);
});

it('leaves alone what is on hold, by a rule and by hand, until the hold is lifted', async () => {
    const made = await call(monthsAgo(9));
    await rule('Half a year', 6);
    await holds.place(manager, made.id, 'A claim before court');
    await expect(holds.place(manager, made.id, 'Once more')).rejects.toMatchObject({ data: { reason: 'on-hold-already' } });
    expect(forecastOf((await forecasts.preview(now)).kinds)).toMatchObject({ due: 0, held: 1 });
    expect((await deletion.deleteDue(now)).recording).toBe(0);
    await expect(deletion.erase(manager, { id: made.id, kinds: ['recording'], reason: 'Asked for by the customer' })).rejects.toMatchObject({ data: { reason: 'on-hold' } });
    expect(await stateOf(made)).toBe('ready');
    expect(await audit('hold.placed', made.id)).toMatchObject([{ actor_id: manager.personId, detail: { hold: expect.any(String) } }]);
    expect((await holds.list({ limit: 10, lifted: false })).rows).toMatchObject([{ callId: made.callId, reason: 'A claim before court' }]);
    await holds.lift(manager, made.id, 'Settled');
    await expect(holds.lift(manager, made.id, 'Settled')).rejects.toMatchObject({ data: { reason: 'not-on-hold' } });
    expect((await deletion.deleteDue(now)).recording).toBe(1);
});

it('a hold that is placed while the night is at work is first or last, never in between', async () => {
    const made = await call(monthsAgo(9));
    await rule('Half a year', 6);
    const [{ recording }] = await Promise.all([deletion.deleteDue(now), holds.place(manager, made.id, 'At this very moment')]);
    expect(await stateOf(made)).toBe(recording === 1 ? 'deleted' : 'ready');
    expect(await audit('content.deleted', made.id)).toHaveLength(recording);
    await holds.lift(manager, made.id, 'Tried');
});

it('waits for a dispute to end', async () => {
    const made = await call(monthsAgo(9));
    await rule('Half a year', 6);
    const id = await house.evaluations.begin(evaluator, made.id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: false }, tone: { value: 3 } }, evidence: [] });
    const { version } = await house.feedback.get(agent, id);
    await house.responses.dispute(agent, { id, version, questions: [{ questionId: 'greeting', reason: 'I did greet.', evidence: [] }] });
    expect(forecastOf((await forecasts.preview(now)).kinds)).toMatchObject({ due: 0, waiting: 1 });
    expect((await deletion.deleteDue(now)).recording).toBe(0);
    await expect(deletion.erase(manager, { id: made.id, kinds: ['recording'], reason: 'Too soon' })).rejects.toMatchObject({ data: { reason: 'in-use' } });
    await house.responses.withdraw(agent, { id, version: (await house.feedback.get(agent, id)).version });
    expect((await deletion.deleteDue(now)).recording).toBe(1);
    expect((await house.reader.get(house.lead, id)).percent).not.toBeNull();
});

it('waits for a call that was drawn to be scored, and for an evaluation that is being written', async () => {
    const [drawn, written] = [await call(monthsAgo(9)), await call(monthsAgo(9))];
    await rule('Half a year', 6);
    const draft = await house.evaluations.begin(evaluator, written.id, house.formId);
    const [planId, drawId] = [newId(), newId()];
    const database = house.database.read<QualityTables>();
    await database.insertInto('quality.sampling_plan').values({ id: planId, title: 'Old', definition: '{}', active: false, created_by: manager.personId, active_since: now }).execute();
    await database.insertInto('quality.sampling_draw').values({ id: drawId, plan_id: planId, form_id: house.formId, first_day: '2026-02-16', last_day: '2026-02-22', drawn_by: null, due_at: now, seed: 1, method: 1, population: 1, population_hash: '', input: '{}', cells: '[]' }).execute();
    await database.insertInto('quality.sampling_item').values({
        id: newId(), draw_id: drawId, place: 0, kind: 'random', interaction_id: drawn.id, cell: '-', probability: 1, duration_ms: 1000, evaluator_id: evaluator.personId, evaluation_id: null, earlier_id: null, replaced_by: null, reason: null, reason_text: null
    }).execute();
    expect(forecastOf((await forecasts.preview(now)).kinds)).toMatchObject({ due: 0, waiting: 2 });
    expect((await deletion.deleteDue(now)).recording).toBe(0);
    await database.updateTable('quality.sampling_item').set({ scored_at: now }).where('draw_id', '=', drawId).execute();
    await house.evaluations.discard(evaluator, draft);
    expect((await deletion.deleteDue(now)).recording).toBe(2);
});

it('deletes transcripts and messages for themselves, with a hash each', async () => {
    const made = await call(monthsAgo(9));
    const chat = await house.conversations.add(house.lead, { callId: 'a chat', direction: 'inbound', tags: [], channel: 'chat', messages: [{ at: monthsAgo(9), author: 'customer', name: null, text: 'My number is 4711.' }] });
    await rule('Texts', 0, { transcript: 3, messages: 3 });
    expect(await deletion.deleteDue(now)).toEqual({ recording: 0, transcript: 1, messages: 1, customer: 0 });
    expect(await stateOf(made)).toBe('ready');
    expect(await transcripts.get(house.lead, made.recordingId!, false)).toBeNull();
    expect((await house.interactions.get(house.lead, made.id)).recording).toMatchObject({ transcriptDeletion: { rule: 'Texts' } });
    expect(await house.conversations.messages(house.lead, chat.id)).toMatchObject({ messages: [], deletion: { rule: 'Texts' } });
    expect((await forecasts.deletions({ limit: 10, interactionId: chat.id })).rows).toMatchObject([{ kind: 'messages', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    // brought in again, it is shown again
    await transcripts.replace(house.lead, made.recordingId!, transcripts.read(Buffer.from(JSON.stringify({ turns: [{ fromMs: 0, toMs: 500, text: 'Once more.', speaker: 'agent', channel: 0 }] }))));
    expect((await house.interactions.get(house.lead, made.id)).recording).toMatchObject({ transcriptDeletion: null });
});

it('deletes the customer’s number, whole and masked, with a proof that does not tell it', async () => {
    const number = '13800138000';
    const [old, young] = [await house.call({ callId: 'numbered', startedAt: monthsAgo(13), agent: '7', customerNumber: number }), await house.call({ callId: 'numbered too', startedAt: monthsAgo(11), agent: '7', customerNumber: number })];
    const numbers = () => house.database.read<QualityTables>().selectFrom('quality.customer_number').select('interaction_id').where('interaction_id', 'in', [old.id, young.id]).execute();
    await rule('Numbers for a year', 0, { customer: 12 });
    expect((await forecasts.of(manager, old.id)).kinds).toContainEqual({ kind: 'customer', rule: 'Numbers for a year', until: expect.any(String) });
    expect(forecastOf((await forecasts.preview(now)).kinds, 'customer')).toMatchObject({ due: 1, bytes: null, held: 0 });
    await holds.place(manager, old.id, 'A claim before court');
    expect((await deletion.deleteDue(now)).customer).toBe(0);
    await holds.lift(manager, old.id, 'Settled');
    expect(await deletion.deleteDue(now)).toEqual({ recording: 0, transcript: 0, messages: 0, customer: 1 });
    expect(await numbers()).toEqual([{ interaction_id: young.id }]);
    expect((await house.interactions.get(house.lead, old.id)).customerNumber).toBeNull();
    expect((await house.interactions.get(house.lead, young.id)).customerNumber).not.toBeNull();
    const [proof] = (await forecasts.of(manager, old.id)).deleted;
    expect(proof).toMatchObject({ kind: 'customer', rule: 'Numbers for a year', bytes: number.length, hash: key.fingerprint(`quality.customer-number/${old.id}`, number) });
    expect(proof!.hash).not.toBe(createHash('sha256').update(number).digest('hex'));
    expect(JSON.stringify(await audit('content.deleted', old.id))).not.toContain(number);
    expect((await deletion.deleteDue(now)).customer).toBe(0);
    // by hand, of what is only masked
    await house.database.read<QualityTables>().deleteFrom('quality.customer_number').where('interaction_id', '=', young.id).execute();
    await deletion.erase(manager, { id: young.id, kinds: ['customer'], reason: 'Asked for by the customer' });
    expect((await house.interactions.get(house.lead, young.id)).customerNumber).toBeNull();
    expect((await forecasts.of(manager, young.id)).kinds.map(each => each.kind)).not.toContain('customer');
});

it('deletes by hand with a reason, once', async () => {
    const made = await call(monthsAgo(1));
    await deletion.erase(manager, { id: made.id, kinds: ['recording', 'transcript', 'messages'], reason: 'Asked for by the customer' });
    expect((await forecasts.of(manager, made.id)).deleted).toMatchObject([{ kind: 'recording', rule: null, by: 'manager', reason: 'Asked for by the customer' }, { kind: 'transcript' }]);
    expect(JSON.stringify(await audit('content.deleted', made.id))).not.toContain('Asked for');
    await expect(deletion.erase(manager, { id: made.id, kinds: ['recording'], reason: 'Once more' })).rejects.toMatchObject({ data: { reason: 'nothing-to-delete' } });
    await expect(deletion.erase(evaluator, { id: made.id, kinds: ['recording'], reason: 'Not mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('leaves bytes without a row, never a row without bytes, when it dies between both; bytes of another recording stay', async () => {
    const made = await call(monthsAgo(9));
    await rule('Half a year', 6);
    const { original_hash: hash } = await house.database.read<QualityTables>().selectFrom('media.recording').select('original_hash').where('id', '=', made.recordingId!).executeTakeFirstOrThrow();
    const dying = new ContentDeletion(house.database, rules, new RecordingDeletion(), { remove: vi.fn().mockRejectedValue(new Error('killed')) }, key);
    await expect(dying.deleteDue(now)).rejects.toThrow('killed');
    expect(await stateOf(made)).toBe('deleted');
    expect(await house.blobs.size(hash!)).toBeGreaterThan(0);
    expect((await deletion.deleteDue(now)).recording).toBe(0);
    const old = new Date(Date.now() - 2 * 86_400_000);
    await utimes(house.blobs.path(hash!), old, old);
    await new BlobSweeping(house.database, house.blobs).sweep(new Date());
    expect(await house.blobs.size(hash!)).toBeUndefined();
});

it('keeps rules by version, and shows a draft in the place of the rule that it changes', async () => {
    await call(monthsAgo(9));
    const made = await rule('Long', 24);
    expect(forecastOf((await forecasts.preview(now)).kinds).due).toBe(0);
    const draft = { ...made, months: { ...made.months, recording: 6 } };
    expect(forecastOf((await forecasts.preview(now, draft)).kinds).due).toBe(1);
    expect((await forecasts.preview(now, { ...draft, id: undefined })).rules.map(each => each.ruleId)).toEqual([made.id, null]);
    const changed = await rules.change(manager, draft);
    expect(changed).toMatchObject({ version: 2, months: { recording: 6 } });
    await expect(rules.change(manager, draft)).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
    await rules.change(manager, { ...changed, active: false });
    expect((await deletion.deleteDue(now)).recording).toBe(0);
    await rules.remove(manager, made.id, 3);
    expect(await rules.list()).toEqual([]);
});
