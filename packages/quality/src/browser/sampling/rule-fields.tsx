import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, IconButton, NumberField, TextField } from '@earshot/core/lib/browser/widgets';
import type { SamplingRule } from '../../common/sampling/sampling-definition';
import { ConditionFields } from './condition-fields';
import { openCondition } from './plan-draft';
import { conditionText } from './sampling-words';
import type { DefinitionFieldsProps } from './size-fields';

const percent = (): string => nls.localize('earshot/quality/sampling/percent', '%');

/** Calls that are drawn for what they are: with certainty, or more often than the others. */
export function RuleFields({ definition: { rules, mostByRules }, disabled, problem, onChange }: DefinitionFieldsProps & { problem(path: string): string | undefined }): React.ReactElement {
    const [open, setOpen] = React.useState<number>();
    const change = (place: number, part: Partial<SamplingRule>): void => onChange({ rules: rules.map((each, index) => index === place ? { ...each, ...part } : each) });
    const add = (): void => {
        setOpen(rules.length);
        onChange({ rules: [...rules, { name: nls.localize('earshot/quality/sampling/rule-name', 'Rule {0}', rules.length + 1), condition: openCondition(), share: 1 }] });
    };
    return <div className='q-rules'>
        <p className='q-quiet'>{nls.localize('earshot/quality/sampling/rules-help', 'Complaints, very long silences, new agents: such calls can be drawn more often than by chance. They are weighted accordingly, so that means stay right.')}</p>
        {rules.map((rule, place) => <div key={place} className='q-rule' role='group' aria-label={rule.name}>
            <div className='q-rule-head'>
                <Field hideLabel label={nls.localize('earshot/quality/sampling/rule', 'Rule')} error={problem(`definition.rules.${place}.name`)}><TextField value={rule.name} maxLength={200} disabled={disabled} onChange={name => change(place, { name })} /></Field>
                <NumberField aria-label={nls.localize('earshot/quality/sampling/rule-share', 'Share of these calls that is drawn')} value={Math.round(rule.share * 100)} min={1} max={100} unit={nls.localize('earshot/quality/sampling/of-them', '% of them')} disabled={disabled} onChange={value => { if (value) { change(place, { share: value / 100 }); } }} />
                <IconButton icon={open === place ? 'chevron-up' : 'chevron-down'} label={nls.localize('earshot/quality/sampling/rule-calls', 'Calls of {0}', rule.name)} pressed={open === place} onClick={() => setOpen(open === place ? undefined : place)} />
                {!disabled && <IconButton icon='trash' label={nls.localize('earshot/quality/picker/remove', 'Remove {0}', rule.name)} onClick={() => { setOpen(undefined); onChange({ rules: rules.filter((_, index) => index !== place) }); }} />}
            </div>
            {open === place ? <ConditionFields condition={rule.condition} disabled={disabled} problem={path => problem(`definition.rules.${place}.condition.${path}`)} onChange={condition => change(place, { condition })} />
                : <p className='q-quiet'>{conditionText(rule.condition) || nls.localize('earshot/quality/sampling/rule-open', 'Every call: open it and say which ones are meant.')}</p>}
        </div>)}
        {rules.length > 0 && <div className='q-condition'><Field label={nls.localize('earshot/quality/sampling/most-by-rules', 'Rules add at most')} help={nls.localize('earshot/quality/sampling/most-help', 'Of the whole draw, beyond what their calls give by chance.')}>
            <NumberField value={Math.round(mostByRules * 100)} min={0} max={90} unit={percent()} disabled={disabled} onChange={value => { if (value !== null) { onChange({ mostByRules: value / 100 }); } }} />
        </Field></div>}
        {!disabled && rules.length < 10 && <span className='q-feedback-actions'><Button icon='add' small onClick={add}>{nls.localize('earshot/quality/sampling/add-rule', 'Add a rule')}</Button></span>}
    </div>;
}
