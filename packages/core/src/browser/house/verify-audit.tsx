import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { useClient, useErrorText } from '../application/context';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { formatDateTime, formatNumber } from '../widgets/format';
import { Notice } from '../widgets/notice';
import { Facts } from '../widgets/page';
import { Progress } from '../widgets/progress';

const problemText = (code: string): string => {
    switch (code) {
        case 'seal-missing': return nls.localize('earshot/core/audit/seal-missing', 'a seal is missing');
        case 'entry-missing': return nls.localize('earshot/core/audit/entry-missing', 'an entry was removed');
        case 'entry-changed': return nls.localize('earshot/core/audit/entry-changed', 'an entry was changed afterwards');
        default: return code;
    }
};

/** Recomputes the chain of hashes and says whether anything was changed or removed. */
export function VerifyAudit({ onClose }: { onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['verification'], queryFn: ({ signal }) => client.house.verifyAudit(undefined, { signal }), staleTime: 0, gcTime: 0, retry: false });
    return <Dialog title={nls.localize('earshot/core/audit/verification', 'Verification of the audit log')} onClose={onClose} footer={<Button variant='primary' onClick={onClose}>{nls.localize('earshot/core/actions/close', 'Close')}</Button>}>
        {error && <Notice tone='critical'>{describe(error)}</Notice>}
        {!data && !error && <Progress value={null} label={nls.localize('earshot/core/audit/verifying', 'Recomputing all hashes')} showLabel />}
        {data && <>
            {data.valid
                ? <Notice tone='good'>{nls.localize('earshot/core/audit/valid', 'All {0} sealed entries are unchanged and complete.', formatNumber(data.sealed))}</Notice>
                : <Notice tone='critical'>{nls.localize('earshot/core/audit/broken', 'The chain is broken at seal {0}: {1}. Keep the database as it is and tell whoever is responsible for it.', formatNumber(data.firstProblem?.sequence), problemText(data.firstProblem?.code ?? ''))}</Notice>}
            <Facts facts={[
                [nls.localize('earshot/core/audit/sealed', 'Sealed entries'), formatNumber(data.sealed)],
                [nls.localize('earshot/core/audit/unsealed', 'Not sealed yet'), data.oldestUnsealedAt ? nls.localize('earshot/core/audit/unsealed-since', '{0}, the oldest of {1}', formatNumber(data.unsealed), formatDateTime(data.oldestUnsealedAt)) : formatNumber(data.unsealed)],
                [nls.localize('earshot/core/audit/head', 'Last hash'), <code key='head' className='e-code'>{data.head ?? '–'}</code>]
            ]} />
            <p className='e-quiet'>{nls.localize('earshot/core/audit/head-hint', 'Note the last hash elsewhere: it proves later that everything up to now has stayed as it is.')}</p>
        </>}
    </Dialog>;
}
