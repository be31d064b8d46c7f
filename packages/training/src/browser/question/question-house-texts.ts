import { nls } from '@theia/core/lib/common/nls';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application';
import { itemConcerns } from '../../common/item-analysis/item-concern';
import { concernText } from '../item-analysis/analysis-words';
import type { Notification, WorkItem } from '@earshot/core/lib/common/house-contract';

function work({ kind, detail }: WorkItem): { readonly duty: string; readonly icon: string } | undefined {
    switch (kind) {
        case 'question.review': return { icon: 'law', duty: nls.localize('earshot/training/question/work-review', 'Review a question by {0}', String(detail.author ?? '')) };
        case 'question.check': return { icon: 'warning', duty: nls.localize('earshot/training/question/work-check', 'Check a question: a clause that it asks about changes') };
        case 'question.stands-out': return { icon: 'graph-line', duty: nls.localize('earshot/training/question/work-stands-out', 'Look at a question of “{0}”: {1}', String(detail.exam ?? ''), concernText(itemConcerns.find(each => each === detail.concern) ?? 'negative')) };
        default: return undefined;
    }
}

function notificationKind(kind: string): string | undefined {
    switch (kind) {
        case 'question.returned': return nls.localize('earshot/training/question/notified-returned', 'A question of yours was given back');
        case 'question.to-be-checked': return nls.localize('earshot/training/question/notified-check', 'Clauses change that questions of yours ask about');
        default: return undefined;
    }
}

function notification({ kind, detail }: Notification): string | undefined {
    switch (kind) {
        case 'question.returned': return nls.localize('earshot/training/question/note-returned', 'Your question “{0}” was given back. Open it to read why.', String(detail.title ?? ''));
        case 'question.to-be-checked': return nls.localize('earshot/training/question/note-check', 'Version {1} of “{0}” changes clauses that {2} of your questions ask about.', String(detail.title ?? ''), String(detail.number ?? ''), Number(detail.questions));
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'question.created': return nls.localize('earshot/training/question/audit-created', 'Question begun');
        case 'question.draft-saved': return nls.localize('earshot/training/question/audit-saved', 'Draft of a question saved');
        case 'question.discarded': return nls.localize('earshot/training/question/audit-discarded', 'Draft of a question discarded');
        case 'question.submit': return nls.localize('earshot/training/question/audit-submitted', 'Question submitted for review');
        case 'question.withdraw': return nls.localize('earshot/training/question/audit-withdrawn', 'Question withdrawn from review');
        case 'question.return': return nls.localize('earshot/training/question/audit-returned', 'Question given back to its author');
        case 'question.approve': return nls.localize('earshot/training/question/audit-approved', 'Question approved');
        case 'question.revise': return nls.localize('earshot/training/question/audit-revised', 'New version of a question begun');
        case 'question.handed-over': return nls.localize('earshot/training/question/audit-handed-over', 'Question handed over to a successor');
        case 'question.retire': return nls.localize('earshot/training/question/audit-retired', 'Question retired');
        case 'question.to-be-checked': return nls.localize('earshot/training/question/audit-to-check', 'Question to be checked, because a clause changes');
        case 'question.confirmed': return nls.localize('earshot/training/question/audit-confirmed', 'Question confirmed after a clause changed');
        case 'question.looked-at': return nls.localize('earshot/training/question/audit-looked-at', 'Question looked at after the item analysis');
        case 'question.imported': return nls.localize('earshot/training/question/audit-imported', 'Questions imported');
        case 'question.import-undone': return nls.localize('earshot/training/question/audit-import-undone', 'Import of questions undone');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'question:read': return nls.localize('earshot/training/question/may-read', 'See the question bank with its keys');
        case 'question:write': return nls.localize('earshot/training/question/may-write', 'Write questions, and import them');
        case 'question:approve': return nls.localize('earshot/training/question/may-approve', 'Approve questions of others');
        default: return undefined;
    }
}

const permissionGroup = (noun: string): string | undefined => noun === 'question' ? nls.localize('earshot/training/question/permission-group', 'Question bank') : undefined;
const icon = (kind: string): string | undefined => kind === 'question.returned' ? 'reply' : kind === 'question.to-be-checked' ? 'warning' : undefined;

const handOver = (kind: string): string | undefined => kind === 'question' ? nls.localize('earshot/training/hand-over/questions', 'Questions of the bank, with what is to be checked in them') : kind === 'exam' ? nls.localize('earshot/training/hand-over/exams', 'Exams that they answer for') : undefined;

export const questionHouseTexts: HouseTextContribution = { handOver, work, notificationKind, notification, audit, permission, permissionGroup, icon };
