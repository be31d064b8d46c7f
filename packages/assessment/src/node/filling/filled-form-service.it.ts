import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type TestHouse, type TestPerson, openTestHouse } from '../../../../core/src/node/people/test-house';
import { builtInKinds, scoreForm } from '@earshot/forms';
import { type Transaction, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentPermissions, mostUses } from '../../common/assessment-contract';
import type { FilledContent } from '../../common/filling/filled-content';
import type { AssessmentTables } from '../assessment-tables';
import { FormEditing } from '../form/form-editing';
import { FormService } from '../form/form-service';
import { sampleForm } from '../testing/sample-form';
import { RulingService } from '../ruling/ruling-service';
import { FilledFormService } from './filled-form-service';

let house: TestHouse;
let filled: FilledFormService;
let forms: FormService;
let rulings: RulingService;
let lead: TestPerson;
let published: { id: string; formId: string };
let draftId: string;

/** As a package of floor 3 does it: its own transaction and its own audit entry. */
const inTransaction = <R>(change: (transaction: Transaction<AssessmentTables & { 'other.table': { id: string } }>) => Promise<R>): Promise<R> =>
    house.database.write<R, AssessmentTables & { 'other.table': { id: string } }>(lead, async (transaction, log) => {
        log.audit('test', 'tests', newId());
        return change(transaction as unknown as Transaction<AssessmentTables & { 'other.table': { id: string } }>);
    });

beforeAll(async () => {
    house = await openTestHouse([...corePermissions, ...assessmentPermissions]);
    rulings = new RulingService(house.database);
    forms = new FormService(house.database, rulings, builtInKinds);
    filled = new FilledFormService(house.database, builtInKinds);
    lead = await house.person('lead', { roles: ['qa-lead'] });
    const editing = new FormEditing(house.database, builtInKinds);
    const made = await editing.create(lead, { key: 'service', definition: sampleForm() });
    const inReview = await editing.act(lead, { id: made.id, version: 1, action: 'submit' });
    published = await editing.act(lead, { id: made.id, version: inReview.version, action: 'publish' });
    draftId = (await editing.newVersion(lead, published.formId)).id;
});
afterAll(() => house.close());

const open = (formVersionId = published.id) => inTransaction(transaction => filled.open(transaction, { formVersionId, rates: 'interaction', subject: linkTo('quality', 'interactions', newId()), authorId: lead.personId }));
const save = (id: string, version: number, content: FilledContent) => inTransaction(transaction => filled.save(transaction, id, version, content));
const submit = (id: string, version: number, content: FilledContent) => inTransaction(transaction => filled.submit(transaction, id, version, content));
const mark = (questionId: string | null, fromMs: number, toMs: number) => ({ id: newId(), questionId, fromMs, toMs });
const complete: FilledContent = { answers: { greeting: { value: true }, complaint: { value: false }, identity: { value: true } }, evidence: [mark('greeting', 12_000, 15_000), mark(null, 60_000, 60_000)] };

describe('a form that is filled in', () => {
    it('begins empty, without a score, only on what is or was published', async () => {
        expect(await open()).toMatchObject({ state: 'draft', answers: {}, evidence: [], percent: null, autoFail: false, criticalErrors: 0, version: 1, submittedAt: null, score: { reason: 'nothing-answered' } });
        await expect(open(draftId)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'form-not-published' } });
        await expect(open(newId())).rejects.toMatchObject({ data: { reason: 'form-not-published' } });
    });

    it('is saved with gaps, its score and the way to it', async () => {
        const { id } = await open();
        const answers = { greeting: { value: true }, identity: { value: false, comment: 'did not ask' } };
        const saved = await save(id, 1, { answers, evidence: [] });
        expect(saved).toMatchObject({ answers, version: 2, percent: 0, autoFail: true, criticalErrors: 1 });
        expect(saved.score).toEqual(scoreForm(sampleForm(), answers));
        expect((await filled.load([id, newId()])).get(id)).toEqual(saved);
    });

    it('keeps two tabs from overwriting each other, and takes a repeated request as the one that it is', async () => {
        const { id } = await open();
        const first = await save(id, 1, { answers: { greeting: { value: true } }, evidence: [] });
        await expect(save(id, 1, { answers: { greeting: { value: false } }, evidence: [] })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', detail: { version: 2 } } });
        expect(await save(id, 1, { answers: { greeting: { value: true } }, evidence: [] })).toEqual(first);
    });

    it('refuses answers and marks that do not fit', async () => {
        const { id } = await open();
        const twice = mark(null, 0, 1);
        await expect(save(id, 1, { answers: { greeting: { value: 3 }, unheard: { value: true } }, evidence: [mark('unheard', 0, 0), mark('greeting', 2, 1), twice, twice] })).rejects.toMatchObject({
            code: 'INVALID', data: {
                problems: expect.arrayContaining([
                    { path: 'answers.greeting.value', code: 'wrong-type', detail: { expected: 'boolean', question: 'greeting', part: 'value' } },
                    { path: 'answers.unheard.value', code: 'unknown-question', detail: { question: 'unheard', part: 'value' } },
                    { path: 'evidence.0', code: 'evidence-of-unknown-question', detail: { id: expect.any(String) } },
                    { path: 'evidence.1', code: 'evidence-reversed', detail: { id: expect.any(String) } },
                    { path: 'evidence.3', code: 'evidence-twice', detail: { id: twice.id } }
                ])
            }
        });
        expect((await filled.load([id])).get(id)).toMatchObject({ version: 1, answers: {} });
    });

    it('is submitted when complete, without what is hidden, and then stays', async () => {
        const { id } = await open();
        await expect(submit(id, 1, { answers: { greeting: { value: false }, complaint: { value: true }, identity: { value: true } }, evidence: [] })).rejects.toMatchObject({
            code: 'INVALID', data: { problems: [{ path: 'answers.greeting.comment', code: 'comment-required' }, { path: 'answers.apology.value', code: 'missing' }] }
        });
        const content = { ...complete, answers: { ...complete.answers, apology: { value: false } } };
        const submitted = await submit(id, 1, content);
        expect(submitted).toMatchObject({ state: 'submitted', version: 2, percent: 100, answers: complete.answers, evidence: complete.evidence, submittedAt: expect.any(String) });
        expect(await submit(id, 1, content)).toEqual(submitted);
        expect(await submit(id, 2, complete)).toEqual(submitted);
        await expect(submit(id, 2, { ...complete, evidence: [] })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'already-submitted' } });
        await expect(save(id, 2, complete)).rejects.toMatchObject({ data: { reason: 'already-submitted' } });
        await expect(inTransaction(transaction => filled.discard(transaction, id))).rejects.toMatchObject({ data: { reason: 'already-submitted' } });
        await expect(house.database.read<AssessmentTables>().updateTable('assessment.filled_form').set({ percent: 1 }).where('id', '=', id).execute()).rejects.toThrow('A submitted form never changes.');
        expect((await forms.version(published.id)).uses).toBeGreaterThan(0);
    });

    it('is counted among the uses of its version, as far as somebody reads the count', async () => {
        const { id } = await open();
        await submit(id, 1, complete);
        const copies = (count: number) => sql`insert into assessment.filled_form (id, form_version_id, subject, author_id, state, answers, evidence, score, percent, auto_fail, critical_errors, created_at, changed_at, submitted_at)
            select gen_random_uuid(), form_version_id, subject, author_id, state, answers, evidence, score, percent, auto_fail, critical_errors, created_at, changed_at, submitted_at
            from assessment.filled_form, generate_series(1, ${count}) where filled_form.id = ${id}`.execute(house.database.read());
        const { uses } = await forms.version(published.id);
        await copies(3);
        expect((await forms.version(published.id)).uses).toBe(uses + 3);
        await copies(mostUses);
        expect((await forms.version(published.id)).uses).toBe(mostUses + 1);
    });

    it('is copied to be corrected', async () => {
        const { id } = await open();
        await submit(id, 1, complete);
        const copy = await inTransaction(transaction => filled.copy(transaction, id, { authorId: lead.personId }));
        expect(copy).toMatchObject({ state: 'draft', version: 1, answers: complete.answers, evidence: complete.evidence, percent: 100, formVersionId: published.id });
        expect(copy.id).not.toBe(id);
        await inTransaction(transaction => filled.discard(transaction, copy.id));
        expect((await filled.load([copy.id, id])).size).toBe(1);
    });

    it('is saved with what the caller saves, or not at all', async () => {
        const { id } = await open();
        await expect(inTransaction(async transaction => {
            await filled.save(transaction, id, 1, complete);
            throw new Error('The caller failed.');
        })).rejects.toThrow('The caller failed.');
        expect((await filled.load([id])).get(id)).toMatchObject({ version: 1, answers: {} });
    });

    it('answers NOT_FOUND for what does not exist', async () => {
        for (const attempt of [() => save(newId(), 1, complete), () => submit(newId(), 1, complete), () => inTransaction(transaction => filled.copy(transaction, newId(), { authorId: lead.personId })), () => inTransaction(transaction => filled.discard(transaction, newId()))]) {
            await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
    });
});

describe('a ruling', () => {
    const set = (text: string, decidedIn = linkTo('quality', 'calibrations', newId())) => house.database.write<void, AssessmentTables>(lead, async (transaction, log) =>
        rulings.set(transaction, log, { formId: published.formId, questionId: 'greeting', text, decidedIn }));

    it('stands beside its question until it is replaced or withdrawn where it was made', async () => {
        const place = linkTo('quality', 'calibrations', newId());
        await set('"Hello" is enough.', place);
        await set('A name must be said.', place);
        await set('In chats no name is needed.');
        expect((await rulings.list(published.formId)).map(each => each.text)).toEqual(['In chats no name is needed.', 'A name must be said.']);
        expect((await forms.version(published.id)).rulings).toContainEqual(expect.objectContaining({ questionId: 'greeting', text: 'A name must be said.', decidedIn: place }));
        await set('  ', place);
        expect((await rulings.list(published.formId)).map(each => each.text)).toEqual(['In chats no name is needed.']);
        const kept = await house.database.read<AssessmentTables>().selectFrom('assessment.ruling').select('text').where('decided_in', '=', place).orderBy('id').execute();
        expect(kept.map(each => each.text)).toEqual(['"Hello" is enough.', 'A name must be said.']);
    });
});
