import { useQuery } from '@tanstack/react-query';
import { useRoleNames } from '@earshot/core/lib/browser/people/lookups';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, Menu, type MenuItem } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import type { SavedReport } from '../../common/report/saved-report-contract';
import { filtersOf, valuesOf } from '../filter/saved-view';
import { reportViewNames } from './report-view';
import { SavedReportDialog } from './saved-report-dialog';

/** Saved reports of one's own and those that others share: opened, saved, changed. */
export function SavedReports({ query }: { readonly query: URLSearchParams }): React.ReactElement {
    const client = useClient(qualityContract);
    const setQuery = useSetQuery();
    const roleName = useRoleNames();
    const [editing, setEditing] = React.useState<SavedReport | 'new'>();
    const { data: reports = [] } = useQuery({ queryKey: ['saved-report'], queryFn: ({ signal }) => client.savedReports.list(undefined, { signal }) as Promise<SavedReport[]> });
    const search = filtersOf(query, reportViewNames);
    const current = reports.find(each => each.search === search);
    const remove = useChange<SavedReport, unknown>({
        run: ({ id, version }) => client.savedReports.remove({ id, version }), invalidates: [['saved-report']], done: () => nls.localize('earshot/quality/saved-reports/removed', 'The saved report is removed.'),
        undo: (_, { name, search, sharedWith, delivery }) => client.savedReports.add({ name, search, sharedWith, delivery })
    });
    const show = (report: SavedReport): MenuItem => ({ kind: 'radio', label: report.mine ? report.name : nls.localize('earshot/quality/saved-reports/by', '{0} · by {1}', report.name, report.ownerName), checked: report === current, run: () => setQuery(valuesOf(report, reportViewNames)) });
    const [mine, shared] = [reports.filter(each => each.mine), reports.filter(each => !each.mine)];
    const own = mine.find(each => each === current);
    const items: MenuItem[] = [
        ...mine.map(show), ...mine.length && shared.length ? [{ kind: 'separator' as const }] : [], ...shared.map(show), ...reports.length ? [{ kind: 'separator' as const }] : [],
        { label: nls.localize('earshot/quality/saved-reports/save', 'Save this report…'), icon: 'add', disabled: own !== undefined, run: () => setEditing('new') },
        ...own ? [
            { label: nls.localize('earshot/quality/saved-reports/change', 'Name, sharing and schedule of “{0}”…', own.name), icon: 'edit', run: () => setEditing(own) },
            { label: nls.localize('earshot/quality/saved-reports/remove', 'Remove “{0}”', own.name), icon: 'trash', run: () => remove.mutate(own) }
        ] : []
    ];
    return <>
        <Menu label={nls.localize('earshot/quality/saved-reports/title', 'Saved reports')} items={items}>
            <Button icon={current?.delivery !== undefined && current.delivery !== 'never' ? 'calendar' : 'list-filter'} title={current?.sharedWith ? nls.localize('earshot/quality/saved-reports/shared-with', 'Shared with: {0}', roleName(current.sharedWith)) : undefined}>
                {current?.name ?? nls.localize('earshot/quality/saved-reports/title', 'Saved reports')}</Button>
        </Menu>
        {editing && <SavedReportDialog report={editing === 'new' ? undefined : editing} search={search} onClose={() => setEditing(undefined)} />}
    </>;
}
