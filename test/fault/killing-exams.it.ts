/** The back end is killed at any moment while people sit an exam: no answer that was acknowledged is lost, none counts twice, and what was handed in was handed in once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackEnd, long } from '../fixtures/back-end';
import type { Caller } from './harness/caller';
import { chance } from './harness/chance';
import { approveQuestions, publishExam } from './harness/exams';
import { expectWholeLog, killWhile } from './harness/killing';
import { addPerson, firstAdministrator, type Person } from './harness/people';

const rounds = long ? 20 : 3;
const seed = 20261122;
const trainees = 4;
const questions = 6;

interface Saved { readonly version: number; readonly savedAt: string }
interface Kept { readonly text: string; readonly version: number }
interface Request { readonly place: number; readonly client: string; readonly sequence: number; readonly answer: { readonly kind: 'short'; readonly text: string }; readonly flagged: false }

/** What a trainee knows of the attempt that runs: every answer that was acknowledged, and what was sent since and not answered. */
interface Sitting {
    readonly person: Person;
    readonly assignment: string;
    readonly window: string;
    attempt: string;
    acknowledged: Map<number, Kept>;
    sent: { readonly save: Request } | { readonly submit: true } | undefined;
    sequence: number;
}

let backEnd: BackEnd;
let administrator: Caller;
let sittings: Sitting[];
/** Handed in, with whose it is and what was answered. */
const finished = new Map<string, { readonly person: Person; readonly answers: ReadonlyMap<number, Kept> }>();
let saves = 0;

const begin = async (person: Person, assignment: string): Promise<Sitting> => {
    const { id } = await person.caller.do<{ id: string }>('POST', `/training/exam-assignments/${assignment}/attempts`);
    return { person, assignment, window: crypto.randomUUID(), attempt: id, acknowledged: new Map(), sent: undefined, sequence: 0 };
};
const saveOf = ({ person, attempt }: Sitting, { place, ...body }: Request): Promise<Saved> => person.caller.do<Saved>('PUT', `/training/attempts/${attempt}/answers/${place}`, body);
const submitOf = ({ person, attempt }: Sitting): Promise<{ submittedAt: string }> => person.caller.do<{ submittedAt: string }>('POST', `/training/attempts/${attempt}/submission`);

const save = async (sitting: Sitting, place: number): Promise<void> => {
    const request: Request = { place, client: sitting.window, sequence: ++sitting.sequence, answer: { kind: 'short', text: `answer ${sitting.sequence}` }, flagged: false };
    sitting.sent = { save: request };
    const { version } = await saveOf(sitting, request);
    sitting.acknowledged.set(place, { text: request.answer.text, version });
    sitting.sent = undefined;
    saves += 1;
};
const handIn = async (sitting: Sitting): Promise<void> => {
    sitting.sent = { submit: true };
    await submitOf(sitting);
    finished.set(sitting.attempt, { person: sitting.person, answers: sitting.acknowledged });
    Object.assign(sitting, await begin(sitting.person, sitting.assignment));
};

/** Answers; now and then hands in, fails, and begins anew. */
const answerOn = (sitting: Sitting, random: () => number): Promise<void> => random() < 0.06 ? handIn(sitting) : save(sitting, Math.floor(random() * questions));

/** What is stored of an attempt that runs, or was handed in: it says which it is. */
const stored = async ({ person, attempt }: Pick<Sitting, 'person' | 'attempt'>): Promise<{ readonly running: boolean; readonly texts: ReadonlyMap<number, string>; readonly versions: ReadonlyMap<number, number> }> => {
    const running = await person.caller.ask('GET', `/training/attempts/${attempt}`);
    if (running.status === 200) {
        const { answers } = running.body as { answers: { place: number; version: number; answer: { text: string } }[] };
        return { running: true, texts: new Map(answers.map(each => [each.place, each.answer.text])), versions: new Map(answers.map(each => [each.place, each.version])) };
    }
    const { items } = await person.caller.do<{ items: { place: number; answer: { text: string } | null }[] }>('GET', `/training/attempts/${attempt}/review`);
    return { running: false, texts: new Map(items.flatMap(each => each.answer ? [[each.place, each.answer.text] as const] : [])), versions: new Map() };
};
const textsOf = (answers: ReadonlyMap<number, Kept>): ReadonlyMap<number, string> => new Map([...answers].map(([place, { text }]) => [place, text]));

/** Everything that was acknowledged is there; of what was not answered, it is there or it is not. */
const check = async (sitting: Sitting): Promise<void> => {
    const { running, texts, versions } = await stored(sitting);
    const { sent, acknowledged } = sitting;
    const possible: ReadonlyMap<number, string>[] = [textsOf(acknowledged)];
    if (sent && 'save' in sent) {
        possible.push(new Map([...textsOf(acknowledged), [sent.save.place, sent.save.answer.text]]));
    }
    expect(possible).toContainEqual(texts);
    expect(running || sent !== undefined && 'submit' in sent).toBe(true);
    for (const [place, { version }] of acknowledged) {
        expect(running ? [version, ...sent && 'save' in sent && sent.save.place === place ? [version + 1] : []] : [undefined]).toContain(versions.get(place));
    }
};

/** Sends again what was not answered, as the page does, twice: it counts once. */
const sendAgain = async (sitting: Sitting): Promise<void> => {
    const { sent, acknowledged } = sitting;
    sitting.sent = undefined;
    if (sent && 'save' in sent) {
        const { place, answer } = sent.save;
        const version = (acknowledged.get(place)?.version ?? 0) + 1;
        const first = await saveOf(sitting, sent.save);
        expect(first.version).toBe(version);
        expect(await saveOf(sitting, sent.save)).toMatchObject({ version, savedAt: first.savedAt });
        acknowledged.set(place, { text: answer.text, version });
    } else if (sent) {
        const { submittedAt } = await submitOf(sitting);
        expect(await submitOf(sitting)).toEqual({ submittedAt });
        finished.set(sitting.attempt, { person: sitting.person, answers: acknowledged });
        const late: Request = { place: 0, client: sitting.window, sequence: sitting.sequence + 1, answer: { kind: 'short', text: 'too late' }, flagged: false };
        expect(await sitting.person.caller.ask('PUT', `/training/attempts/${sitting.attempt}/answers/0`, { body: { ...late, place: undefined } })).toMatchObject({ status: 409, body: { data: { reason: 'attempt-over' } } });
        Object.assign(sitting, await begin(sitting.person, sitting.assignment));
    }
};

beforeAll(async () => {
    backEnd = await BackEnd.start();
    administrator = await firstAdministrator(backEnd.url, backEnd.output);
    const [author, approver] = [await addPerson(administrator, 'author', ['trainer']), await addPerson(administrator, 'approver', ['trainer'])];
    const exam = await publishExam(author.caller, approver.caller, await approveQuestions(author.caller, approver.caller, questions));
    const people: Person[] = [];
    for (let index = 0; index < trainees; index++) {
        people.push(await addPerson(administrator, `trainee-${index}`, ['agent']));
    }
    await author.caller.do('POST', `/training/exams/${exam}/assignments`, { personIds: people.map(each => each.id) });
    sittings = await Promise.all(people.map(async person => {
        const [own] = await person.caller.do<{ id: string }[]>('GET', '/training/my-exams');
        return begin(person, own!.id);
    }));
});
afterAll(() => backEnd.remove());

it(`keeps every acknowledged answer through ${rounds} kills`, async () => {
    const random = chance(seed);
    for (let round = 1; round <= rounds; round++) {
        await killWhile(backEnd, random, sittings.map(each => () => answerOn(each, random)));
        for (const each of sittings) {
            await check(each);
            await sendAgain(each);
        }
    }
    console.info(`${saves} acknowledged answers, ${finished.size} attempts handed in, ${rounds} kills`);
    expect(saves).toBeGreaterThan(rounds * trainees);
}, rounds * 60_000);

it('has handed everything in once, with the answers that were acknowledged, and the audit log is whole', async () => {
    for (const each of sittings) {
        await handIn(each);
    }
    for (const [attempt, { person, answers }] of finished) {
        expect((await stored({ person, attempt })).texts).toEqual(textsOf(answers));
        const { rows } = await administrator.do<{ rows: readonly { readonly action: string }[] }>('GET', `/audit?entityId=${attempt}&limit=500`);
        expect(rows.filter(each => each.action === 'attempt.submitted')).toHaveLength(1);
        expect(rows.filter(each => each.action === 'attempt.released')).toHaveLength(1);
    }
    for (const { person } of sittings) {
        const [own] = await person.caller.do<{ past: { id: string; number: number }[] }[]>('GET', '/training/my-exams');
        const handedIn = [...finished].filter(([, each]) => each.person === person).map(([id]) => id);
        expect(own!.past.map(each => each.id).sort()).toEqual(handedIn.sort());
        expect(own!.past.map(each => each.number)).toEqual(own!.past.map((_, place) => place + 1));
        const { rows } = await person.caller.do<{ rows: { kind: string; link: string | null }[] }>('GET', '/notifications?limit=500');
        expect(rows.filter(each => each.kind === 'attempt.released').map(each => each.link).sort()).toEqual(handedIn.map(id => `earshot:/training/attempts/${id}`).sort());
    }
    await expectWholeLog(administrator);
});
