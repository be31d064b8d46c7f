import { randomIndices, randomOrder } from '@earshot/statistics';
import { type BankEntry, type Blueprint, rulesOf, wantedBy } from './blueprint';
import { allot } from './check-blueprint';

/** A question on a paper. */
export interface PaperItem { readonly questionId: string; readonly sectionId: string; readonly knockOut: boolean }
/** Which questions a paper has, in their order. */
export interface PaperOutline { readonly seed: number; readonly items: readonly PaperItem[] }

/** Seeds of papers lie below; whole numbers that JavaScript represents exactly. */
export const seedLimit = 2 ** 47;

/**
 * Draws a paper. The same blueprint, questions and seed give the same paper, in whatever order the bank lists its questions;
 * questions that fit the same rules have the same chance of being asked.
 *
 * @param seed a whole number from 0 to below {@link seedLimit}
 * @throws RangeError when the bank has too few questions: `checkBlueprint` says of what
 */
export function drawPaper(blueprint: Pick<Blueprint, 'sections' | 'shuffleQuestions'>, bank: readonly BankEntry[], seed: number): PaperOutline {
    const draw = randomIndices(seed);
    const listed = [...bank].sort((one, other) => one.id < other.id ? -1 : 1);
    const mixed = randomOrder(listed.length, draw).map(each => listed[each]!);
    const rules = rulesOf(blueprint);
    const given = allot(rules, mixed);
    const items: PaperItem[] = [];
    for (const section of blueprint.sections) {
        const asked = section.rules.flatMap(rule => {
            const questions = given[rules.indexOf(rule)]!;
            if (questions.length < wantedBy(rule)) {
                throw new RangeError(`The bank has ${questions.length} questions for rule ${rule.id}`);
            }
            return questions.map(place => ({ questionId: mixed[place]!.id, sectionId: section.id, knockOut: rule.knockOut }));
        });
        const order = blueprint.shuffleQuestions ? randomOrder(asked.length, draw) : asked.map((_, place) => place);
        items.push(...order.map(place => asked[place]!));
    }
    return { seed, items };
}
