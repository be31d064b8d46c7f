import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Chip, Field, NumberField, PersonPicker } from '@earshot/core/lib/browser/widgets';
import { directions } from '../../common/interaction/interaction-contract';
import type { CallCondition } from '../../common/sampling/sampling-definition';
import { PersonName } from '../filter/person-name';
import { useTeams } from '../filter/teams';
import { directionText } from '../interaction/call-words';
import { useFacets } from '../interaction/use-calls';
import { SeveralField } from './several-field';

const any = (): string => nls.localize('earshot/quality/sampling/any', 'Any');

interface NumberProps { readonly label: string; readonly value: number | null; readonly unit: string; readonly error?: string; readonly disabled: boolean; readonly most: number; onChange(value: number | null): void }
const Amount = ({ label, value, unit, error, disabled, most, onChange }: NumberProps): React.ReactElement =>
    <Field label={label} error={error}><NumberField value={value} min={0} max={most} unit={unit} placeholder={any()} disabled={disabled} onChange={next => onChange(next === null ? null : Math.round(next))} /></Field>;

export interface ConditionFieldsProps { readonly condition: CallCondition; readonly disabled: boolean; problem(path: string): string | undefined; onChange(condition: CallCondition): void }

/** Which calls are meant, to be filled in. What is left open fits every call. */
export function ConditionFields({ condition, disabled, problem, onChange }: ConditionFieldsProps): React.ReactElement {
    const teams = useTeams();
    const { queues, tags } = useFacets();
    const change = (part: Partial<CallCondition>): void => onChange({ ...condition, ...part });
    const texts = (values: readonly string[], known: readonly string[]) => [...new Set([...known, ...values])].map(value => ({ value, label: value }));
    const minutes = (ms: number | null): number | null => ms === null ? null : ms / 60_000;
    const milliseconds = (value: number | null, unit: number): number | null => value === null ? null : value * unit;
    const [min, days, seconds] = [nls.localize('earshot/quality/filter/minutes', 'min'), nls.localize('earshot/quality/sampling/days', 'days'), nls.localize('earshot/quality/sampling/seconds', 's')];
    const agent = nls.localize('earshot/quality/call/agent', 'Agent');
    return <div className='q-condition'>
        <SeveralField label={nls.localize('earshot/quality/call/team', 'Team')} values={condition.teamIds} options={teams.map(each => ({ value: each.id, label: each.path }))} all={any()} disabled={disabled} onChange={teamIds => change({ teamIds: [...teamIds] })} />
        <SeveralField label={nls.localize('earshot/quality/call/queue', 'Queue')} values={condition.queues} options={texts(condition.queues, queues)} all={any()} disabled={disabled} onChange={next => change({ queues: [...next] })} />
        <SeveralField label={nls.localize('earshot/quality/call/direction', 'Direction')} values={condition.directions} options={directions.map(value => ({ value, label: directionText(value) }))} all={any()} disabled={disabled} onChange={next => change({ directions: [...next] })} />
        <SeveralField label={nls.localize('earshot/quality/call/tags', 'Tags')} values={condition.tags} options={texts(condition.tags, tags)} all={any()} disabled={disabled} onChange={next => change({ tags: [...next] })} />
        <Field group label={agent}>
            <span className='q-several'>
                {condition.agentIds.map(id => <Chip key={id} removeLabel={nls.localize('earshot/quality/sampling/remove-agent', 'Remove this agent')} onRemove={disabled ? undefined : () => change({ agentIds: condition.agentIds.filter(each => each !== id) })}><PersonName id={id} /></Chip>)}
                {disabled ? condition.agentIds.length === 0 && <span className='q-quiet'>{any()}</span> : <PersonPicker value={null} label={agent} placeholder={any()} except={condition.agentIds} onChange={id => { if (id) { change({ agentIds: [...condition.agentIds, id] }); } }} />}
            </span>
        </Field>
        <Field group label={nls.localize('earshot/quality/call/duration', 'Length')} error={problem('maxDurationMs')}>
            <span className='q-range'>
                <NumberField aria-label={nls.localize('earshot/quality/filter/at-least', 'At least')} placeholder={nls.localize('earshot/quality/filter/at-least', 'At least')} value={minutes(condition.minDurationMs)} min={0} max={1440} step={0.5} unit={min} disabled={disabled} onChange={value => change({ minDurationMs: milliseconds(value, 60_000) })} />
                <NumberField aria-label={nls.localize('earshot/quality/filter/at-most', 'At most')} placeholder={nls.localize('earshot/quality/filter/at-most', 'At most')} value={minutes(condition.maxDurationMs)} min={0} max={1440} step={0.5} unit={min} disabled={disabled} onChange={value => change({ maxDurationMs: milliseconds(value, 60_000) })} />
            </span>
        </Field>
        <Amount label={nls.localize('earshot/quality/sampling/agents-below', 'Agents in their first')} value={condition.tenureBelowDays} unit={days} most={20_000} disabled={disabled} onChange={tenureBelowDays => change({ tenureBelowDays })} />
        <Amount label={nls.localize('earshot/quality/sampling/agents-from', 'Agents after')} value={condition.tenureFromDays} unit={days} most={20_000} disabled={disabled} onChange={tenureFromDays => change({ tenureFromDays })} />
        <Amount label={nls.localize('earshot/quality/sampling/long-silence', 'With a silence of at least')} value={condition.silenceFromMs === null ? null : condition.silenceFromMs / 1000} unit={seconds} most={3600} disabled={disabled} onChange={value => change({ silenceFromMs: milliseconds(value, 1000) })} />
        <Amount label={nls.localize('earshot/quality/sampling/talk-over', 'Both speak at once at least')} value={condition.talkOverFrom} unit={nls.localize('earshot/quality/sampling/times', 'times')} most={1000} disabled={disabled} onChange={value => change({ talkOverFrom: value === 0 ? null : value })} />
    </div>;
}
