import type { Question, QuestionAnswer } from '../question/question';

/** An option that can be chosen. `share` is the part of the points that it earns; of true and false, the text is `true` or `false`. */
export interface Option { readonly text: string; readonly share: number }

/** What can be chosen in a question; null where an answer is written, ordered or matched. */
export function optionsOf(question: Question): readonly Option[] | null {
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return question.choices.map(({ text, share }) => ({ text, share }));
        case 'true-false':
            return [true, false].map(value => ({ text: String(value), share: value === question.answer ? 1 : 0 }));
        default:
            return null;
    }
}

/** The texts of what was chosen: each paper names ids anew, so that only its texts tell an option of one paper from those of another. */
export function chosenTexts(question: Question, answer: QuestionAnswer | null): readonly string[] {
    const textsOf = (ids: readonly string[]): readonly string[] => 'choices' in question ? question.choices.filter(each => ids.includes(each.id)).map(each => each.text) : [];
    switch (answer?.kind) {
        case 'single': return answer.choice === null ? [] : textsOf([answer.choice]);
        case 'multiple': return textsOf(answer.choices);
        case 'true-false': return answer.value === null ? [] : [String(answer.value)];
        default: return [];
    }
}
