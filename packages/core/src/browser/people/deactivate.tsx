import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Person } from '../../common/people/people-contract';
import { useChange } from '../application/change';
import { useClient, useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { formatNumber } from '../widgets/format';
import { PersonPicker } from '../widgets/person-picker';
import { Skeleton } from '../widgets/progress';

export interface DeactivateProps { readonly person: Person; onClose(): void; onDone(): void }

/** Ends somebody's access; what waits for them goes to a successor. */
export function Deactivate({ person, onClose, onDone }: DeactivateProps): React.ReactElement {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const [successorId, setSuccessorId] = React.useState<string | null>(null);
    const { data: waiting } = useQuery({ queryKey: ['person', 'waiting', person.id], queryFn: ({ signal }) => client.people.waiting({ id: person.id }, { signal }) });
    const deactivate = useChange({
        run: () => client.people.deactivate({ id: person.id, version: person.version, successorId }), invalidates: [['person'], ['team'], ['work']], failures: 'form', then: onDone
    });
    const problem = useProblems(deactivate.error);
    return <Dialog title={nls.localize('earshot/core/people/deactivate-title', 'Deactivate {0}?', person.name)} onClose={onClose} onSubmit={() => deactivate.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='danger' type='submit' busy={deactivate.isPending}>{nls.localize('earshot/core/people/deactivate', 'Deactivate')}</Button>
    </>}>
        <p>{nls.localize('earshot/core/people/deactivate-text', 'Their sessions and API tokens end at once. What they did stays, with their name. You can reactivate them at any time.')}</p>
        {!waiting && <Skeleton lines={2} />}
        {waiting && waiting.length > 0 && <>
            <table className='e-plain-table'>
                <thead><tr><th scope='col'>{nls.localize('earshot/core/people/waiting-kind', 'Waits for {0}', person.name)}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/core/people/waiting-count', 'How many')}</th></tr></thead>
                <tbody>{waiting.map(each => <tr key={each.kind}><td>{texts.handOver(each.kind)}</td><td className='e-numeric'>{formatNumber(each.count)}</td></tr>)}</tbody>
            </table>
            <Field label={nls.localize('earshot/core/people/successor', 'Who takes this over')} error={problem('successorId')}
                help={nls.localize('earshot/core/people/successor-help', 'Without a successor it stays where it is, and others find it in the lists.')}>
                <PersonPicker value={successorId} onChange={setSuccessorId} except={[person.id]} />
            </Field>
        </>}
        <FormErrors error={deactivate.error} fields={['successorId']} />
    </Dialog>;
}
