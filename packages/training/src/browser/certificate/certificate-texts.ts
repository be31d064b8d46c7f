import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';

const word = (value: unknown): string => typeof value === 'string' ? value : '';

export const certificateErrorTexts: ErrorTextContribution = {
    conflict: reason => {
        switch (reason) {
            case 'not-complete': return nls.localize('earshot/training/certificate/conflicts/not-complete', 'Not every requirement of this position holds now. The certificate is issued as soon as they do.');
            case 'certificate-stands': return nls.localize('earshot/training/certificate/conflicts/stands', 'There is a certificate already that says the same.');
            case 'not-valid': return nls.localize('earshot/training/certificate/conflicts/not-valid', 'This certificate was revoked or replaced meanwhile.');
            default: return undefined;
        }
    }
};

/** The words of certificates for what the server names by kind. */
export const certificateHouseTexts: HouseTextContribution = {
    audit: action => {
        switch (action) {
            case 'certificate.issued': return nls.localize('earshot/training/certificate/audit/issued', 'Certificate issued');
            case 'certificate.revoked': return nls.localize('earshot/training/certificate/audit/revoked', 'Certificate revoked');
            case 'certificate.house-named': return nls.localize('earshot/training/certificate/audit/house-named', 'Name on certificates changed');
            default: return undefined;
        }
    },
    notification: ({ kind, detail }) => {
        switch (kind) {
            case 'certificate.issued': return nls.localize('earshot/training/certificate/notifications/issued', 'Your certificate for {0} was issued', word(detail.position));
            case 'certificate.revoked': return nls.localize('earshot/training/certificate/notifications/revoked', 'Your certificate for {0} was revoked', word(detail.position));
            default: return undefined;
        }
    },
    notificationKind: kind => {
        switch (kind) {
            case 'certificate.issued': return nls.localize('earshot/training/certificate/notification-kinds/issued', 'A certificate of mine is issued');
            case 'certificate.revoked': return nls.localize('earshot/training/certificate/notification-kinds/revoked', 'A certificate of mine is revoked');
            default: return undefined;
        }
    },
    icon: kind => kind.startsWith('certificate.') ? 'verified' : undefined
};
