import type { AcceptedNumber, AcceptedText, Choice, Question } from '../question/question';

const range = (each: AcceptedNumber): string => 'value' in each ? each.tolerance > 0 ? `${each.value} ± ${each.tolerance}` : String(each.value) : `${each.minimum} – ${each.maximum}`;
const rightTexts = (accepted: readonly AcceptedText[]): string[] => accepted.filter(each => each.share >= 1).map(each => each.text);
const rightNumbers = (accepted: readonly AcceptedNumber[], unit = ''): string[] => accepted.filter(each => each.share >= 1).map(each => `${range(each)} ${unit}`.trim());
const rightChoices = (choices: readonly Choice[]): string[] => choices.filter(each => each.share > 0).map(each => each.text);

/**
 * What would have been right, a line each, in Markdown: of gaps in their order, of pairs `stem → match`, of an order from first to last.
 * Empty where only a person can say. Whether a statement is true is said as `true` or `false`, for the browser to put into words.
 */
export function solutionOf(question: Question): readonly string[] {
    switch (question.kind) {
        case 'single': return question.choices.filter(each => each.share >= 1).map(each => each.text);
        case 'multiple': return rightChoices(question.choices);
        case 'true-false': return [String(question.answer)];
        case 'short': return rightTexts(question.accepted);
        case 'numeric': return rightNumbers(question.accepted, question.unit);
        case 'matching': return question.pairs.map(each => `${each.stem} → ${each.match}`);
        case 'ordering': return question.items.map(each => each.text);
        case 'gaps': return question.gaps.map(gap => (gap.kind === 'short' ? rightTexts(gap.accepted) : gap.kind === 'numeric' ? rightNumbers(gap.accepted) : gap.choices.filter(each => each.share >= 1).map(each => each.text)).join(' / '));
        case 'essay': case 'listening': return [];
    }
}
