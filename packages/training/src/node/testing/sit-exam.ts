import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import type { Question, QuestionAnswer } from '../../common/question/question';
import { essay, short, single, type TestExamHouse } from './exam-house';

/** What the machine marks, and what it does not. */
export const mixedBank: readonly Question[] = [...Array.from({ length: 8 }, (_, place) => single(place)), short(1), short(2), essay(1)];
export const singles = { sections: testBlueprint([testRule('single', 4, { tags: ['single'] })]).sections };

export const minuteMs = 60_000;
export const reason = (name: string) => ({ data: { reason: name } });
export const choice = (text: string, options: readonly { readonly id: string; readonly text: string }[]): QuestionAnswer => ({ kind: 'single', choice: options.find(each => each.text.startsWith(text))!.id });

/** How somebody sits exams of a house: the agent, where nobody else is named. */
export const sittingIn = (house: TestExamHouse) => ({
    begun: async (about: Parameters<TestExamHouse['published']>[0] = {}, person: TestPerson = house.agent): Promise<string> => house.attempts.begin(person, await house.given(await house.published(about), person)),
    save: (id: string, place: number, answer: QuestionAnswer | null, about: { readonly client?: string; readonly sequence?: number; readonly flagged?: boolean } = {}, now = new Date(), person: TestPerson = house.agent) =>
        house.attempts.save(person, { id, place, client: newId(), sequence: 1, flagged: false, ...about, answer }, now)
});
