import { nls } from '@theia/core/lib/common/nls';
import type { ArticleProblem } from '../../common/article/check-article';

/** What is in the way of a review, and what to do about it. */
export function problemText(code: ArticleProblem['code']): string {
    switch (code) {
        case 'title-missing': return nls.localize('earshot/knowledge/problem/title-missing', 'Say what it is about.');
        case 'part-missing': return nls.localize('earshot/knowledge/problem/part-missing', 'Articles of this kind need this part.');
        case 'part-as-template': return nls.localize('earshot/knowledge/problem/part-as-template', 'This is still the empty template. Fill it in.');
        case 'audience-missing': return nls.localize('earshot/knowledge/problem/audience-missing', 'Say who may see it.');
        case 'validity-reversed': return nls.localize('earshot/knowledge/problem/validity-reversed', 'The last day lies before the first.');
        case 'spoken-too-long': return nls.localize('earshot/knowledge/problem/spoken-too-long', 'Too long to be read out: keep it under a minute, about 300 Chinese characters or 850 letters.');
    }
}
