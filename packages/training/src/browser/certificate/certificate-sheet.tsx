import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatDate } from '@earshot/core/lib/browser/widgets';
import type { Certificate } from '../../common/certificate/certificate-contract';
import { metText, stateText, verifyAddress } from './certificate-words';
import { QrCode } from './qr-code';

/** The certificate as it is printed: one sheet of A4 across, whatever the size of the window. */
export function CertificateSheet({ certificate }: { readonly certificate: Certificate }): React.ReactElement {
    const { content, code, hash, issuedAt, state } = certificate;
    return <article className='t-certificate' data-state={state} aria-label={nls.localize('earshot/training/certificate/name', 'Certificate')}><div className='t-certificate-face' data-over={state === 'valid' ? undefined : stateText(certificate)}>
        <header>
            {content.houseName && <p className='t-certificate-house'>{content.houseName}</p>}
            <h2>{nls.localize('earshot/training/certificate/name', 'Certificate')}</h2>
        </header>
        <div className='t-certificate-whom'>
            <p>{nls.localize('earshot/training/certificate/says', 'This is to certify that')}</p>
            <p className='t-certificate-person'>{content.personName}</p>
            {content.employeeNumber && <p className='t-certificate-number'>{nls.localize('earshot/training/certificate/number', 'Employee number {0}', content.employeeNumber)}</p>}
            <p>{nls.localize('earshot/training/certificate/has-met', 'has met all requirements of the position')}</p>
            <p className='t-certificate-position'>{content.positionName}</p>
        </div>
        <table className='t-certificate-met'>
            <thead className='e-hidden'><tr><th>{nls.localize('earshot/training/certification/requirements', 'Requirements')}</th><th>{nls.localize('earshot/training/certificate/result', 'Result')}</th><th>{nls.localize('earshot/training/certificate/day', 'Day')}</th></tr></thead>
            <tbody>{content.requirements.map(each => { const { what, result } = metText(each); return <tr key={each.id}><th scope='row'>{what}</th><td>{result}</td><td className='e-figures'>{each.at ? formatDate(each.at) : ''}</td></tr>; })}</tbody>
        </table>
        <footer>
            <dl>
                <div><dt>{nls.localize('earshot/training/certificate/from', 'Valid from')}</dt><dd>{formatDate(content.validFrom)}</dd></div>
                <div><dt>{nls.localize('earshot/training/certificate/until', 'Valid until')}</dt><dd>{content.validUntil ? formatDate(content.validUntil) : nls.localize('earshot/training/certificate/no-end', 'without an end')}</dd></div>
                <div><dt>{nls.localize('earshot/training/certificate/issued', 'Issued')}</dt><dd>{content.issuedByName ? nls.localize('earshot/training/certificate/issued-by', '{0}, by {1}', formatDate(issuedAt), content.issuedByName) : formatDate(issuedAt)}</dd></div>
            </dl>
            <div className='t-certificate-check'>
                <QrCode text={verifyAddress(code)} label={nls.localize('earshot/training/certificate/qr-code', 'QR code that leads to the verification')} />
                <div>
                    <p>{nls.localize('earshot/training/certificate/verify-at', 'To verify it, scan the QR code, or type this code at the address below')}</p>
                    <p className='t-certificate-code'><code>{code}</code></p>
                    <p><code>{verifyAddress()}</code></p>
                </div>
            </div>
            <p className='t-certificate-seal'>{nls.localize('earshot/training/certificate/seal', 'Seal')} <code>{hash}</code></p>
        </footer>
    </div></article>;
}
