import { nls } from '@theia/core/lib/common/nls';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import type { Notification, WorkItem } from '@earshot/core/lib/common/house-contract';

const word = (value: unknown): string => typeof value === 'string' ? value : '';

function work({ kind, detail }: WorkItem): { readonly duty: string; readonly icon: string } | undefined {
    switch (kind) {
        case 'document.read': return { icon: 'eye', duty: nls.localize('earshot/training/work/read', 'Read and acknowledge') };
        case 'document.approve': return { icon: 'law', duty: nls.localize('earshot/training/work/approve', 'Review version {0} by {1}', word(detail.number), word(detail.author)) };
        case 'document.finish': return { icon: 'edit', duty: nls.localize('earshot/training/work/finish', 'Finish your draft of version {0}', word(detail.number)) };
        case 'document.put-into-force': return { icon: 'rocket', duty: nls.localize('earshot/training/work/put-into-force', 'Put version {0} into force', word(detail.number)) };
        case 'document.held': return { icon: 'warning', duty: nls.localize('earshot/training/work/held', 'Version {0} could not take effect', word(detail.number)) };
        case 'document.requested': return { icon: 'comment-discussion', duty: nls.localize('earshot/training/work/requested', 'Answer a request for a change') };
        case 'document.review-action': return { icon: 'checklist', duty: nls.localize('earshot/training/work/action', 'Do what a review decided') };
        case 'document.catalogue-review': return { icon: 'verified', duty: nls.localize('earshot/training/work/catalogue-review', 'Review the catalogue of documents as a whole') };
        case 'document.review': return { icon: 'verified', duty: nls.localize('earshot/training/work/review', 'Review this document') };
        default: return undefined;
    }
}

function notification({ kind, detail }: Notification): string | undefined {
    const title = word(detail.title);
    switch (kind) {
        case 'document.to-read': return nls.localize('earshot/training/notification/to-read', '“{0}” has taken effect: please read and acknowledge it', title);
        case 'document.reminder': return nls.localize('earshot/training/notification/reminder', 'Reminder: “{0}” is still to be read', title);
        case 'document.approved': return nls.localize('earshot/training/notification/approved', '“{0}” was approved', title);
        case 'document.returned': return nls.localize('earshot/training/notification/returned', '“{0}” was returned: {1}', title, word(detail.reason));
        case 'document.change-requested': return nls.localize('earshot/training/notification/change-requested', 'Somebody asks for a change of “{0}”', title);
        case 'document.request-decided': return detail.state === 'accepted' ? nls.localize('earshot/training/notification/request-accepted', 'The change that you asked for in “{0}” was accepted', title) : nls.localize('earshot/training/notification/request-declined', 'The change that you asked for in “{0}” was declined', title);
        case 'document.commented': return nls.localize('earshot/training/notification/commented', 'Somebody has commented on your version of “{0}”', title);
        case 'document.request-discussed': return nls.localize('earshot/training/notification/request-discussed', 'A change asked for in “{0}” is being discussed', title);
        case 'document.held': return nls.localize('earshot/training/notification/held', '“{0}” could not take effect: something is still to be checked', title);
        default: return undefined;
    }
}

function notificationKind(kind: string): string | undefined {
    switch (kind) {
        case 'document.to-read': return nls.localize('earshot/training/notification-kind/to-read', 'A document that concerns you takes effect');
        case 'document.reminder': return nls.localize('earshot/training/notification-kind/reminder', 'A document is still to be read');
        case 'document.approved': return nls.localize('earshot/training/notification-kind/approved', 'A version that you wrote is approved');
        case 'document.returned': return nls.localize('earshot/training/notification-kind/returned', 'A version that you wrote is returned');
        case 'document.change-requested': return nls.localize('earshot/training/notification-kind/change-requested', 'Somebody asks for a change of a document of yours');
        case 'document.request-decided': return nls.localize('earshot/training/notification-kind/request-decided', 'A change that you asked for is decided about');
        case 'document.commented': return nls.localize('earshot/training/notification-kind/commented', 'Somebody comments on a version that you write');
        case 'document.request-discussed': return nls.localize('earshot/training/notification-kind/request-discussed', 'A change that you take part in is discussed');
        case 'document.held': return nls.localize('earshot/training/notification-kind/held', 'A document of yours could not take effect');
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'document.created': return nls.localize('earshot/training/audit/created', 'Document begun');
        case 'document.version-begun': return nls.localize('earshot/training/audit/version-begun', 'Version of a document begun');
        case 'document.draft-saved': return nls.localize('earshot/training/audit/draft-saved', 'Draft of a document saved');
        case 'document.draft-discarded': return nls.localize('earshot/training/audit/draft-discarded', 'Draft of a document discarded');
        case 'document.discarded': return nls.localize('earshot/training/audit/discarded', 'Document discarded before it took effect');
        case 'document.owned': return nls.localize('earshot/training/audit/owned', 'Owner of a document changed');
        case 'document.handed-over': return nls.localize('earshot/training/audit/handed-over', 'Document handed over');
        case 'document.submit': return nls.localize('earshot/training/audit/submit', 'Document submitted for review');
        case 'document.withdraw': return nls.localize('earshot/training/audit/withdraw', 'Document taken back from review');
        case 'document.return': return nls.localize('earshot/training/audit/return', 'Document returned');
        case 'document.approve': return nls.localize('earshot/training/audit/approve', 'Document approved');
        case 'document.schedule': return nls.localize('earshot/training/audit/schedule', 'Day of effect of a document chosen');
        case 'document.unschedule': return nls.localize('earshot/training/audit/unschedule', 'Day of effect of a document called off');
        case 'document.take-effect': return nls.localize('earshot/training/audit/take-effect', 'Document took effect');
        case 'document.retire': return nls.localize('earshot/training/audit/retire', 'Document made obsolete');
        case 'document.released': return nls.localize('earshot/training/audit/released', 'Document released before everything was checked');
        case 'document.held': return nls.localize('earshot/training/audit/held', 'Document held back on its day');
        case 'document.acknowledged': return nls.localize('earshot/training/audit/acknowledged', 'Document acknowledged');
        case 'document.change-requested': return nls.localize('earshot/training/audit/change-requested', 'Change of a document asked for');
        case 'document.request-decided': return nls.localize('earshot/training/audit/request-decided', 'Request for a change decided');
        case 'document.request-discussed': return nls.localize('earshot/training/audit/request-discussed', 'Request for a change discussed');
        case 'document.diagram-added': return nls.localize('earshot/training/audit/diagram-added', 'Diagram added to a document');
        case 'document.commented': return nls.localize('earshot/training/audit/commented', 'Document commented on');
        case 'document.comment-resolved': return nls.localize('earshot/training/audit/comment-resolved', 'Comment on a document settled');
        case 'document.comment-reopened': return nls.localize('earshot/training/audit/comment-reopened', 'Comment on a document opened again');
        case 'document.reviewed': return nls.localize('earshot/training/audit/reviewed', 'Review of documents recorded');
        case 'document.review-action-done': return nls.localize('earshot/training/audit/review-action-done', 'Action of a review done');
        case 'document.reminded': return nls.localize('earshot/training/audit/reminded', 'People reminded to read a document');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'document:read': return nls.localize('earshot/training/permission/read', 'Read process documents');
        case 'document:read-all': return nls.localize('earshot/training/permission/read-all', 'Read all process documents, restricted ones and drafts too');
        case 'document:write': return nls.localize('earshot/training/permission/write', 'Write process documents');
        case 'document:approve': return nls.localize('earshot/training/permission/approve', 'Approve process documents of others, and make them obsolete');
        case 'acknowledgement:read': return nls.localize('earshot/training/permission/acknowledgements', 'See who has read process documents');
        default: return undefined;
    }
}

const areas = ['document', 'acknowledgement'];

export const documentHouseTexts: HouseTextContribution & EntityKindContribution = {
    work, notification, notificationKind, audit, permission,
    permissionGroup: noun => areas.includes(noun) ? nls.localize('earshot/training/permission-group/documents', 'Process documents') : undefined,
    handOver: kind => kind === 'document' ? nls.localize('earshot/training/hand-over/documents', 'Process documents that they answer for') : undefined,
    icon: kind => kind.startsWith('document.') ? 'library' : undefined,
    kinds: [
        { kind: 'document', icon: 'library', label: () => nls.localize('earshot/training/documents/title', 'Documents') },
        { kind: 'clause', icon: 'symbol-number', label: () => nls.localize('earshot/training/clauses/title', 'Clauses') }
    ]
};
