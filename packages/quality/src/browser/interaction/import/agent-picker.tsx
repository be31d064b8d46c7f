import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Combobox } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { AgentChoice } from './import-list';

export interface AgentPickerProps {
    readonly value: AgentChoice | null;
    onChange(agent: AgentChoice | null): void;
    readonly label?: string;
    readonly placeholder?: string;
    readonly disabled?: boolean;
}

/** An agent by name, number or pinyin, with what the import knows them by. */
export function AgentPicker(props: AgentPickerProps): React.ReactElement {
    const client = useClient(coreContract);
    return <Combobox<AgentChoice> {...props} keyOf={each => each.id} labelOf={each => each.name} detailOf={each => each.reference}
        search={async (text, signal) => (await client.people.list({ text: text || undefined, status: 'active', limit: 20 }, { signal })).rows
            .map(each => ({ id: each.id, name: each.name, reference: each.employeeNumber ?? each.login }))} />;
}
