import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery, useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Page } from '@earshot/core/lib/browser/widgets';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { namedForm, useEvaluation } from '../evaluation/use-evaluation';
import { contentOf, draftOf } from './plan-draft';
import { PlanEditor } from './plan-editor';
import { useCoachingStep, useFormDefinition } from './use-coaching';

export interface BackTo { readonly to: string; readonly label: string }

/** An open plan is changed; what the agent has done stays. */
export function PlanChange({ plan, back }: { readonly plan: CoachingPlan; readonly back: BackTo }): React.ReactElement {
    const setQuery = useSetQuery();
    const [begun] = React.useState(() => ({ draft: draftOf(plan), version: plan.version }));
    const [draft, setDraft] = React.useState(begun.draft);
    const { data: evaluation } = useEvaluation(plan.evaluation?.id ?? '', plan.evaluation !== null);
    const published = useFormDefinition(plan.evaluation ? null : draft.formId);
    const definition = evaluation?.form.definition ?? published;
    const names = React.useMemo(() => definition && namedForm(definition), [definition]);
    const leave = (): void => setQuery({ change: null });
    // what somebody else changed meanwhile is not written over: the version is the one that was seen when it began
    const save = useCoachingStep<undefined>(coaching => coaching.change({ id: plan.id, version: begun.version, ...contentOf(draft) }), () => nls.localize('earshot/quality/coaching/changed', 'The plan is changed. The agent is told.'), { failures: 'form', then: leave });
    useUnsaved(draft !== begun.draft && !save.isPending && !save.isSuccess, plan.title);
    return <Page width='wide' title={nls.localize('earshot/quality/coaching/change-title', 'Change the plan')} back={back}>
        <PlanEditor draft={draft} onChange={setDraft} evaluation={evaluation} names={names} fixedAgent error={save.error} busy={save.isPending} sendLabel={nls.localize('earshot/quality/actions/save', 'Save')} onSend={() => save.mutate(undefined)} onCancel={leave} />
    </Page>;
}
