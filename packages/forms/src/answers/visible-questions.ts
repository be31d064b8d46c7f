import type { KnownAnswer } from '../definition/answer-test';
import { Condition, conditionHolds } from '../definition/condition';
import { FormDefinition, PlacedQuestion, allQuestions } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { ownEntry } from './answer';
import { knownAnswer, readAnswer } from './read-answer';

/**
 * The questions that are shown for these answers, in the order of the form. A question is shown when its own condition
 * and that of its section hold. Only valid answers to questions that are themselves shown count in a condition, so an
 * answer left behind in a hidden question has no effect. Answers may be anything. In a circular condition, which
 * `validateForm` reports, the question that closes the circle counts as unanswered.
 */
export const visibleQuestions = (form: FormDefinition, answers: unknown, kinds: QuestionKinds = builtInKinds): readonly PlacedQuestion[] => {
    const placed = allQuestions(form);
    const byId = new Map(placed.map(entry => [entry.question.id, entry]));
    const decided = new Map<string, boolean>();

    const answerTo = (id: string): KnownAnswer => {
        const entry = byId.get(id);
        return entry && isVisible(entry) ? knownAnswer(readAnswer(entry.question, ownEntry(answers, id), kinds)) : undefined;
    };
    const holds = (condition: Condition | undefined): boolean => !condition || conditionHolds(condition, answerTo);
    const isVisible = ({ question, section }: PlacedQuestion): boolean => {
        const known = decided.get(question.id);
        if (known !== undefined) {
            return known;
        }
        decided.set(question.id, false); // what a circle sees
        const visible = holds(section.condition) && holds(question.condition);
        decided.set(question.id, visible);
        return visible;
    };
    return placed.filter(isVisible);
};
