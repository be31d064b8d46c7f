/** A whole centre sits an exam at once, on one back end: no answer that was acknowledged is lost. */
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QuestionAnswer } from '../../common/question/question';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';

const long = process.env.EARSHOT_LONG === '1';
const trainees = long ? 200 : 40;
const saves = long ? 5 : 2;

let house: TestExamHouse;
beforeAll(async () => { house = await openTestExamHouse(); });
afterAll(() => house.close());

it(`${trainees} attempts at once, each answer changed ${saves} times and one request in three repeated`, async () => {
    const exam = await house.published({ passPercent: 100, oneAtATime: true, minutes: 30 });
    const people = await Promise.all(Array.from({ length: trainees }, (_, number) => house.person(`trainee${number}`, { roles: ['agent'] })));
    expect(await house.assignments.assign(house.trainer, { id: exam, personIds: people.map(each => each.personId), teamIds: [], positionIds: [], opensAt: null, closesAt: null })).toEqual({ assigned: trainees, leftOut: [] });
    const results = await Promise.all(people.map(async (person, number) => {
        const [own] = await house.sittings.mine(person);
        const id = await house.attempts.begin(person, own.id);
        const { items } = await house.sittings.sit(person, id);
        const client = newId();
        const acknowledged = new Map<number, QuestionAnswer>();
        await Promise.all(items.map(async ({ place, question }) => {
            for (let turn = 1; turn <= saves; turn++) {
                const choices = question.kind === 'single' ? question.choices : [];
                const answer: QuestionAnswer = { kind: 'single', choice: choices[(number + place + turn) % choices.length].id };
                const input = { id, place, client, sequence: turn, answer, flagged: false };
                const { version } = await house.attempts.save(person, input);
                if ((number + turn) % 3 === 0) {
                    expect((await house.attempts.save(person, input)).version).toBe(version);
                }
                acknowledged.set(place, answer);
            }
        }));
        const { answers } = await house.sittings.sit(person, id);
        await house.attempts.submit(person, id);
        return { answers, acknowledged, review: await house.reviews.own(person, id) };
    }));
    for (const { answers, acknowledged, review } of results) {
        expect(new Map(answers.map(each => [each.place, each.answer]))).toEqual(acknowledged);
        expect(answers.every(each => each.version === saves)).toBe(true);
        expect(review).toMatchObject({ state: 'released', of: 4 });
    }
    expect((await house.reader.get(house.trainer, exam))).toMatchObject({ assigned: trainees, running: 0 });
}, 300_000);
