import { nls } from '@theia/core/lib/common/nls';
import type { DocumentVersion } from '../../common/document/document-contract';
import type { VersionAction } from '../../common/document/version-workflow';

export function actionText(action: VersionAction): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/training/action/submit', 'Submit for review');
        case 'withdraw': return nls.localize('earshot/training/action/withdraw', 'Take back and edit');
        case 'return': return nls.localize('earshot/training/action/return', 'Return…');
        case 'approve': return nls.localize('earshot/training/action/approve', 'Approve');
        case 'schedule': return nls.localize('earshot/training/action/schedule', 'Choose the day…');
        case 'unschedule': return nls.localize('earshot/training/action/unschedule', 'Call off the day');
        case 'take-effect': return nls.localize('earshot/training/action/take-effect', 'Put into force now');
        case 'retire': return nls.localize('earshot/training/action/retire', 'Make obsolete…');
        case 'discard': return nls.localize('earshot/training/action/discard', 'Discard draft');
        case 'edit': case 'supersede': return '';
    }
}

/** What was done, for the corner of the screen. */
export function doneText(action: VersionAction): string {
    switch (action) {
        case 'submit': return nls.localize('earshot/training/done/submit', 'Submitted for review.');
        case 'withdraw': return nls.localize('earshot/training/done/withdraw', 'Taken back. The approval no longer counts.');
        case 'return': return nls.localize('earshot/training/done/return', 'Returned to those who wrote it.');
        case 'approve': return nls.localize('earshot/training/done/approve', 'Approved.');
        case 'schedule': return nls.localize('earshot/training/done/schedule', 'It takes effect on that day by itself.');
        case 'unschedule': return nls.localize('earshot/training/done/unschedule', 'It does not take effect by itself any more.');
        case 'take-effect': return nls.localize('earshot/training/done/take-effect', 'In effect. Those concerned are told.');
        case 'retire': return nls.localize('earshot/training/done/retire', 'Obsolete: nobody finds it in the catalogue any more.');
        case 'discard': return nls.localize('earshot/training/done/discard', 'Draft discarded.');
        case 'edit': case 'supersede': return '';
    }
}

/** What the version waits for, in one sentence. @param day the day of its effect in words */
export function nextStepText(version: DocumentVersion, day: string): string {
    switch (version.state) {
        case 'draft': return nls.localize('earshot/training/next/draft', 'Nobody works by it yet. Submit it when it is complete.');
        case 'in-review': return version.may.includes('approve') ? nls.localize('earshot/training/next/review-yours', 'It waits for you: approve it, or return it with a reason.') : nls.localize('earshot/training/next/review', 'Waiting for an approver who has not written at it.');
        case 'approved': return nls.localize('earshot/training/next/approved', 'Approved as it stands. Put it into force now, or choose the day.');
        case 'scheduled': return nls.localize('earshot/training/next/scheduled', 'It takes effect on {0}.', day);
        case 'effective': return nls.localize('earshot/training/next/effective', 'People work by this version.');
        case 'obsolete': return nls.localize('earshot/training/next/obsolete', 'Nobody works by it any more.');
    }
}
