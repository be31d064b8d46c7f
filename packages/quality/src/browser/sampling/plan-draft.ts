import { samplingDefinition, type SamplingDefinition, type SamplingSize, usualGraceDays } from '../../common/sampling/sampling-definition';
import type { PlanRow } from '../../common/sampling/sampling-contract';

/** A plan while it is written: form and evaluators may still be missing. */
export interface PlanDraft {
    readonly title: string;
    readonly active: boolean;
    readonly definition: Omit<SamplingDefinition, 'formId'> & { readonly formId: string | null };
}

const open: SamplingDefinition['population'] = {
    teamIds: [], agentIds: [], queues: [], directions: [], tags: [], minDurationMs: null, maxDurationMs: null, tenureFromDays: null, tenureBelowDays: null, silenceFromMs: null, talkOverFrom: null
};
export const openCondition = (): SamplingDefinition['population'] => open;

/** Sizes to begin with: ten points are what a hundred calls or so can tell. */
export const usualSize = (kind: SamplingSize['kind']): SamplingSize => kind === 'per-stratum' ? { kind, calls: 4 } : kind === 'total' ? { kind, calls: 100, allocation: 'proportional' } : { kind, confidence: 0.95, margin: 0.1, allocation: 'proportional' };

export const beginning = (plan: PlanRow | undefined): PlanDraft => plan ? { title: plan.title, active: plan.active, definition: plan.definition } : {
    title: '', active: true, definition: {
        formId: null, channels: ['voice'], population: open, strata: ['team'], period: 'week', size: usualSize('precision'), rules: [], mostByRules: 0.3, spread: true, newStaffDays: 90, evaluatorIds: [], notOwnTeam: true, shadowShare: 0.1, intraShare: 0, intraWeeks: 4, graceDays: usualGraceDays, dueDays: 5
    }
};

/** The definition, where it is one by now. */
export const completeDefinition = ({ definition }: PlanDraft): SamplingDefinition | undefined => samplingDefinition.safeParse(definition).data;
