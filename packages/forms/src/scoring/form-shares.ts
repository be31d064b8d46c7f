import type { FormDefinition, Question, Section } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../kinds/scorable-points';
import { exactSum } from './exact-sum';

/** What a section counts for in the whole form, with its questions in their order. */
export interface SectionShare {
    /** 0 to 1, of the whole form. */
    readonly share: number;
    readonly questions: readonly QuestionShare[];
}

export interface QuestionShare {
    /** 0 to 1, of the whole form; null for a question that takes no part in the weighted score. */
    readonly share: number | null;
    /** Whether it, or its section, is only asked under a condition: where it is not asked, the others count for more. */
    readonly conditional: boolean;
}

/** A draft may hold anything while it is typed: what is no weight counts nothing. */
const usable = (amount: number): number => Number.isFinite(amount) && amount > 0 ? amount : 0;

const weightedPoints = (section: Section, question: Question, kinds: QuestionKinds): number =>
    usable(section.weight ?? 1) * usable(question.weight) * usable(scorablePoints(question, kinds));

/**
 * How much each question counts: W·w·possible / Σ W·w·possible over all questions of the form, as `scoreForm` weighs them when everything is
 * asked and nothing is "not applicable". Shares add up to 1, or are all 0 in a form without points. By place, not by id: in a draft two
 * questions may have the same id.
 *
 * Example: a section of weight 2 with questions of weight 30 and 20 beside one of weight 1 with one of weight 100, one point each, give
 * 60, 40 and 100 of 200: 30 %, 20 % and 50 %.
 */
export const formShares = (form: FormDefinition, kinds: QuestionKinds = builtInKinds): readonly SectionShare[] => {
    const parts = form.sections.map(section => section.questions.map(question => weightedPoints(section, question, kinds)));
    const whole = exactSum(parts.flat());
    const shareOf = (part: number): number => whole > 0 ? part / whole : 0;
    return form.sections.map((section, place) => ({
        share: shareOf(exactSum(parts[place]!)),
        questions: section.questions.map((question, index) => ({
            share: scorablePoints(question, kinds) > 0 ? shareOf(parts[place]![index]!) : null,
            conditional: Boolean(question.condition ?? section.condition)
        }))
    }));
};
