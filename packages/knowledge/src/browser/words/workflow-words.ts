import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets/notice';
import type { Revision } from '../../common/article/article-contract';
import type { RevisionAction, RevisionState } from '../../common/workflow/article-workflow';
import { secondApprovalText } from './article-words';

export function stateText(state: RevisionState): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/knowledge/state/draft', 'Draft');
        case 'in-review': return nls.localize('earshot/knowledge/state/in-review', 'In review');
        case 'second-review': return nls.localize('earshot/knowledge/state/second-review', 'In second review');
        case 'approved': return nls.localize('earshot/knowledge/state/approved', 'Approved');
        case 'scheduled': return nls.localize('earshot/knowledge/state/scheduled', 'Scheduled');
        case 'published': return nls.localize('earshot/knowledge/state/published', 'Published');
        case 'due-for-review': return nls.localize('earshot/knowledge/state/due', 'Due for review');
        case 'retired': return nls.localize('earshot/knowledge/state/retired', 'Retired');
        case 'superseded': return nls.localize('earshot/knowledge/state/superseded', 'Superseded');
    }
}

export const stateTone = (state: RevisionState): Tone => {
    switch (state) {
        case 'published': case 'approved': return 'good';
        case 'in-review': case 'second-review': case 'scheduled': return 'accent';
        case 'due-for-review': return 'caution';
        default: return 'neutral';
    }
};

export function actionText(action: RevisionAction): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/knowledge/action/submit', 'Submit for review');
        case 'discard': return nls.localize('earshot/knowledge/action/discard', 'Discard draft');
        case 'withdraw': return nls.localize('earshot/knowledge/action/withdraw', 'Take back and edit');
        case 'return': return nls.localize('earshot/knowledge/action/return', 'Return…');
        case 'approve': return nls.localize('earshot/knowledge/action/approve', 'Approve');
        case 'publish': return nls.localize('earshot/knowledge/action/publish', 'Publish now');
        case 'schedule': return nls.localize('earshot/knowledge/action/schedule', 'Schedule…');
        case 'unschedule': return nls.localize('earshot/knowledge/action/unschedule', 'Do not publish yet');
        case 'verify': return nls.localize('earshot/knowledge/action/verify', 'Confirm: still true');
        case 'retire': return nls.localize('earshot/knowledge/action/retire', 'Retire…');
        case 'edit': case 'fall-due': case 'hold-up': case 'supersede': return '';
    }
}

/** What was done, for the corner of the screen. */
export function doneText(action: RevisionAction): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/knowledge/done/submit', 'Submitted for review.');
        case 'withdraw': return nls.localize('earshot/knowledge/done/withdraw', 'Taken back. Earlier approvals no longer count.');
        case 'return': return nls.localize('earshot/knowledge/done/return', 'Returned to those who wrote it.');
        case 'approve': return nls.localize('earshot/knowledge/done/approve', 'Approved.');
        case 'publish': return nls.localize('earshot/knowledge/done/publish', 'Published.');
        case 'schedule': return nls.localize('earshot/knowledge/done/schedule', 'Will be published by itself.');
        case 'unschedule': return nls.localize('earshot/knowledge/done/unschedule', 'Will not be published by itself any more.');
        case 'verify': return nls.localize('earshot/knowledge/done/verify', 'Confirmed. The next review begins anew.');
        case 'retire': return nls.localize('earshot/knowledge/done/retire', 'Retired: readers do not find it any more.');
        case 'discard': return nls.localize('earshot/knowledge/done/discard', 'Draft discarded.');
        case 'edit': case 'fall-due': case 'hold-up': case 'supersede': return '';
    }
}

/** What the revision waits for, in one sentence. @param when the time of publication in words */
export function nextStepText(revision: Revision, when: string): string {
    const second = revision.secondApproval ? secondApprovalText(revision.secondApproval) : '';
    switch (revision.state) {
        case 'draft': return nls.localize('earshot/knowledge/next/draft', 'Readers do not see it yet. Submit it when it is complete.');
        case 'in-review': return revision.may.includes('approve')
            ? nls.localize('earshot/knowledge/next/review-yours', 'It waits for you: approve it, or return it with a reason.')
            : second ? nls.localize('earshot/knowledge/next/review-two', 'Waiting for an approver, then for {0}.', second)
                : nls.localize('earshot/knowledge/next/review', 'Waiting for an approver who has not written at it.');
        case 'second-review': return revision.may.includes('approve')
            ? nls.localize('earshot/knowledge/next/second-yours', 'It waits for your second approval ({0}).', second) : nls.localize('earshot/knowledge/next/second', 'Waiting for the second approver ({0}).', second);
        case 'approved': return nls.localize('earshot/knowledge/next/approved', 'Approved as it stands. Publish it now, or choose a time.');
        case 'scheduled': return nls.localize('earshot/knowledge/next/scheduled', 'Will be published {0}.', when);
        case 'published': return nls.localize('earshot/knowledge/next/published', 'This is what readers see.');
        case 'due-for-review': return nls.localize('earshot/knowledge/next/due', 'Readers see that it is unverified. Confirm it, or begin a new revision.');
        case 'retired': return nls.localize('earshot/knowledge/next/retired', 'Readers do not find it any more.');
        case 'superseded': return nls.localize('earshot/knowledge/next/superseded', 'A later revision has taken its place.');
    }
}
