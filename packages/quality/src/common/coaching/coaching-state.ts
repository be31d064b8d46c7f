export const coachingStates = ['active', 'reported', 'completed', 'stopped'] as const;
export type CoachingState = typeof coachingStates[number];
export type CoachingAction = 'tick' | 'report' | 'resume' | 'note' | 'change' | 'extend' | 'complete' | 'stop';
/** `agent`: who is coached; `coach`: who may lead coaching over them. */
export type CoachingActor = 'agent' | 'coach';

export interface CoachingTransition { readonly state: CoachingState; readonly action: CoachingAction; readonly who: readonly CoachingActor[]; readonly next: CoachingState }

/**
 * The life of a coaching plan. `report` is the tick that leaves nothing open, `resume` takes one back; from there the coach signs off,
 * or extends because it has not shown in the calls yet. What is completed or stopped stays as it was.
 */
export const coachingTransitions: readonly CoachingTransition[] = [
    { state: 'active', action: 'tick', who: ['agent'], next: 'active' },
    { state: 'active', action: 'report', who: ['agent'], next: 'reported' },
    { state: 'active', action: 'note', who: ['agent', 'coach'], next: 'active' },
    { state: 'active', action: 'change', who: ['coach'], next: 'active' },
    { state: 'active', action: 'extend', who: ['coach'], next: 'active' },
    { state: 'active', action: 'complete', who: ['coach'], next: 'completed' },
    { state: 'active', action: 'stop', who: ['coach'], next: 'stopped' },
    { state: 'reported', action: 'resume', who: ['agent'], next: 'active' },
    { state: 'reported', action: 'note', who: ['agent', 'coach'], next: 'reported' },
    { state: 'reported', action: 'extend', who: ['coach'], next: 'active' },
    { state: 'reported', action: 'complete', who: ['coach'], next: 'completed' },
    { state: 'reported', action: 'stop', who: ['coach'], next: 'stopped' }
];

export const coachingTransition = (state: CoachingState, action: CoachingAction): CoachingTransition | undefined =>
    coachingTransitions.find(each => each.state === state && each.action === action);

export const possibleCoachingActions = (state: CoachingState, actors: readonly CoachingActor[]): readonly CoachingAction[] =>
    coachingTransitions.filter(each => each.state === state && each.who.some(who => actors.includes(who))).map(each => each.action);

/** Nobody coaches themselves. */
export const coachingActorsOf = ({ agent, coaches }: { readonly agent: boolean; readonly coaches: boolean }): readonly CoachingActor[] => agent ? ['agent'] : coaches ? ['coach'] : [];

/** Of plans on which something is still to be done. */
export const openCoachingStates = ['active', 'reported'] as const satisfies readonly CoachingState[];
export const isCoachingOpen = (state: CoachingState): boolean => openCoachingStates.some(each => each === state);

/** What a tick is, or taking one back: the last one reports the plan; whoever takes one back from a plan that is reported resumes it. */
export const tickAction = (state: CoachingState, done: boolean, othersOpen: number): 'tick' | 'report' | 'resume' =>
    state === 'reported' ? 'resume' : done && othersOpen === 0 ? 'report' : 'tick';
