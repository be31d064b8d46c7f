import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, PersonPicker } from '@earshot/core/lib/browser/widgets';
import { knowledgeContract } from '../../common/knowledge-contract';

/** Lets somebody else answer for articles. */
export function HandOverDialog({ articleIds, onClose }: { readonly articleIds: readonly string[]; onClose(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [ownerId, setOwnerId] = React.useState<string | null>(null);
    const change = useChange({
        run: (to: string) => client.reviews.handOver({ articleIds: [...articleIds], ownerId: to }), invalidates: [['article'], ['work']], failures: 'form',
        done: () => nls.localize('earshot/knowledge/reviews/handed-over', 'Handed over: {0}. The new owner is told.', articleIds.length), then: onClose
    });
    const submit = (): void => { if (ownerId) { change.mutate(ownerId); } };
    return <Dialog title={nls.localize('earshot/knowledge/reviews/hand-over-title', 'Hand over {0} articles', articleIds.length)} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!ownerId} busy={change.isPending} onClick={submit}>{nls.localize('earshot/knowledge/reviews/hand-over', 'Hand over')}</Button></>}>
        <FormErrors error={change.error} />
        <Field label={nls.localize('earshot/knowledge/reviews/new-owner', 'Who answers for them from now on?')} required><PersonPicker value={ownerId} onChange={setOwnerId} /></Field>
    </Dialog>;
}
