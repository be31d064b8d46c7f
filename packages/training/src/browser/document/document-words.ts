import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets';
import type { Chapter, DocumentKind, DocumentLanguage } from '../../common/document/document-content';
import type { AcknowledgementRow, DocumentOrder, DocumentState } from '../../common/document/document-contract';
import type { ChangeSize } from '../../common/document/version-number';
import type { VersionState } from '../../common/document/version-workflow';

export const kindText = (kind: DocumentKind): string => kind === 'business' ? nls.localize('earshot/training/document-kind/business', 'Business') : nls.localize('earshot/training/document-kind/management', 'Management');

export function chapterText(chapter: Chapter): string {
    switch (chapter) {
        case 'inbound': return nls.localize('earshot/training/chapter/inbound', 'Inbound calls');
        case 'outbound': return nls.localize('earshot/training/chapter/outbound', 'Outbound calls');
        case 'messages': return nls.localize('earshot/training/chapter/messages', 'Chat, e-mail and messages');
        case 'self-service': return nls.localize('earshot/training/chapter/self-service', 'Self-service');
        case 'counter': return nls.localize('earshot/training/chapter/counter', 'Counter and letters');
        case 'complaints': return nls.localize('earshot/training/chapter/complaints', 'Complaints');
        case 'every-channel': return nls.localize('earshot/training/chapter/every-channel', 'Every channel');
        case 'quality': return nls.localize('earshot/training/chapter/quality', 'Quality');
        case 'knowledge': return nls.localize('earshot/training/chapter/knowledge', 'Knowledge');
        case 'people': return nls.localize('earshot/training/chapter/people', 'People and training');
        case 'planning': return nls.localize('earshot/training/chapter/planning', 'Forecast and shifts');
        case 'security': return nls.localize('earshot/training/chapter/security', 'Security and privacy');
        case 'systems': return nls.localize('earshot/training/chapter/systems', 'Systems and emergencies');
        case 'suppliers': return nls.localize('earshot/training/chapter/suppliers', 'Suppliers');
    }
}

export function languageText(language: DocumentLanguage): string {
    switch (language) {
        case 'zh-cn': return nls.localize('earshot/training/language/zh-cn', 'Chinese, simplified');
        case 'zh-tw': return nls.localize('earshot/training/language/zh-tw', 'Chinese, traditional');
        case 'en': return nls.localize('earshot/training/language/en', 'English');
    }
}

export function documentStateText(state: DocumentState): string {
    switch (state) {
        case 'new': return nls.localize('earshot/training/document-state/new', 'Not in effect yet');
        case 'effective': return nls.localize('earshot/training/document-state/effective', 'In effect');
        case 'obsolete': return nls.localize('earshot/training/document-state/obsolete', 'Obsolete');
    }
}

export const documentTone = (state: DocumentState): Tone => state === 'effective' ? 'good' : state === 'obsolete' ? 'critical' : 'neutral';

export function versionStateText(state: VersionState): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/training/version-state/draft', 'Draft');
        case 'in-review': return nls.localize('earshot/training/version-state/in-review', 'In review');
        case 'approved': return nls.localize('earshot/training/version-state/approved', 'Approved');
        case 'scheduled': return nls.localize('earshot/training/version-state/scheduled', 'Scheduled');
        case 'effective': return nls.localize('earshot/training/document-state/effective', 'In effect');
        case 'obsolete': return nls.localize('earshot/training/document-state/obsolete', 'Obsolete');
    }
}

export const versionTone = (state: VersionState): Tone => state === 'effective' || state === 'approved' ? 'good' : state === 'obsolete' ? 'critical' : state === 'draft' ? 'neutral' : 'accent';

export const sizeText = (size: ChangeSize): string => size === 'major' ? nls.localize('earshot/training/size/major', 'Major: says something else') : nls.localize('earshot/training/size/minor', 'Minor: the same in better words');

export const versionText = (number: string): string => nls.localize('earshot/training/document/version', 'Version {0}', number);

export function orderText(order: DocumentOrder): string {
    switch (order) {
        case 'catalogue': return nls.localize('earshot/training/order/catalogue', 'As in the catalogue');
        case 'changed': return nls.localize('earshot/training/order/changed', 'Last changed first');
        case 'due': return nls.localize('earshot/training/order/due', 'Next review first');
    }
}

export function acknowledgementText(state: AcknowledgementRow['state']): string {
    switch (state) {
        case 'done': return nls.localize('earshot/training/acknowledgement/done', 'Acknowledged');
        case 'missing': return nls.localize('earshot/training/acknowledgement/missing', 'Not yet');
        case 'overdue': return nls.localize('earshot/training/acknowledgement/overdue', 'Overdue');
    }
}

/** How many things of a kind hang on changed clauses and were not looked at. */
export function heldText(kind: string, count: number): string {
    switch (kind) {
        case 'question': return nls.localize('earshot/training/held/question', '{0} questions of exams to be checked', count);
        default: return nls.localize('earshot/training/held/other', '{0} things to be checked', count);
    }
}
