/** The states of a version of a document. At most one is in effect, and at most one is on its way. */
export const versionStates = ['draft', 'in-review', 'approved', 'scheduled', 'effective', 'obsolete'] as const;
export type VersionState = typeof versionStates[number];

export const openStates = ['draft', 'in-review', 'approved', 'scheduled'] as const satisfies readonly VersionState[];

/** Whether it is still on its way. */
export const isOpen = (state: VersionState): boolean => openStates.some(each => each === state);

export const versionActions = ['edit', 'submit', 'discard', 'withdraw', 'return', 'approve', 'schedule', 'unschedule', 'take-effect', 'supersede', 'retire'] as const;
export type VersionAction = typeof versionActions[number];

/** Who takes a step. `writer`: may write this document. `approver`: may approve and has written nothing of this version. `house`: happens by the calendar or with another step. */
export type StepTaker = 'writer' | 'approver' | 'house';

export interface VersionStep {
    readonly state: VersionState;
    readonly action: VersionAction;
    readonly who: readonly StepTaker[];
    /** Null: the version ceases to exist. */
    readonly next: VersionState | null;
    /** The approval counts no longer. */
    readonly voids?: true;
}

/** The life of a version. The one in effect stays so while the next is written and waits: the day that the next takes effect makes it obsolete. */
export const versionSteps: readonly VersionStep[] = [
    { state: 'draft', action: 'edit', who: ['writer'], next: 'draft' },
    { state: 'draft', action: 'submit', who: ['writer'], next: 'in-review' },
    { state: 'draft', action: 'discard', who: ['writer'], next: null },
    { state: 'in-review', action: 'approve', who: ['approver'], next: 'approved' },
    { state: 'in-review', action: 'return', who: ['approver'], next: 'draft', voids: true },
    { state: 'in-review', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'approved', action: 'schedule', who: ['writer'], next: 'scheduled' },
    { state: 'approved', action: 'take-effect', who: ['writer'], next: 'effective' },
    { state: 'approved', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'scheduled', action: 'take-effect', who: ['writer', 'house'], next: 'effective' },
    { state: 'scheduled', action: 'unschedule', who: ['writer'], next: 'approved' },
    { state: 'scheduled', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'effective', action: 'supersede', who: ['house'], next: 'obsolete' },
    { state: 'effective', action: 'retire', who: ['approver'], next: 'obsolete' }
];

/** The step that an action is in a state; undefined where it is none. */
export const versionStep = (state: VersionState, action: VersionAction): VersionStep | undefined => versionSteps.find(each => each.state === state && each.action === action);

/** What somebody may do with a version now. */
export const possibleSteps = (state: VersionState, takers: ReadonlySet<StepTaker>): readonly VersionAction[] =>
    versionActions.filter(action => versionStep(state, action)?.who.some(each => takers.has(each)));

export interface Approval { readonly personId: string; readonly hash: string; readonly voided: boolean }

/** Whether somebody who has written nothing of it has approved exactly this content. */
export const isApproved = (hash: string, approvals: readonly Approval[], contributors: readonly string[]): boolean =>
    approvals.some(each => !each.voided && each.hash === hash && !contributors.includes(each.personId));

/** What somebody is to a version. */
export function takersOf(actor: { readonly personId: string; readonly writes: boolean; readonly approves: boolean }, contributors: readonly string[]): ReadonlySet<StepTaker> {
    const takers: readonly (readonly [StepTaker, boolean])[] = [['writer', actor.writes], ['approver', actor.approves && !contributors.includes(actor.personId)]];
    return new Set(takers.filter(([, is]) => is).map(([taker]) => taker));
}
