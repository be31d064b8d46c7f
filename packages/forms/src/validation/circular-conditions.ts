import { conditionLeaves } from '../definition/condition';
import { FormDefinition, PlacedQuestion, allQuestions } from '../definition/form-definition';

/** The ids of the questions that decide whether this question is shown, by its own and its section's condition. */
const dependencies = ({ question, section }: PlacedQuestion): readonly string[] =>
    [section.condition, question.condition].flatMap(condition => condition ? conditionLeaves(condition).map(leaf => leaf.question) : []);

/**
 * The circles among the conditions, each as the ids along it with the first one repeated at the end: `[a, b, a]`.
 * Depth-first search; a circle is reported once, from its first question in the order of the form. Where circles share
 * questions at least one of them is reported.
 */
export const circularConditions = (form: FormDefinition): readonly (readonly string[])[] => {
    const placed = new Map(allQuestions(form).map(entry => [entry.question.id, entry]));
    const finished = new Set<string>();
    const circles = new Map<string, readonly string[]>();
    const visit = (id: string, trail: readonly string[]): void => {
        const entry = placed.get(id);
        if (!entry || finished.has(id)) {
            return;
        }
        const start = trail.indexOf(id);
        if (start >= 0) {
            circles.set(id, circles.get(id) ?? [...trail.slice(start), id]);
            return;
        }
        new Set(dependencies(entry)).forEach(next => visit(next, [...trail, id]));
        finished.add(id);
    };
    placed.forEach((_, id) => visit(id, []));
    return [...circles.values()];
};
