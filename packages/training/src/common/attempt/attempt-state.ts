export const attemptStates = ['not-started', 'running', 'submitted', 'marking', 'graded', 'released', 'expired'] as const;
export type AttemptState = typeof attemptStates[number];
export type AttemptAction = 'begin' | 'submit' | 'mark' | 'grade' | 'release' | 'regrade' | 'expire';
/** `trainee`: whose attempt it is; `marker`: who marks by hand; `trainer`: who lets results go and has them graded anew; `clock`: nobody, when its time has come. */
export type AttemptActor = 'trainee' | 'marker' | 'trainer' | 'clock';

export interface AttemptTransition { readonly state: AttemptState; readonly action: AttemptAction; readonly who: readonly AttemptActor[]; readonly next: AttemptState }

/**
 * The way of an attempt. What is marked by the machine is graded in the same step as it is submitted; the others wait, first for a marker
 * to begin, then for the last mark. What was graded anew goes out again to whoever has seen the earlier result.
 */
export const attemptTransitions: readonly AttemptTransition[] = [
    { state: 'not-started', action: 'begin', who: ['trainee'], next: 'running' },
    { state: 'not-started', action: 'expire', who: ['clock'], next: 'expired' },
    { state: 'running', action: 'submit', who: ['trainee', 'clock'], next: 'submitted' },
    { state: 'submitted', action: 'mark', who: ['marker'], next: 'marking' },
    { state: 'submitted', action: 'grade', who: ['clock', 'marker'], next: 'graded' },
    { state: 'marking', action: 'mark', who: ['marker'], next: 'marking' },
    { state: 'marking', action: 'grade', who: ['marker'], next: 'graded' },
    { state: 'graded', action: 'release', who: ['trainer', 'clock'], next: 'released' },
    { state: 'graded', action: 'regrade', who: ['trainer'], next: 'graded' },
    { state: 'released', action: 'regrade', who: ['trainer'], next: 'released' }
];

export const attemptTransition = (state: AttemptState, action: AttemptAction): AttemptTransition | undefined =>
    attemptTransitions.find(each => each.state === state && each.action === action);

/** Whether its points are known. */
export const isGraded = (state: AttemptState): boolean => state === 'graded' || state === 'released';
