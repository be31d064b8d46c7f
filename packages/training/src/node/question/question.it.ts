import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import type { ChangedClauses } from '../../common/document/compare-clauses';
import { newContent } from '../../common/document/document-content';
import { documentPermissions } from '../../common/document/document-permissions';
import type { QuestionContent } from '../../common/question/question-content';
import { questionPermissions } from '../../common/question/question-permissions';
import type { VersionChange } from '../document/effect-gate';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { QuestionBank } from './question-bank';
import { QuestionChecks, QuestionGate } from './question-checks';
import { QuestionEditing } from './question-editing';
import { QuestionExchange } from './question-exchange';
import { QuestionReader } from './question-reader';

let house: TestHouse;
let [author, reviewer, auditor]: TestPerson[] = [];
let reader: QuestionReader;
let editing: QuestionEditing;
let checks: QuestionChecks;
let exchange: QuestionExchange;
const bank = new QuestionBank();
const gate = new QuestionGate();

beforeAll(async () => {
    house = await openTestHouse([...corePermissions, ...documentPermissions, ...questionPermissions]);
    [author, reviewer, auditor] = [await house.person('author', { roles: ['trainer'] }), await house.person('reviewer', { roles: ['trainer'] }), await house.person('auditor', { roles: ['auditor'] })];
    reader = new QuestionReader(house.database);
    editing = new QuestionEditing(house.database);
    checks = new QuestionChecks(house.database);
    exchange = new QuestionExchange(house.database);
});
afterAll(() => house.close());

const content = (about: Partial<QuestionContent> = {}): QuestionContent => ({
    language: 'en', name: 'Greeting', category: 'Service/Greeting', tags: ['phone'], skills: ['service'], difficulty: 'easy', clauses: [],
    question: { kind: 'single', prompt: 'Who is greeted **first**?', points: 1, shuffle: true, choices: [{ id: 'a', text: 'The customer', share: 1 }, { id: 'b', text: 'Nobody', share: 0 }] }, ...about
});
const reason = (name: string) => ({ data: { reason: name } });
const seen = async (id: string) => ({ id, version: (await reader.get(author, id)).version });
const act = async (person: TestPerson, id: string, action: 'submit' | 'approve' | 'return' | 'withdraw' | 'revise' | 'retire', why?: string) => editing.act(person, { ...await seen(id), action, reason: why });
const approved = async (about: Partial<QuestionContent> = {}): Promise<string> => {
    const id = await editing.create(author, content(about));
    await act(author, id, 'submit');
    await act(reviewer, id, 'approve');
    return id;
};
const entryOf = async (id: string) => (await bank.entries(house.database.read<TrainingTables>())).find(each => each.id === id);

describe('the life of a question', () => {
    it('goes by review to exams, and nobody reviews what they wrote', async () => {
        const id = await editing.create(author, content());
        expect(await reader.get(author, id)).toMatchObject({ state: 'draft', prompt: 'Who is greeted first?', may: ['edit', 'submit', 'discard'] });
        await act(author, id, 'submit');
        await expect(act(author, id, 'approve')).rejects.toMatchObject(reason('own-question'));
        await expect(act(auditor, id, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(act(reviewer, id, 'return')).rejects.toMatchObject(reason('reason-missing'));
        await act(reviewer, id, 'return', 'Too easy');
        expect((await reader.get(author, id)).versions[0]).toMatchObject({ state: 'draft', reason: 'Too easy' });
        expect(await entryOf(id)).toBeUndefined();
        await act(author, id, 'submit');
        await act(reviewer, id, 'approve');
        expect(await entryOf(id)).toMatchObject({ points: 1, tags: ['phone'], difficulty: 'easy' });
    });
    it('lets exams ask what is approved until the next version is', async () => {
        const id = await approved();
        await act(author, id, 'revise');
        await expect(act(author, id, 'revise')).rejects.toMatchObject(reason('not-possible-now'));
        await editing.save(author, { ...await seen(id), content: content({ name: 'Later', tags: ['chat'] }) });
        expect(await reader.get(author, id)).toMatchObject({ name: 'Greeting', state: 'approved', openState: 'draft', content: { name: 'Later' }, approved: { name: 'Greeting' } });
        expect((await entryOf(id))?.tags).toEqual(['phone']);
        const before = (await bank.contents(house.database.read<TrainingTables>(), [id])).get(id)!.versionId;
        await act(author, id, 'submit');
        await act(reviewer, id, 'approve');
        expect((await entryOf(id))?.tags).toEqual(['chat']);
        expect((await bank.contents(house.database.read<TrainingTables>(), [id])).get(id)!.versionId).not.toBe(before);
        await act(author, id, 'retire');
        expect(await entryOf(id)).toBeUndefined();
        expect((await reader.get(author, id)).versions.map(each => each.state)).toEqual(['retired', 'superseded']);
        await act(author, id, 'revise');
        expect((await reader.get(author, id)).may).toContain('submit');
    });
    it('does not begin a review of what is not sound, or overwrite what somebody else saved', async () => {
        const id = await editing.create(author, content({ question: { kind: 'short', prompt: '', points: 1, accepted: [], caseSensitive: false } }));
        const before = await seen(id);
        await expect(act(author, id, 'submit')).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'content/question/prompt', code: 'empty-text' }, { path: 'content/question/accepted', code: 'nothing-right' }] } });
        await editing.save(author, { ...before, content: content() });
        await expect(editing.save(author, { ...before, content: content() })).rejects.toMatchObject(reason('changed-meanwhile'));
        expect(await editing.discard(author, await seen(id))).toBe(true);
        await expect(reader.get(author, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is found by its words, states and facets', async () => {
        const id = await approved({ name: 'Rare 100% name', skills: ['rare'], category: 'Rare' });
        const found = async (filter: Parameters<QuestionReader['list']>[1]) => (await reader.list(author, filter)).rows.map(each => each.id);
        expect(await found({ text: '100% n', limit: 5 })).toEqual([id]);
        expect(await found({ skill: 'rare', state: 'approved', kind: 'single', category: 'Rare', limit: 5 })).toEqual([id]);
        expect(await found({ skill: 'rare', state: 'retired', limit: 5 })).toEqual([]);
        expect((await reader.facets()).skills).toContainEqual({ word: 'rare', questions: 1 });
        const first = await reader.list(author, { limit: 1 });
        expect((await reader.list(author, { limit: 1, after: first.next })).rows[0]!.id).not.toBe(first.rows[0]!.id);
    });
});

/** A document in effect with two clauses, and an approved version that changes them as said. */
async function changedDocument(clauses: ChangedClauses): Promise<VersionChange> {
    const [documentId, versionId, later] = [newId(), newId(), newId()];
    const now = new Date();
    const anchors = ['c-aaaa', 'c-bbbb'];
    const content = (kept: readonly string[], words: (anchor: string) => string) => JSON.stringify(newContent({ language: 'en', title: 'Service', kind: 'business', chapter: 'inbound', text: kept.map(each => `# Clause ${each} {#${each}}\n\n${words(each)}`).join('\n\n') }));
    const columns = { document_id: documentId, hash: 'a'.repeat(64), author_id: null, contributors: [], note: null, release_reason: null, released_by: null, created_at: now, changed_at: now };
    await house.database.write<void, TrainingTables>(author, async (transaction, log) => {
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
const within = <Result>(run: (transaction: TrainingTransaction, log: ChangeLog) => Promise<Result>): Promise<Result> => house.database.write<Result, TrainingTables>(author, async (transaction, log) => {
    log.audit('document.approve', 'documents', newId());
    return run(transaction, log);
});

describe('a clause that changes', () => {
    it('holds the document back until its questions were checked', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const [one, two, other] = [await approved({ clauses }), await approved({ clauses }), await approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] })];
        await within((transaction, log) => gate.approved(transaction, log, change));
        expect(await within(transaction => gate.toBeChecked(transaction, change))).toBe(2);
        expect(await reader.get(author, one)).toMatchObject({ toCheck: 1, clauses: [{ number: '1', check: { change: 'changed', versionNumber: '2.0' } }] });
        expect((await reader.get(author, other)).toCheck).toBe(0);
        expect((await reader.list(author, { toCheck: true, documentId: change.documentId, limit: 9 })).rows.map(each => each.id).sort()).toEqual([one, two].sort());
        // what is asked is still right: the version is not in effect
        expect(await entryOf(one)).toBeDefined();
        await expect(checks.confirm(author, await seen(other))).rejects.toMatchObject(reason('nothing-to-check'));
        await checks.confirm(author, await seen(one));
        await act(author, two, 'revise');
        await act(author, two, 'submit');
        await act(reviewer, two, 'approve');
        expect(await within(transaction => gate.toBeChecked(transaction, change))).toBe(0);
    });
    it('takes questions out of exams that were released unchecked, and wants another clause for one that is removed', async () => {
        const change = await changedDocument({ changed: [], added: [], removed: ['c-bbbb'] });
        const id = await approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] });
        await within((transaction, log) => gate.approved(transaction, log, change));
        await expect(checks.confirm(author, await seen(id))).rejects.toMatchObject(reason('clause-removed'));
        await within(async (transaction, log) => {
            await transaction.updateTable('training.document_version').set({ state: 'obsolete' }).where('document_id', '=', change.documentId).where('major', '=', 1).execute();
            await transaction.updateTable('training.document_version').set({ state: 'effective' }).where('id', '=', change.versionId).execute();
            await gate.tookEffect(transaction, log, change);
        });
        expect(await entryOf(id)).toBeUndefined();
        await act(author, id, 'revise');
        await editing.save(author, { ...await seen(id), content: content({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] }) });
        await act(author, id, 'submit');
        await act(reviewer, id, 'approve');
        expect(await entryOf(id)).toMatchObject({ clauses: [`${change.documentId}#c-aaaa`] });
    });
    it('holds the document back for questions that were bound to it only afterwards', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const sleeping = await approved({ clauses });
        await act(author, sleeping, 'retire');
        // it is older than the version, which nobody had approved then
        await within(transaction => transaction.deleteFrom('training.question_check').where('question_id', '=', sleeping).execute());
        await within((transaction, log) => gate.approved(transaction, log, change));
        const late = await editing.create(author, content({ clauses }));
        expect([(await reader.get(author, late)).toCheck, await within(transaction => gate.toBeChecked(transaction, change))]).toEqual([1, 1]);
        await act(author, late, 'submit');
        await act(reviewer, late, 'approve');
        expect(await within(transaction => gate.toBeChecked(transaction, change))).toBe(0);
        await act(author, sleeping, 'revise');
        await act(author, sleeping, 'submit');
        await act(reviewer, sleeping, 'approve');
        expect([(await reader.get(author, sleeping)).toCheck, await within(transaction => gate.toBeChecked(transaction, change))]).toEqual([1, 1]);

        // whatever came in by another way is not taken for seen
        await within(transaction => transaction.deleteFrom('training.question_check').where('question_id', '=', late).execute());
        await within((transaction, log) => gate.tookEffect(transaction, log, change));
        expect((await reader.get(author, late)).toCheck).toBe(1);
    });
    it('is not taken for seen by whoever looked before', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: ['c-bbbb'] });
        const clauses = [{ documentId: change.documentId, clauseId: 'c-aaaa' }];
        const [one, revised] = [await approved({ clauses }), await approved({ clauses })];
        await act(author, revised, 'revise');
        await act(author, revised, 'submit');
        const draft = await editing.create(author, content({ clauses: [{ documentId: change.documentId, clauseId: 'c-bbbb' }] }));
        const screen = await seen(one);
        await within((transaction, log) => gate.approved(transaction, log, change));
        await expect(checks.confirm(author, screen)).rejects.toMatchObject(reason('changed-meanwhile'));
        const looked = await seen(one);
        await act(reviewer, revised, 'approve');
        expect((await reader.get(author, revised)).toCheck).toBe(1);
        // a draft that no longer asks about a clause has nothing to be checked there
        await editing.save(author, { ...await seen(draft), content: content() });
        expect((await reader.get(author, draft)).toCheck).toBe(0);
        expect(await within(transaction => gate.toBeChecked(transaction, change))).toBe(2);
        await within((transaction, log) => gate.withdrawn(transaction, log, change));
        await expect(checks.confirm(author, looked)).rejects.toMatchObject(reason('changed-meanwhile'));
    });
    it('may hold again when its document is back from retirement', async () => {
        const change = await changedDocument({ changed: [], added: [], removed: [] });
        const id = await approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] });
        await within((transaction, log) => gate.approved(transaction, log, { ...change, clauses: { changed: [], added: [], removed: ['c-aaaa', 'c-bbbb'] } }));
        await expect(checks.confirm(author, await seen(id))).rejects.toMatchObject(reason('clause-removed'));
        await within((transaction, log) => gate.tookEffect(transaction, log, change));
        await checks.confirm(author, await seen(id));
        expect(await entryOf(id)).toBeDefined();
    });
    it('leaves questions alone when its version goes back', async () => {
        const change = await changedDocument({ changed: ['c-aaaa'], added: [], removed: [] });
        const id = await approved({ clauses: [{ documentId: change.documentId, clauseId: 'c-aaaa' }] });
        await within((transaction, log) => gate.approved(transaction, log, change));
        await within((transaction, log) => gate.withdrawn(transaction, log, change));
        expect((await reader.get(author, id)).toCheck).toBe(0);
    });
});

describe('files of questions', () => {
    const file = (text: string) => ({ format: 'gift' as const, language: 'en' as const, text });
    it('are planned first, come in as drafts, and can be undone', async () => {
        const text = '// [id:f1]\n::One::First?{T}\n\n// [id:f2]\n::Two::Second?{=a ~b}\n\nBroken {=a';
        expect(await exchange.plan(file(text))).toMatchObject({ questions: [{ name: 'One', outcome: 'new', line: 2 }, { outcome: 'new' }], broken: [{ line: 7, code: 'brace-missing' }] });
        const { importId, created, broken } = await exchange.import(author, file(text));
        expect([created, broken]).toEqual([2, 1]);
        expect((await exchange.plan(file(text))).questions.map(each => each.outcome)).toEqual(['same', 'same']);
        expect((await exchange.plan(file(text.replace('First', '1st')))).questions[0]!.outcome).toBe('busy');
        const { rows } = await reader.list(author, { text: 'First?', limit: 5 });
        await editing.save(author, { ...await seen(rows[0]!.id), content: content({ name: 'Touched' }) });
        expect(await exchange.undo(author, importId)).toEqual({ removed: 1, kept: 1 });
        await expect(exchange.undo(author, importId)).rejects.toMatchObject(reason('undone-already'));
    });
    it('are taken in once, however often it is asked for with its id', async () => {
        const importId = newId();
        const again = () => exchange.import(author, { ...file('::Only once::Once?{T}\n\nBroken {=a'), importId });
        const expected = { importId, created: 1, revised: 0, broken: 1 };
        expect(await Promise.all([again(), again()])).toEqual([expected, expected]);
        expect(await again()).toEqual(expected);
        expect((await reader.list(author, { text: 'Only once', limit: 5 })).rows).toHaveLength(1);
        await expect(exchange.import(reviewer, { ...file('Other?{T}'), importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await exchange.undo(author, importId);
        await expect(again()).rejects.toMatchObject(reason('undone-already'));
    });
    it('go out and come back as the same questions, or as new versions of them', async () => {
        const id = await approved({ name: 'Out', tags: ['file'] });
        const { text, written, left } = await exchange.export(author, { format: 'gift', ids: [id] });
        expect([written, left]).toEqual([1, []]);
        expect((await exchange.plan(file(text))).questions).toMatchObject([{ outcome: 'same' }]);
        const changed = file(text.replace('Nobody', 'Somebody else'));
        expect(await exchange.import(author, changed)).toMatchObject({ created: 0, revised: 1 });
        const after = await reader.get(author, id);
        expect([after.state, after.openState, after.content.question]).toMatchObject(['approved', 'draft', { choices: [{}, { text: 'Somebody else' }] }]);
    });
});
