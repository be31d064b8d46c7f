import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import { importProblemText } from './import/import-words';
import { problemText } from './editor/problem-text';
import type { ArticleProblem } from '../common/article/check-article';

/** Why the knowledge base refuses something, and what to do about it. */
function conflict(reason: string): string | undefined {
    switch (reason) {
        case 'own-revision': return nls.localize('earshot/knowledge/conflict/own-revision', 'You have written at this revision. Somebody else has to decide about it.');
        case 'second-approver-needed': return nls.localize('earshot/knowledge/conflict/second-approver', 'You gave the first approval. The second one has to come from somebody else.');
        case 'approval-void': return nls.localize('earshot/knowledge/conflict/approval-void', 'What was approved is not what stands here. Take the revision back and submit it again.');
        case 'not-a-draft': return nls.localize('earshot/knowledge/conflict/not-a-draft', 'Only a draft can be edited. Take the revision back first.');
        case 'draft-exists': return nls.localize('earshot/knowledge/conflict/draft-exists', 'A new revision of this article is being written already. Finish that one first.');
        case 'translation-exists': return nls.localize('earshot/knowledge/conflict/translation-exists', 'There is a translation into this language already.');
        case 'publish-time-passed': return nls.localize('earshot/knowledge/schedule/past', 'Choose a time that is still to come.');
        case 'category-in-use': return nls.localize('earshot/knowledge/conflict/category-in-use', 'There are articles or further categories in it. Move them first.');
        case 'flag-decided': return nls.localize('earshot/knowledge/conflict/flag-decided', 'Somebody has decided about this already.');
        case 'attachment-in-use': return nls.localize('earshot/knowledge/conflict/attachment-in-use', 'What is published, or a draft, still shows this file. Take it out of the text first.');
        case 'own-article': return nls.localize('earshot/knowledge/conflict/own-article', 'You wrote this article or answer for it. Somebody else has to evaluate it.');
        case 'nothing-published': return nls.localize('earshot/knowledge/conflict/nothing-published', 'Nothing of this article is published, so there is nothing to evaluate.');
        case 'import-not-now': return nls.localize('earshot/knowledge/conflict/import-not-now', 'The import has moved on meanwhile. Look at it again.');
        default: return undefined;
    }
}

const articleProblems: readonly string[] = ['part-missing', 'part-as-template', 'title-missing', 'audience-missing', 'validity-reversed', 'spoken-too-long'] satisfies readonly ArticleProblem['code'][];

function problem(code: string): string | undefined {
    switch (code) {
        case 'unknown-category': return nls.localize('earshot/knowledge/problem/unknown-category', 'This category does not exist any more. Choose another one.');
        case 'below-itself': return nls.localize('earshot/knowledge/problem/below-itself', 'A category cannot stand below itself.');
        case 'name-missing': return nls.localize('earshot/knowledge/problem/name-missing', 'Give it a name in at least one language.');
        case 'next-review-late': return nls.localize('earshot/knowledge/problem/next-review', 'The next review comes after this one, and within a year of it.');
        case 'unknown-part': return nls.localize('earshot/knowledge/problem/unknown-part', 'Articles of this kind do not have this part.');
        case 'unknown-team': return nls.localize('earshot/knowledge/problem/unknown-team', 'This team does not exist any more.');
        case 'unknown-comment': return nls.localize('earshot/knowledge/problem/unknown-comment', 'The comment that you answer does not exist any more.');
        case 'attachment-unknown': return nls.localize('earshot/knowledge/problem/attachment-unknown', 'Files of this kind are not taken. Add a picture (PNG, JPEG, GIF, WebP), a PDF, an Office document without macros, or plain text.');
        case 'attachment-too-large': return nls.localize('earshot/knowledge/problem/attachment-too-large', 'The file is larger than 20 MB. Make it smaller, or link to where it lies.');
        case 'too-many-attachments': return nls.localize('earshot/knowledge/problem/too-many-attachments', 'The article has 200 files already. Remove those that it does not show any more.');
        case 'format-unknown': return nls.localize('earshot/knowledge/problem/format-unknown', 'Files of this kind are not read. Hand in Markdown, Word (.docx), web pages, CSV, Excel (.xlsx), or a zip of them.');
        case 'archive-unreadable': return nls.localize('earshot/knowledge/problem/archive-unreadable', 'The archive is damaged, encrypted, or no zip. Pack it anew.');
        case 'archive-too-large': return nls.localize('earshot/knowledge/problem/archive-too-large', 'Unpacked, the archive is larger than 500 MB. Divide it.');
        case 'too-many-files': return nls.localize('earshot/knowledge/problem/too-many-files', 'There are more than 10,000 files in the archive. Divide it.');
        case 'too-many-articles': return nls.localize('earshot/knowledge/problem/too-many-articles', 'There are more than 20,000 articles in the file. Divide it.');
        case 'file-too-large': return nls.localize('earshot/knowledge/problem/file-too-large', 'The file is too large: 200 MB in all, 20 MB each.');
        case 'file-empty': case 'front-matter-missing': case 'front-matter-unclosed': case 'front-matter-invalid': case 'front-matter-not-a-map': case 'front-matter-too-long': return importProblemText(code);
        default: return articleProblems.includes(code) ? problemText(code as ArticleProblem['code']) : undefined;
    }
}

export const knowledgeErrorTexts: ErrorTextContribution = { conflict, problem };
