import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Principal } from '@earshot/core/lib/node/api/context';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { Recording } from '../../common/media-contract';
import { textOf } from '../../common/transcript/transcript';
import { ListeningLog } from '../recording/listening-log';
import { shortCall } from '../testing/audio-files';
import { openTestMediaHouse, type TestMediaHouse } from '../testing/media-house';
import { TranscriptService } from './transcript-service';

let house: TestMediaHouse;
let transcripts: TranscriptService;
let lead: TestPerson;
let evaluator: TestPerson;
let agent: TestPerson;
let call: Recording;

const words = 'Four one one one one one one one one one one one one one one one'.split(' ').map((word, index) => ({ word: ` ${word}`, start: 1 + index * 0.2, end: 1.2 + index * 0.2 }));
const file = Buffer.from(JSON.stringify({ segments: [{ start: 0, end: 1, text: ' Card number please', speaker: 'Agent', words: [{ word: ' Card', start: 0, end: 0.5 }, { word: ' number', start: 0.5, end: 1 }] }, { start: 1, end: 4.2, text: 'x', speaker: 'Customer', words }, { start: 5, text: 'lost' }] }));

beforeAll(async () => {
    house = await openTestMediaHouse();
    lead = await house.person('lead', { roles: ['qa-lead'] });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    agent = await house.person('agent', { roles: ['agent'] });
    transcripts = new TranscriptService(house.database, new ListeningLog(house.database));
    call = await house.processed(lead, await house.keep(lead, shortCall(3)));
});
afterAll(() => house.close());

const said = async (person: Principal & { readonly personId: string }, unmasked = false) => (await transcripts.get(person, call.id, unmasked))!.turns.map(each => [each.role, textOf(each)]);

it('is not there until somebody brings it in, who may', async () => {
    expect(await transcripts.get(evaluator, call.id, false)).toBeNull();
    await expect(transcripts.replace(agent, call.id, transcripts.read(file))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(() => transcripts.read(Buffer.from('nothing'))).toThrow(expect.objectContaining({ code: 'INVALID', data: { problems: [{ path: 'transcript', code: 'transcript-unknown-format' }] } }));
    await transcripts.replace(evaluator, call.id, transcripts.read(file));
    expect(await said(evaluator)).toEqual([['agent', 'Card number'], ['customer', words.map(each => each.word.trim()).join(' ')]]);
    expect((await transcripts.get(evaluator, call.id, false))!.problems).toEqual([{ place: 3, code: 'no-time' }]);
    await expect(transcripts.get(agent, call.id, false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('proposes what to mask; what is masked is not to be read, but by those who may and say so', async () => {
    const [found, ...more] = await transcripts.suggestMasks(evaluator, call.id);
    expect([found, more]).toEqual([{ fromMs: 1000, toMs: 4200, reason: 'card-number', digits: 16, checked: true }, []]);
    await house.masks.mask(evaluator, { id: call.id, ...found! });
    expect(await transcripts.suggestMasks(evaluator, call.id)).toEqual([]);
    expect(await said(evaluator)).toEqual([['agent', 'Card'], ['customer', '']]);
    expect(await said(lead)).toEqual([['agent', 'Card'], ['customer', '']]);
    expect((await said(lead, true))[1]![1]).toContain('Four one one');
    await expect(transcripts.get(evaluator, call.id, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('is written down whenever it is brought in or read, without a word of it', async () => {
    const entries = await house.database.read().selectFrom('core.audit_entry').select(['action', 'actor_id', 'detail']).where('entity_id', '=', call.id).where('action', 'like', 'transcript.%').orderBy('position').execute();
    expect(entries.map(each => [each.action, each.actor_id === lead.personId ? 'lead' : 'evaluator'])).toEqual([
        ['transcript.imported', 'evaluator'], ['transcript.read', 'evaluator'], ['transcript.read', 'lead'], ['transcript.read-unmasked', 'lead']
    ]);
    expect(JSON.stringify(entries)).not.toContain('Four');
});

it('is written down under the id that the recording has, however the caller spells it', async () => {
    const other = await house.processed(lead, await house.keep(lead, shortCall(4)));
    await transcripts.replace(lead, other.id.toUpperCase(), transcripts.read(file));
    expect((await transcripts.get(lead, other.id.toUpperCase(), false))!.recordingId).toBe(other.id);
    const entries = await house.database.read().selectFrom('core.audit_entry').select('action').where('entity_id', '=', other.id).where('action', 'like', 'transcript.%').orderBy('position').execute();
    expect(entries.map(each => each.action)).toEqual(['transcript.imported', 'transcript.read']);
});

it('gives way to a newer one', async () => {
    await transcripts.replace(lead, call.id, transcripts.read(Buffer.from('WEBVTT\n\n00:05.000 --> 00:06.000\n<v Agent>Anything else?')));
    expect(await said(lead)).toEqual([['agent', 'Anything else?']]);
});
