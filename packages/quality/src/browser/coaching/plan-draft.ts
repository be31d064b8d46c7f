import { addBusinessDays } from '../../common/feedback/business-days';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { FormScore } from '@earshot/forms';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { lostPoints } from '../../common/coaching/lost-points';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';

export interface BehaviourDraft { readonly key: string; readonly text: string; readonly questionIds: readonly string[] }
export interface StepDraft { readonly key: string; readonly id?: string; readonly text: string; readonly link: string | null; readonly span: { readonly fromMs: number; readonly toMs: number } | null; readonly dueOn: string | null }

/** A plan while it is written. */
export interface PlanDraft {
    readonly agentId: string | null;
    readonly title: string;
    readonly formId: string | null;
    readonly dueOn: string | null;
    readonly behaviours: readonly BehaviourDraft[];
    readonly steps: readonly StepDraft[];
    readonly followUp: { readonly wanted: number | null; readonly from: string | null } | null;
}

/** Behaviours that a plan begins with: more at a time are not worked on. */
const mostBehaviours = 3;
/** Working days that a plan is given, four weeks, and those before calls are evaluated for it. */
const usualDays = { plan: 20, followUp: 5 } as const;
const usualFollowUps = 5;
const week = { weekdays: [1, 2, 3, 4, 5], exceptions: new Map<string, boolean>(), zone: 'UTC' };

/** What to say in the words of the screen. */
export interface DraftWords { questionText(questionId: string): string; listen(questionId: string): string; listenAgain(): string }

/** A plan to begin with; from an evaluation with what lost points there, and its marks to listen to. @param today `YYYY-MM-DD` */
export function newPlan(today: string, agentId: string | null, evaluation: Pick<Evaluation, 'id' | 'agentId' | 'formId' | 'score' | 'evidence'> | undefined, words: DraftWords): PlanDraft {
    const empty: PlanDraft = {
        agentId: evaluation?.agentId ?? agentId, title: '', formId: evaluation?.formId ?? null, dueOn: addBusinessDays(today, usualDays.plan, week),
        behaviours: [], steps: [], followUp: { wanted: usualFollowUps, from: addBusinessDays(today, usualDays.followUp, week) }
    };
    if (!evaluation) {
        return empty;
    }
    const lost = lostPoints(evaluation.score as unknown as FormScore).slice(0, mostBehaviours).map(each => each.questionId);
    const link = linkTo('quality', 'evaluations', evaluation.id);
    const marks = evaluation.evidence.filter(each => each.questionId !== null && lost.includes(each.questionId));
    return {
        ...empty,
        behaviours: lost.map(each => ({ key: each, text: words.questionText(each), questionIds: [each] })),
        steps: marks.length ? marks.map(each => ({ key: each.id, text: words.listen(each.questionId!), link, span: { fromMs: each.fromMs, toMs: each.toMs }, dueOn: null })) : [{ key: 'again', text: words.listenAgain(), link, span: null, dueOn: null }]
    };
}

export const draftOf = (plan: CoachingPlan): PlanDraft => ({
    agentId: plan.agentId, title: plan.title, formId: plan.formId, dueOn: plan.dueOn, behaviours: plan.behaviours.map((each, place) => ({ key: `kept-${place}`, ...each })),
    steps: plan.steps.map(({ id, text, link, span, dueOn }) => ({ key: id, id, text, link, span, dueOn })), followUp: plan.followUp && { wanted: plan.followUp.wanted, from: plan.followUp.from }
});

const shortest = 3;

/** What is still missing before a plan can be sent. */
export function missingIn(draft: PlanDraft): { readonly [name in 'agentId' | 'title' | 'dueOn' | 'behaviours' | 'steps' | 'followUp']: boolean } {
    return {
        agentId: draft.agentId === null, title: !draft.title.trim(), dueOn: draft.dueOn === null,
        behaviours: !draft.behaviours.length || draft.behaviours.some(each => each.text.trim().length < shortest),
        steps: !draft.steps.length || draft.steps.some(each => each.text.trim().length < shortest),
        followUp: draft.followUp !== null && (draft.followUp.wanted === null || draft.followUp.from === null)
    };
}

/** As the server takes it; only for drafts in which nothing is missing. */
export const contentOf = (draft: PlanDraft) => ({
    title: draft.title.trim(), formId: draft.formId, dueOn: draft.dueOn!, followUp: draft.followUp && { wanted: draft.followUp.wanted!, from: draft.followUp.from! },
    behaviours: draft.behaviours.map(each => ({ text: each.text.trim(), questionIds: [...each.questionIds] })),
    steps: draft.steps.map(({ id, text, link, span, dueOn }) => ({ ...id ? { id } : {}, text: text.trim(), link, span, dueOn }))
});
