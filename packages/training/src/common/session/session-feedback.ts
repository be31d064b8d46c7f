import { agreementLevel, allQuestions, type Answers, type AnswerValue, builtInKinds, type FormDefinition, type Question, type QuestionKinds, ratingsForAgreement, readAnswer } from '@earshot/forms';

/** Forms below which nothing of what they say is shown: among fewer, colleagues would be recognised. */
export const fewestFeedback = 5;

/** Days after a session was held in which its feedback is given, and can be changed. After them, names are taken off for good. */
export const feedbackDays = 7;
const dayMs = 86_400_000;

export const feedbackUntil = (heldAt: Date): Date => new Date(heldAt.getTime() + feedbackDays * dayMs);

/** What was answered to one question. */
export interface QuestionFeedback {
    readonly questionId: string;
    readonly n: number;
    /** Of questions whose answers have an order, in the unit of their scale; null below {@link fewestFeedback}, and for all others. */
    readonly mean: number | null;
    /** How often each answer was given; empty below {@link fewestFeedback}, and for free text. */
    readonly counts: readonly { readonly value: AnswerValue; readonly count: number }[];
    /** Free text and remarks, in no order that would tell when they were written. */
    readonly texts: readonly string[];
}

export interface SessionFeedback {
    readonly given: number;
    /** Whether enough have answered. Without it nothing of the answers is there. */
    readonly shown: boolean;
    readonly questions: readonly QuestionFeedback[];
}

const byText = (one: string, other: string): number => one < other ? -1 : one > other ? 1 : 0;

/** Answers that can be counted, in the order in which the form offers them. */
function countsOf(question: Question, values: readonly AnswerValue[]): QuestionFeedback['counts'] {
    const offered: readonly AnswerValue[] = question.options?.map(each => each.value) ?? [...new Set(values)].sort((one, other) => Number(other) - Number(one));
    return offered.map(value => ({ value, count: values.filter(each => each === value).length }));
}

function summarised(question: Question, given: readonly Answers[], kinds: QuestionKinds): QuestionFeedback {
    const answers = given.map(each => each[question.id]);
    const values = answers.flatMap(each => {
        const state = readAnswer(question, each, kinds);
        return state.status === 'answered' ? [state.value] : [];
    });
    const level = agreementLevel(question, kinds);
    const enough = values.length >= fewestFeedback && level !== null;
    const ratings = answers.map(each => ratingsForAgreement(question, each, kinds)).filter(each => each !== null);
    const texts = [...answers.flatMap(each => each?.comment?.trim() || []), ...level === null ? values.filter(each => typeof each === 'string') : []];
    return {
        questionId: question.id, n: values.length, mean: enough && level !== 'nominal' ? ratings.reduce((sum, each) => sum + each, 0) / ratings.length : null,
        counts: enough ? countsOf(question, values) : [], texts: texts.sort(byText)
    };
}

/** What the participants of a session thought, without any of them: means and counts with their n, from {@link fewestFeedback} forms on. */
export function summariseFeedback(form: FormDefinition, given: readonly Answers[], kinds: QuestionKinds = builtInKinds): SessionFeedback {
    const shown = given.length >= fewestFeedback;
    return { given: given.length, shown, questions: shown ? allQuestions(form).map(({ question }) => summarised(question, given, kinds)) : [] };
}
