import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSettled } from '@earshot/core/lib/browser/application';
import { Button, Checkbox, Dialog, Field, FormErrors, Notice, NumberField, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import type { RetentionRuleRow } from '../../common/retention/retention-contract';
import { contentKinds } from '../../common/retention/retention-rule';
import { useFacets } from '../interaction/use-calls';
import { forecastText, kindText, sparedText } from './retention-words';
import { type RuleDraft, useForecast } from './use-retention';

const mostMonths = 600;
const fresh = { name: '', queue: null, tag: null, months: { recording: 12, transcript: 12, messages: 12, customer: 12 }, active: true };
/** Those in use, and the one that is chosen though nothing has it any more. */
const choices = (all: readonly string[], chosen: string | null, every: string) => [{ value: '', label: every }, ...[...new Set([...chosen === null ? [] : [chosen], ...all])].map(value => ({ value, label: value }))];

/** Makes or changes a rule; what it would do tonight stands below while one writes. */
export function RuleDialog({ rule, onClose }: { readonly rule?: RetentionRuleRow; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const { queues, tags } = useFacets();
    const [draft, setDraft] = React.useState<Omit<RuleDraft, 'months'> & { readonly months: Readonly<Record<typeof contentKinds[number], number | null>> }>(rule ?? fresh);
    const months = Object.values(draft.months).every(each => each !== null) ? draft.months as RuleDraft['months'] : null;
    const complete = months && draft.name.trim() ? { name: draft.name.trim(), queue: draft.queue, tag: draft.tag, months: { ...months }, active: draft.active } : null;
    const asked = useSettled(JSON.stringify(months && { id: rule?.id, name: draft.name.trim() || '–', queue: draft.queue, tag: draft.tag, months, active: draft.active }), 400);
    const { data: forecast } = useForecast(JSON.parse(asked) as RuleDraft | null);
    const own = forecast?.rules.find(each => each.ruleId === (rule?.id ?? null))?.kinds ?? [];
    const save = useChange({
        run: () => rule ? client.retention.changeRule({ id: rule.id, version: rule.version, ...complete! }) : client.retention.addRule(complete!), invalidates: [['retention']], failures: 'form',
        done: () => nls.localize('earshot/quality/retention/rule-saved', 'The rule is saved. It holds from the next night on.'), then: onClose
    });
    const remove = useChange({ run: () => client.retention.removeRule({ id: rule!.id, version: rule!.version }), invalidates: [['retention']], done: () => nls.localize('earshot/quality/retention/rule-removed', 'The rule is gone. What it has deleted stays deleted.'), then: onClose });
    const problem = useProblems(save.error);
    const spared = sparedText(own);
    return <Dialog title={rule ? nls.localize('earshot/quality/retention/change-rule', 'Change the rule') : nls.localize('earshot/quality/retention/new-rule', 'New rule')} onClose={onClose} onSubmit={() => { if (complete) { save.mutate(undefined); } }}
        footer={<>{rule && <Button icon='trash' busy={remove.isPending} onClick={() => remove.mutate(undefined)}>{nls.localize('earshot/quality/retention/remove-rule', 'Take the rule away')}</Button>}
            <Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!complete} busy={save.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button></>}>
        <FormErrors error={save.error} fields={['name', 'queue', 'tag']} />
        <Field label={nls.localize('earshot/quality/retention/name', 'Name')} required error={problem('name')} help={nls.localize('earshot/quality/retention/name-help', 'It stands where something was deleted by this rule.')}>
            <TextField value={draft.name} maxLength={200} onChange={name => setDraft({ ...draft, name })} data-autofocus='' />
        </Field>
        <div className='q-retention-pair'>
            <Field label={nls.localize('earshot/quality/call/queue', 'Queue')} error={problem('queue')}><Select value={draft.queue ?? ''} onChange={queue => setDraft({ ...draft, queue: queue || null })} options={choices(queues, draft.queue, nls.localize('earshot/quality/retention/every-queue', 'Every queue'))} /></Field>
            <Field label={nls.localize('earshot/quality/retention/tag', 'Tag')} error={problem('tag')}><Select value={draft.tag ?? ''} onChange={tag => setDraft({ ...draft, tag: tag || null })} options={choices(tags, draft.tag, nls.localize('earshot/quality/retention/any-tags', 'Whatever tags'))} /></Field>
        </div>
        <div className='q-retention-months'>{contentKinds.map(kind => <Field key={kind} label={kindText(kind)} help={kind === 'recording' ? nls.localize('earshot/quality/retention/zero', '0: for ever') : undefined}>
            <NumberField value={draft.months[kind]} min={0} max={mostMonths} unit={nls.localize('earshot/quality/retention/months-unit', 'months')} onChange={value => setDraft({ ...draft, months: { ...draft.months, [kind]: value } })} />
        </Field>)}</div>
        <Checkbox label={nls.localize('earshot/quality/retention/active', 'The rule is in force')} checked={draft.active} onChange={active => setDraft({ ...draft, active })} />
        <div role='status'>{forecast && <Notice tone={own.some(each => each.due > 0) ? 'caution' : 'neutral'} icon='preview'>{forecastText(own)}{spared && ` ${spared}`}</Notice>}</div>
    </Dialog>;
}
