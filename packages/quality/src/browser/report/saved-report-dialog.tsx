import { useRoleOptions } from '@earshot/core/lib/browser/people/lookups';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, Segmented, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import { deliveries, type Delivery, type SavedReport } from '../../common/report/saved-report-contract';

function deliveryText(delivery: Delivery): string {
    switch (delivery) {
        case 'never': return nls.localize('earshot/quality/saved-reports/never', 'Never');
        case 'week': return nls.localize('earshot/quality/saved-reports/weekly', 'Every week');
        case 'month': return nls.localize('earshot/quality/saved-reports/monthly', 'Every month');
    }
}

export interface SavedReportDialogProps {
    /** The one that is changed; a new one without. */
    readonly report: SavedReport | undefined;
    /** What the page shows. */
    readonly search: string;
    onClose(): void;
}

/** Saves what the page shows under a name, shares it, and says how often people are told of it. */
export function SavedReportDialog({ report, search, onClose }: SavedReportDialogProps): React.ReactElement {
    const client = useClient(qualityContract);
    const roles = useRoleOptions();
    const [name, setName] = React.useState(report?.name ?? '');
    const [sharedWith, setSharedWith] = React.useState(report?.sharedWith ?? '');
    const [delivery, setDelivery] = React.useState<Delivery>(report?.delivery ?? 'never');
    const input = { name: name.trim(), search: report?.search ?? search, sharedWith: sharedWith || null, delivery };
    const change = useChange({
        run: () => report ? client.savedReports.change({ ...input, id: report.id, version: report.version }) : client.savedReports.add(input),
        invalidates: [['saved-report']], failures: 'form', done: () => nls.localize('earshot/quality/saved-reports/saved', 'Report “{0}” saved.', input.name), then: onClose
    });
    const problem = useProblems(change.error);
    return <Dialog size='small' onClose={onClose} onSubmit={() => { if (input.name) { change.mutate(undefined); } }}
        title={report ? nls.localize('earshot/quality/saved-reports/change-title', 'Saved report') : nls.localize('earshot/quality/saved-reports/save-title', 'Save this report')}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button><Button variant='primary' type='submit' disabled={!input.name} busy={change.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button></>}>
        <FormErrors error={change.error} fields={['name', 'sharedWith']} />
        <Field label={nls.localize('earshot/quality/saved-reports/name', 'Name')} required error={problem('name')}><TextField value={name} onChange={setName} maxLength={200} data-autofocus='' /></Field>
        <Field label={nls.localize('earshot/quality/saved-reports/share', 'Shared with the role')} error={problem('sharedWith')} help={nls.localize('earshot/quality/saved-reports/share-help', 'Everybody sees the figures that they themselves may see. To share takes the permission to see all reports.')}>
            <Select value={sharedWith} onChange={setSharedWith} options={[{ value: '', label: nls.localize('earshot/quality/saved-reports/nobody', 'Nobody') }, ...roles]} />
        </Field>
        <Field group label={nls.localize('earshot/quality/saved-reports/delivery', 'Announce it')} help={nls.localize('earshot/quality/saved-reports/delivery-help', 'When a week or a month is over: as a notification, and by e-mail to those who have chosen that, with the way to the report.')}>
            <Segmented<Delivery> value={delivery} onChange={setDelivery} label={nls.localize('earshot/quality/saved-reports/delivery', 'Announce it')} options={deliveries.map(value => ({ value, label: deliveryText(value) }))} />
        </Field>
    </Dialog>;
}
