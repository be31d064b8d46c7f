import { comparedClauses, diagramsOf, placedDiagrams } from '../diagram/placed-diagrams';
import { checkScript, isSound } from '../script/check-script';
import { outlineOf } from './clauses';
import { changedClauses } from './compare-clauses';
import { type DocumentContent, isChapterOf, mostClauses } from './document-content';

/** Something that stands in the way of a review. */
export interface DocumentProblem { readonly path: 'title' | 'text' | 'positionIds' | 'chapter' | 'change'; readonly code: 'title-missing' | 'clauses-missing' | 'clause-untitled' | 'too-many-clauses' | 'nobody-concerned' | 'chapter-of-other-kind' | 'minor-changes-clauses' | 'minor-widens' | 'script-broken' | 'diagram-unplaced' | 'diagram-missing' }

/** Whether it concerns somebody whom the other did not. */
const widens = (content: DocumentContent, before: DocumentContent): boolean =>
    !before.everybody && (content.everybody || content.positionIds.some(each => !before.positionIds.includes(each)));

/**
 * What is missing or wrong before somebody else should look at it.
 *
 * @param inEffect the version that this one would take the place of
 */
export function documentProblems(content: DocumentContent, inEffect: DocumentContent | null): readonly DocumentProblem[] {
    const { clauses } = outlineOf(content.text);
    const problems: DocumentProblem[] = [];
    if (!content.title.trim()) {
        problems.push({ path: 'title', code: 'title-missing' });
    }
    if (clauses.length === 0) {
        problems.push({ path: 'text', code: 'clauses-missing' });
    } else if (clauses.some(each => !each.title)) {
        problems.push({ path: 'text', code: 'clause-untitled' });
    }
    if (clauses.length > mostClauses) {
        problems.push({ path: 'text', code: 'too-many-clauses' });
    }
    if (content.script && !isSound(checkScript(content.script))) {
        problems.push({ path: 'text', code: 'script-broken' });
    }
    const placed = placedDiagrams(content.text);
    const diagrams = diagramsOf(content);
    if (diagrams.some(each => !placed.has(each.id))) {
        problems.push({ path: 'text', code: 'diagram-unplaced' });
    }
    if ([...placed].some(id => !diagrams.some(each => each.id === id))) {
        problems.push({ path: 'text', code: 'diagram-missing' });
    }
    if (!content.everybody && content.positionIds.length === 0) {
        problems.push({ path: 'positionIds', code: 'nobody-concerned' });
    }
    if (!isChapterOf(content.kind, content.chapter)) {
        problems.push({ path: 'chapter', code: 'chapter-of-other-kind' });
    }
    if (inEffect && content.change === 'minor') {
        const { added, removed } = changedClauses(comparedClauses(inEffect), comparedClauses(content));
        if (added.length + removed.length > 0) {
            problems.push({ path: 'change', code: 'minor-changes-clauses' });
        }
        // Nobody is told of a minor version, and those who have acknowledged the one before need not again: whoever comes new would be late unknowingly.
        if (widens(content, inEffect)) {
            problems.push({ path: 'change', code: 'minor-widens' });
        }
    }
    return problems;
}
