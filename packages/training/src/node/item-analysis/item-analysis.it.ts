import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { fewestPeople } from '../../common/item-analysis/item-concern';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import { choice, mixedBank, singles, sittingIn } from '../testing/sit-exam';
import { ItemAnalysisReader } from './item-analysis-reader';

let house: TestExamHouse;
let hall: ReturnType<typeof sittingIn>;
let reader: ItemAnalysisReader;
let people: TestPerson[];
let north: string;
beforeAll(async () => {
    house = await openTestExamHouse(mixedBank);
    [hall, reader] = [sittingIn(house), new ItemAnalysisReader(house.database)];
    north = (await house.database.read().selectFrom('core.person').select('team_id').where('id', '=', house.agent.personId).executeTakeFirstOrThrow()).team_id!;
    people = [];
    for (let number = 0; number < fewestPeople + 2; number++) {
        people.push(await house.person(`trainee${number}`, { roles: ['agent'], ...number < 3 ? { teamId: north } : {} }));
    }
}, 120_000);
afterAll(() => house.close());

const fixedOn = (count: number, kind = 'single') => ({ sections: [{ id: 'all', title: 'All', passPercent: null, rules: [{ id: 'same', kind: 'fixed' as const, questionIds: [...house.bank].filter(([, each]) => each.kind === kind).slice(0, count).map(([id]) => id), knockOut: false }] }] });
/** Sits an exam; `right` of its questions right, the others wrong. */
async function sit(examId: string, person: TestPerson, right: number, order: readonly string[]): Promise<string> {
    const id = await house.attempts.begin(person, await house.given(examId, person));
    for (const { place, question } of (await house.sittings.sit(person, id)).items) {
        if (question.kind === 'single') {
            await hall.save(id, place, choice(order.indexOf(question.prompt) < right ? 'Right' : 'Wrong', question.choices), {}, new Date(), person);
        }
    }
    await house.attempts.submit(person, id);
    return id;
}
/** As somebody sits it whose window measures. */
async function sitMeasured(examId: string, person: TestPerson, ms: number): Promise<void> {
    const began = new Date(Date.now() - 120_000);
    const id = await house.attempts.begin(person, await house.given(examId, person), began);
    const [client, times] = [newId(), [{ place: 0, ms }, { place: 1, ms: 500_000 }]];
    await house.attempts.save(person, { id, place: 0, client, sequence: 1, answer: null, flagged: true, viewed: { client, times } });
    await house.attempts.submit(person, id, new Date(), { client: newId(), times: [{ place: 1, ms: 30_000 }] });
}
const prompts = ['Single 0', 'Single 1', 'Single 2', 'Single 3'];

describe('the item analysis', () => {
    it('has times of questions, as far as they were measured and no longer than the attempt', async () => {
        const id = await house.published({ ...fixedOn(2), shuffleQuestions: false });
        await sit(id, people[0]!, 2, prompts);
        for (const [number, person] of people.slice(1).entries()) {
            await sitMeasured(id, person, number === 0 ? 1000 : 40_000);
        }
        const { items } = await reader.get(house.trainer, { id });
        expect(items[0]!.times).toEqual({ n: people.length - 1, lowerQuartile: 40_000, median: 40_000, upperQuartile: 40_000, rapid: { underMs: expect.closeTo((1000 + 40_000 * (people.length - 2)) / (people.length - 1) / 10, 6) as number, people: 1 } });
        expect(Math.round(items[1]!.times!.median / 1000)).toBe(120);
    }, 120_000);
    it('says why there is none: not approved yet, drawn at random, too few', async () => {
        const drawn = await house.published(singles);
        for (const person of people) {
            await sit(drawn, person, 2, prompts);
        }
        expect(await reader.get(house.trainer, { id: drawn })).toMatchObject({ number: 1, hidden: 'drawn', people: people.length, test: null, items: [] });
        const fixed = await house.published(fixedOn(4));
        expect(await reader.get(house.trainer, { id: fixed })).toMatchObject({ hidden: 'too-few', people: 0, fewest: fewestPeople });
        expect(await reader.get(house.trainer, { id: await house.exams.add(house.trainer, 'New') })).toMatchObject({ number: null, hidden: 'not-published' });
        await expect(reader.get(house.trainer, { id: fixed, number: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }, 120_000);

    it('counts the first attempt of each with its present marks, and nobody whose results the caller may not see', async () => {
        const exam = await house.published({ ...fixedOn(4), attempts: null, passPercent: 100 });
        const ids: string[] = [];
        for (const [number, person] of people.entries()) {
            ids.push(await sit(exam, person, number % 4, prompts));
        }
        await house.attempts.begin(house.agent, await house.given(exam, house.agent)); // still running
        await sit(exam, people[0]!, 4, prompts); // sits it again
        const analysis = await reader.get(house.trainer, { id: exam });
        expect(analysis).toMatchObject({ number: 1, hidden: null, people: people.length, versions: [{ number: 1, people: people.length }] });
        expect(analysis.items.map(each => [each.prompt, each.difficulty.value])).toEqual([['Single 0', 0.75], ['Single 1', 0.5], ['Single 2', 0.25], ['Single 3', 0]]);
        expect(analysis.items[3]).toMatchObject({ concern: 'nobody', itemRest: { value: null, reason: 'no-variation' }, options: [{ text: 'Right 3', all: 0 }, { text: 'Half 3', all: 0 }, { text: 'Wrong 3', all: people.length }] });
        const { version } = await house.reviews.marking(house.trainer, ids[0]!);
        const { items } = await house.reviews.marking(house.trainer, ids[0]!);
        await house.marking.regrade(house.trainer, { id: ids[0]!, version, place: items.findIndex(each => each.question.prompt === 'Single 3'), share: 1, reason: 'The key was wrong', comment: '' });
        expect((await reader.get(house.trainer, { id: exam })).items[3]!.difficulty.value).toBeCloseTo(1 / people.length, 9);
        await expect(reader.get(house.leader, { id: exam })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        const within = { ...house.leader, permissions: new Map([...house.leader.permissions, ['exam-analysis:read', 'team' as const]]) };
        expect(await reader.get(within, { id: exam })).toMatchObject({ hidden: 'too-few', people: 3 });
    }, 120_000);

    it('counts an essay once its mark is settled', async () => {
        const exam = await house.published(fixedOn(1, 'essay'));
        const ids: string[] = [];
        for (const person of people) {
            const id = await house.attempts.begin(person, await house.given(exam, person));
            await hall.save(id, 0, { kind: 'essay', text: 'Because' }, {}, new Date(), person);
            await house.attempts.submit(person, id);
            ids.push(id);
        }
        expect((await reader.get(house.trainer, { id: exam })).items[0]).toMatchObject({ n: 0, difficulty: { value: null, reason: 'too-few-units' } });
        await house.marking.mark(house.trainer, { id: ids[0]!, place: 0, share: 0.5, comment: '' });
        expect((await reader.get(house.trainer, { id: exam })).items[0]).toMatchObject({ n: 1, difficulty: { value: 0.5, reason: null } });
    }, 120_000);
});
