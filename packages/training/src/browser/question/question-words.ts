import { nls } from '@theia/core/lib/common/nls';
import { languageNames } from '@earshot/core/lib/browser/application';
import type { QuestionKind } from '../../common/question/question';
import type { Difficulty, QuestionLanguage } from '../../common/question/question-content';
import type { QuestionAction, QuestionState, QuestionVersionState } from '../../common/question/question-workflow';
import type { QuestionFormatName } from '../../common/question-format/question-format';

export function kindText(kind: QuestionKind): string {
    switch (kind) {
        case 'single': return nls.localize('earshot/training/question/kind-single', 'Single choice');
        case 'multiple': return nls.localize('earshot/training/question/kind-multiple', 'Multiple choice');
        case 'true-false': return nls.localize('earshot/training/question/kind-true-false', 'True or false');
        case 'short': return nls.localize('earshot/training/question/kind-short', 'Short answer');
        case 'numeric': return nls.localize('earshot/training/question/kind-numeric', 'Number');
        case 'matching': return nls.localize('earshot/training/question/kind-matching', 'Matching');
        case 'ordering': return nls.localize('earshot/training/question/kind-ordering', 'Ordering');
        case 'gaps': return nls.localize('earshot/training/question/kind-gaps', 'Text with gaps');
        case 'essay': return nls.localize('earshot/training/question/kind-essay', 'Essay');
        case 'listening': return nls.localize('earshot/training/question/kind-listening', 'Rate a recording');
    }
}

const icons: Readonly<Record<QuestionKind, string>> = {
    single: 'circle-filled', multiple: 'checklist', 'true-false': 'check', short: 'edit', numeric: 'symbol-number', matching: 'arrow-swap', ordering: 'list-ordered', gaps: 'symbol-key', essay: 'note', listening: 'unmute'
};
export const kindIcon = (kind: QuestionKind): string => icons[kind];

export function versionStateText(state: QuestionVersionState): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/training/question/state-draft', 'Draft');
        case 'in-review': return nls.localize('earshot/training/question/state-in-review', 'In review');
        case 'approved': return nls.localize('earshot/training/question/state-approved', 'Approved');
        case 'superseded': return nls.localize('earshot/training/question/state-superseded', 'Replaced');
        case 'retired': return nls.localize('earshot/training/question/state-retired', 'Retired');
    }
}
export const stateTone = (state: QuestionVersionState | QuestionState): 'neutral' | 'accent' | 'good' => state === 'approved' ? 'good' : state === 'in-review' ? 'accent' : 'neutral';

/** What happens next to a version, in a sentence. */
export function nextText(state: QuestionVersionState, own: boolean): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/training/question/next-draft', 'Being written. Exams ask it once somebody else has approved it.');
        case 'in-review': return own ? nls.localize('earshot/training/question/next-own', 'Somebody who has not written it reviews it now.') : nls.localize('earshot/training/question/next-review', 'Try it, then approve it or give it back.');
        case 'approved': return nls.localize('earshot/training/question/next-approved', 'Exams may ask it.');
        case 'superseded': return nls.localize('earshot/training/question/next-superseded', 'A later version took its place.');
        case 'retired': return nls.localize('earshot/training/question/next-retired', 'Exams ask it no longer.');
    }
}

export function actionText(action: Exclude<QuestionAction, 'edit' | 'discard'> | 'confirm'): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/training/question/do-submit', 'Submit for review');
        case 'withdraw': return nls.localize('earshot/training/question/do-withdraw', 'Withdraw');
        case 'return': return nls.localize('earshot/training/question/do-return', 'Give back');
        case 'approve': return nls.localize('earshot/training/question/do-approve', 'Approve');
        case 'revise': return nls.localize('earshot/training/question/do-revise', 'New version');
        case 'retire': return nls.localize('earshot/training/question/do-retire', 'Retire');
        case 'confirm': return nls.localize('earshot/training/question/do-confirm', 'It still holds');
    }
}

export function doneText(action: Exclude<QuestionAction, 'edit' | 'discard'> | 'confirm'): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/training/question/done-submit', 'Submitted for review.');
        case 'withdraw': return nls.localize('earshot/training/question/done-withdraw', 'It is a draft again.');
        case 'return': return nls.localize('earshot/training/question/done-return', 'Given back; those who wrote it are told.');
        case 'approve': return nls.localize('earshot/training/question/done-approve', 'Approved: exams may ask it from now on.');
        case 'revise': return nls.localize('earshot/training/question/done-revise', 'A new version is begun. Exams ask the present one until the new one is approved.');
        case 'retire': return nls.localize('earshot/training/question/done-retire', 'Retired. Exams ask it no longer.');
        case 'confirm': return nls.localize('earshot/training/question/done-confirm', 'Checked: the question holds with the changed clauses.');
    }
}

export function difficultyText(difficulty: Difficulty): string {
    switch (difficulty) {
        case 'easy': return nls.localize('earshot/training/question/easy', 'Easy');
        case 'medium': return nls.localize('earshot/training/question/medium', 'Medium');
        case 'hard': return nls.localize('earshot/training/question/hard', 'Hard');
    }
}

/** Languages are called in their own words. */
export const languageText = (language: QuestionLanguage): string => languageNames[language];

export function formatText(format: QuestionFormatName): string {
    switch (format) {
        case 'gift': return 'GIFT';
        case 'aiken': return 'Aiken';
        case 'moodle-xml': return 'Moodle XML';
        case 'qti': return 'QTI 2.1';
        case 'csv': return 'CSV';
    }
}

/** What a file does not carry, or why it cannot carry a question. */
export function lossText(code: string): string {
    switch (code) {
        case 'points': return nls.localize('earshot/training/question/loss-points', 'points');
        case 'recording': return nls.localize('earshot/training/question/loss-recording', 'recording');
        case 'unit': return nls.localize('earshot/training/question/loss-unit', 'unit');
        case 'feedback': case 'otherwise': case 'answer-feedback': return nls.localize('earshot/training/question/loss-feedback', 'feedback');
        case 'shuffle': return nls.localize('earshot/training/question/loss-shuffle', 'fixed order');
        case 'credit': return nls.localize('earshot/training/question/loss-credit', 'rule for partial credit');
        case 'shares': return nls.localize('earshot/training/question/loss-shares', 'partial credit');
        case 'category': case 'tags': case 'name': case 'external-id': return nls.localize('earshot/training/question/loss-about', 'name, category and tags');
        case 'rubric': return nls.localize('earshot/training/question/loss-rubric', 'rubric');
        case 'rubric-as-text': return nls.localize('earshot/training/question/loss-rubric-as-text', 'rubric (it stands as text in the notes for markers)');
        case 'hints': case 'template': return nls.localize('earshot/training/question/loss-essay', 'template and hints for marking');
        case 'case': return nls.localize('earshot/training/question/loss-case', 'upper and lower case');
        case 'images': return nls.localize('earshot/training/question/loss-images', 'pictures');
        case 'extras': return nls.localize('earshot/training/question/loss-extras', 'matches that belong nowhere');
        case 'formulas': return nls.localize('earshot/training/question/loss-formulas', 'formulas');
        case 'wildcard': return nls.localize('earshot/training/question/refused-wildcard', 'answers with * for any text');
        case 'kind': return nls.localize('earshot/training/question/refused-kind', 'this kind of question');
        case 'line-breaks': return nls.localize('earshot/training/question/refused-lines', 'texts of several lines');
        case 'arrow': return nls.localize('earshot/training/question/refused-arrow', 'an arrow (->) in a text');
        case 'too-many-choices': return nls.localize('earshot/training/question/refused-choices', 'so many choices');
        case 'several-right': return nls.localize('earshot/training/question/refused-right', 'several right answers');
        default: return nls.localize('earshot/training/question/refused-other', 'something in the text');
    }
}
