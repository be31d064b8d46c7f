import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { formatDate } from '@earshot/core/lib/browser/widgets/format';

const word = (value: unknown): string => typeof value === 'string' ? value : '';

/** A team or a position; of people without a team nobody names one. */
const groupText = (name: unknown): string => word(name) || nls.localize('earshot/training/certification/work/no-team', 'no team');

/** What is to be met or renewed: an exam by its title. */
function whatText(requirement: unknown, title: string): string {
    switch (requirement) {
        case 'supervised-calls': return nls.localize('earshot/training/certification/calls', 'Supervised calls');
        case 'sign-off': return nls.localize('earshot/training/certification/sign-off', 'Sign-off by a trainer');
        default: return title || nls.localize('earshot/training/exams/name', 'Exam');
    }
}

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
            case 'certification.reminded': return nls.localize('earshot/training/certification/audit/reminded', 'Reminded of a certification that ends');
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
    work: ({ kind, title, detail }) => {
        switch (kind) {
            case 'certification.renew': return detail.graceUntil ? { icon: 'watch', duty: nls.localize('earshot/training/certification/work/grace', 'Ended on {0}, in its grace until {1}: {2}', formatDate(word(detail.endedAt)), formatDate(word(detail.graceUntil)), whatText(detail.requirement, title)) } : { icon: 'verified', duty: nls.localize('earshot/training/certification/work/renew', 'For your certification: {0}', whatText(detail.requirement, title)) };
            case 'certification.keeps': return { icon: 'circle-slash', duty: detail.endedAt ? nls.localize('earshot/training/certification/work/ended', 'Ended on {0}, you may not take calls: {1}', formatDate(word(detail.endedAt)), whatText(detail.requirement, title)) : nls.localize('earshot/training/certification/work/keeps', 'Before you may take calls: {0}', whatText(detail.requirement, title)) };
            case 'certification.kept': return { icon: 'circle-slash', duty: nls.localize('earshot/training/certification/work/kept', 'May not take calls in {0}. People: {1}', groupText(detail.group), Number(detail.people)) };
            case 'certification.to-sign': return { icon: 'verified', duty: nls.localize('earshot/training/certification/work/to-sign', 'Wait to be signed off in {0}. People: {1}', groupText(detail.group), Number(detail.people)) };
            case 'certification.to-listen': return { icon: 'call-incoming', duty: nls.localize('earshot/training/certification/work/to-listen', 'Wait for supervised calls in {0}. People: {1}', groupText(detail.group), Number(detail.people)) };
            case 'certification.team': return { icon: 'verified', duty: nls.localize('earshot/training/certification/work/team', 'Certification ends soon in your teams. People: {0}', Number(detail.people)) };
            default: return undefined;
        }
    },
    notification: ({ kind, detail }) => {
        const [what, day] = [whatText(detail.requirement, word(detail.title)), formatDate(word(detail.endsAt))];
        switch (kind) {
            case 'certification.ending': return nls.localize('earshot/training/certification/notifications/ending', 'Your certification needs this by {0}: {1}', day, what);
            case 'certification.missing': return nls.localize('earshot/training/certification/notifications/missing', 'Your position asks for this before you may take calls: {0}', what);
            case 'certification.ending-in-team': return nls.localize('earshot/training/certification/notifications/ending-in-team', 'The certification of {0} needs this by {1}: {2}', word(detail.person), day, what);
            default: return undefined;
        }
    },
    notificationKind: kind => {
        switch (kind) {
            case 'certification.ending': return nls.localize('earshot/training/certification/notification-kinds/ending', 'My certification ends soon');
            case 'certification.missing': return nls.localize('earshot/training/certification/notification-kinds/missing', 'My position asks for something of trainers');
            case 'certification.ending-in-team': return nls.localize('earshot/training/certification/notification-kinds/ending-in-team', 'A certification in my team ends soon');
            default: return undefined;
        }
    },
    icon: kind => kind.startsWith('certification.') ? 'verified' : undefined,
    permissionGroup: noun => noun === 'certification' ? nls.localize('earshot/training/certification/permission-group', 'Certification') : undefined
};
