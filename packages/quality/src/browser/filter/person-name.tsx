import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { coreContract } from '@earshot/core/lib/common/core-contract';

/** The name of a person of whom only the id is known. */
export function PersonName({ id }: { readonly id: string }): React.ReactElement {
    const client = useClient(coreContract);
    const person = useQuery({ queryKey: ['person', 'one', id], queryFn: ({ signal }) => client.people.get({ id }, { signal }) });
    return <>{person.data?.name ?? '…'}</>;
}
