import { nls } from '@theia/core/lib/common/nls';
import { formatDate, formatNumber } from '@earshot/core/lib/browser/widgets/format';
import type { CertificationRow, Standing } from '../../common/certification/certification-contract';
import type { RequirementState } from '../../common/certification/may-take-calls';

/** What a requirement asks for, in short. */
export function requirementText({ requirement, title }: Pick<Standing, 'requirement' | 'title'>): string {
    switch (requirement.kind) {
        case 'exam': return title ?? nls.localize('earshot/training/exams/name', 'Exam');
        case 'documents': return nls.localize('earshot/training/certification/documents', 'Documents acknowledged');
        case 'supervised-calls': return nls.localize('earshot/training/certification/calls', 'Supervised calls');
        case 'sign-off': return nls.localize('earshot/training/certification/sign-off', 'Sign-off by a trainer');
    }
}

export const stateTone = (state: RequirementState): 'good' | 'caution' | 'critical' => state === 'valid' ? 'good' : state === 'grace' ? 'caution' : 'critical';
export const stateIcon = (state: RequirementState): string => ({ valid: 'check', grace: 'watch', expired: 'circle-slash', missing: 'close' })[state];

/** Why a requirement holds, or does not, in a sentence. */
export function reasonText({ requirement, state, until, graceUntil, done, of, open }: Standing): string {
    const day = formatDate(until);
    if (requirement.kind === 'documents') {
        const unseen = of - done - open.length;
        const titles = [...open, ...unseen > 0 ? [nls.localize('earshot/training/certification/unseen', 'restricted: {0}', unseen)] : []].join(', ');
        return done >= of ? nls.localize('earshot/training/certification/all-read', 'All acknowledged: {0}', of)
            : state === 'missing' ? nls.localize('earshot/training/certification/not-read', 'Not acknowledged: {0}', titles) : nls.localize('earshot/training/certification/to-read', 'To be acknowledged until {0}: {1}', day, titles);
    }
    if (requirement.kind === 'supervised-calls' && state === 'missing') {
        return nls.localize('earshot/training/certification/calls-missing', '{0} of {1} calls with at least {2} %', done, of, formatNumber(requirement.percent));
    }
    switch (state) {
        case 'valid': return until ? nls.localize('earshot/training/certification/valid-until', 'Holds until {0}', day) : nls.localize('earshot/training/certification/valid', 'Holds');
        case 'grace': return until ? nls.localize('earshot/training/certification/grace', 'Ended on {0}; to be renewed by {1}', day, formatDate(graceUntil)) : nls.localize('earshot/training/certification/introduced', 'New here; to be met by {0}', formatDate(graceUntil));
        case 'expired': return nls.localize('earshot/training/certification/expired', 'Ended on {0}', day);
        case 'missing': return requirement.kind === 'exam' ? nls.localize('earshot/training/certification/not-passed', 'Not passed yet') : nls.localize('earshot/training/certification/not-signed', 'Not given yet');
    }
}

export const mayText = ({ may, ruled }: Pick<CertificationRow, 'may' | 'ruled'>): string => !ruled ? nls.localize('earshot/training/certification/unruled', 'Nothing asked for') : may ? nls.localize('earshot/training/certification/may', 'May take calls') : nls.localize('earshot/training/certification/may-not', 'May not');
