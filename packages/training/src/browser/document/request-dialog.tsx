import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, Select, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Clause } from '../../common/document/clauses';
import { trainingContract } from '../../common/training-contract';

export interface RequestDialogProps { readonly documentId: string; readonly clauses: readonly Clause[]; /** The clause that it is about; empty for the whole document. */ readonly anchor: string; onClose(): void }

/** Anybody who works by a document may say what should be changed in it. */
export function RequestDialog({ documentId, clauses, anchor, onClose }: RequestDialogProps): React.ReactElement {
    const client = useClient(trainingContract);
    const [draft, setDraft, forget] = useDraft(`training.request.${documentId}.${anchor}`, { anchor, text: '' });
    const send = useChange({
        run: () => client.changeRequests.add({ id: documentId, anchor: draft.anchor || null, text: draft.text.trim() }), invalidates: [['document']], failures: 'form',
        done: () => nls.localize('earshot/training/request/sent', 'Sent to whoever answers for this document.'), then: () => { forget(); onClose(); }
    });
    const ready = draft.text.trim() !== '';
    const submit = (): void => { if (ready) { send.mutate(undefined); } };
    return <Dialog title={nls.localize('earshot/training/request/title', 'Ask for a change')} size='medium' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!ready} busy={send.isPending} onClick={submit}>{nls.localize('earshot/training/request/send', 'Send')}</Button></>}>
        <FormErrors error={send.error} />
        <Field label={nls.localize('earshot/training/clause/title', 'Clause')}><Select value={draft.anchor} onChange={next => setDraft({ ...draft, anchor: next })} options={[
            { value: '', label: nls.localize('earshot/training/request/whole', 'The whole document') }, ...clauses.flatMap(each => each.id ? [{ value: each.id, label: `${each.number} ${each.title}` }] : [])]} /></Field>
        <Field label={nls.localize('earshot/training/request/text', 'What should be changed, and why?')} required help={nls.localize('earshot/training/request/help', 'Please write nothing about a customer.')}><TextArea value={draft.text} onChange={text => setDraft({ ...draft, text })} rows={5} maxLength={5000} autoFocus /></Field>
    </Dialog>;
}
