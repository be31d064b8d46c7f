import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Page } from '@earshot/core/lib/browser/widgets';
import { PlanEditor } from './plan-editor';

/** A plan that is made. */
export default function NewPlanPage(): React.ReactElement {
    const navigate = useNavigate();
    return <Page title={nls.localize('earshot/quality/sampling/new', 'New sampling plan')} width='wide' back={{ to: '/quality/sampling-plans', label: nls.localize('earshot/quality/sampling/title', 'Sampling plans') }}>
        <PlanEditor onMade={id => void navigate(`/quality/sampling-plans/${id}`, { replace: true })} />
    </Page>;
}
