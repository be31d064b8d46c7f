import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import { formatNumber } from '@earshot/core/lib/browser/widgets';
import { questionFileBytes } from '../../common/question/question-contract';
import { longestFile } from '../../common/question-format/question-format';
import { questionProblemText } from './problem-text';

function conflict(reason: string): string | undefined {
    switch (reason) {
        case 'own-question': return nls.localize('earshot/training/question/conflict-own', 'You have written at this version. Somebody else has to review it.');
        case 'reason-missing': return nls.localize('earshot/training/question/conflict-reason', 'Say why, so that the author knows what to change.');
        case 'nothing-to-check': return nls.localize('earshot/training/question/conflict-nothing', 'Nothing about this question is to be checked any more.');
        case 'clause-removed': return nls.localize('earshot/training/question/conflict-removed', 'A clause that this question asks about is removed. Bind it to another clause, or retire it.');
        case 'undone-already': return nls.localize('earshot/training/question/conflict-undone', 'This import was undone before.');
        case 'not-a-draft': return nls.localize('earshot/training/question/conflict-draft', 'This is not a draft any more. Begin a new version to change it.');
        case 'not-possible-now': return nls.localize('earshot/training/question/conflict-now', 'This is not possible in the present state. Look at what has become of it meanwhile.');
        default: return undefined;
    }
}

function problem(code: string): string | undefined {
    switch (code) {
        case 'nothing-found': return nls.localize('earshot/training/question/nothing-new', 'There is nothing new in this file.');
        case 'question-package-unreadable': return nls.localize('earshot/training/question/package-unreadable', 'The package is damaged, encrypted, or no zip. Export it anew.');
        case 'question-package-too-large': return nls.localize('earshot/training/question/package-too-large', 'The file is too large: {0} MB, with {1} million characters of questions at most. Divide it.', formatNumber(questionFileBytes / 1024 ** 2), formatNumber(longestFile / 1e6));
        case 'rate-each-criterion': return nls.localize('earshot/training/rubric/rate-each', 'Choose a level for each criterion of the rubric.');
        case 'rated-by-criteria': return nls.localize('earshot/training/rubric/rated-by-criteria', 'This question has a rubric: its points follow from the levels of its criteria.');
        case 'no-criteria': return nls.localize('earshot/training/rubric/no-criteria', 'This question has no rubric: say what it is worth.');
        case 'share-missing': return nls.localize('earshot/training/rubric/share-missing', 'Say what the answer is worth.');
        default: return questionProblemText(code);
    }
}

export const questionErrorTexts: ErrorTextContribution = { conflict, problem };
