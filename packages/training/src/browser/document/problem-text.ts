import { nls } from '@theia/core/lib/common/nls';
import type { DocumentProblem } from '../../common/document/check-document';
import { mostClauses } from '../../common/document/document-content';

/** What is missing, and what to do about it. */
export function problemText(code: DocumentProblem['code']): string {
    switch (code) {
        case 'title-missing': return nls.localize('earshot/training/document-problem/title-missing', 'Give the document a title.');
        case 'clauses-missing': return nls.localize('earshot/training/document-problem/clauses-missing', 'Write at least one clause: begin a line with # and its heading.');
        case 'clause-untitled': return nls.localize('earshot/training/document-problem/clause-untitled', 'A clause has no heading. Write one behind its #.');
        case 'nobody-concerned': return nls.localize('earshot/training/document-problem/nobody-concerned', 'Say whom it concerns: choose positions, or every position.');
        case 'chapter-of-other-kind': return nls.localize('earshot/training/document-problem/chapter', 'This channel or field belongs to the other kind. Choose one of this kind.');
        case 'script-broken': return nls.localize('earshot/training/document-problem/script-broken', 'The script has gaps: mend what is listed below its picture.');
        case 'minor-changes-clauses': return nls.localize('earshot/training/document-problem/minor', 'It adds or removes clauses, so it is a major version: people have to read it anew.');
        case 'minor-widens': return nls.localize('earshot/training/document-problem/minor-widens', 'It concerns more positions than before, so it is a major version: nobody is told of a minor one.');
        case 'diagram-unplaced': return nls.localize('earshot/training/document-problem/diagram-unplaced', 'A diagram stands nowhere in the text. Place it in a clause, or take it out.');
        case 'diagram-missing': return nls.localize('earshot/training/document-problem/diagram-missing', 'The text refers to a diagram that is not there. Take the line out, or add the diagram.');
        case 'too-many-clauses': return nls.localize('earshot/training/document-problem/too-many', 'A document has {0} clauses at most. Divide it into several.', mostClauses);
    }
}
