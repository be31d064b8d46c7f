import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type TestHouse, type TestPerson, allowed, openTestHouse } from '../../../../core/src/node/people/test-house';
import { type FormDefinition, builtInKinds, canonicalForm } from '@earshot/forms';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentPermissions } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';
import { RulingService } from '../ruling/ruling-service';
import { FormEditing } from './form-editing';
import { FormEntity } from './form-entity';
import { FormMentions } from './form-mentions';
import { formReach } from './form-reach';
import { FormService } from './form-service';
import { sampleForm } from '../testing/sample-form';

let house: TestHouse;
let forms: FormService;
let editing: FormEditing;
let lead: TestPerson;
let count = 0;

beforeAll(async () => {
    house = await openTestHouse([...corePermissions, ...assessmentPermissions]);
    forms = new FormService(house.database, new RulingService(house.database), builtInKinds);
    editing = new FormEditing(house.database, builtInKinds);
    lead = await house.person('lead', { name: 'Lea Lead', roles: ['qa-lead'] });
});
afterAll(() => house.close());

const create = (definition: unknown = sampleForm()) => editing.create(lead, { key: `form-${++count}`, definition });
const act = (seen: { id: string; version: number }, action: string, as: TestPerson = lead) => editing.act(as, { id: seen.id, version: seen.version, action });
const publish = async (definition: FormDefinition = sampleForm()) => act(await act(await create(definition), 'submit'), 'publish');
const auditOf = async (entityId: string) => (await house.database.read().selectFrom('core.audit_entry').select(['action', 'detail']).where('entity_id', '=', entityId).orderBy('position').execute());

describe('a draft', () => {
    it('is made with a key of its own and the hash of its canonical text', async () => {
        const made = await create();
        expect(made).toMatchObject({ number: 1, state: 'draft', title: { en: 'Service' }, authorName: 'Lea Lead', publishedAt: null, version: 1, uses: 0 });
        expect(made.hash).toBe(createHash('sha256').update(canonicalForm(sampleForm())).digest('hex'));
        expect(made.definition).toEqual(sampleForm());
        const { key } = await forms.get(made.formId, 'drafts');
        await expect(editing.create(lead, { key, definition: sampleForm() })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'key-taken' } });
        expect(await auditOf(made.formId)).toEqual([{ action: 'form.created', detail: { versionId: made.id, number: 1, hash: made.hash } }]);
    });

    it('refuses what is no form, and says where', async () => {
        await expect(create({ title: { en: 'x' }, languages: ['en'], sections: [{ id: 's', title: {}, questions: [{ id: 'q' }] }] })).rejects.toMatchObject({
            code: 'INVALID', data: { problems: expect.arrayContaining([{ path: 'definition.sections.0.questions.0.text', code: 'missing-key', detail: { key: 'text', pointer: '/sections/0/questions/0/text', severity: 'error' } }]) }
        });
    });

    it('is saved with gaps, which are told, by the version that was seen', async () => {
        const made = await create();
        const { sections: _none, ...rest } = sampleForm('Renamed');
        const saved = await editing.saveDraft(lead, { id: made.id, version: 1, definition: { ...rest, sections: [] } });
        expect(saved).toMatchObject({ version: 2, title: { en: 'Renamed' }, problems: [{ path: '/sections', code: 'no-section', severity: 'error' }] });
        await expect(editing.saveDraft(lead, { id: made.id, version: 1, definition: sampleForm('Late') })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile', detail: { version: 2 } } });
        expect(await editing.saveDraft(lead, { id: made.id, version: 1, definition: { ...rest, sections: [] } })).toMatchObject({ version: 2 });
        expect(await forms.version(made.id, 'drafts')).toMatchObject({ title: { en: 'Renamed' }, version: 2, rulings: [] });
    });

    it('goes to review and out only without errors', async () => {
        const made = await create({ ...sampleForm(), sections: [] });
        await expect(act(made, 'submit')).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'definition.sections', code: 'no-section' }] } });
        expect((await forms.version(made.id, 'drafts')).state).toBe('draft');
    });

    it('is discarded, and the form with its only version', async () => {
        const made = await create();
        await editing.discard(lead, made.id);
        await expect(forms.get(made.formId, 'drafts')).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const published = await publish();
        await expect(editing.discard(lead, published.id)).rejects.toMatchObject({ data: { reason: 'not-a-draft' } });
        const next = await editing.newVersion(lead, published.formId);
        await editing.discard(lead, next.id);
        expect(await forms.get(published.formId, 'drafts')).toMatchObject({ draft: null, published: { id: published.id, number: 1 } });
        expect(await editing.newVersion(lead, published.formId)).toMatchObject({ number: 2 });
    });
});

describe('the life of a version', () => {
    it('follows the table, with the version that was seen', async () => {
        const made = await create();
        await expect(act(made, 'publish')).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'not-possible-now', detail: { state: 'draft', action: 'publish' } } });
        await expect(act(made, 'dance')).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'action', code: 'unknown' }] } });
        const inReview = await act(made, 'submit');
        expect(inReview).toMatchObject({ state: 'in-review', version: 2 });
        await expect(editing.saveDraft(lead, { id: made.id, version: 2, definition: sampleForm('x') })).rejects.toMatchObject({ data: { reason: 'not-a-draft' } });
        await expect(act(made, 'publish')).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        expect(await act(await act(inReview, 'return'), 'submit')).toMatchObject({ state: 'in-review', version: 4 });
    });

    it('asks for form:publish besides form:write where something becomes public', async () => {
        const writer = allowed(lead, { 'form:read': 'all', 'form:write': 'all' });
        const inReview = await act(await create(), 'submit', writer);
        await expect(act(inReview, 'publish', writer)).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'form:publish' } });
        expect(await act(inReview, 'withdraw', writer)).toMatchObject({ state: 'draft' });
    });

    it('retires the earlier version with the publication of the next, and back', async () => {
        const first = await publish();
        const next = await editing.newVersion(lead, first.formId);
        expect(next).toMatchObject({ number: 2, state: 'draft', definition: first.definition, hash: first.hash });
        await expect(editing.newVersion(lead, first.formId)).rejects.toMatchObject({ data: { reason: 'draft-exists', detail: { id: next.id } } });
        const second = await act(await act(next, 'submit'), 'publish');
        expect((await forms.get(first.formId, 'drafts')).versions.map(({ number, state }) => [number, state])).toEqual([[2, 'published'], [1, 'retired']]);
        expect((await auditOf(first.id)).map(each => each.action)).toEqual(['form.submit', 'form.publish', 'form.retire']);
        expect(await forms.published(first.formId)).toMatchObject({ id: second.id });
        const retired = await forms.version(first.id, 'drafts');
        const back = await act(retired, 'reinstate');
        expect(back).toMatchObject({ state: 'published', publishedAt: first.publishedAt });
        expect((await forms.get(first.formId, 'drafts')).versions.map(each => each.state)).toEqual(['retired', 'published']);
    });

    it('has one draft at a time, even when two begin one at the same moment', async () => {
        const { formId } = await publish();
        const outcomes = await Promise.allSettled([editing.newVersion(lead, formId), editing.newVersion(lead, formId)]);
        expect(outcomes.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('is kept by the database itself', async () => {
        const { id, formId } = await publish();
        const change = (set: Record<string, unknown>) => house.database.read<AssessmentTables>().updateTable('assessment.form_version').set(set).where('id', '=', id).execute();
        await expect(change({ definition: JSON.stringify(sampleForm('Forged')) })).rejects.toThrow('Only the draft of a form can be edited.');
        await expect(change({ hash: '0'.repeat(64) })).rejects.toThrow('Only the draft of a form can be edited.');
        await expect(change({ number: 7 })).rejects.toThrow('stays what it is a version of');
        await expect(change({ state: 'draft', published_at: null })).rejects.toThrow('stays published');
        await expect(change({ state: 'draft' })).rejects.toThrow('violates check constraint');
        await expect(house.database.read<AssessmentTables>().deleteFrom('assessment.form_version').where('id', '=', id).execute()).rejects.toThrow('Only the draft of a form can be discarded.');
        expect(await forms.published(formId)).toMatchObject({ id });
    });
});

describe('what is not published yet', () => {
    it('is seen by who writes forms or publishes them, and by nobody else', async () => {
        const draft = await create(sampleForm('Secret'));
        const published = await publish(sampleForm('Known'));
        const next = await editing.newVersion(lead, published.formId);
        await editing.saveDraft(lead, { id: next.id, version: 1, definition: sampleForm('Renamed') });
        const reader = allowed(lead, { 'form:read': 'all' });
        expect([formReach(reader), formReach(allowed(lead, { 'form:publish': 'all' })), formReach(lead)]).toEqual(['published', 'drafts', 'drafts']);
        for (const attempt of [() => forms.get(draft.formId), () => forms.version(draft.id), () => forms.version(next.id), () => forms.exportFile(next.id), () => forms.compare(published.id, next.id)]) {
            await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        expect(await forms.get(published.formId)).toMatchObject({ title: { en: 'Known' }, draft: null, published: { number: 1 }, versions: [{ number: 1 }] });
        expect((await forms.list({ limit: 200 })).rows.filter(each => each.id === draft.formId || each.draft)).toEqual([]);
        const entity = new FormEntity(house.database);
        expect(await entity.search(reader, 'Secret', 5)).toEqual([]);
        expect(await entity.describe(reader, draft.formId)).toBeUndefined();
        expect(await entity.describe(lead, draft.formId)).toMatchObject({ title: 'Secret' });
    });

    it('stays readable once it was in force', async () => {
        const published = await publish();
        await act(published, 'retire');
        expect(await forms.version(published.id)).toMatchObject({ state: 'retired' });
    });
});

describe('forms', () => {
    it('are listed page by page and found by key and by title in any language', async () => {
        const wanted = await publish({ ...sampleForm('Billing 100%'), title: { en: 'Billing 100%', 'zh-cn': '账单服务' }, languages: ['en'] });
        const all: string[] = [];
        for (let after: string | undefined, first = true; first || after; first = false) {
            const page = await forms.list({ limit: 2, after }, 'drafts');
            all.push(...page.rows.map(each => each.key));
            after = page.next;
        }
        expect(all).toEqual([...new Set(all)].sort());
        expect(all).toHaveLength(Number((await house.database.read<AssessmentTables>().selectFrom('assessment.form').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n));
        const found = async (text: string) => (await forms.list({ limit: 50, text })).rows.map(each => each.id);
        expect(await found('账单')).toEqual([wanted.formId]);
        expect(await found('100%')).toEqual([wanted.formId]);
        expect(await found('100_')).toEqual([]);
        expect((await forms.list({ limit: 50, publishedOnly: true })).rows.every(each => each.published)).toBe(true);
        await expect(forms.list({ limit: 2, after: '!' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    });

    it('travel as files', async () => {
        const published = await publish();
        const file = await forms.exportFile(published.id, 'drafts');
        const elsewhere = await editing.importFile(lead, { key: 'imported', file });
        expect(elsewhere).toMatchObject({ state: 'draft', number: 1, hash: published.hash });
        expect(await editing.importFile(lead, { formId: published.formId, file: JSON.parse(JSON.stringify(file)) })).toMatchObject({ number: 2, state: 'draft' });
        await expect(editing.importFile(lead, { formId: published.formId, file })).rejects.toMatchObject({ data: { reason: 'draft-exists' } });
        await expect(editing.importFile(lead, { key: 'imported', file })).rejects.toMatchObject({ data: { reason: 'key-taken' } });
        await expect(editing.importFile(lead, { file })).rejects.toMatchObject({ data: { problems: [{ path: 'key', code: 'required' }] } });
        await expect(editing.importFile(lead, { key: 'Not A Key', file })).rejects.toMatchObject({ data: { problems: [{ path: 'key', code: 'malformed-key' }] } });
        await expect(editing.importFile(lead, { key: 'other', file: { format: 'other' } })).rejects.toMatchObject({ data: { problems: [{ path: 'file.format', code: 'unknown-format' }] } });
    });

    it('are compared and checked', async () => {
        const first = await publish();
        const changed = sampleForm('Service', [{ ...sampleForm().sections[0]!.questions[0]!, id: 'closing' }]);
        const draft = await editing.newVersion(lead, first.formId);
        await editing.saveDraft(lead, { id: draft.id, version: 1, definition: changed });
        expect(await forms.compare(first.id, draft.id, 'drafts')).toMatchObject({ added: ['closing'], removed: [], scoreComparable: false });
        expect(forms.check({})).toContainEqual(expect.objectContaining({ path: '/title', code: 'missing-key' }));
        expect(forms.check(sampleForm())).toEqual([]);
    });

    it('are found by name in any language, in pinyin and by short name, and named by link in the reader’s language', async () => {
        const entity = new FormEntity(house.database);
        const complaint = await publish({ ...sampleForm('Complaint calls'), title: { en: 'Complaint calls', 'zh-cn': '投诉服务' } });
        const found = async (text: string) => (await entity.search(lead, text, 5)).map(each => [each.id, each.title]);
        expect(await found('投诉')).toEqual([[complaint.formId, '投诉服务']]);
        expect(await found('tousu')).toEqual([[complaint.formId, '投诉服务']]);
        expect(await found('complaint')).toEqual([[complaint.formId, 'Complaint calls']]);
        const { key } = await forms.get(complaint.formId, 'drafts');
        expect((await found(key))[0]).toEqual([complaint.formId, 'Complaint calls']);
        expect(await found('nothing like it')).toEqual([]);
        expect(await entity.describe(lead, complaint.formId)).toMatchObject({ kind: 'form', title: 'Complaint calls', link: `earshot:/assessment/forms/${complaint.formId}` });
        await house.database.read().insertInto('core.preference').values({ person_id: lead.personId, key: 'language', value: JSON.stringify('zh-cn') }).execute();
        expect(await entity.describe(lead, complaint.formId)).toMatchObject({ title: '投诉服务' });
        expect(await entity.describe(lead, newId())).toBeUndefined();
        await expect(entity.search(allowed(lead, {}), 'complaint', 5)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    it('answer NOT_FOUND for what does not exist', async () => {
        const nothing = newId();
        for (const attempt of [() => forms.get(nothing, 'drafts'), () => forms.version(nothing, 'drafts'), () => forms.published(nothing), () => forms.exportFile(nothing, 'drafts'), () => forms.compare(nothing, nothing, 'drafts'),
            () => editing.newVersion(lead, nothing), () => editing.discard(lead, nothing), () => act({ id: nothing, version: 1 }, 'submit')]) {
            await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
    });

    it('can be made by the house itself', async () => {
        expect(await editing.create(systemPrincipal('sample'), { key: 'of-the-house', definition: sampleForm() })).toMatchObject({ authorId: null, authorName: null });
    });
});

it('a form is known to link to an article in its help, in what is published and what is only written', async () => {
    const article = 'earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000001';
    const linking = (title: string): FormDefinition => ({ ...sampleForm(), title: { en: title, 'zh-cn': article } });
    const [published, draft] = [await publish(linking('Live')), await create(linking('Draft'))];
    await publish();
    const found = await new FormMentions(house.database).mentioning(article);
    expect(found.map(({ link, live }) => [link.slice(-36), live]).sort()).toEqual([[published.formId, true], [draft.formId, false]].sort());
});
