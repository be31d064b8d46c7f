import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { type FormDefinition, type QuestionKinds, compareForms } from '@earshot/forms';
import { useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Skeleton } from '@earshot/core/lib/browser/widgets';
import { assessmentOperations } from '../../common/assessment-contract';
import { storedForm } from '../../common/form/stored-form';
import { Comparability } from './versions/form-differences';

export interface PublishDialogProps {
    readonly form: FormDefinition;
    readonly number: number;
    /** The version that is published now. */
    readonly published: { readonly id: string; readonly number: number } | null;
    readonly kinds: QuestionKinds;
    readonly busy: boolean;
    onPublish(): void;
    onClose(): void;
}

/** Says what publishing means, for the version before and for figures over time, before it is done. */
export function PublishDialog({ form, number, published, kinds, busy, onPublish, onClose }: PublishDialogProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const before = useQuery({ queryKey: ['form', 'version', published?.id], enabled: published !== null, queryFn: ({ signal }) => client.forms.version({ id: published!.id }, { signal }) });
    const comparison = React.useMemo(() => before.data && compareForms(storedForm(before.data.definition), form, kinds), [before.data, form, kinds]);
    return <Dialog title={nls.localize('earshot/assessment/publish/title', 'Publish version {0}?', number)} onClose={onClose} onSubmit={onPublish} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={busy} data-autofocus=''>{nls.localize('earshot/assessment/action/publish', 'Publish')}</Button>
    </>}>
        <p>{nls.localize('earshot/assessment/publish/fixed', 'From then on this version never changes, so that every score can be explained.')}</p>
        {published && <p>{nls.localize('earshot/assessment/publish/retires', 'Version {0} is retired. Evaluations that were begun on it are finished on it.', published.number)}</p>}
        {published && (comparison ? <Comparability comparison={comparison} before={published.number} after={number} /> : <Skeleton lines={2} />)}
    </Dialog>;
}
