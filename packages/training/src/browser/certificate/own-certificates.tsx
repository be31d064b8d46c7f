import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, formatDate } from '@earshot/core/lib/browser/widgets';
import type { Certificate } from '../../common/certificate/certificate-contract';
import type { CertificationRow } from '../../common/certification/certification-contract';
import { trainingContract } from '../../common/training-contract';
import { certificateIcon, certificateTone, stateText } from './certificate-words';

/** The latest certificates of somebody, beside why they may take calls; who signs issues one by hand where that is left to do. */
export function OwnCertificates({ row }: { readonly row: CertificationRow }): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const { data } = useQuery({ queryKey: ['certificate', 'list', row.personId], meta: { shows: ['certification'] }, queryFn: ({ signal }) => client.certificates.list({ personId: row.personId, limit: 5 }, { signal }) as Promise<{ rows: Certificate[] }> });
    const issue = useChange({ run: () => client.certificates.issue({ id: row.personId }), invalidates: [['certificate'], ['certification']], done: () => nls.localize('earshot/training/certificate/is-issued', 'Issued.') });
    const complete = row.ruled && row.standings.every(each => each.state === 'valid');
    const mayIssue = session.may('certification:sign') && row.personId !== session.person.id && complete && data?.rows.every(each => each.state !== 'valid');
    return <section className='t-certificates' aria-label={nls.localize('earshot/training/certificate/several', 'Certificates')}>
        <h3>{nls.localize('earshot/training/certificate/several', 'Certificates')}</h3>
        {data?.rows.length === 0 && <p className='t-quiet'>{nls.localize('earshot/training/certificate/none', 'One is issued by itself as soon as every requirement holds.')}</p>}
        {data && data.rows.length > 0 && <ul>{data.rows.map(each => <li key={each.id}>
            <Link to={`/training/certificates/${each.id}`}>{nls.localize('earshot/training/certificate/issued-on', 'Issued on {0}', formatDate(each.issuedAt))}</Link>
            <Badge tone={certificateTone(each.state)} icon={certificateIcon(each.state)}>{stateText(each)}</Badge></li>)}</ul>}
        {mayIssue && <Button small icon='verified' busy={issue.isPending} onClick={() => issue.mutate(undefined)}>{nls.localize('earshot/training/certificate/issue', 'Issue a certificate')}</Button>}
    </section>;
}
