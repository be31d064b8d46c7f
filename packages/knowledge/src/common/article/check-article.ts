import { type ArticleContent, linesOf } from './article-content';
import { articleKind } from './article-kind';
import { isAudience } from './audience';

/** Something that stands in the way of a review; `part` where it is about one. */
export interface ArticleProblem { readonly path: string; readonly code: 'part-missing' | 'part-as-template' | 'title-missing' | 'audience-missing' | 'validity-reversed' | 'spoken-too-long' }

/** What can be read out in about a minute: 300 Chinese characters, or as long in Latin letters. */
export const longestSpoken = 300;
const spokenLength = (text: string): number => [...text].reduce((sum, each) => sum + (each.charCodeAt(0) > 0x2e7f ? 1 : 0.35), 0);

/** What is missing or wrong before somebody else should look at it. */
export function articleProblems(content: ArticleContent): readonly ArticleProblem[] {
    const problems: ArticleProblem[] = [];
    if (!content.title.trim()) {
        problems.push({ path: 'title', code: 'title-missing' });
    }
    if (!content.audience.length || !content.audience.every(isAudience)) {
        problems.push({ path: 'audience', code: 'audience-missing' });
    }
    if (content.validFrom !== null && content.validUntil !== null && Date.parse(content.validFrom) >= Date.parse(content.validUntil)) {
        problems.push({ path: 'validUntil', code: 'validity-reversed' });
    }
    for (const { id, form, required, template } of articleKind(content.kind).parts) {
        const text = content.parts[id] ?? '';
        const empty = form === 'lines' ? linesOf(text).length === 0 : text.trim() === '';
        if (required && empty) {
            problems.push({ path: `parts.${id}`, code: 'part-missing' });
        } else if (required && template && text.trim() === template[content.language].trim()) {
            problems.push({ path: `parts.${id}`, code: 'part-as-template' });
        } else if (form === 'spoken' && spokenLength(text) > longestSpoken) {
            problems.push({ path: `parts.${id}`, code: 'spoken-too-long' });
        }
    }
    return problems;
}
