import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import type { Notification, WorkItem } from '@earshot/core/lib/common/house-contract';
import { formatDate } from '@earshot/core/lib/browser/widgets';
import type { LocalizedText } from '@earshot/forms';

const word = (value: unknown): string => typeof value === 'string' ? value : '';

function work({ kind, detail }: WorkItem): { readonly duty: string; readonly icon: string } | undefined {
    switch (kind) {
        case 'article.approve': return { icon: 'law', duty: nls.localize('earshot/knowledge/work/approve', 'Review an article by {0}', word(detail.author)) };
        case 'article.approve-second': return { icon: 'law', duty: nls.localize('earshot/knowledge/work/approve-second', 'Give the second approval to an article by {0}', word(detail.author)) };
        case 'article.finish': return { icon: 'edit', duty: nls.localize('earshot/knowledge/work/finish', 'Finish your draft') };
        case 'article.publish': return { icon: 'rocket', duty: nls.localize('earshot/knowledge/work/publish', 'Publish what was approved') };
        case 'article.verify': return { icon: 'verified', duty: nls.localize('earshot/knowledge/work/verify', 'See whether this article is still true') };
        case 'annual-review.action': return { icon: 'checklist', duty: nls.localize('earshot/knowledge/work/annual-action', 'Do what a review decided') };
        case 'annual-review.due': return { icon: 'checklist', duty: detail.category ? nls.localize('earshot/knowledge/work/annual-category', 'Review the category “{0}”', formText(detail.category as LocalizedText)) : nls.localize('earshot/knowledge/work/annual-base', 'Review the whole knowledge base') };
        case 'article.flagged': return { icon: 'report', duty: nls.localize('earshot/knowledge/work/flagged', 'Look at what readers have pointed out') };
        default: return undefined;
    }
}

function flagDecided(title: string, taken: boolean, answer: string): string {
    if (taken) {
        return answer ? nls.localize('earshot/knowledge/notification/flag-taken-because', 'Your hint on “{0}” was taken up: {1}', title, answer) : nls.localize('earshot/knowledge/notification/flag-taken', 'Your hint on “{0}” was taken up', title);
    }
    return answer ? nls.localize('earshot/knowledge/notification/flag-declined-because', 'Your hint on “{0}” was declined: {1}', title, answer) : nls.localize('earshot/knowledge/notification/flag-declined', 'Your hint on “{0}” was declined', title);
}

function notification({ kind, detail }: Notification): string | undefined {
    const title = word(detail.title);
    switch (kind) {
        case 'article.returned': return nls.localize('earshot/knowledge/notification/returned', '“{0}” was returned to you', title);
        case 'article.held-up': return nls.localize('earshot/knowledge/notification/held-up', '“{0}” was not published as planned: its category asks for another approval', title);
        case 'article.due': return nls.localize('earshot/knowledge/notification/due', '“{0}” is due for review', title);
        case 'article.due-soon': return Number(detail.others) > 0 ? nls.localize('earshot/knowledge/notification/due-soon-several', '“{0}” and {1} more are due for review soon', title, Number(detail.others)) : nls.localize('earshot/knowledge/notification/due-soon', '“{0}” is due for review soon', title);
        case 'article.given': return nls.localize('earshot/knowledge/notification/given', 'You answer for {0} more articles', Number(detail.count));
        case 'annual-review.action': return Number(detail.others) > 0 ? nls.localize('earshot/knowledge/notification/annual-actions', 'A review decided that you do “{0}” and {1} more', title, Number(detail.others)) : nls.localize('earshot/knowledge/notification/annual-action', 'A review decided that you do “{0}”', title);
        case 'annual-review.action-due': return nls.localize('earshot/knowledge/notification/annual-action-due', '“{0}”, as a review decided, is due', title);
        case 'annual-review.due-soon': return nls.localize('earshot/knowledge/notification/annual-due-soon', 'A review of the knowledge base that you answer for is due on {0}', formatDate(word(detail.on)));
        case 'article.commented': return nls.localize('earshot/knowledge/notification/commented', 'Somebody has commented on “{0}”', title);
        case 'article.flagged': return nls.localize('earshot/knowledge/notification/flagged', 'A reader has pointed out something in “{0}”', title);
        case 'article.flag-decided': return flagDecided(title, detail.state === 'taken', word(detail.answer));
        default: return undefined;
    }
}

function notificationKind(kind: string): string | undefined {
    switch (kind) {
        case 'article.returned': return nls.localize('earshot/knowledge/notification-kind/returned', 'An article of yours is returned');
        case 'article.due': return nls.localize('earshot/knowledge/notification-kind/due', 'An article that you answer for is due for review');
        case 'article.due-soon': return nls.localize('earshot/knowledge/notification-kind/due-soon', 'Articles that you answer for are due for review soon');
        case 'article.given': return nls.localize('earshot/knowledge/notification-kind/given', 'Articles are handed over to you');
        case 'annual-review.action': return nls.localize('earshot/knowledge/notification-kind/annual-action', 'An annual review decides that you do something');
        case 'annual-review.action-due': return nls.localize('earshot/knowledge/notification-kind/annual-action-due', 'What an annual review decided that you do is due');
        case 'annual-review.due-soon': return nls.localize('earshot/knowledge/notification-kind/annual-due-soon', 'An annual review that you answer for is due soon');
        case 'article.commented': return nls.localize('earshot/knowledge/notification-kind/commented', 'Somebody comments on what you write');
        case 'article.held-up': return nls.localize('earshot/knowledge/notification-kind/held-up', 'An article is not published as planned');
        case 'article.flagged': return nls.localize('earshot/knowledge/notification-kind/flagged', 'A reader points out something in an article of yours');
        case 'article.flag-decided': return nls.localize('earshot/knowledge/notification-kind/flag-decided', 'What you pointed out is decided about');
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'article.created': return nls.localize('earshot/knowledge/audit/created', 'Article begun');
        case 'article.revision-begun': return nls.localize('earshot/knowledge/audit/revision-begun', 'Revision of an article begun');
        case 'article.draft-saved': return nls.localize('earshot/knowledge/audit/draft-saved', 'Draft of an article saved');
        case 'article.draft-discarded': return nls.localize('earshot/knowledge/audit/draft-discarded', 'Draft of an article discarded');
        case 'article.discarded': return nls.localize('earshot/knowledge/audit/discarded', 'Article discarded before it was published');
        case 'article-import.files-kept': return nls.localize('earshot/knowledge/audit/files-kept', 'Files of an import taken in');
        case 'article.file-added': return nls.localize('earshot/knowledge/audit/file-added', 'File added to an article');
        case 'article.file-removed': return nls.localize('earshot/knowledge/audit/file-removed', 'File taken away from an article');
        case 'article.file-restored': return nls.localize('earshot/knowledge/audit/file-restored', 'File brought back to an article');
        case 'article.file-swept': return nls.localize('earshot/knowledge/audit/file-swept', 'Unused file of an article deleted');
        case 'article.owned': return nls.localize('earshot/knowledge/audit/owned', 'Owner of an article changed');
        case 'article.handed-over': return nls.localize('earshot/knowledge/audit/handed-over', 'Article handed over');
        case 'article.submit': return nls.localize('earshot/knowledge/audit/submit', 'Article submitted for review');
        case 'article.withdraw': return nls.localize('earshot/knowledge/audit/withdraw', 'Article taken back from review');
        case 'article.return': return nls.localize('earshot/knowledge/audit/return', 'Article returned');
        case 'article.approve': return nls.localize('earshot/knowledge/audit/approve', 'Article approved');
        case 'article.publish': return nls.localize('earshot/knowledge/audit/publish', 'Article published');
        case 'article.schedule': return nls.localize('earshot/knowledge/audit/schedule', 'Publication of an article scheduled');
        case 'article.unschedule': return nls.localize('earshot/knowledge/audit/unschedule', 'Scheduled publication called off');
        case 'article.hold-up': return nls.localize('earshot/knowledge/audit/hold-up', 'Scheduled publication held up for an approval');
        case 'article.verify': return nls.localize('earshot/knowledge/audit/verify', 'Article confirmed');
        case 'article.verify-undone': return nls.localize('earshot/knowledge/audit/verify-undone', 'Confirmation of an article taken back');
        case 'article.fall-due': return nls.localize('earshot/knowledge/audit/fall-due', 'Article fell due for review');
        case 'article.reminded': return nls.localize('earshot/knowledge/audit/reminded', 'Owner reminded of reviews');
        case 'article.retire': return nls.localize('earshot/knowledge/audit/retire', 'Article retired');
        case 'article.commented': return nls.localize('earshot/knowledge/audit/commented', 'Comment on an article');
        case 'article.comment-resolved': return nls.localize('earshot/knowledge/audit/comment-resolved', 'Comment settled');
        case 'article.comment-reopened': return nls.localize('earshot/knowledge/audit/comment-reopened', 'Comment opened again');
        case 'article.judged': return nls.localize('earshot/knowledge/audit/judged', 'Said whether an article helped');
        case 'article.flagged': return nls.localize('earshot/knowledge/audit/flagged', 'Mistake in an article pointed out');
        case 'article.flag-taken': return nls.localize('earshot/knowledge/audit/flag-taken', 'Hint on an article taken up');
        case 'article.flag-declined': return nls.localize('earshot/knowledge/audit/flag-declined', 'Hint on an article declined');
        case 'article.imported': return nls.localize('earshot/knowledge/audit/imported', 'Article written by an import');
        case 'article.exported': return nls.localize('earshot/knowledge/audit/exported', 'Articles exported');
        case 'article-import.added': return nls.localize('earshot/knowledge/audit/import-added', 'File with articles handed in');
        case 'article-import.set': return nls.localize('earshot/knowledge/audit/import-set', 'Said how an import is to be read');
        case 'article-import.read': return nls.localize('earshot/knowledge/audit/import-read', 'File with articles read');
        case 'article-import.writing': return nls.localize('earshot/knowledge/audit/import-writing', 'Import of articles begun');
        case 'article-import.batch': return nls.localize('earshot/knowledge/audit/import-batch', 'Part of an import written');
        case 'article-import.written': return nls.localize('earshot/knowledge/audit/import-written', 'Articles imported');
        case 'article-import.undoing': return nls.localize('earshot/knowledge/audit/import-undoing', 'Undoing of an import begun');
        case 'article-import.undone': return nls.localize('earshot/knowledge/audit/import-undone', 'Import undone');
        case 'article-import.removed': return nls.localize('earshot/knowledge/audit/import-removed', 'Import forgotten');
        case 'annual-review.recorded': return nls.localize('earshot/knowledge/audit/annual-recorded', 'Minutes of an annual review recorded');
        case 'annual-review.action-done': return nls.localize('earshot/knowledge/audit/annual-action-done', 'Action of an annual review done');
        case 'annual-review.reminded': return nls.localize('earshot/knowledge/audit/annual-reminded', 'Reminded of an annual review or its action');
        case 'annual-review.handed-over': return nls.localize('earshot/knowledge/audit/annual-handed-over', 'Annual review or its action handed over');
        case 'article-evaluation.begun': return nls.localize('earshot/knowledge/audit/evaluation-begun', 'Evaluation of an article begun');
        case 'article-evaluation.saved': return nls.localize('earshot/knowledge/audit/evaluation-saved', 'Evaluation of an article saved');
        case 'article-evaluation.submitted': return nls.localize('earshot/knowledge/audit/evaluation-submitted', 'Evaluation of an article submitted');
        case 'article-evaluation.discarded': return nls.localize('earshot/knowledge/audit/evaluation-discarded', 'Evaluation of an article discarded');
        case 'category.added': return nls.localize('earshot/knowledge/audit/category-added', 'Category added');
        case 'category.changed': return nls.localize('earshot/knowledge/audit/category-changed', 'Category changed');
        case 'category.removed': return nls.localize('earshot/knowledge/audit/category-removed', 'Category removed');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'article:read': return nls.localize('earshot/knowledge/permission/read', 'Read articles that one is in the audience of');
        case 'article:read-all': return nls.localize('earshot/knowledge/permission/read-all', 'Read all articles, confidential ones and drafts too');
        case 'article:write': return nls.localize('earshot/knowledge/permission/write', 'Write articles');
        case 'article:approve': return nls.localize('earshot/knowledge/permission/approve', 'Approve and retire articles of others');
        case 'article:approve-legal': return nls.localize('earshot/knowledge/permission/approve-legal', 'Give the second approval for legal matters');
        case 'article:approve-compliance': return nls.localize('earshot/knowledge/permission/approve-compliance', 'Give the second approval for compliance');
        case 'article:evaluate': return nls.localize('earshot/knowledge/permission/evaluate', 'Evaluate articles of others on forms');
        case 'article:import': return nls.localize('earshot/knowledge/permission/import', 'Import articles from files');
        case 'article:export': return nls.localize('earshot/knowledge/permission/export', 'Export articles to files');
        case 'knowledge:administer': return nls.localize('earshot/knowledge/permission/administer', 'Set up categories and their rules');
        default: return undefined;
    }
}

const areas = ['article', 'knowledge'];

export const knowledgeHouseTexts: HouseTextContribution & EntityKindContribution = {
    work, notification, notificationKind, audit, permission,
    permissionGroup: noun => areas.includes(noun) ? nls.localize('earshot/knowledge/permission-group', 'Knowledge base') : undefined,
    job: kind => kind === 'article-import' ? nls.localize('earshot/knowledge/import/job', 'Importing articles') : undefined,
    handOver: kind => kind === 'article' ? nls.localize('earshot/knowledge/hand-over', 'Articles that they answer for') : kind === 'annual-review' ? nls.localize('earshot/knowledge/hand-over-annual', 'Annual reviews and their actions') : undefined,
    icon: kind => kind.startsWith('article.') ? 'book' : kind.startsWith('annual-review.') ? 'checklist' : undefined,
    kinds: [{ kind: 'article', icon: 'book', label: () => nls.localize('earshot/knowledge/articles/title', 'Articles') }, { kind: 'annual-review', icon: 'checklist', label: () => nls.localize('earshot/knowledge/annual/title', 'Annual reviews') }]
};
