import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';
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

export const questionErrorTexts: ErrorTextContribution = { conflict, problem: code => code === 'nothing-found' ? nls.localize('earshot/training/question/nothing-new', 'There is nothing new in this file.') : questionProblemText(code) };
