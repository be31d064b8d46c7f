/** Forms and answers that cannot be: refused with a code, kept as they are where they can be kept, and never half stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse } from './running-house';
import { deepJson } from '../fault/harness/awkward-values';
import type { Answer, Caller } from '../fault/harness/caller';
import { answersWith, publishForm, questionIds, shortCall } from '../fault/harness/contents';
import { addPerson, firstAdministrator } from '../fault/harness/people';

const house = await startHouse();
const json = { 'content-type': 'application/json' };
let administrator: Caller;
let evaluator: Caller;
let draft: { readonly id: string; version: number };

beforeAll(async () => {
    administrator = await firstAdministrator(house.url, house.notice);
    evaluator = (await addPerson(administrator, 'evaluator', ['qa-evaluator'])).caller;
    const formId = await publishForm(administrator, 'sound');
    const { id: interactionId } = await evaluator.upload<{ id: string }>(shortCall(1, 1), { callId: 'call 1', startedAt: '2026-11-20T10:00:00.000Z' });
    draft = await evaluator.do('POST', '/quality/evaluations', { interactionId, formId });
});
afterAll(() => house.stop());

const codesOf = ({ body }: Answer): string[] => {
    const { data, problems = data?.problems ?? [], code } = body as { code?: string; data?: { problems?: { code: string }[] }; problems?: { code: string }[] };
    return problems.length > 0 ? [...new Set(problems.map(each => each.code))] : [String(code)];
};
const isShown = (question: string, value: unknown = true) => ({ question, operator: 'equals', value });
const question = (id: string, more: object = {}) => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: false, critical: { class: 'none', effect: 'none' }, ...more });
const form = (questions: readonly object[], more: object = {}) => ({ title: { en: 'Form' }, languages: ['en'], sections: [{ id: 'only', title: { en: 'Only' }, questions, ...more }] });

describe('a form', () => {
    const unsound: Readonly<Record<string, readonly [object, string]>> = {
        'with conditions in a circle': [form([question('a', { condition: isShown('c') }), question('b', { condition: isShown('a') }), question('c', { condition: isShown('b') })]), 'circular-condition'],
        'with a question that depends on itself': [form([question('a', { condition: isShown('a') })]), 'circular-condition'],
        'with a condition on nothing': [form([question('a', { condition: isShown('nothing') })]), 'unknown-question'],
        'with a weight out of reach': [form([question('a', { weight: 1e308 })]), 'weight-out-of-range'],
        'with a negative weight': [form([question('a', { weight: -1 })]), 'weight-out-of-range'],
        'with the same id twice': [form([question('a'), question('a')]), 'duplicate-id'],
        'with an id that is a member of every object': [form([question('__proto__'), question('constructor')]), 'invalid-id'],
        'of a kind that nobody knows': [form([question('a', { kind: 'toString' })]), 'unknown-kind'],
        'with too many questions': [form(Array.from({ length: 2000 }, (_, index) => question(`q${index}`))), 'too-many-entries'],
        'without questions': [form([]), 'empty-section'],
        'that is something else': [{ a: 1 }, 'missing-key']
    };
    it.each(Object.entries(unsound))('%s is found out, and never published', async (name, [definition, code]) => {
        const checked = await administrator.ask('POST', '/assessment/form-check', { body: { definition } });
        expect(checked.status).toBe(200);
        expect(codesOf(checked)).toContain(code);
        const made = await administrator.ask('POST', '/assessment/forms', { body: { key: `form-${name.replace(/[^a-z]+/g, '-')}`.slice(0, 50), definition } });
        expect(made.status, JSON.stringify(made.body)).toBeLessThan(500);
        if (made.status < 300) {
            const { id, version } = made.body as { id: string; version: number };
            const review = await administrator.ask('POST', `/assessment/form-versions/${id}/actions`, { body: { version, action: 'submit' } });
            expect(review.status).toBe(422);
            expect(codesOf(review)).toContain(code);
            expect(await administrator.do('GET', `/assessment/form-versions/${id}`)).toMatchObject({ state: 'draft' });
        }
    });

    it('with conditions in conditions in conditions is refused', async () => {
        const nested = (depth: number): string => '{"operator":"all","conditions":['.repeat(depth) + JSON.stringify(isShown('a')) + ']}'.repeat(depth);
        for (const [depth, status] of [[20, 200], [40, 200], [200, 400], [5000, 400]] as const) {
            const raw = `{"definition":${JSON.stringify(form([question('a'), question('b', { condition: 'here' })])).replace('"here"', nested(depth))}}`;
            const answer = await administrator.ask('POST', '/assessment/form-check', { raw, headers: json });
            expect(answer.status, String(depth)).toBe(status);
            expect(codesOf(answer).length).toBeGreaterThan(0);
        }
    });
});

const save = (answers: string, version = draft.version): Promise<Answer> => evaluator.ask('PUT', `/quality/evaluations/${draft.id}/draft`, { raw: `{"version":${version},"evidence":[],"answers":${answers}}`, headers: json });
const stored = () => evaluator.do<{ version: number; answers: unknown }>('GET', `/quality/evaluations/${draft.id}`);

describe('an answer', () => {
    const [first] = questionIds;
    it.each([
        ['NaN', `{"${first}":{"value":NaN}}`, 400], ['infinite', `{"${first}":{"value":1e999}}`, 400], ['minus infinite', `{"${first}":{"value":-1e999}}`, 400], ['1e308', `{"${first}":{"value":1e308}}`, 422],
        ['the smallest number', `{"${first}":{"value":5e-324}}`, 422], ['a text for yes or no', `{"${first}":{"value":"yes"}}`, 422], ['to a question that there is not', '{"nothing":{"value":true}}', 422],
        ['to a member of every object', '{"constructor":{"value":true},"toString":{"value":true}}', 422], ['with NUL in its comment', `{"${first}":{"value":true,"comment":"a\\u0000b"}}`, 400],
        ['with half a character', `{"${first}":{"value":true,"comment":"a\\ud800b"}}`, 400], ['with NUL in the question’s id', '{"a\\u0000b":{"value":true}}', 400], ['nested', `{"${first}":${deepJson(50)}}`, 400], ['nested without measure', `{"${first}":${deepJson(50_000)}}`, 400],
        ['with a comment that is too long', `{"${first}":{"value":true,"comment":"${'x'.repeat(20_001)}"}}`, 400], ['not applicable where everything applies', `{"${first}":{"value":null,"notApplicable":false}}`, 400], ['a list', `{"${first}":[true]}`, 400],
        ['among a hundred thousand others', JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`q${index}`, { value: true }]))), 422]
    ])('that is %s is refused, and nothing of it is kept', async (_name, answers, status) => {
        const before = await stored();
        const answer = await save(answers);
        expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(status);
        expect(codesOf(answer).length).toBeGreaterThan(0);
        expect(await stored()).toEqual(before);
    });

    it('with a prototype of its own changes nobody else’s', async () => {
        await save('{"__proto__":{"value":true,"polluted":true}}');
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        expect((await stored()).version).toBe(draft.version);
    });

    it('in any script comes back as it went', async () => {
        const answers = answersWith('复核 質檢 👂🏽 <b>"bold"</b> \'; -- \\ \t\n\r \u2028 العربية');
        const { version } = await evaluator.do<{ version: number }>('PUT', `/quality/evaluations/${draft.id}/draft`, { version: draft.version, answers, evidence: [] });
        expect(await stored()).toMatchObject({ version, answers });
        draft.version = version;
    });

    it('of an older version of the page is refused', async () => {
        for (const version of [draft.version - 1, draft.version + 1, 0, -1, 2 ** 31, 2 ** 53 - 1]) {
            const answer = await save(JSON.stringify(answersWith('stale')), version);
            expect([400, 409], String(version)).toContain(answer.status);
        }
        expect((await stored()).version).toBe(draft.version);
    });
});

describe('a body', () => {
    const megabyte = 1 << 20;
    it('larger than the limit is refused, whether it says so or not', async () => {
        const large = JSON.stringify({ value: 'x'.repeat(5 * megabyte) });
        expect((await administrator.ask('PUT', '/session/preferences/large', { raw: large, headers: json })).status).toBe(413);
        const stream = new ReadableStream({
            start: controller => {
                controller.enqueue(Buffer.from('{"value":"'));
                for (let number = 0; number < 5; number++) {
                    controller.enqueue(Buffer.alloc(megabyte, 'x'));
                }
                controller.enqueue(Buffer.from('"}'));
                controller.close();
            }
        });
        const response = await fetch(`${house.url}/api/session/preferences/large`, { method: 'PUT', body: stream, duplex: 'half', headers: { ...json, origin: house.url, cookie: `earshot_session=${administrator.session}` } } as RequestInit);
        expect(response.status).toBe(413);
        expect((await administrator.ask('PUT', '/session/preferences/large', { body: { value: 'x'.repeat(30_000) } })).status).toBe(422);
        expect(await administrator.do('GET', '/session/preferences')).not.toHaveProperty('large');
    });
});
