import { nls } from '@theia/core/lib/common/nls';
import type { ProblemParameters } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';

type Words = (parameters: ProblemParameters) => string;
const figure = (value: ProblemParameters[string] | undefined): string => formatNumber(Number(value), 6);

const words: Readonly<Record<string, Words>> = {
    'missing': () => nls.localize('earshot/assessment/answer-problem/missing', 'Not answered yet.'),
    'comment-required': () => nls.localize('earshot/assessment/answer-problem/comment-required', 'This rating needs a comment.'),
    'wrong-type': () => nls.localize('earshot/assessment/answer-problem/wrong-type', 'This is not an answer to this question. Answer it again.'),
    'not-finite': () => nls.localize('earshot/assessment/answer-problem/not-finite', 'Write a number.'),
    'out-of-range': ({ min, max }) => nls.localize('earshot/assessment/answer-problem/out-of-range', 'Write a number from {0} to {1}.', figure(min), figure(max)),
    'not-a-step': ({ step, min }) => nls.localize('earshot/assessment/answer-problem/not-a-step', 'Only steps of {0} from {1} on are possible.', figure(step), figure(min)),
    'not-an-option': () => nls.localize('earshot/assessment/answer-problem/not-an-option', 'This answer is not offered any more. Choose another one.'),
    'text-too-long': ({ length, largest }) => nls.localize('earshot/assessment/answer-problem/text-too-long', 'Too long: {0} of at most {1} characters.', figure(length), figure(largest)),
    'text-not-storable': () => nls.localize('earshot/assessment/answer-problem/text-not-storable', 'The text contains a character that cannot be saved. Write it anew instead of pasting it.'),
    'not-applicable-not-allowed': () => nls.localize('earshot/assessment/answer-problem/not-applicable-not-allowed', '“Not applicable” is not allowed here.'),
    'value-with-not-applicable': () => nls.localize('earshot/assessment/answer-problem/value-with-not-applicable', 'Either a rating or “not applicable”, not both.'),
    'unknown-question': () => nls.localize('earshot/assessment/answer-problem/unknown-question', 'The form does not have this question any more.'),
    'evidence-reversed': () => nls.localize('earshot/assessment/answer-problem/evidence-reversed', 'A mark ends before it begins.'),
    'evidence-of-unknown-question': () => nls.localize('earshot/assessment/answer-problem/evidence-of-unknown-question', 'A mark belongs to a question that the form does not have any more.'),
    'evidence-twice': () => nls.localize('earshot/assessment/answer-problem/evidence-twice', 'A mark is there twice.')
};

/** What is wrong with an answer or a mark, in plain words; undefined for a code of somebody else. */
export const answerProblemText = (code: string, parameters: ProblemParameters): string | undefined => Object.hasOwn(words, code) ? words[code]!(parameters) : undefined;

/** The same where something must be said: also for codes of added kinds. */
export const anyAnswerProblemText = (code: string, parameters: ProblemParameters): string =>
    answerProblemText(code, parameters) ?? nls.localize('earshot/assessment/answer-problem/other', 'This answer does not fit the question.');
