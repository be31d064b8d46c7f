import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Card, Field, FormErrors, TextField } from '@earshot/core/lib/browser/widgets';
import { trainingContract } from '../../common/training-contract';

/** In whose name certificates are issued from now on; those that were issued keep theirs. */
export function HouseName(): React.ReactElement | null {
    const client = useClient(trainingContract);
    const { data } = useQuery({ queryKey: ['certificate', 'house'], queryFn: ({ signal }) => client.certificates.house(undefined, { signal }) });
    return data ? <HouseNameField key={data.name} name={data.name ?? ''} /> : null;
}

function HouseNameField({ name }: { readonly name: string }): React.ReactElement {
    const client = useClient(trainingContract);
    const [next, setNext] = React.useState(name);
    const save = useChange({ run: () => client.certificates.nameHouse({ name: next.trim() }), invalidates: [['certificate']], failures: 'form', done: () => nls.localize('earshot/training/blueprint/saved', 'Saved.') });
    const ready = next.trim() !== '' && next.trim() !== name;
    return <Card title={nls.localize('earshot/training/certificate/several', 'Certificates')}>
        <form onSubmit={event => { event.preventDefault(); if (ready) { save.mutate(undefined); } }}>
            <FormErrors error={save.error} />
            <Field label={nls.localize('earshot/training/certificate/house', 'Issued in the name of')} help={nls.localize('earshot/training/certificate/house-help', 'It heads every certificate that is issued from now on.')}><TextField value={next} onChange={setNext} maxLength={120} /></Field>
            <Button small type='submit' disabled={!ready} busy={save.isPending}>{nls.localize('earshot/training/actions/save', 'Save')}</Button>
        </form>
    </Card>;
}
