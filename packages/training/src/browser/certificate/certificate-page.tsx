import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, Icon, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { Certificate } from '../../common/certificate/certificate-contract';
import { trainingContract } from '../../common/training-contract';
import { CertificateSheet } from './certificate-sheet';
import { certificateIcon, certificateTone, stateText, verifyAddress } from './certificate-words';
import { RevokeDialog } from './revoke-dialog';

/** A certificate, to be shown, printed or saved as PDF. */
export default function CertificatePage({ params }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['certificate', 'one', params.id], retry: false, queryFn: ({ signal }) => client.certificates.get({ id: params.id! }, { signal }) as Promise<Certificate> });
    const title = nls.localize('earshot/training/certificate/name', 'Certificate');
    return data ? <Loaded certificate={data} /> : <Page title={title}>{error ? <EmptyState icon='verified' title={describe(error)} /> : <Skeleton lines={8} />}</Page>;
}

function Loaded({ certificate }: { readonly certificate: Certificate }): React.ReactElement {
    const session = useSession();
    const [revoking, setRevoking] = React.useState(false);
    const { content, state, personId, code } = certificate;
    const mayRevoke = session.may('certification:administer') && personId !== session.person.id && (state === 'valid' || state === 'ended');
    const print = (): void => window.print();
    usePageKeys([{ keys: 'p', title: nls.localize('earshot/training/document/print', 'Print'), run: print }]);
    return <Page title={nls.localize('earshot/training/certificate/of', 'Certificate of {0}', content.personName)} width='wide' back={{ to: `/training/certification/${personId}`, label: nls.localize('earshot/training/certification/short', 'Certification') }}
        subtitle={<Badge tone={certificateTone(state)} icon={certificateIcon(state)}>{stateText(certificate)}</Badge>}
        actions={<>
            {mayRevoke && <Button variant='danger' icon='circle-slash' onClick={() => setRevoking(true)}>{nls.localize('earshot/training/certificate/revoke', 'Revoke…')}</Button>}
            <a className='e-button' href={verifyAddress(code)} target='_blank' rel='noreferrer'><Icon name='link-external' /><span className='e-button-text'>{nls.localize('earshot/training/certificate/as-others', 'Verify as others do')}</span></a>
            <Button variant='primary' icon='file-pdf' onClick={print}>{nls.localize('earshot/training/document/print-pdf', 'Print or save as PDF')}</Button>
        </>}>
        {certificate.revokedReason && <div className='e-no-print t-certificate-note'><Notice tone='critical'>{nls.localize('earshot/training/certificate/why-revoked', 'Revoked because: {0}', certificate.revokedReason)}</Notice></div>}
        <CertificateSheet certificate={certificate} />
        {revoking && <RevokeDialog certificate={certificate} onClose={() => setRevoking(false)} />}
    </Page>;
}
