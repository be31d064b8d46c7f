import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Button, Page, Tabs } from '@earshot/core/lib/browser/widgets';
import type { RetentionRuleRow } from '../../common/retention/retention-contract';
import { DeletionList } from './deletion-list';
import { HoldList } from './hold-list';
import { RuleDialog } from './rule-dialog';
import { RuleList } from './rule-list';

const views = ['rules', 'holds', 'deleted'] as const;
type View = typeof views[number];

/** How long content is kept, what must not be deleted, and what was. */
export default function RetentionPage(): React.ReactElement {
    const [query, setQuery] = useQueryParameter('view', 'rules');
    const view = views.find(each => each === query) ?? 'rules';
    const mayManage = useSession().may('retention:manage');
    const [open, setOpen] = React.useState<RetentionRuleRow | 'new'>();
    return <Page title={nls.localize('earshot/quality/retention/title', 'Retention')} subtitle={nls.localize('earshot/quality/retention/about', 'How long recordings, transcripts, messages and customer numbers are kept. Evaluations and figures stay.')}
        actions={mayManage && view === 'rules' && <Button variant='primary' icon='add' onClick={() => setOpen('new')}>{nls.localize('earshot/quality/retention/new-rule', 'New rule')}</Button>}>
        <Tabs<View> label={nls.localize('earshot/quality/retention/title', 'Retention')} value={view} onChange={setQuery} tabs={[
            { id: 'rules', label: nls.localize('earshot/quality/retention/rules', 'Rules') }, { id: 'holds', label: nls.localize('earshot/quality/retention/holds', 'Legal holds') }, { id: 'deleted', label: nls.localize('earshot/quality/retention/deletions', 'Deleted') }
        ]}>
            {view === 'rules' ? <RuleList onOpen={mayManage ? setOpen : undefined} onNew={mayManage ? () => setOpen('new') : undefined} /> : view === 'holds' ? <HoldList /> : <DeletionList />}
        </Tabs>
        {open && <RuleDialog key={open === 'new' ? 'new' : open.id} rule={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>;
}
