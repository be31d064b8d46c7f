import { afterAll, beforeAll, expect, it } from 'vitest';
import { outlineOf } from '../../common/document/clauses';
import type { TrainingTables } from '../training-tables';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { DocumentWork } from './document-work';
import { RequestService } from './request-service';
import { ReviewService } from './review-service';

let house: TestDocumentHouse;
let requests: RequestService;
let reviews: ReviewService;
beforeAll(async () => {
    house = await openTestDocumentHouse();
    [requests, reviews] = [new RequestService(house.database), new ReviewService(house.database)];
});
afterAll(() => house.close());

const kinds = async (person: TestDocumentHouse['agent']) => (await new DocumentWork(house.database).items(person)).map(each => each.kind);

it('anybody asks for a change, and whoever answers for the document answers', async () => {
    const { agent, colleague, owner, auditor } = house;
    const version = await house.putInForce(await house.draft('Asked'));
    const clause = outlineOf(version.content.text).clauses[1]!;
    await expect(requests.add(agent, { id: version.documentId, anchor: 'c-nothing', text: 'Why?' })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-clause' }] } });
    const asked = await requests.add(agent, { id: version.documentId, anchor: clause.id, text: 'Two details are not enough.' });
    expect(asked).toMatchObject({ state: 'open', clause: { number: '2', title: 'Identity' }, mayDecide: false });
    const count = async (person: typeof agent) => (await requests.list(person, { limit: 10 })).rows.length;
    expect([await count(agent), await count(colleague), await count(owner), await count(auditor)]).toEqual([1, 0, 1, 1]);
    expect(await kinds(owner)).toContain('document.requested');
    await expect(requests.decide(agent, { id: asked.id, accepted: true, answer: 'Yes' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await requests.decide(owner, { id: asked.id, accepted: true, answer: 'With the next version.' })).toMatchObject({ state: 'accepted', answer: 'With the next version.', decidedByName: 'owner' });
    await expect(requests.decide(owner, { id: asked.id, accepted: false, answer: 'No' })).rejects.toMatchObject({ data: { reason: 'request-decided' } });
    expect(await kinds(owner)).not.toContain('document.requested');
    expect((await requests.list(agent, { limit: 10, state: 'open' })).rows).toEqual([]);
});

it('a review keeps its minutes, sets the next one, and hands out what is to be done', async () => {
    const { agent, colleague, owner, reader } = house;
    const version = await house.putInForce(await house.draft('Reviewed', { reviewDays: 90 }));
    const input = { documentId: version.documentId, heldOn: '2026-02-01', scope: 'All', participantIds: [owner.personId, house.leader.personId], findings: 'Still true.', outcome: 'keep' as const, actions: [{ text: 'Tell the night shift', ownerId: agent.personId, dueOn: '2026-03-01' }] };
    await expect(reviews.add(owner, { ...input, outcome: null })).rejects.toMatchObject({ data: { problems: [{ code: 'outcome-missing' }] } });
    await expect(reviews.add(owner, { ...input, heldOn: '2099-01-01' })).rejects.toMatchObject({ data: { problems: [{ code: 'review-to-come' }] } });
    await expect(reviews.add(agent, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const kept = await reviews.add(owner, input);
    expect(kept).toMatchObject({ number: '1.0', heldOn: '2026-02-01', outcome: 'keep', participants: [{ name: 'owner' }, { name: 'leader' }], actions: [{ ownerName: 'agent', dueOn: '2026-03-01', doneAt: null }] });
    expect((await reader.get(owner, version.documentId)).reviewDueAt).toBe('2026-05-02T00:00:00.000Z');
    expect(await kinds(agent)).toContain('document.review-action');
    await expect(reviews.settle(colleague, kept.actions[0]!.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await reviews.settle(agent, kept.actions[0]!.id)).actions[0]!.doneAt).not.toBeNull();
    expect(await kinds(agent)).not.toContain('document.review-action');
    const before = (await reader.get(owner, version.documentId)).reviewDueAt;
    await reviews.add(owner, { ...input, heldOn: '2026-04-01', outcome: 'revise', actions: [] });
    expect((await reader.get(owner, version.documentId)).reviewDueAt).toBe(before);
});

it('the catalogue is reviewed as a whole, and minutes of restricted documents are for their readers', async () => {
    const { agent, owner, clerk } = house;
    const all = await reviews.add(owner, { documentId: null, heldOn: '2026-02-02', scope: 'Business', participantIds: [], findings: 'One is missing.', outcome: null, actions: [] });
    const secret = await house.putInForce(await house.draft('Secret', { restricted: true, positionIds: [house.clerks] }));
    const hidden = await reviews.add(owner, { documentId: secret.documentId, heldOn: '2026-02-03', scope: '', participantIds: [], findings: 'Fine.', outcome: 'keep', actions: [] });
    const sees = async (person: typeof agent) => (await reviews.list(person, { limit: 50 })).rows.map(each => each.id);
    expect(await sees(agent)).toContain(all.id);
    expect(await sees(agent)).not.toContain(hidden.id);
    expect(await sees(clerk)).toContain(hidden.id);
    expect((await reviews.list(agent, { limit: 50, catalogue: true })).rows.map(each => each.id)).toEqual([all.id]);
});

it('the catalogue stands on Home of whoever answers for documents when its yearly review is near, and a minor version is no review of its document', async () => {
    const { owner } = house;
    const yearOn = new Date(Date.now() + 340 * 86_400_000);
    const due = async (person: TestDocumentHouse['agent'], now: Date) => (await new DocumentWork(house.database).items(person, now)).filter(each => each.kind === 'document.catalogue-review');
    const version = await house.putInForce(await house.draft('Yearly'));
    await reviews.add(owner, { documentId: null, heldOn: new Date().toISOString().slice(0, 10), scope: 'All', participantIds: [owner.personId], findings: 'In order.', outcome: null, actions: [] });
    expect(await due(owner, new Date())).toEqual([]);
    expect(await due(owner, yearOn)).toMatchObject([{ link: '/training/reviews?new=catalogue' }]);
    expect(await due(house.agent, yearOn)).toEqual([]);
    const reviewed = async () => house.database.read<TrainingTables>().selectFrom('training.document').select(['reviewed_at', 'review_due_at']).where('id', '=', version.documentId).executeTakeFirstOrThrow();
    const before = new Date('2026-01-10T00:00:00.000Z');
    await house.database.read<TrainingTables>().updateTable('training.document').set({ reviewed_at: before }).where('id', '=', version.documentId).execute();
    const next = await house.reader.version(owner, await house.editing.begin(owner, version.documentId));
    const minor = await house.putInForce(await house.save(owner, next, { change: 'minor', text: next.content.text.replace('Say hello.', 'Say “hello”.') }));
    expect(minor.number).toBe('1.1');
    expect((await reviewed()).reviewed_at).toEqual(before);
});
