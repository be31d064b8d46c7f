import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOf } from '../../common/document/clauses';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { RequestComments } from './request-comments';
import { RequestService } from './request-service';
import { VersionComments } from './version-comments';

let house: TestDocumentHouse;
let versions: VersionComments;
let requests: RequestService;
let remarks: RequestComments;
beforeAll(async () => {
    house = await openTestDocumentHouse();
    [versions, requests, remarks] = [new VersionComments(house.database), new RequestService(house.database), new RequestComments(house.database)];
});
afterAll(() => house.close());

const plain = (text: string) => ({ text, passage: null, parentId: null });
const told = async (kind: string) => (await house.database.read().selectFrom('core.notification').select('person_id').where('kind', '=', kind).orderBy('id').execute()).map(each => each.person_id);

describe('a version under way', () => {
    it('is commented on clause by clause, answered, settled and opened again, among those who write and approve it', async () => {
        const { owner, approver, agent, auditor, reader } = house;
        const submitted = await house.act(owner, await house.draft('Discussed'), 'submit');
        const [clause] = outlineOf(submitted.content.text).clauses;
        const passage = { part: clause!.id!, start: 0, exact: clause!.title, prefix: '', suffix: '' };
        const first = await versions.add(approver, { id: submitted.id, text: 'Which greeting?', passage, parentId: null });
        expect(first).toMatchObject({ passage, parentId: null, authorName: 'approver', resolvedAt: null });
        const answer = await versions.add(owner, { id: submitted.id, ...plain('The short one.'), parentId: first.id });
        await versions.add(approver, { id: submitted.id, ...plain('Thanks.'), parentId: answer.id });
        expect((await versions.list(auditor, submitted.id)).map(each => [each.text, each.parentId])).toEqual([['Which greeting?', null], ['The short one.', first.id], ['Thanks.', first.id]]);
        expect(await told('document.commented')).toEqual([owner.personId, approver.personId, owner.personId]);

        const open = async (person: typeof owner) => (await reader.version(person, submitted.id)).openComments;
        expect([await open(approver), await open(auditor)]).toEqual([1, 1]);
        await versions.resolve(owner, first.id, true);
        expect([(await versions.list(owner, submitted.id))[0], await open(owner)]).toMatchObject([{ resolvedByName: 'owner' }, 0]);
        await versions.resolve(owner, first.id, false);
        expect((await versions.list(owner, submitted.id))[0]).toMatchObject({ resolvedAt: null, resolvedByName: null });

        await expect(versions.add(agent, { id: submitted.id, ...plain('x') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(versions.add(auditor, { id: submitted.id, ...plain('x') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(versions.resolve(owner, newId(), true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const other = await house.draft('Elsewhere');
        await expect(versions.add(owner, { id: other.id, ...plain('x'), parentId: first.id })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-comment' }] } });
    });

    it('that is returned keeps why among its comments', async () => {
        const { owner, approver } = house;
        const submitted = await house.act(owner, await house.draft('Returned'), 'submit');
        await house.act(approver, submitted, 'return', { reason: 'Say who asks.' });
        expect(await versions.list(owner, submitted.id)).toMatchObject([{ text: 'Say who asks.', authorName: 'approver', resolvedAt: null }]);
    });

    it('shows readers nothing of it, and is discussed no more once it is in effect', async () => {
        const { owner, approver, agent, reader } = house;
        const draft = await house.draft('In effect');
        await versions.add(owner, { id: draft.id, ...plain('Before.') });
        const inEffect = await house.putInForce(draft);
        expect([await versions.list(agent, draft.id), (await reader.version(agent, draft.id)).openComments]).toEqual([[], 0]);
        expect(await versions.list(approver, draft.id)).toHaveLength(1);
        await expect(versions.add(agent, { id: inEffect.id, ...plain('x') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(versions.add(owner, { id: inEffect.id, ...plain('x') })).rejects.toMatchObject({ data: { reason: 'version-not-under-way' } });
    });
});

it('a request for a change is discussed by those whom it concerns until it is decided', async () => {
    const { owner, approver, agent, colleague, auditor } = house;
    const version = await house.putInForce(await house.draft('Asked about'));
    const { id, mayDiscuss } = await requests.add(agent, { id: version.documentId, anchor: null, text: 'Shorter, please.' });
    expect(mayDiscuss).toBe(true);
    await remarks.add(owner, { id, text: 'Which part?' });
    await remarks.add(approver, { id, text: 'The second, I suppose.' });
    await remarks.add(agent, { id, text: 'Yes.' });
    expect((await remarks.list(auditor, id)).map(each => [each.authorName, each.text])).toEqual([['owner', 'Which part?'], ['approver', 'The second, I suppose.'], ['agent', 'Yes.']]);
    expect((await told('document.request-discussed')).sort()).toEqual([agent, agent, owner, owner, approver].map(each => each.personId).sort());
    expect((await requests.list(auditor, { limit: 10, documentId: version.documentId })).rows).toMatchObject([{ comments: 3, mayDiscuss: false }]);

    await expect(remarks.list(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remarks.add(colleague, { id, text: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remarks.add(auditor, { id, text: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await requests.decide(owner, { id, accepted: true, answer: 'It will be.' });
    await expect(remarks.add(agent, { id, text: 'x' })).rejects.toMatchObject({ data: { reason: 'request-decided' } });
    expect(await remarks.list(agent, id)).toHaveLength(3);
});
