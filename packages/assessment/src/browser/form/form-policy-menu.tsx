import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { IconButton, Menu } from '@earshot/core/lib/browser/widgets';
import { assessmentOperations } from '../../common/assessment-contract';

/** What the centre demands of everybody who makes forms, for those who set up the installation. */
export function FormPolicyMenu(): React.ReactElement | null {
    const client = useClient(assessmentOperations);
    const { data } = useQuery({ queryKey: ['form', 'policy'], queryFn: ({ signal }) => client.forms.policy({}, { signal }) });
    const change = useChange({
        run: (otherPublisher: boolean) => client.forms.setPolicy({ otherPublisher }), invalidates: [['form', 'policy']],
        done: ({ otherPublisher }) => otherPublisher ? nls.localize('earshot/assessment/policy/demanded', 'From now on somebody else publishes a form than who wrote it.') : nls.localize('earshot/assessment/policy/not-demanded', 'From now on who wrote a form may publish it, too.')
    });
    const label = nls.localize('earshot/assessment/policy/title', 'Rules for all forms');
    return data ? <Menu label={label} alignment='end' items={[{
        kind: 'check', label: nls.localize('earshot/assessment/policy/other-publisher', 'Somebody else publishes than who wrote it'), checked: data.otherPublisher, run: () => change.mutate(!data.otherPublisher)
    }]}><IconButton icon='settings-gear' label={label} /></Menu> : null;
}
