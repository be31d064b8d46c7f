import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Certificate } from '../../common/certificate/certificate-contract';
import { trainingContract } from '../../common/training-contract';

/** Asks before a certificate is taken back: it cannot be undone, and its holder reads the reason. */
export function RevokeDialog({ certificate: { id, content }, onClose }: { readonly certificate: Certificate; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [reason, setReason, forget] = useDraft(`training.revoke.${id}`, '');
    const revoke = useChange({ run: () => client.certificates.revoke({ id, reason: reason.trim() }), invalidates: [['certificate'], ['certification']], failures: 'form', done: () => nls.localize('earshot/training/certificate/is-revoked', 'Revoked. Whoever verifies it is told so.'), then: () => { forget(); onClose(); } });
    const ready = reason.trim() !== '';
    const submit = (): void => { if (ready) { revoke.mutate(undefined); } };
    return <Dialog title={nls.localize('earshot/training/certificate/revoke-title', 'Revoke the certificate of {0}', content.personName)} size='medium' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button><Button variant='danger' disabled={!ready} busy={revoke.isPending} onClick={submit}>{nls.localize('earshot/training/certificate/revoke-do', 'Revoke')}</Button></>}>
        <FormErrors error={revoke.error} />
        <p>{nls.localize('earshot/training/certificate/revoke-help', 'This cannot be undone. A new one is issued when somebody signs this person off again, or issues it by hand.')}</p>
        <Field label={nls.localize('earshot/training/certificate/reason', 'Reason')} required help={nls.localize('earshot/training/certificate/reason-help', 'Read by this person and by those who see certifications; not by those who verify the code.')}><TextArea value={reason} onChange={setReason} rows={4} maxLength={1000} autoFocus /></Field>
    </Dialog>;
}
