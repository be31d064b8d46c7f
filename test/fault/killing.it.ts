/** The back end is killed at any moment while people work: what was acknowledged is there afterwards, and nothing is there twice. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackEnd, long } from '../fixtures/back-end';
import type { Caller } from './harness/caller';
import { chance } from './harness/chance';
import { answersWith, publishForm, shortCall } from './harness/contents';
import { expectWholeLog, killWhile } from './harness/killing';
import { addPerson, firstAdministrator, type Person } from './harness/people';

const rounds = long ? 20 : 3;
const seed = 20261121;
const evaluators = 4;

type Answers = ReturnType<typeof answersWith>;
interface Stored { readonly id: string; readonly state: 'draft' | 'submitted'; readonly version: number; readonly answers: Answers; readonly percent: number | null }

/** What somebody knows of their evaluation: the last that was acknowledged, and what was sent since. */
interface Work {
    readonly person: Person;
    id: string;
    acknowledged: { readonly state: 'draft' | 'submitted'; readonly version: number; readonly answers: Answers };
    sent: { readonly action: 'draft' | 'submission'; readonly answers: Answers } | undefined;
    saves: number;
}

let backEnd: BackEnd;
let administrator: Caller;
let people: Person[];
let formId: string;
/** Calls that nobody has begun to evaluate. */
const calls: string[] = [];
let imported = 0;
/** Submitted, with what was. */
const finished = new Map<string, { readonly person: Person; readonly answers: Answers }>();
let counter = 0;

const importCall = async (person: Person): Promise<string> => {
    imported += 1;
    return (await person.caller.upload<{ id: string }>(shortCall(1, imported), { callId: `call ${imported}`, startedAt: '2026-11-20T10:00:00.000Z' })).id;
};

const begin = async (person: Person): Promise<Work> => {
    const { id, version, answers } = await person.caller.do<Stored>('POST', '/quality/evaluations', { interactionId: calls.shift() ?? await importCall(person), formId });
    return { person, id, acknowledged: { state: 'draft', version, answers }, sent: undefined, saves: 0 };
};

const send = async (work: Work, action: 'draft' | 'submission'): Promise<void> => {
    const answers = answersWith(`text ${++counter}`);
    work.sent = { action, answers };
    const body = { version: work.acknowledged.version, answers, evidence: [] };
    const { version } = await work.person.caller.do<{ version: number }>(action === 'draft' ? 'PUT' : 'POST', `/quality/evaluations/${work.id}/${action}`, body);
    work.acknowledged = { state: action === 'draft' ? 'draft' : 'submitted', version, answers };
    work.sent = undefined;
    work.saves += 1;
};

/** Saves, now and then submits, and begins anew. */
const workOn = async (work: Work, random: () => number): Promise<void> => {
    await send(work, random() < 0.15 ? 'submission' : 'draft');
    if (work.acknowledged.state === 'submitted') {
        finished.set(work.id, { person: work.person, answers: work.acknowledged.answers });
        Object.assign(work, await begin(work.person), { saves: work.saves });
    }
};

const stored = ({ person, id }: Pick<Work, 'person' | 'id'>): Promise<Stored> => person.caller.do<Stored>('GET', `/quality/evaluations/${id}`);

/** What is stored is what was acknowledged, or what was sent after it: never anything older, never a mixture. */
const checkStored = async (work: Work): Promise<void> => {
    const { state, version, answers } = await stored(work);
    const possible = [{ ...work.acknowledged }];
    if (work.sent) {
        possible.push({ state: work.sent.action === 'draft' ? 'draft' : 'submitted', version: work.acknowledged.version + 1, answers: work.sent.answers });
    }
    expect(possible).toContainEqual({ state, version, answers });
};

/** Sends again what was not answered, as the page does, twice. */
const sendAgain = async (work: Work): Promise<void> => {
    if (work.sent?.action !== 'submission') {
        return;
    }
    const { answers } = work.sent;
    const body = { version: work.acknowledged.version, answers, evidence: [] };
    for (let time = 0; time < 2; time++) {
        expect(await work.person.caller.do<Stored>('POST', `/quality/evaluations/${work.id}/submission`, body)).toMatchObject({ id: work.id, state: 'submitted', version: work.acknowledged.version + 1, answers });
    }
    expect(await work.person.caller.ask('POST', `/quality/evaluations/${work.id}/submission`, { body: { ...body, answers: answersWith('other') } })).toMatchObject({ status: 409, body: { data: { reason: 'already-submitted' } } });
    finished.set(work.id, { person: work.person, answers });
};

beforeAll(async () => {
    backEnd = await BackEnd.start();
    administrator = await firstAdministrator(backEnd.url, backEnd.output);
    people = [];
    for (let index = 0; index < evaluators; index++) {
        people.push(await addPerson(administrator, `evaluator-${index}`, ['qa-evaluator']));
    }
    formId = await publishForm(administrator, 'killed');
    for (let index = 0; index < 12; index++) {
        calls.push(await importCall(people[0]!));
    }
});
afterAll(() => backEnd.remove());

it(`keeps every acknowledged draft and submission through ${rounds} kills`, async () => {
    const random = chance(seed);
    let works = await Promise.all(people.map(begin));
    let saves = 0;
    for (let round = 1; round <= rounds; round++) {
        await killWhile(backEnd, random, works.map(each => () => workOn(each, random)));
        for (const each of works) {
            await checkStored(each);
            await sendAgain(each);
            saves += each.saves;
        }
        for (const [id, { person, answers }] of finished) {
            expect(await stored({ person, id })).toMatchObject({ state: 'submitted', answers, percent: expect.any(Number) as number });
        }
        works = await Promise.all(works.map(async each => {
            const { state, version, answers } = await stored(each);
            return state === 'submitted' ? begin(each.person) : { ...each, acknowledged: { state, version, answers }, sent: undefined, saves: 0 };
        }));
    }
    console.info(`${saves} acknowledged writes, ${finished.size} submissions, ${rounds} kills`);
    expect(saves).toBeGreaterThan(rounds * evaluators);
}, rounds * 60_000);

it('has submitted everything once, and the audit log is whole', async () => {
    const { rows } = await administrator.do<{ rows: readonly { readonly id: string; readonly interactionId: string }[] }>('GET', '/quality/evaluations?state=submitted&limit=500');
    expect(rows.map(each => each.id).sort()).toEqual([...finished.keys()].sort());
    expect(new Set(rows.map(each => each.interactionId)).size).toBe(rows.length);
    for (const id of finished.keys()) {
        const { rows: entries } = await administrator.do<{ rows: readonly { readonly action: string }[] }>('GET', `/audit?entityId=${id}&limit=500`);
        expect(entries.filter(each => each.action === 'evaluation.submitted')).toHaveLength(1);
    }
    await expectWholeLog(administrator);
});
