import { checkScript, isSound } from '../script/check-script';
import { outlineOf } from './clauses';
import { changedClauses } from './compare-clauses';
import { type DocumentContent, isChapterOf } from './document-content';

/** Something that stands in the way of a review. */
export interface DocumentProblem { readonly path: 'title' | 'text' | 'positionIds' | 'chapter' | 'change'; readonly code: 'title-missing' | 'clauses-missing' | 'clause-untitled' | 'nobody-concerned' | 'chapter-of-other-kind' | 'minor-changes-clauses' | 'script-broken' }

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
    if (content.script && !isSound(checkScript(content.script))) {
        problems.push({ path: 'text', code: 'script-broken' });
    }
    if (!content.everybody && content.positionIds.length === 0) {
        problems.push({ path: 'positionIds', code: 'nobody-concerned' });
    }
    if (!isChapterOf(content.kind, content.chapter)) {
        problems.push({ path: 'chapter', code: 'chapter-of-other-kind' });
    }
    if (inEffect && content.change === 'minor') {
        const { added, removed } = changedClauses(outlineOf(inEffect.text).clauses, clauses);
        if (added.length + removed.length > 0) {
            problems.push({ path: 'change', code: 'minor-changes-clauses' });
        }
    }
    return problems;
}
