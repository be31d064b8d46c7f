import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type TestHouse, type TestPerson, allowed, openTestHouse } from '../../../../core/src/node/people/test-house';
import { type FormDefinition, builtInKinds } from '@earshot/forms';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentPermissions } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';
import { FilledFormService } from '../filling/filled-form-service';
import { FormEditing } from '../form/form-editing';
import { FormPolicyService } from '../policy/form-policy-service';
import { sampleForm } from '../testing/sample-form';
import { FormReplay } from './form-replay';
import type { PastForms } from './past-forms';

let house: TestHouse;
let editing: FormEditing;
let filled: FilledFormService;
let lead: TestPerson;
/** What a package above would say counts. */
const everything = sql`select id from assessment.filled_form`;
let counting = everything;
const source: PastForms = { counting: () => counting };
const replayOf = (...sources: readonly PastForms[]) => new FormReplay(house.database, builtInKinds, { getContributions: () => [...sources] });

beforeAll(async () => {
    house = await openTestHouse([...corePermissions, ...assessmentPermissions]);
    editing = new FormEditing(house.database, builtInKinds);
    filled = new FilledFormService(house.database, builtInKinds);
    lead = await house.person('lead', { roles: ['qa-lead'] });
});
afterAll(() => house.close());

const act = (seen: { id: string; version: number }, action: string, as = lead) => editing.act(as, { id: seen.id, version: seen.version, action });
const yes = { value: true };
const no = { value: false };
/** Greeting counts 1, identity 2 by the weight of its section; the apology is not asked. */
const submit = (formVersionId: string, greeting: typeof yes, identity: typeof yes) => house.database.write<string, AssessmentTables>(lead, async (transaction, log) => {
    log.audit('test', 'tests', newId());
    const { id } = await filled.open(transaction, { formVersionId, rates: 'interaction', subject: linkTo('quality', 'interactions', newId()), authorId: lead.personId });
    await filled.submit(transaction, id, 1, { answers: { greeting: greeting.value ? greeting : { ...greeting, comment: 'None.' }, complaint: no, identity }, evidence: [] });
    return id;
});
/** The same form where the greeting weighs four times as much, and which asks one thing more. */
const changed = (more: FormDefinition['sections'][number]['questions'] = []): FormDefinition => {
    const form = sampleForm('Service', more);
    return { ...form, sections: form.sections.map((section, place) => place === 0 ? { ...section, questions: section.questions.map(each => ({ ...each, weight: 4 })) } : section) };
};
const withDraft = async (definition: FormDefinition) => {
    const made = await editing.create(lead, { key: `form-${newId().slice(-12)}`, definition: sampleForm() });
    const published = await act(await act(made, 'submit'), 'publish');
    const next = await editing.newVersion(lead, published.formId);
    return { published, draft: await editing.saveDraft(lead, { id: next.id, version: 1, definition }) };
};

describe('a replay', () => {
    it('scores past evaluations on a draft: means, distribution, and where scores stop being comparable', async () => {
        const { published, draft } = await withDraft(changed());
        await submit(published.id, yes, yes);
        await submit(published.id, yes, yes);
        await submit(published.id, no, yes);
        const { taken, all, figures, gaps, series, breaks } = await replayOf(source).replay(lead, draft.id);
        // 100, 100 and 2 of 3 points become 100, 100 and 2 of 6
        expect(figures).toMatchObject({ n: 3, whole: 3, bandsBefore: [0, 0, 0, 0, 0, 0, 1, 0, 0, 2], bandsAfter: [0, 0, 0, 1, 0, 0, 0, 0, 0, 2] });
        expect(figures.meanBefore).toBeCloseTo(800 / 9, 9);
        expect(figures.meanAfter).toBeCloseTo(700 / 9, 9);
        expect([taken, all, gaps, breaks]).toEqual([3, 3, [], [2]]);
        expect(series).toEqual([{ month: new Date().toISOString().slice(0, 7), number: 1, n: 3, meanBefore: figures.meanBefore, meanAfter: figures.meanAfter }]);
    });

    it('names the questions that nobody was asked then', async () => {
        const { published, draft } = await withDraft(changed([{ id: 'closing', text: { en: 'Says goodbye' }, kind: 'yes-no', weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' } }]));
        await submit(published.id, yes, yes);
        expect(await replayOf(source).replay(lead, draft.id)).toMatchObject({ figures: { n: 1, whole: 0 }, gaps: [{ question: 'closing', text: { en: 'Says goodbye' }, reason: 'not-asked-then', evaluations: 1 }] });
    });

    it('takes only what a package above says counts for the caller', async () => {
        const { published, draft } = await withDraft(changed());
        const [one] = [await submit(published.id, yes, yes), await submit(published.id, no, yes)];
        counting = sql`select id from assessment.filled_form where id = ${one}::uuid`;
        expect((await replayOf(source).replay(lead, draft.id)).figures).toMatchObject({ n: 1, meanBefore: 100 });
        counting = everything;
        expect((await replayOf().replay(lead, draft.id)).figures).toMatchObject({ n: 0, meanBefore: null });
    });

    it('takes as many of each version and month, spread evenly, of those that count', async () => {
        const { published, draft } = await withDraft(changed());
        const second = await act(await act({ id: draft.id, version: draft.version }, 'submit'), 'publish');
        const next = await editing.newVersion(lead, published.formId);
        const [before, after] = [await submit(published.id, no, yes), await submit(second.id, no, yes)];
        // one a minute: 2,500 in January and 10 in February on the first version, 3,000 in March on the second
        const copies = (id: string, from: string, count: number, state = 'submitted') => sql`insert into assessment.filled_form (id, form_version_id, subject, author_id, state, answers, evidence, score, percent, auto_fail, critical_errors, created_at, changed_at, submitted_at)
            select gen_random_uuid(), form_version_id, ${state === 'submitted' ? 'earshot:/quality/interactions/counts' : 'earshot:/quality/interactions/exercise'}, author_id, state, answers, evidence, score, percent, auto_fail, critical_errors, created_at, changed_at, ${from}::timestamptz + place * interval '1 minute'
            from assessment.filled_form, generate_series(0, ${count - 1}) place where filled_form.id = ${id}`.execute(house.database.read());
        await copies(before, '2025-01-01T00:00:00Z', 2500);
        await copies(before, '2025-02-01T00:00:00Z', 10);
        await copies(after, '2025-03-01T00:00:00Z', 3000);
        // and later ones that do not count
        await copies(after, '2025-04-01T00:00:00Z', 2500, 'exercise');
        counting = sql`select id from assessment.filled_form where subject = 'earshot:/quality/interactions/counts'`;
        const { taken, all, most, series } = await replayOf(source).replay(lead, next.id);
        counting = everything;
        // three parts of two thousand
        expect([taken, all, most]).toEqual([666 + 10 + 666, 5510, 666]);
        expect(series.map(each => [each.month, each.number, each.n])).toEqual([['2025-01', 1, 666], ['2025-02', 1, 10], ['2025-03', 2, 666]]);
        expect(series.map(each => each.meanBefore)).toEqual([expect.closeTo(200 / 3, 6), expect.closeTo(200 / 3, 6), expect.closeTo(100 / 3, 6)]);
    });

    it('answers NOT_FOUND for a draft to who may not see drafts', async () => {
        const { draft } = await withDraft(changed());
        await expect(replayOf(source).replay(allowed(lead, { 'form:read': 'all' }), draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(replayOf(source).replay(lead, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('who publishes', () => {
    it('is somebody else than who wrote, where the centre demands it', async () => {
        const other = await house.person('other', { roles: ['qa-lead'] });
        const policies = new FormPolicyService(house.database);
        expect(await policies.get()).toEqual({ otherPublisher: false });
        await policies.set(lead, { otherPublisher: true });
        expect(await policies.get()).toEqual({ otherPublisher: true });
        const made = await editing.create(lead, { key: 'four-eyes', definition: sampleForm() });
        // what the other one writes at, neither of them may publish any more
        const saved = await editing.saveDraft(other, { id: made.id, version: 1, definition: sampleForm('Together') });
        const inReview = await act(saved, 'submit');
        await expect(act(inReview, 'publish')).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'own-form' } });
        await expect(act(inReview, 'publish', other)).rejects.toMatchObject({ data: { reason: 'own-form' } });
        const third = await house.person('third', { roles: ['qa-lead'] });
        const published = await act(inReview, 'publish', third);
        expect(published).toMatchObject({ state: 'published' });
        expect(await act(await act(published, 'retire'), 'reinstate')).toMatchObject({ state: 'published' });
        await policies.set(lead, { otherPublisher: false });
        const next = await editing.newVersion(lead, made.formId);
        expect(await act(await act(next, 'submit'), 'publish')).toMatchObject({ state: 'published' });
        const audit = await house.database.read().selectFrom('core.audit_entry').select(['action', 'detail']).where('action', '=', 'form.policy-changed').orderBy('position').execute();
        expect(audit.map(each => each.detail)).toEqual([{ otherPublisher: true }, { otherPublisher: false }]);
    });
});
