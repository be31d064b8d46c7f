import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangedClauses } from '../../common/document/compare-clauses';
import { newContent } from '../../common/document/document-content';
import type { VersionChange } from '../document/effect-gate';
import { openTestQuestionHouse, refusal, testContent, type TestQuestionHouse } from '../testing/question-house';
import type { TrainingTables, TrainingTransaction } from '../training-tables';

let house: TestQuestionHouse;
beforeAll(async () => { house = await openTestQuestionHouse(); });
afterAll(() => house.close());

/** A document in effect with two clauses, and an approved version that changes them as said. */
async function changedDocument(clauses: ChangedClauses): Promise<VersionChange> {
    const [documentId, versionId, later] = [newId(), newId(), newId()];
    const now = new Date();
    const anchors = ['c-aaaa', 'c-bbbb'];
    const content = (kept: readonly string[], words: (anchor: string) => string) => JSON.stringify(newContent({ language: 'en', title: 'Service', kind: 'business', chapter: 'inbound', text: kept.map(each => `# Clause ${each} {#${each}}\n\n${words(each)}`).join('\n\n') }));
    const columns = { document_id: documentId, hash: 'a'.repeat(64), author_id: null, contributors: [], note: null, release_reason: null, released_by: null, created_at: now, changed_at: now };
    await house.database.write<void, TrainingTables>(house.author, async (transaction, log) => {
        await transaction.insertInto('training.document').values({ id: documentId, language: 'en', title: 'Service', kind: 'business', chapter: 'inbound', area: '', restricted: false, everybody: true, position_ids: [], acknowledge_days: 7, review_days: 365, state: 'effective', owner_id: null, major: 1, minor: 0, created_at: now, changed_at: now }).execute();
        await transaction.insertInto('training.document_version').values([
            { ...columns, content: content(anchors, () => 'Text'), id: versionId, major: 1, minor: 0, state: 'effective' },
            { ...columns, content: content(anchors.filter(each => !clauses.removed.includes(each)), each => clauses.changed.includes(each) ? 'Other' : 'Text'), id: later, major: 2, minor: 0, state: 'approved' }
        ]).execute();
        await transaction.insertInto('training.clause').values(anchors.map((anchor, place) => ({ id: newId(), document_id: documentId, anchor, version_id: versionId, place, number: String(place + 1), title: `Clause ${anchor}`, text: 'Text', current: true }))).execute();
        log.audit('document.created', 'documents', documentId);
    });
    return { documentId, versionId: later, title: 'Service', number: '2.0', size: 'major', ownerId: null, clauses };
}
const within = <Result>(run: (transaction: TrainingTransaction, log: ChangeLog) => Promise<Result>): Promise<Result> => house.database.write<Result, TrainingTables>(house.author, async (transaction, log) => {
    log.audit('document.approve', 'documents', newId());
    return run(transaction, log);
});

describe('a clause that changes', () => {
    it('holds the document back until its questions were checked', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const [one, two, other] = [await house.approved({ clauses }), await house.approved({ clauses }), await house.approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] })];
        await within((transaction, log) => house.gate.approved(transaction, log, change));
        expect(await within(transaction => house.gate.toBeChecked(transaction, change))).toBe(2);
        expect(await house.reader.get(house.author, one)).toMatchObject({ toCheck: 1, clauses: [{ number: '1', check: { change: 'changed', versionNumber: '2.0' } }] });
        expect((await house.reader.get(house.author, other)).toCheck).toBe(0);
        expect((await house.reader.list(house.author, { toCheck: true, documentId: change.documentId, limit: 9 })).rows.map(each => each.id).sort()).toEqual([one, two].sort());
        // what is asked is still right: the version is not in effect
        expect(await house.entryOf(one)).toBeDefined();
        await expect(house.checks.confirm(house.author, await house.seen(other))).rejects.toMatchObject(refusal('nothing-to-check'));
        await house.checks.confirm(house.author, await house.seen(one));
        await house.act(house.author, two, 'revise');
        await house.act(house.author, two, 'submit');
        await house.act(house.reviewer, two, 'approve');
        expect(await within(transaction => house.gate.toBeChecked(transaction, change))).toBe(0);
    });
    it('takes questions out of exams that were released unchecked, and wants another clause for one that is removed', async () => {
        const change = await changedDocument({ changed: [], added: [], removed: ['c-bbbb'] });
        const id = await house.approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] });
        await within((transaction, log) => house.gate.approved(transaction, log, change));
        await expect(house.checks.confirm(house.author, await house.seen(id))).rejects.toMatchObject(refusal('clause-removed'));
        await within(async (transaction, log) => {
            await transaction.updateTable('training.document_version').set({ state: 'obsolete' }).where('document_id', '=', change.documentId).where('major', '=', 1).execute();
            await transaction.updateTable('training.document_version').set({ state: 'effective' }).where('id', '=', change.versionId).execute();
            await house.gate.tookEffect(transaction, log, change);
        });
        expect(await house.entryOf(id)).toBeUndefined();
        await house.act(house.author, id, 'revise');
        await house.editing.save(house.author, { ...await house.seen(id), content: testContent({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] }) });
        await house.act(house.author, id, 'submit');
        await house.act(house.reviewer, id, 'approve');
        expect(await house.entryOf(id)).toMatchObject({ clauses: [`${change.documentId}#c-aaaa`] });
    });
    it('holds the document back for questions that were bound to it only afterwards', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const sleeping = await house.approved({ clauses });
        await house.act(house.author, sleeping, 'retire');
        // it is older than the version, which nobody had approved then
        await within(transaction => transaction.deleteFrom('training.question_check').where('question_id', '=', sleeping).execute());
        await within((transaction, log) => house.gate.approved(transaction, log, change));
        const late = await house.editing.create(house.author, testContent({ clauses }));
        expect([(await house.reader.get(house.author, late)).toCheck, await within(transaction => house.gate.toBeChecked(transaction, change))]).toEqual([1, 1]);
        await house.act(house.author, late, 'submit');
        await house.act(house.reviewer, late, 'approve');
        expect(await within(transaction => house.gate.toBeChecked(transaction, change))).toBe(0);
        await house.act(house.author, sleeping, 'revise');
        await house.act(house.author, sleeping, 'submit');
        await house.act(house.reviewer, sleeping, 'approve');
        expect([(await house.reader.get(house.author, sleeping)).toCheck, await within(transaction => house.gate.toBeChecked(transaction, change))]).toEqual([1, 1]);

        // whatever came in by another way is not taken for seen
        await within(transaction => transaction.deleteFrom('training.question_check').where('question_id', '=', late).execute());
        await within((transaction, log) => house.gate.tookEffect(transaction, log, change));
        expect((await house.reader.get(house.author, late)).toCheck).toBe(1);
    });
    it('is not taken for seen by whoever looked before', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: ['c-bbbb'] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const [one, revised] = [await house.approved({ clauses }), await house.approved({ clauses })];
        await house.act(house.author, revised, 'revise');
        await house.act(house.author, revised, 'submit');
        const draft = await house.editing.create(house.author, testContent({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] }));
        const screen = await house.seen(one);
        await within((transaction, log) => house.gate.approved(transaction, log, change));
        await expect(house.checks.confirm(house.author, screen)).rejects.toMatchObject(refusal('changed-meanwhile'));
        const looked = await house.seen(one);
        await house.act(house.reviewer, revised, 'approve');
        expect((await house.reader.get(house.author, revised)).toCheck).toBe(1);
        // a draft that no longer asks about a clause has nothing to be checked there
        await house.editing.save(house.author, { ...await house.seen(draft), content: testContent() });
        expect((await house.reader.get(house.author, draft)).toCheck).toBe(0);
        expect(await within(transaction => house.gate.toBeChecked(transaction, change))).toBe(2);
        await within((transaction, log) => house.gate.withdrawn(transaction, log, change));
        await expect(house.checks.confirm(house.author, looked)).rejects.toMatchObject(refusal('changed-meanwhile'));
    });
    it('may hold again when its document is back from retirement', async () => {
        const change = await changedDocument({ changed: [], added: [], removed: [] });
        const id = await house.approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] });
        await within((transaction, log) => house.gate.approved(transaction, log, { ...change, clauses: { changed: [], added: [], removed: ['c-aaaa', 'c-bbbb'] } }));
        await expect(house.checks.confirm(house.author, await house.seen(id))).rejects.toMatchObject(refusal('clause-removed'));
        await within((transaction, log) => house.gate.tookEffect(transaction, log, change));
        await house.checks.confirm(house.author, await house.seen(id));
        expect(await house.entryOf(id)).toBeDefined();
    });
    it('leaves questions alone when its version goes back', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const id = await house.approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] });
        await within((transaction, log) => house.gate.approved(transaction, log, change));
        await within((transaction, log) => house.gate.withdrawn(transaction, log, change));
        expect((await house.reader.get(house.author, id)).toCheck).toBe(0);
    });
});
