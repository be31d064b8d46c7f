import { nls } from '@theia/core/lib/common/nls';
import { formatDate, formatPercent } from '@earshot/core/lib/browser/widgets/format';
import type { CertificateState, MetRequirement } from '../../common/certificate/certificate';
import type { Certificate } from '../../common/certificate/certificate-contract';

/** Where anybody verifies a certificate. The code stands behind the hash, so that no server on the way writes it down. */
export const verifyAddress = (code?: string): string => `${window.location.origin}/verify${code ? `#${code}` : ''}`;

/** What was met: its name, and what was reached. */
export function metText(met: MetRequirement): { readonly what: string; readonly result: string } {
    switch (met.kind) {
        case 'exam': return { what: nls.localize('earshot/training/certificate/exam', '{0} (version {1})', met.title, met.number), result: formatPercent(met.percent / 100) };
        case 'documents': return { what: nls.localize('earshot/training/certification/documents', 'Documents acknowledged'), result: String(met.documents) };
        case 'supervised-calls': return { what: nls.localize('earshot/training/certification/calls', 'Supervised calls'), result: nls.localize('earshot/training/certificate/calls', '{0}, each at least {1}', met.calls, formatPercent(met.percent / 100)) };
        case 'sign-off': return { what: nls.localize('earshot/training/certification/sign-off', 'Sign-off by a trainer'), result: met.byName };
    }
}

export const certificateTone = (state: CertificateState): 'good' | 'caution' | 'critical' => state === 'valid' ? 'good' : state === 'revoked' ? 'critical' : 'caution';
export const certificateIcon = (state: CertificateState): string => ({ valid: 'verified', ended: 'history', superseded: 'versions', revoked: 'circle-slash' })[state];

/** Whether it holds, with its day. */
export function stateText({ state, heldUntil, content }: Pick<Certificate, 'state' | 'heldUntil'> & { readonly content: Pick<Certificate['content'], 'validUntil'> }): string {
    switch (state) {
        case 'valid': return content.validUntil ? nls.localize('earshot/training/certificate/valid-until', 'Valid until {0}', formatDate(content.validUntil)) : nls.localize('earshot/training/certificate/valid', 'Valid without an end');
        case 'ended': return nls.localize('earshot/training/certificate/ended', 'Ended on {0}', formatDate(heldUntil));
        case 'superseded': return nls.localize('earshot/training/certificate/superseded', 'Replaced on {0}', formatDate(heldUntil));
        case 'revoked': return nls.localize('earshot/training/certificate/revoked', 'Revoked on {0}', formatDate(heldUntil));
    }
}
