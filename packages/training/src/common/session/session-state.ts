/** The states of a session: what is to come, what took place, and what will not. */
export const sessionStates = ['planned', 'held', 'cancelled'] as const;
export type SessionState = typeof sessionStates[number];

export const sessionActions = ['change', 'invite', 'cancel', 'reinstate', 'note', 'hold', 'reopen'] as const;
export type SessionAction = typeof sessionActions[number];

/** `planner`: may plan sessions. `trainer`: holds this one, or may hold any. */
export type SessionActor = 'planner' | 'trainer';

export interface SessionStep {
    readonly state: SessionState;
    readonly action: SessionAction;
    readonly who: readonly SessionActor[];
    readonly next: SessionState;
    /** Not before people can be there. */
    readonly fromDoors?: true;
}

/** People are noted from so many minutes before the beginning: whoever is there already need not wait. */
export const doorMinutes = 30;
const minuteMs = 60_000;

/** The life of a session. That it was held closes its attendance and asks for feedback; what was noted wrongly can still be mended. */
export const sessionSteps: readonly SessionStep[] = [
    { state: 'planned', action: 'change', who: ['planner'], next: 'planned' },
    { state: 'planned', action: 'invite', who: ['planner', 'trainer'], next: 'planned' },
    { state: 'planned', action: 'cancel', who: ['planner', 'trainer'], next: 'cancelled' },
    { state: 'planned', action: 'note', who: ['trainer'], next: 'planned', fromDoors: true },
    { state: 'planned', action: 'hold', who: ['trainer'], next: 'held', fromDoors: true },
    { state: 'held', action: 'note', who: ['trainer'], next: 'held' },
    { state: 'held', action: 'reopen', who: ['trainer'], next: 'planned' },
    { state: 'cancelled', action: 'reinstate', who: ['planner'], next: 'planned' }
];

/** The step that an action is in a state; undefined where it is none. */
export const sessionStep = (state: SessionState, action: SessionAction): SessionStep | undefined => sessionSteps.find(each => each.state === state && each.action === action);

export const doorsOpen = (startsAt: Date, now: Date): boolean => now.getTime() >= startsAt.getTime() - doorMinutes * minuteMs;

/** What somebody may do with a session now. */
export const possibleSessionActions = (session: { readonly state: SessionState; readonly startsAt: Date }, actors: ReadonlySet<SessionActor>, now: Date): readonly SessionAction[] => sessionActions.filter(action => {
    const step = sessionStep(session.state, action);
    return step?.who.some(each => actors.has(each)) && (!step.fromDoors || doorsOpen(session.startsAt, now));
});
