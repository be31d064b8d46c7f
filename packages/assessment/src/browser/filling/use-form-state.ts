import * as React from '@theia/core/shared/react';
import { type AnswerProblem, type Answers, type FormDefinition, type FormScore, type PlacedQuestion, type QuestionKinds, scoreForm, validateAnswers, visibleQuestions } from '@earshot/forms';

/** What follows from the answers: all of it computed by the form engine. */
export interface FormState {
    /** The questions that are shown, in the order of the form. */
    readonly shown: readonly PlacedQuestion[];
    readonly shownIds: ReadonlySet<string>;
    readonly score: FormScore;
    /** What stands in the way of completion. */
    readonly problems: readonly AnswerProblem[];
}

export function useFormState(form: FormDefinition, answers: Answers, kinds: QuestionKinds): FormState {
    const shown = React.useMemo(() => visibleQuestions(form, answers, kinds), [form, answers, kinds]);
    const key = shown.map(({ question }) => question.id).join(' ');
    const shownIds = React.useMemo(() => new Set(key ? key.split(' ') : []), [key]);
    const score = React.useMemo(() => scoreForm(form, answers, kinds), [form, answers, kinds]);
    const problems = React.useMemo(() => validateAnswers(form, answers, { complete: true }, kinds), [form, answers, kinds]);
    return { shown, shownIds, score, problems };
}
