import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';

export const certificationErrorTexts: ErrorTextContribution = {
    conflict: reason => reason === 'own-certification' ? nls.localize('earshot/training/certification/conflicts/own', 'Nobody signs for themselves. Ask another trainer.') : undefined,
    problem: code => code === 'unknown-exam' ? nls.localize('earshot/training/certification/problems/unknown-exam', 'This exam does not exist any more. Choose another one.') : undefined
};

/** The words of certification for what the server names by kind. */
export const certificationHouseTexts: HouseTextContribution = {
    audit: action => {
        switch (action) {
            case 'certification.ruled': return nls.localize('earshot/training/certification/audit/ruled', 'Requirements of a position changed');
            case 'certification.call-recorded': return nls.localize('earshot/training/certification/audit/call-recorded', 'Supervised call recorded');
            case 'certification.call-known': return nls.localize('earshot/training/certification/audit/call-known', 'Supervised call recorded once more, without effect');
            case 'certification.signed-off': return nls.localize('earshot/training/certification/audit/signed-off', 'Somebody signed off for taking calls');
            default: return undefined;
        }
    },
    permission: id => {
        switch (id) {
            case 'certification:read': return nls.localize('earshot/training/certification/permissions/read', 'See who may take calls');
            case 'certification:administer': return nls.localize('earshot/training/certification/permissions/administer', 'Say what positions ask for');
            case 'certification:sign': return nls.localize('earshot/training/certification/permissions/sign', 'Sign off, record supervised calls');
            default: return undefined;
        }
    },
    permissionGroup: noun => noun === 'certification' ? nls.localize('earshot/training/certification/permission-group', 'Certification') : undefined
};
