import { nls } from '@theia/core/lib/common/nls';

/** What is wrong with a question, in a sentence that says what to do. */
export function questionProblemText(code: string): string | undefined {
    switch (code) {
        case 'empty-text': return nls.localize('earshot/training/question/problem-empty', 'Write something here.');
        case 'points-out-of-range': return nls.localize('earshot/training/question/problem-points', 'A question is worth more than 0 and at most 1,000 points.');
        case 'duplicate-id': return nls.localize('earshot/training/question/problem-id', 'Two of these have the same id.');
        case 'duplicate-text': return nls.localize('earshot/training/question/problem-twice', 'This is there already.');
        case 'too-few-choices': return nls.localize('earshot/training/question/problem-choices', 'There are at least two choices.');
        case 'share-out-of-range': return nls.localize('earshot/training/question/problem-share', 'A share is between −100 % and 100 %.');
        case 'nothing-right': return nls.localize('earshot/training/question/problem-right', 'One answer at least has to be right (100 %).');
        case 'shares-do-not-add-up': return nls.localize('earshot/training/question/problem-sum', 'The shares of what is right add up to 100 %.');
        case 'never-reached': return nls.localize('earshot/training/question/problem-reached', 'An answer above takes this one in: it never counts.');
        case 'number-out-of-range': return nls.localize('earshot/training/question/problem-number', 'This number is not possible.');
        case 'bounds-reversed': return nls.localize('earshot/training/question/problem-bounds', 'The upper bound is below the lower one.');
        case 'extra-is-right': return nls.localize('earshot/training/question/problem-extra', 'This belongs to one of the pairs.');
        case 'all-the-same': return nls.localize('earshot/training/question/problem-same', 'There has to be something to choose from.');
        case 'too-few-items': return nls.localize('earshot/training/question/problem-items', 'There are at least two of these.');
        case 'no-gap': return nls.localize('earshot/training/question/problem-no-gap', 'Put a gap into the text: [[1]].');
        case 'gap-not-in-prompt': return nls.localize('earshot/training/question/problem-gap-missing', 'The text does not have this gap.');
        case 'gap-twice-in-prompt': return nls.localize('earshot/training/question/problem-gap-twice', 'The text has this gap twice.');
        case 'gap-unknown': return nls.localize('earshot/training/question/problem-gap-unknown', 'The text has a gap for which there is no answer.');
        case 'invalid-gap-id': return nls.localize('earshot/training/question/problem-gap-id', 'Gaps are named by letters and digits.');
        case 'weight-out-of-range': return nls.localize('earshot/training/question/problem-weight', 'A weight is more than 0.');
        case 'no-form': return nls.localize('earshot/training/question/problem-form', 'Choose the form on which is rated.');
        case 'no-recording': return nls.localize('earshot/training/question/problem-recording', 'Choose the recording to listen to.');
        case 'nothing-rated': return nls.localize('earshot/training/question/problem-rated', 'Rate the recording as an expert does.');
        case 'too-few-levels': return nls.localize('earshot/training/rubric/problem-levels', 'A criterion has at least two levels.');
        case 'no-level-earns': return nls.localize('earshot/training/rubric/problem-nothing', 'One level at least earns points.');
        case 'critical-without-choice': return nls.localize('earshot/training/rubric/problem-critical', 'All levels earn the same: a critical criterion could only be failed.');
        default: return undefined;
    }
}

/** Why something in a file did not become a question. */
export function fileProblemText(code: string): string {
    switch (code) {
        case 'unsound': return nls.localize('earshot/training/question/file-unsound', 'Something in the question is not right');
        case 'no-answer': return nls.localize('earshot/training/question/file-no-answer', 'There are no choices and no answer');
        case 'description': return nls.localize('earshot/training/question/file-description', 'A text without a question: it is left out');
        case 'brace-missing': return nls.localize('earshot/training/question/file-brace', 'A brace is missing, { or }');
        case 'two-answers': return nls.localize('earshot/training/question/file-two', 'There are two blocks of answers in braces');
        case 'not-a-number': return nls.localize('earshot/training/question/file-number', 'One of the answers is not a number');
        case 'answer-missing': return nls.localize('earshot/training/question/file-answer', 'The answer is missing');
        case 'unknown-letter': return nls.localize('earshot/training/question/file-letter', 'The answer names no choice');
        case 'choice-out-of-order': return nls.localize('earshot/training/question/file-order', 'The letters of the choices do not follow one another');
        case 'stem-missing': return nls.localize('earshot/training/question/file-stem', 'The question itself is missing');
        case 'unsupported-kind': return nls.localize('earshot/training/question/file-kind', 'Questions of this kind cannot be taken over');
        case 'xml-broken': return nls.localize('earshot/training/question/file-xml', 'The XML is broken here');
        case 'nothing-found': return nls.localize('earshot/training/question/file-nothing', 'No question was found: is it a file of this format?');
        case 'too-large': return nls.localize('earshot/training/question/file-large', 'This is too large');
        case 'too-many': return nls.localize('earshot/training/question/file-many', 'There are more questions than one file may have: what follows is left out');
        case 'column-missing': return nls.localize('earshot/training/question/file-column', 'A column is missing that every table of questions has');
        case 'unknown-kind': return nls.localize('earshot/training/question/file-unknown-kind', 'There is no such kind of question');
        case 'cloze-broken': return nls.localize('earshot/training/question/file-cloze', 'A gap cannot be read');
        case 'several-questions': return nls.localize('earshot/training/question/file-several', 'It asks several things at once: divide it into one question each');
        case 'other-rule': return nls.localize('earshot/training/question/file-rule', 'It is marked by a rule that there is not here');
        case 'other-version': return nls.localize('earshot/training/question/file-version', 'This is QTI 3: export it as QTI 2.1 or 2.2');
        case 'key-missing': return nls.localize('earshot/training/question/file-key', 'It does not say which answer is right');
        default: return nls.localize('earshot/training/question/file-other', 'This cannot be read');
    }
}
