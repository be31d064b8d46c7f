import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Checkbox, Field, NumberField, RadioGroup, Segmented, Select } from '@earshot/core/lib/browser/widgets';
import { allocations, periods, type SamplingSize, strataKinds, usualGraceDays } from '../../common/sampling/sampling-definition';
import { type PlanDraft, usualSize } from './plan-draft';
import { periodText, strataText } from './sampling-words';
import { SeveralField } from './several-field';

type Allocation = typeof allocations[number];
const allocationOption = (value: Allocation) => {
    switch (value) {
        case 'proportional': return { value, label: nls.localize('earshot/quality/sampling/proportional', 'In proportion to their calls') };
        case 'equal': return { value, label: nls.localize('earshot/quality/sampling/equal', 'The same from each') };
        case 'neyman': return { value, label: nls.localize('earshot/quality/sampling/neyman', 'More where scores vary more (Neyman)') };
    }
};
const confidences = [0.8, 0.9, 0.95, 0.99];

export interface DefinitionFieldsProps { readonly definition: PlanDraft['definition']; readonly disabled: boolean; onChange(part: Partial<PlanDraft['definition']>): void }

/** How many calls are drawn at random, and from which strata. */
export function SizeFields({ definition: { size, strata, period, graceDays = usualGraceDays, spread, newStaffDays }, disabled, onChange }: DefinitionFieldsProps): React.ReactElement {
    const resize = (next: SamplingSize): void => onChange({ size: next });
    return <div className='q-condition'>
        <Field group label={nls.localize('earshot/quality/sampling/period', 'Recurs')}><Segmented value={period} disabled={disabled} onChange={next => onChange({ period: next })} label={nls.localize('earshot/quality/sampling/period', 'Recurs')} options={periods.map(value => ({ value, label: periodText(value) }))} /></Field>
        <Field label={nls.localize('earshot/quality/sampling/grace', 'Drawn after')} help={nls.localize('earshot/quality/sampling/grace-help', 'Counted from the end of the period. What is imported in these days can still be drawn.')}>
            <NumberField value={graceDays} min={0} max={14} unit={nls.localize('earshot/quality/sampling/grace-days', 'days')} disabled={disabled} onChange={next => { if (next !== null) { onChange({ graceDays: Math.round(next) }); } }} /></Field>
        <SeveralField label={nls.localize('earshot/quality/sampling/strata', 'Strata')} values={strata} most={2} disabled={disabled} onChange={next => onChange({ strata: [...next] })} options={strataKinds.map(value => ({ value, label: strataText(value) }))}
            all={nls.localize('earshot/quality/sampling/choose-strata', 'All calls together')} help={nls.localize('earshot/quality/sampling/strata-help', 'Each stratum gets its part of the draw, and an estimate of its own.')} />
        <div className='q-condition-wide'>
            <Field group label={nls.localize('earshot/quality/sampling/size', 'Size')}>
                <RadioGroup value={size.kind} disabled={disabled} onChange={kind => resize(usualSize(kind))} options={[
                    { value: 'precision', label: nls.localize('earshot/quality/sampling/by-precision', 'As many as a precise answer needs') }, { value: 'total', label: nls.localize('earshot/quality/sampling/by-total', 'So many altogether') },
                    { value: 'per-stratum', label: nls.localize('earshot/quality/sampling/by-stratum-size', 'So many of each stratum') }
                ]} />
            </Field>
        </div>
        {size.kind === 'precision' ? <>
            <Field label={nls.localize('earshot/quality/sampling/margin', 'A share is known to')} help={nls.localize('earshot/quality/sampling/margin-help', 'Computed for a share of one half, the worst case, and for the calls there are.')}>
                <NumberField value={Math.round(size.margin * 1000) / 10} min={0.5} max={50} step={0.5} unit={nls.localize('earshot/quality/sampling/plus-minus', '± points')} disabled={disabled} onChange={value => { if (value) { resize({ ...size, margin: value / 100 }); } }} />
            </Field>
            <Field label={nls.localize('earshot/quality/sampling/confidence', 'Confidence')}>
                <Select value={String(size.confidence)} disabled={disabled} onChange={value => resize({ ...size, confidence: Number(value) })} options={[...new Set([...confidences, size.confidence])].map(value => ({ value: String(value), label: nls.localize('earshot/quality/sampling/score', '{0} %', Math.round(value * 1000) / 10) }))} />
            </Field>
        </> : <Field label={nls.localize('earshot/quality/sampling/calls-number', 'Calls')}><NumberField value={size.calls} min={1} max={size.kind === 'total' ? 20_000 : 1000} disabled={disabled} onChange={value => { if (value) { resize({ ...size, calls: Math.round(value) }); } }} /></Field>}
        {size.kind !== 'per-stratum' && strata.length > 0 && <Field label={nls.localize('earshot/quality/sampling/allocation', 'Divided among strata')}>
            <Select value={size.allocation} disabled={disabled} onChange={allocation => resize({ ...size, allocation })} options={allocations.map(allocationOption)} />
        </Field>}
        {strata.includes('tenure') && <Field label={nls.localize('earshot/quality/sampling/new-for', 'Agents count as new for')}><NumberField value={newStaffDays} min={1} max={730} unit={nls.localize('earshot/quality/sampling/days', 'days')} disabled={disabled} onChange={value => { if (value) { onChange({ newStaffDays: Math.round(value) }); } }} /></Field>}
        <div className='q-condition-wide'><Checkbox checked={spread} disabled={disabled} onChange={next => onChange({ spread: next })} label={nls.localize('earshot/quality/sampling/spread', 'Spread evenly over the period')}
            detail={nls.localize('earshot/quality/sampling/spread-detail', 'Every call keeps the same chance; the start is drawn, the steps are equal.')} /></div>
    </div>;
}
