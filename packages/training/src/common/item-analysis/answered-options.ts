import { promptParts } from '../question/gap-places';
import type { GapsQuestion, Question, QuestionAnswer } from '../question/question';

/**
 * An option that can be chosen. `share` is the part of the points that it earns; of true and false, the text is `true` or `false`. Of a gap with
 * choices, `gap` is its place in the text, from 1, which begins the text, too: the same word may stand in two gaps.
 */
export interface Option { readonly text: string; readonly share: number; readonly gap?: number }

const inGap = (gap: number, text: string): string => `(${gap}) ${text}`;

/** The gaps with choices, with their places in the text. */
const choiceGaps = ({ prompt, gaps }: Pick<GapsQuestion, 'prompt' | 'gaps'>) => promptParts(prompt).flatMap(each => 'gap' in each ? gaps.filter(({ id }) => id === each.gap) : [])
    .flatMap((each, place) => each.kind === 'choice' ? [{ ...each, place: place + 1 }] : []);

/** What can be chosen in a question, or in its gaps; null where an answer is written, ordered or matched. */
export function optionsOf(question: Question): readonly Option[] | null {
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return question.choices.map(({ text, share }) => ({ text, share }));
        case 'true-false':
            return [true, false].map(value => ({ text: String(value), share: value === question.answer ? 1 : 0 }));
        case 'gaps': {
            const options = choiceGaps(question).flatMap(({ place, choices }) => choices.map(({ text, share }) => ({ text: inGap(place, text), share, gap: place })));
            return options.length > 0 ? options : null;
        }
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
        case 'gaps': return question.kind === 'gaps' ? choiceGaps(question).flatMap(({ id, place, choices }) => choices.filter(each => each.id === answer.gaps[id]).map(each => inGap(place, each.text))) : [];
        default: return [];
    }
}
