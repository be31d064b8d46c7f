import { nls } from '@theia/core/lib/common/nls';
import { type Answer, type AnswerProblem, type Answers, type Question, type QuestionKinds } from '@earshot/forms';
import { withNotApplicable, withValue, withoutValue } from '../../common/filling/answering';
import { isCommentRequired } from '../../common/filling/comment-required';
import type { Part } from './filling-focus';
import type { FillingActions } from './filling-keys';
import { answerText, controlOf, ratingsOf } from './ratings';

/** What a page can ask of a form. */
export interface FormFillingHandle extends FillingActions {
    /** Puts the focus into a question, or into the one where it was last. */
    focus(question?: string): void;
    /** The question that keys are meant for. */
    current(): string | undefined;
    /** Whether nothing is missing. Otherwise says what, and goes to the first of it. */
    complete(): boolean;
}

/** The form as it stands, and what can be done to it. Asked anew at every key. */
export interface FillingHost {
    readonly answers: Answers;
    readonly kinds: QuestionKinds;
    readonly readOnly: boolean;
    /** The questions that are shown, in order. */
    readonly shown: readonly Question[];
    readonly problems: readonly AnswerProblem[];
    readonly current: string | undefined;
    answer(question: string, answer: Answer | undefined): void;
    go(question: string, part: Part): void;
    focusRating(question: string, index: number): void;
    announce(text: string): void;
    /** From now on says what is missing as well. */
    reveal(): void;
    openComment(question: string): void;
    toggleHelp(question: string): void;
    mark(question: string): void;
}

/** The shown questions that still need something, in order. */
const openQuestions = ({ shown, problems }: FillingHost): readonly Question[] => shown.filter(({ id }) => problems.some(each => each.question === id));

/** The question that keys are meant for: where the focus was last, else the first that is open. */
export const currentQuestion = (host: FillingHost): Question | undefined => host.shown.find(({ id }) => id === host.current) ?? openQuestions(host)[0] ?? host.shown[0];

const cannotApply = (): string => nls.localize('earshot/assessment/answer-problem/not-applicable-not-allowed', '“Not applicable” is not allowed here.');

/** Gives an answer and says so. */
export function giveAnswer(host: FillingHost, question: Question, answer: Answer | undefined): void {
    if (host.readOnly) {
        return;
    }
    host.answer(question.id, answer);
    const said = answerText(question, answer) ?? nls.localize('earshot/assessment/answer/none', 'Not answered');
    const commentMissing = isCommentRequired(question, answer, host.kinds) && !answer?.comment?.trim();
    host.announce(commentMissing ? nls.localize('earshot/assessment/answer/needs-comment', '{0}. This rating needs a comment: press C.', said) : said);
}

function rate(host: FillingHost, question: Question, digit: string): void {
    const control = controlOf(question);
    if (host.readOnly || control === 'text') {
        host.go(question.id, 'answer');
    } else if (control === 'number') {
        host.answer(question.id, withValue(Number(digit))(host.answers[question.id]));
        host.go(question.id, 'answer');
    } else {
        const ratings = ratingsOf(question);
        const index = ratings.findIndex(each => each.digit === digit);
        if (index < 0) {
            host.announce(nls.localize('earshot/assessment/answer/no-such-digit', 'There is no answer {0} here.', digit));
            return;
        }
        giveAnswer(host, question, withValue(ratings[index]!.value)(host.answers[question.id]));
        host.focusRating(question.id, index);
    }
}

function notApplicable(host: FillingHost, question: Question): void {
    if (!question.notApplicable) {
        host.announce(cannotApply());
        return;
    }
    giveAnswer(host, question, withNotApplicable(host.answers[question.id]));
    if (controlOf(question) === 'ratings') {
        host.focusRating(question.id, ratingsOf(question).length);
    }
}

function step(host: FillingHost, direction: 1 | -1): void {
    const index = host.shown.findIndex(({ id }) => id === host.current);
    const next = index < 0 ? currentQuestion(host) : host.shown[index + direction];
    if (next) {
        host.go(next.id, 'answer');
    }
}

function nextOpen(host: FillingHost): void {
    const from = host.shown.findIndex(({ id }) => id === host.current);
    const open = openQuestions(host);
    const next = [...host.shown.slice(from + 1), ...host.shown.slice(0, from + 1)].find(each => open.includes(each));
    if (next) {
        host.go(next.id, 'answer');
    } else {
        host.announce(nls.localize('earshot/assessment/filling/complete', 'Everything is answered.'));
    }
}

function complete(host: FillingHost): boolean {
    if (host.problems.length === 0) {
        return true;
    }
    host.reveal();
    const open = openQuestions(host);
    const first = host.problems.find(each => each.question === open[0]?.id);
    if (first) {
        host.go(first.question, first.part === 'comment' ? 'comment' : 'answer');
    }
    host.announce(nls.localize('earshot/assessment/filling/incomplete', '{0} questions still need something.', Math.max(1, open.length)));
    return false;
}

/** What keys and page do to a form. `host` answers with the form as it stands at that moment. */
export function fillingActions(host: () => FillingHost): FormFillingHandle {
    const here = (act: (host: FillingHost, question: Question) => void) => (): void => {
        const now = host();
        const question = currentQuestion(now);
        if (question) {
            act(now, question);
        }
    };
    return {
        rate: digit => here((now, question) => rate(now, question, digit))(),
        notApplicable: here(notApplicable),
        clear: here((now, question) => giveAnswer(now, question, withoutValue(now.answers[question.id]))),
        comment: here((now, { id }) => now.openComment(id)),
        mark: here((now, { id }) => now.mark(id)),
        help: here((now, { id }) => now.toggleHelp(id)),
        next: () => step(host(), 1),
        previous: () => step(host(), -1),
        nextOpen: () => nextOpen(host()),
        focus: question => here((now, { id }) => now.go(question ?? id, 'answer'))(),
        current: () => currentQuestion(host())?.id,
        complete: () => complete(host())
    };
}
