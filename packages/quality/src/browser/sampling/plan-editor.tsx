import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSettled } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Card, Checkbox, Field, FormErrors, Segmented, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { PlanRow } from '../../common/sampling/sampling-contract';
import type { SamplingDefinition } from '../../common/sampling/sampling-definition';
import { qualityContract } from '../../common/quality-contract';
import { useForms } from '../evaluation/use-forms';
import { ConditionFields } from './condition-fields';
import { ChannelField } from './channel-field';
import { beginning, completeDefinition, type PlanDraft } from './plan-draft';
import { OutlineStrata, OutlineSummary } from './plan-outline';
import { ScoringFields } from './scoring-fields';
import { RuleFields } from './rule-fields';
import { type PeriodChoice, periodChoices, sampleDay } from './sample-day';
import { SizeFields } from './size-fields';
import { useOutline, useQualifications } from './use-sampling';

export interface PlanEditorProps { /** A plan that is changed; otherwise one is made. */ readonly plan?: PlanRow; readonly readOnly?: boolean; onMade?(id: string): void }

/** A plan in plain words, with what it would draw beside it. */
export function PlanEditor({ plan, readOnly = false, onMade }: PlanEditorProps): React.ReactElement {
    const client = useClient(qualityContract);
    const { forms, preferred } = useForms();
    const { data: evaluators } = useQualifications();
    const [draft, setDraft] = React.useState<PlanDraft>(() => beginning(plan));
    const change = (part: Partial<PlanDraft['definition']>): void => setDraft(before => ({ ...before, definition: { ...before.definition, ...part } }));
    const qualified = (formId: string | undefined): readonly string[] => evaluators?.filter(each => formId !== undefined && each.formIds.includes(formId)).map(each => each.personId) ?? [];
    // The form that was used last, unless only another one has evaluators.
    const usual = [preferred, ...forms ?? []].find(each => qualified(each?.id).length > 0) ?? preferred;
    useUsual(plan === undefined && usual && evaluators ? () => change({ formId: usual.id, evaluatorIds: [...qualified(usual.id)] }) : undefined);
    const definition = completeDefinition(draft);
    const changed = JSON.stringify(draft) !== JSON.stringify(beginning(plan));
    const save = useChange({
        run: () => plan ? client.sampling.change({ id: plan.id, version: plan.version, title: draft.title.trim(), active: draft.active, definition: definition! }) : client.sampling.create({ title: draft.title.trim(), active: draft.active, definition: definition! }),
        invalidates: [['sampling']], failures: 'form', then: ({ id }) => onMade?.(id),
        done: () => plan ? nls.localize('earshot/quality/sampling/plan-changed', 'The plan is changed, for draws from now on.') : nls.localize('earshot/quality/sampling/plan-made', 'The plan is made.')
    });
    const problem = useProblems(save.error);
    useUnsaved(plan !== undefined && changed && !readOnly && !save.isPending && !save.isSuccess, plan?.title ?? nls.localize('earshot/quality/sampling/new', 'New sampling plan'));
    return <form className='q-plan' onSubmit={event => { event.preventDefault(); if (definition && draft.title.trim()) { save.mutate(undefined); } }}>
        <div className='q-plan-fields'>
            <FormErrors error={save.error} fields={['title', 'definition.evaluatorIds', 'definition.population.maxDurationMs']} />
            <Card>
                <div className='q-plan-head'>
                    <Field label={nls.localize('earshot/quality/sheet/title', 'Title')} required error={problem('title')}><TextField value={draft.title} disabled={readOnly} maxLength={200} onChange={title => setDraft({ ...draft, title })} placeholder={nls.localize('earshot/quality/sampling/title-hint', 'Weekly sample of all queues')} /></Field>
                    <Checkbox checked={draft.active} disabled={readOnly} onChange={active => setDraft({ ...draft, active })} label={nls.localize('earshot/quality/sampling/active', 'Draw by itself when a week or month is over')} />
                </div>
            </Card>
            <Card title={nls.localize('earshot/quality/sampling/which', 'Which calls')}><ChannelField channels={draft.definition.channels} disabled={readOnly} onChange={channels => change({ channels: [...channels] })} /><ConditionFields condition={draft.definition.population} disabled={readOnly} problem={path => problem(`definition.population.${path}`)} onChange={population => change({ population })} /></Card>
            <Card title={nls.localize('earshot/quality/sampling/how-many', 'How many, at random')}><SizeFields definition={draft.definition} disabled={readOnly} onChange={change} /></Card>
            <Card title={nls.localize('earshot/quality/sampling/rules', 'Besides, by rule')}><RuleFields definition={draft.definition} disabled={readOnly} problem={problem} onChange={change} /></Card>
            <Card title={nls.localize('earshot/quality/sampling/who', 'Who scores them')}><ScoringFields definition={draft.definition} disabled={readOnly} problem={problem} onChange={change} /></Card>
            {!readOnly && <span className='q-feedback-actions'><Button variant='primary' type='submit' busy={save.isPending} disabled={!definition || !draft.title.trim() || plan !== undefined && !changed}>{plan ? nls.localize('earshot/quality/actions/save', 'Save') : nls.localize('earshot/quality/sampling/make', 'Make the plan')}</Button></span>}
        </div>
        {!readOnly && <Preview definition={definition} plan={plan} />}
    </form>;
}

/** Does once, after the first paint on which it can, what a new plan begins with. */
function useUsual(begin: (() => void) | undefined): void {
    const begun = React.useRef(false);
    React.useEffect(() => {
        if (begin && !begun.current) {
            begun.current = true;
            begin();
        }
    });
}

const pauseMs = 400;

function Preview({ definition, plan }: { readonly definition: SamplingDefinition | undefined; readonly plan: PlanRow | undefined }): React.ReactElement {
    const [choice, setChoice] = React.useState<PeriodChoice>('last');
    const text = useSettled(definition ? JSON.stringify(definition) : '', pauseMs);
    const settled = React.useMemo(() => text ? JSON.parse(text) as SamplingDefinition : undefined, [text]);
    const period = definition?.period ?? 'week';
    const { data: outline } = useOutline(settled, sampleDay(choice, period, new Date()), plan?.id);
    return <aside className='q-plan-preview'>
        <Card title={nls.localize('earshot/quality/sampling/preview', 'What it would draw')}>
            <Segmented<PeriodChoice> value={choice} onChange={setChoice} label={nls.localize('earshot/quality/sampling/from-calls', 'From the calls of')} options={periodChoices(period)} />
            {definition ? <>
                <OutlineSummary outline={outline} period={period} />
                {outline && outline.population > 0 && <OutlineStrata outline={outline} />}
            </> : <p className='q-quiet'>{nls.localize('earshot/quality/sampling/incomplete', 'Choose a form and at least one evaluator: then the calls are counted here.')}</p>}
        </Card>
    </aside>;
}
