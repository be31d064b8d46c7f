import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, Notice, Segmented } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import { OutlineSummary } from './plan-outline';
import { type PeriodChoice, periodChoices, sampleDay } from './sample-day';
import { type Plan, useOutline } from './use-sampling';

/** Asks from which period is drawn, and shows in numbers what that means; it cannot be done twice. */
export function DrawDialog({ plan, onClose, onDrawn }: { readonly plan: Plan; onClose(): void; onDrawn(id: string): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const [choice, setChoice] = React.useState<PeriodChoice>('last');
    const day = sampleDay(choice, plan.definition.period, new Date());
    const { data: outline } = useOutline(plan.definition, day, plan.id);
    const draw = useChange({
        run: () => client.sampling.draw({ id: plan.id, day }), invalidates: [['sampling']], failures: 'form', then: ({ id }) => { onClose(); onDrawn(id); },
        done: ({ drawn }) => nls.localize('earshot/quality/sampling/drawn', '{0} calls are drawn and divided among the evaluators.', drawn)
    });
    return <Dialog title={nls.localize('earshot/quality/sampling/draw-title', 'Draw calls')} onClose={onClose} onSubmit={() => draw.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' icon='target' busy={draw.isPending} disabled={!outline || outline.drawn || outline.random + outline.byRules === 0}>{nls.localize('earshot/quality/sampling/draw', 'Draw')}</Button>
    </>}>
        <FormErrors error={draw.error} />
        <Field group label={nls.localize('earshot/quality/sampling/from-calls', 'From the calls of')}><Segmented<PeriodChoice> value={choice} onChange={setChoice} label={nls.localize('earshot/quality/sampling/from-calls', 'From the calls of')} options={periodChoices(plan.definition.period)} /></Field>
        {outline?.drawn ? <Notice tone='caution'>{nls.localize('earshot/quality/sampling/period-drawn', 'This period was drawn already. A period is drawn once, so that nobody draws until the result pleases.')}</Notice> : <OutlineSummary outline={outline} period={plan.definition.period} />}
        {outline && !outline.drawn && choice === 'current' && <Notice icon='info'>{nls.localize('earshot/quality/sampling/too-early', 'This period is not over: calls that come later will not be in this draw, and there is no second one.')}</Notice>}
    </Dialog>;
}
