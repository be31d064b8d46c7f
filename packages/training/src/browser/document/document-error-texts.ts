import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import type { DocumentProblem } from '../../common/document/check-document';
import { documentFileProblemText } from '../document-import/document-file-problem-text';
import { diagramProblemText } from '../diagram/diagram-problem-text';
import { problemText } from './problem-text';

/** Why process documents refuse something, and what to do about it. */
function conflict(reason: string): string | undefined {
    switch (reason) {
        case 'own-version': return nls.localize('earshot/training/conflict/own-version', 'You have written at this version. Somebody else has to decide about it.');
        case 'version-approval-void': return nls.localize('earshot/training/conflict/approval-void', 'What was approved is not what stands here. Take the version back and submit it again.');
        case 'document-not-a-draft': return nls.localize('earshot/training/conflict/not-a-draft', 'Only a draft can be edited. Take the version back first.');
        case 'version-under-way': return nls.localize('earshot/training/conflict/version-under-way', 'A version of this document is on its way already. Finish or discard that one first.');
        case 'effective-day-passed': return nls.localize('earshot/training/schedule/past', 'Choose a day that is still to come.');
        case 'step-not-possible': return nls.localize('earshot/training/conflict/step', 'The version has moved on meanwhile. Look at it again.');
        case 'to-be-checked': return nls.localize('earshot/training/conflict/to-be-checked', 'Something that hangs on its changed clauses is still to be checked. Have it checked, or release the version with a reason.');
        case 'not-in-effect': return nls.localize('earshot/training/conflict/not-in-effect', 'This version is not in effect. Open the document again and read the one that is.');
        case 'other-text': return nls.localize('earshot/training/conflict/other-text', 'The text has changed since you opened it. Read it again, then acknowledge it.');
        case 'nothing-to-acknowledge': return nls.localize('earshot/training/conflict/nothing-to-acknowledge', 'This document does not concern your position: there is nothing to acknowledge.');
        case 'version-not-under-way': return nls.localize('earshot/training/conflict/version-not-under-way', 'This version is in effect, or was: it is discussed no more. Ask for a change instead.');
        case 'request-decided': return nls.localize('earshot/training/conflict/request-decided', 'Somebody has answered this request already.');
        default: return undefined;
    }
}

const problems: readonly string[] = ['title-missing', 'clauses-missing', 'clause-untitled', 'nobody-concerned', 'chapter-of-other-kind', 'minor-changes-clauses', 'minor-widens', 'too-many-clauses', 'script-broken', 'diagram-unplaced', 'diagram-missing'] satisfies readonly DocumentProblem['code'][];

function problem(code: string): string | undefined {
    switch (code) {
        case 'unknown-position': return nls.localize('earshot/training/document-problem/unknown-position', 'This position does not exist any more. Choose another one.');
        case 'unknown-clause': return nls.localize('earshot/training/document-problem/unknown-clause', 'The clause is not part of the document in effect. Choose another one.');
        case 'outcome-missing': return nls.localize('earshot/training/document-problem/outcome', 'Say what the review came to.');
        default: return problems.includes(code) ? problemText(code as DocumentProblem['code']) : diagramProblemText(code) ?? documentFileProblemText(code);
    }
}

export const documentErrorTexts: ErrorTextContribution = { conflict, problem };
