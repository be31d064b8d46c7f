import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { type PageProps, useQueryParameter, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, formatDate, Page, Select, Skeleton, Tabs } from '@earshot/core/lib/browser/widgets';
import { DrawDialog } from './draw-dialog';
import { DrawEstimates } from './draw-estimates';
import { DrawnCalls } from './drawn-calls';
import { PlanEditor } from './plan-editor';
import { drawText, periodText, sizeText } from './sampling-words';
import { type Plan, usePlan } from './use-sampling';

const back = (): { to: string; label: string } => ({ to: '/quality/sampling-plans', label: nls.localize('earshot/quality/sampling/title', 'Sampling plans') });

/** One plan: what its draws say by now, the calls that were drawn, and how it draws. */
export default function SamplingPlanPage({ params, query }: PageProps): React.ReactElement {
    const { data: plan, error, refetch } = usePlan(params.id!);
    const { describe } = useErrorText();
    if (!plan) {
        return <Page title={nls.localize('earshot/quality/sampling/plan', 'Sampling plan')} back={back()}>
            {error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />}
        </Page>;
    }
    return <OnePlan plan={plan} drawId={query.get('draw')} />;
}

const views = ['estimates', 'calls', 'plan'] as const;
type View = typeof views[number];

function OnePlan({ plan, drawId }: { readonly plan: Plan; readonly drawId: string | null }): React.ReactElement {
    const mayManage = useSession().may('sampling:manage');
    const setQuery = useSetQuery();
    const [drawing, setDrawing] = React.useState(false);
    const draw = plan.draws.find(each => each.id === drawId) ?? plan.draws[0];
    const [wanted, setView] = useQueryParameter('view', draw ? 'estimates' : 'plan');
    const view: View = views.find(each => each === wanted) ?? 'estimates';
    const tabs = [
        { id: 'estimates' as const, label: nls.localize('earshot/quality/sampling/estimates', 'Results') },
        { id: 'calls' as const, label: nls.localize('earshot/quality/sampling/drawn-calls', 'Drawn calls'), count: draw?.drawn },
        { id: 'plan' as const, label: nls.localize('earshot/quality/sampling/name', 'Plan') }
    ];
    return <Page title={plan.title} back={back()} width='wide' actions={<>
        {plan.draws.length > 0 && view !== 'plan' && <span className='q-draw-choice'><Select aria-label={nls.localize('earshot/quality/sampling/draw', 'Draw')} value={draw!.id} onChange={value => setQuery({ draw: value })} options={plan.draws.map(each => ({ value: each.id, label: drawText(each) }))} /></span>}
        {mayManage && <Button variant={plan.draws.length ? 'secondary' : 'primary'} icon='target' onClick={() => setDrawing(true)}>{nls.localize('earshot/quality/sampling/draw-now', 'Draw…')}</Button>}
    </>} subtitle={<span className='q-session-facts'>
        {plan.active ? <Badge tone='good' icon='pass'>{nls.localize('earshot/quality/sampling/draws-on', 'next draw on {0}', formatDate(plan.nextDrawOn))}</Badge> : <Badge icon='debug-pause'>{nls.localize('earshot/quality/sampling/rests', 'Rests')}</Badge>}
        <span>{formText(plan.formTitle ?? undefined)}</span><span>{periodText(plan.definition.period)}</span><span className='e-figures'>{sizeText(plan.definition.size)}</span>
    </span>}>
        <Tabs tabs={tabs} value={view} onChange={setView} label={nls.localize('earshot/quality/sampling/plan', 'Sampling plan')}>
            {view === 'plan' ? <PlanEditor key={plan.version} plan={plan} readOnly={!mayManage} />
                : !draw ? <NoDraw mayManage={mayManage} onDraw={() => setDrawing(true)} />
                    : view === 'calls' ? <DrawnCalls key={draw.id} drawId={draw.id} mayReplace={mayManage} /> : <DrawEstimates key={draw.id} drawId={draw.id} />}
        </Tabs>
        {drawing && <DrawDialog plan={plan} onClose={() => setDrawing(false)} onDrawn={id => setQuery({ draw: id, view: 'calls' })} />}
    </Page>;
}

const NoDraw = ({ mayManage, onDraw }: { readonly mayManage: boolean; onDraw(): void }): React.ReactElement =>
    <EmptyState icon='target' title={nls.localize('earshot/quality/sampling/no-draw', 'Nothing was drawn by this plan yet.')} action={mayManage && <Button variant='primary' icon='target' onClick={onDraw}>{nls.localize('earshot/quality/sampling/draw-now', 'Draw…')}</Button>}>
        <p>{nls.localize('earshot/quality/sampling/no-draw-detail', 'A plan that is at work draws by itself when its week or month is over. You can also draw now.')}</p>
    </EmptyState>;
