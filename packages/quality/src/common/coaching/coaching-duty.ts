import type { Day } from '../feedback/business-days';
import { type CoachingState, isCoachingOpen } from './coaching-state';

/** As much of a plan as decides who has to do something next. */
export interface CoachingProgress {
    readonly state: CoachingState;
    readonly dueOn: Day;
    readonly ticked: { readonly done: number; readonly of: number };
    /** Evaluations of calls from a day on that are wanted before the plan is judged; null where none are. */
    readonly followUp: { readonly wanted: number; readonly from: Day; readonly done: number } | null;
}

export type CoachingDuty = 'act' | 'sign-off' | 'follow-up';

/** What the agent has to do: whatever is not ticked. */
export const dutyOfAgent = ({ state, ticked }: CoachingProgress): CoachingDuty | undefined => state === 'active' && ticked.done < ticked.of ? 'act' : undefined;

/**
 * What the coach has to do today. Evaluations that are still wanted come before the judgement, once calls for them can exist; a plan
 * whose time is over is to be decided whatever is missing.
 */
export function dutyOfCoach({ state, dueOn, followUp, ticked }: CoachingProgress, today: Day): CoachingDuty | undefined {
    if (!isCoachingOpen(state)) {
        return undefined;
    }
    if (today > dueOn) {
        return 'sign-off';
    }
    const wanting = followUp !== null && followUp.done < followUp.wanted;
    if (wanting) {
        return today >= followUp.from ? 'follow-up' : undefined;
    }
    return state === 'reported' || followUp !== null && ticked.done === ticked.of ? 'sign-off' : undefined;
}
