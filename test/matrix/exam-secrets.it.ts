/**
 * What answers the questions of an exam reaches nobody who sits it: every operation that an agent may read with, asked during the attempt with every id that
 * they could know, and the stream of events, searched for what only authors and markers are told.
 */
import { scopes } from '@earshot/core/lib/common/access/permission';
import type { Question } from '@earshot/training/lib/common/question/question';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishForm, questionIds, shortCall } from '../fault/harness/contents';
import { approveQuestion, publishExam } from '../fault/harness/exams';
import { addPerson, firstAdministrator, type Person } from '../fault/harness/people';
import { requestFor } from './attempt';
import { startHouse } from './running-house';
import { idMembers, shapeOf } from './sample-input';

const house = await startHouse();
afterAll(() => house.stop());

/** Stands in everything that must not be seen, and nowhere else. */
const key = 'KEY31415';
const kept = 31415.25;
const secret = /KEY31415|31415\.25/;
/** Members of a question as its author sees it. */
const authors = /"(share|shuffle|accepted|hints|criteria|levels|ratings|rubric|weight|caseSensitive|seed|expert|tolerance|versionId|matchId|pairs|feedbackTrue|feedbackFalse|otherwise)":/;

const choices = [{ id: 'a', text: 'One', share: 1, feedback: `${key} right` }, { id: 'b', text: 'Two', share: 0, feedback: `${key} wrong` }];
const questionsOf = (recording: string, formId: string): readonly Question[] => [
    { kind: 'single', prompt: 'Which?', points: 1, feedback: key, choices, shuffle: true },
    { kind: 'multiple', prompt: 'Which ones?', points: 1, feedback: key, choices, shuffle: true, credit: 'shares' },
    { kind: 'true-false', prompt: 'Is it?', points: 1, answer: true, feedbackTrue: key, feedbackFalse: key },
    { kind: 'short', prompt: 'What?', points: 1, caseSensitive: false, accepted: [{ id: 'a', text: key, share: 1 }] },
    { kind: 'numeric', prompt: 'How many?', points: 1, accepted: [{ id: 'n', share: 1, value: kept, tolerance: 0 }] },
    { kind: 'matching', prompt: 'Match.', points: 1, feedback: key, shuffle: true, pairs: [{ id: 's1', stem: 'Loss', matchId: 'm1', match: 'Block' }, { id: 's2', stem: 'Fee', matchId: 'm2', match: 'Explain' }], extras: [{ id: 'x', text: 'Hang up' }] },
    { kind: 'ordering', prompt: 'Order.', points: 1, feedback: key, credit: 'position', items: [{ id: 'o1', text: 'Greet' }, { id: 'o2', text: 'Ask' }, { id: 'o3', text: 'Close' }] },
    { kind: 'gaps', prompt: 'Call within [[g]] hours.', points: 1, feedback: key, gaps: [{ id: 'g', weight: 1, kind: 'short', accepted: [{ id: 'a', text: key, share: 1 }], caseSensitive: false, otherwise: key }] },
    { kind: 'essay', prompt: 'Write.', points: 2, hints: key, criteria: [{ id: 'tone', text: `${key} tone`, weight: 1, critical: true, levels: [{ id: 'l0', points: 0, text: `${key} rude` }, { id: 'l1', points: 1, text: `${key} kind` }] }] },
    { kind: 'listening', prompt: 'Rate it.', points: 2, recording, form: { formId, version: 1 }, expert: Object.fromEntries(questionIds.map(id => [id, { value: true, comment: `${key} heard` }])), tolerance: 0 }
];

let agent: Person;
let author: Person;
let attempt: string;
let bank: string[];
const ids = new Set<string>();

beforeAll(async () => {
    const administrator = await firstAdministrator(house.url, house.notice);
    author = await addPerson(administrator, 'author', ['trainer']);
    const [approver, lead] = [await addPerson(administrator, 'approver', ['trainer']), await addPerson(administrator, 'lead', ['qa-lead'])];
    agent = await addPerson(administrator, 'sits', ['agent']);
    const form = await publishForm(lead.caller, 'service');
    const call = await lead.caller.upload<{ id: string }>(shortCall(1, 1), { callId: 'heard', startedAt: '2026-11-20T10:00:00.000Z' });
    bank = [];
    for (const question of questionsOf(`earshot:/quality/interactions/${call.id}`, form)) {
        bank.push(await approveQuestion(author.caller, approver.caller, `About ${question.kind}`, question));
    }
    const exam = await publishExam(author.caller, approver.caller, bank, { review: { submitted: ['answers'], released: ['answers'], closed: ['answers'] } });
    await author.caller.do('POST', `/training/exams/${exam}/assignments`, { personIds: [agent.id] });
    const [own] = await agent.caller.do<{ id: string }[]>('GET', '/training/my-exams');
    ({ id: attempt } = await agent.caller.do<{ id: string }>('POST', `/training/exam-assignments/${own!.id}/attempts`));
    [attempt, own!.id, exam, form, call.id, agent.id, ...bank].forEach(each => ids.add(each));
}, 120_000);

const mayRead = house.operations.filter(({ method, meta: { permission } }) => method === 'GET' && (['public', 'signed-in'].includes(permission) || scopes.includes(house.permissions.find(each => each.id === permission)?.grants.agent as never)));

/** What every operation answers, with every id, and where words can be looked for with the secret itself. */
const everyAnswer = async (): Promise<readonly (readonly [string, string])[]> => {
    const answers: (readonly [string, string])[] = [];
    for (const operation of mayRead.filter(each => !each.stream)) {
        const members = idMembers(operation.input);
        const inPath = [...operation.path.matchAll(/\{\+?(\w+)\}/g)].map(each => each[1]!);
        const text = operation.input && Object.keys(shapeOf(operation.input).properties ?? {}).includes('text') ? { text: key } : {};
        const known = operation.path.startsWith('/training/') ? [...ids] : [attempt, bank[0]!, agent.id];
        for (const id of members.length + inPath.length > 0 ? known : ['']) {
            const given = { ...text, ...Object.fromEntries([...new Set([...members, ...inPath])].map(name => [name, id])) };
            const { path, question } = requestFor(operation, given);
            const { status, body } = await agent.caller.ask('GET', path, question);
            answers.push([`${status} ${path}`, JSON.stringify(body ?? '')]);
        }
    }
    return answers;
};
const saysTooMuch = (answers: readonly (readonly [string, string])[]): string[] => answers.filter(([path, text]) => secret.test(text.replaceAll(`"text":"${key}"`, '')) || /attempts|my-exams|exam-assignments/.test(path) && authors.test(text)).map(([path, text]) => `${path}: ${(secret.exec(text) ?? authors.exec(text))?.[0]}`);

it('is found where authors look, by the same search', async () => {
    const seen = await Promise.all(bank.map(async id => JSON.stringify(await author.caller.do('GET', `/training/questions/${id}`))));
    expect(seen.map(each => secret.test(each))).toEqual(bank.map(() => true));
    expect(seen.filter(each => !authors.test(each)).map(each => /"kind":"([a-z-]+)"/.exec(each)?.[1])).toEqual(['ordering']); // its key is the order
});

it('is in no answer of the server while they sit it', async () => {
    const sitting = await agent.caller.do<{ items: { place: number; question: { kind: string } }[] }>('GET', `/training/attempts/${attempt}`);
    expect(sitting.items.map(each => each.question.kind).sort()).toEqual(['essay', 'gaps', 'listening', 'matching', 'multiple', 'numeric', 'ordering', 'short', 'single', 'true-false']);
    const answers = await everyAnswer();
    expect(answers.filter(([path]) => path.startsWith('200')).length).toBeGreaterThan(40);
    expect(saysTooMuch(answers)).toEqual([]);
}, 120_000);

it('is in no answer after it was handed in, and before it is marked', async () => {
    await agent.caller.do('POST', `/training/attempts/${attempt}/submission`);
    const answers = await everyAnswer();
    expect(answers.some(([path]) => path.startsWith(`200 /training/attempts/${attempt}/review`))).toBe(true);
    expect(saysTooMuch(answers)).toEqual([]);
}, 120_000);
