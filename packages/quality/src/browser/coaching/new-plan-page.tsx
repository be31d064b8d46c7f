import { formText } from '@earshot/assessment/lib/browser/form-text';
import { allQuestions } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate, useUnsaved } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { namedForm, type NamedForm, useEvaluation, useNamedForm } from '../evaluation/use-evaluation';
import { toLocalField } from '../interaction/local-time';
import { coachingTitle } from './coaching-words';
import { contentOf, newPlan, type PlanDraft } from './plan-draft';
import { PlanEditor } from './plan-editor';
import { listenText } from './step-fields';
import { useCoachingStep, useFormDefinition } from './use-coaching';

/** A plan is opened: from an evaluation (`?evaluation=`), for an agent (`?agent=`), or from nothing. */
export default function NewPlanPage({ query }: PageProps): React.ReactElement {
    const evaluationId = query.get('evaluation');
    const { describe } = useErrorText();
    const { data, error } = useEvaluation(evaluationId ?? '', evaluationId !== null);
    return <Page width='wide' title={nls.localize('earshot/quality/coaching/new', 'New plan')} back={evaluationId === null ? { to: '/quality/coaching', label: coachingTitle(false) } : { to: `/quality/evaluations/${evaluationId}`, label: nls.localize('earshot/quality/evaluation/title', 'Evaluation') }}>
        {evaluationId === null ? <WithForm agentId={query.get('agent')} /> : error ? <EmptyState icon='warning' title={describe(error)} /> : data ? <FromEvaluation evaluation={data} /> : <Skeleton lines={8} />}
    </Page>;
}

function FromEvaluation({ evaluation }: { readonly evaluation: Evaluation }): React.ReactElement {
    const names = useNamedForm(evaluation.form.definition);
    const [draft, setDraft] = React.useState(() => newPlan(today(), null, evaluation, {
        questionText: id => textOf(names, id), listen: id => listenText(names.shortNameOf(id)), listenAgain: () => nls.localize('earshot/quality/coaching/listen-again', 'Listen to the call again')
    }));
    return <Opening draft={draft} onChange={setDraft} evaluation={evaluation} names={names} />;
}

/** Without its number: what should be different is read apart from the form. */
const textOf = ({ form }: NamedForm, id: string): string => formText(allQuestions(form).find(each => each.question.id === id)?.question.text) || id;

const nothing = { questionText: (id: string) => id, listen: (id: string) => id, listenAgain: () => '' };

function WithForm({ agentId }: { readonly agentId: string | null }): React.ReactElement {
    const [draft, setDraft] = React.useState(() => newPlan(today(), agentId, undefined, nothing));
    const definition = useFormDefinition(draft.formId);
    const names = React.useMemo(() => definition && namedForm(definition), [definition]);
    return <Opening draft={draft} onChange={setDraft} names={names} />;
}

const today = (): string => toLocalField(Date.now()).slice(0, 10);

function Opening({ draft, onChange, evaluation, names }: { readonly draft: PlanDraft; onChange(draft: PlanDraft): void; readonly evaluation?: Evaluation; readonly names?: NamedForm }): React.ReactElement {
    const navigate = useNavigate();
    const begun = React.useRef(draft);
    const open = useCoachingStep<undefined>(coaching => coaching.open({ ...contentOf(draft), agentId: draft.agentId!, evaluationId: evaluation?.id ?? null }), () => nls.localize('earshot/quality/coaching/opened', 'The plan is open. The agent is told.'),
        { failures: 'form', then: ({ id }) => void navigate(`/quality/coaching/${id}`, { replace: true }) });
    useUnsaved(draft !== begun.current && !open.isPending && !open.isSuccess, nls.localize('earshot/quality/coaching/new', 'New plan'));
    return <PlanEditor draft={draft} onChange={onChange} evaluation={evaluation} names={names} fixedAgent={false} error={open.error} busy={open.isPending} sendLabel={nls.localize('earshot/quality/coaching/open-plan', 'Open the plan')}
        onSend={() => open.mutate(undefined)} onCancel={() => void navigate(evaluation ? `/quality/evaluations/${evaluation.id}` : '/quality/coaching')} />;
}
