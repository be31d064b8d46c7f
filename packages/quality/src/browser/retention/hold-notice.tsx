import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Button, formatDate, Notice } from '@earshot/core/lib/browser/widgets';
import { ReasonDialog } from './reason-dialog';
import { useCallRetention } from './use-retention';

/** Stands over a call of which nothing may be deleted: why, and who said so. */
export function HoldNotice({ interactionId }: { readonly interactionId: string }): React.ReactElement | null {
    const { data } = useCallRetention(interactionId);
    const mayHold = useSession().may('retention:hold');
    const [lifting, setLifting] = React.useState(false);
    if (!data?.hold) {
        return null;
    }
    const { reason, placedBy, placedAt } = data.hold;
    return <>
        <Notice tone='caution' icon='lock' actions={mayHold && <Button small onClick={() => setLifting(true)}>{nls.localize('earshot/quality/retention/lift', 'Lift the hold…')}</Button>}>
            <strong>{nls.localize('earshot/quality/retention/on-hold', 'On legal hold: nothing of this call is deleted.')}</strong>{' '}
            {nls.localize('earshot/quality/retention/hold-detail', '{0}, {1}: {2}', placedBy, formatDate(placedAt), reason)}
        </Notice>
        {lifting && <ReasonDialog interactionId={interactionId} act='lift' onClose={() => setLifting(false)} />}
    </>;
}
